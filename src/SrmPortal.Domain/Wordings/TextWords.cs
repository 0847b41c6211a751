using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Wordings;

/// <summary>A text in one language.</summary>
/// <param name="Title">One line.</param>
/// <param name="Body">Markdown.</param>
public sealed record TextWording(string Title, string Body)
{
    public const int LongestTitle = 200, LongestBody = 60_000;

    /// <summary>As it is read and agreed to.</summary>
    [JsonIgnore]
    public string Whole => $"{Title}\n\n{Body}";

    /// <summary>SHA-256 of the whole in UTF-8, in hexadecimal.</summary>
    [JsonIgnore]
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Whole)));
}

/// <summary>A text in both languages of the portal: neither is ever published without the other.</summary>
public sealed record TextWords(TextWording Russian, TextWording English)
{
    public TextWording In(string language) => language == "ru" ? Russian : English;

    /// <param name="leads">Where links of a text lead, and what pictures it shows, in one language.</param>
    public IEnumerable<BrokenRule> WhatIsWrong(Func<TextWording, IEnumerable<TextTarget>> leads)
    {
        foreach (var (wording, language) in new[] { (Russian, nameof(Russian)), (English, nameof(English)) })
        {
            if (wording.Title.Length == 0)
            {
                yield return new(TextRules.Empty, language + nameof(wording.Title));
            }

            if (wording.Body.Length == 0)
            {
                yield return new(TextRules.Empty, language + nameof(wording.Body));
            }

            foreach (var target in leads(wording).Where(target => !target.IsAllowed).Distinct())
            {
                yield return new(target.IsPicture ? TextRules.Picture : TextRules.Link, language + nameof(wording.Body), target.Address);
            }
        }
    }
}

/// <summary>Where a link of a text leads, or what picture it shows.</summary>
public readonly record struct TextTarget(string Address, bool IsPicture)
{
    /// <summary>The portal's own pictures of its help; no other is shown.</summary>
    public const string Pictures = "/help-pictures/";

    public bool IsAllowed => IsPicture ? IsOwn && Address.StartsWith(Pictures, StringComparison.Ordinal) && !Address.Contains("..", StringComparison.Ordinal)
        : IsOwn || IsMail || IsSecure || (Address.Length > 1 && Address[0] == '#');

    /// <summary>A path of the portal itself.</summary>
    public bool IsOwn => Address.StartsWith('/') && !Address.StartsWith("//", StringComparison.Ordinal) && !Address.Contains('\\', StringComparison.Ordinal);

    public bool IsSecure => Uri.TryCreate(Address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0;

    private bool IsMail => Address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(Address, UriKind.Absolute, out _);
}

public static class TextRules
{
    public const string Empty = "text.empty";
    public const string Link = "text.link";
    public const string Picture = "text.picture";
    public const string Mark = "text.mark";
    public const string Unchanged = "text.unchanged";
    public const string NoReason = "text.no-reason";
    public const string NoDraft = "text.no-draft";
    public const string NotDecided = "text.not-decided";
    public const string NotAccepted = "text.not-accepted";
    public const string NotRead = "text.not-read";
    public const string ChangedWhileRead = "text.changed-while-read";
}
