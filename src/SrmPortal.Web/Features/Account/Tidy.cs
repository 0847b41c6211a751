using System.Text.RegularExpressions;

namespace SrmPortal.Web.Features.Account;

/// <summary>Names and numbers of people as they are kept.</summary>
internal static partial class Tidy
{
    /// <summary>One space between words, none around.</summary>
    public static string Name(string typed) => string.Join(' ', typed.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string? Position(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Name(typed);

    public static string? Phone(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Name(typed);

    /// <summary>Empty, or international with 7 to 15 digits (ITU-T E.164), and an extension if there is one.</summary>
    public static bool IsPhone(string? typed) => string.IsNullOrWhiteSpace(typed) || (Written().IsMatch(typed.Trim()) && typed.Count(char.IsAsciiDigit) is >= 7 and <= 20);

    /// <summary>One address, as mail servers take it: no list, no display name.</summary>
    public static bool IsEmail(string? typed) => typed is not null && typed.Trim().Length <= 254 && Address().IsMatch(typed.Trim());

    [GeneratedRegex(@"^(\+|8)[0-9 ()\u00A0-]{6,30}((доб\.?|ext\.?|#|,)\s?[0-9]{1,6})?$", RegexOptions.IgnoreCase)]
    private static partial Regex Written();

    [GeneratedRegex(@"^[^\s@<>,;:""()\[\]\\\p{Cc}]{1,64}@([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$")]
    private static partial Regex Address();
}
