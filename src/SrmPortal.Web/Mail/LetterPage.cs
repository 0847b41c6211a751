using Microsoft.Extensions.Localization;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Mail;

/// <summary>A letter with all that stands around it, in the language in which it is made.</summary>
public sealed class LetterPage
{
    public LetterPage(Letter letter, Recipient recipient, PortalSettings portal, IStringLocalizer<Texts> texts)
    {
        (Letter, Language, Portal) = (letter, recipient.Language, portal);
        var greeting = texts["Hello {0}!", recipient.GivenNames].Value;
        Paragraphs = letter.Paragraphs.Count == 0 ? [greeting] : [$"{greeting} {letter.Paragraphs[0]}", .. letter.Paragraphs.Skip(1)];
        Banner = texts["Supplier portal"];
        Foot =
        [
            texts["{0} · support {1}, {2}", portal.Title, portal.Support.ShownPhone, portal.Support.Email],
            .. letter.Because is { } because ? new[] { because } : [],
            recipient.PersonId is null
                ? texts["This mail was written automatically."]
                : texts["This mail was written automatically. The official notice is in the portal's list of notifications."],
        ];
        Choice = recipient.PersonId is null ? null : (texts["How notices come"], portal.PublicUrl.TrimEnd('/') + "/profile/notices");
    }

    public Letter Letter { get; }

    public string Language { get; }

    public PortalSettings Portal { get; }

    /// <summary>The greeting begins the first.</summary>
    public IReadOnlyList<string> Paragraphs { get; }

    public string Banner { get; }

    /// <summary>Who writes, who helps, why this person gets it.</summary>
    public IReadOnlyList<string> Foot { get; }

    /// <summary>Where people choose which notices come by mail; null: they have no account.</summary>
    public (string Text, string Url)? Choice { get; }
}
