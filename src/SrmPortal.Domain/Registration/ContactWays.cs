using System.Text.RegularExpressions;

namespace SrmPortal.Domain.Registration;

/// <summary>Whether one could write, call, or look there. Whether somebody answers shows itself.</summary>
public static partial class ContactWays
{
    public const int LongestEmail = 254;

    /// <summary>One address, as mail servers take it: no list, no display name.</summary>
    public static bool IsEmail(string text) => text.Length <= LongestEmail && Email().IsMatch(text);

    /// <summary>Seven to fifteen digits (E.164), as people group them, with an extension if there is one.</summary>
    public static bool IsPhone(string text) => Phone().Match(text) is { Success: true } phone
        && phone.Groups["number"].Value.Count(char.IsAsciiDigit) is >= 7 and <= 15;

    public static bool IsWebsite(string text) => Website().IsMatch(text);

    [GeneratedRegex(@"^[^\s@<>,;:""()\[\]\\\p{Cc}]{1,64}@([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$")]
    private static partial Regex Email();

    [GeneratedRegex(@"^(?<number>\+?[0-9\s()\u2010-\u2015.\-]{7,30})(?:\s*,?\s*(?:доб\.?|вн\.?|ext\.?|x|#|,)\s*[0-9]{1,6})?$", RegexOptions.IgnoreCase)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^(?:https?://)?[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.[\p{L}]{2,}(?::[0-9]{1,5})?(?:/[^\s<>""]*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Website();
}
