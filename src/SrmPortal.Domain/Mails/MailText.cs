using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Mails;

/// <summary>What the administrator writes of a mail; the frame around it, facts and deadlines stay the portal's.</summary>
/// <param name="Subject">The subject line.</param>
/// <param name="Heading">The large line.</param>
/// <param name="Text">Paragraphs parted by empty lines; <c>{link}</c> alone in its line is the button, and what follows it stands small below.</param>
/// <param name="Button">The button's words; empty: as the portal writes them.</param>
public sealed record MailWording(string Subject, string Heading, string Text, string Button)
{
    public const string Link = "link";

    public const int LongestLine = 200, LongestButton = 60, LongestText = 10_000;

    /// <summary>Paragraphs before the button.</summary>
    public IReadOnlyList<string> Paragraphs => [.. Blocks.TakeWhile(block => block != LinkLine)];

    /// <summary>Paragraphs after it.</summary>
    public IReadOnlyList<string> Notes => [.. Blocks.SkipWhile(block => block != LinkLine).Skip(1)];

    private const string LinkLine = "{" + Link + "}";

    private IEnumerable<string> Blocks => Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <param name="known">The placeholders of this mail.</param>
    /// <param name="hasLink">Whether it leads somewhere: then it must.</param>
    public IEnumerable<BrokenRule> WhatIsWrong(IReadOnlyCollection<string> known, bool hasLink)
    {
        foreach (var (text, field) in new[] { (Subject, nameof(Subject)), (Heading, nameof(Heading)) })
        {
            if (text.Length == 0)
            {
                yield return new(MailTextRules.Empty, field);
            }

            foreach (var wrong in Placeholders.WhatIsWrong(text, field, known))
            {
                yield return wrong;
            }
        }

        foreach (var wrong in Placeholders.WhatIsWrong(Text, nameof(Text), hasLink ? [.. known, Link] : known, hasLink ? [Link] : []))
        {
            yield return wrong;
        }

        if (hasLink && Placeholders.In(Text).Contains(Link) && (Placeholders.In(Text).Count(name => name == Link) > 1 || !Blocks.Contains(LinkLine)))
        {
            yield return new(MailTextRules.LinkAlone, nameof(Text));
        }

        if (!Paragraphs.Any())
        {
            yield return new(MailTextRules.Empty, nameof(Text));
        }

        foreach (var wrong in Placeholders.WhatIsWrong(Button, nameof(Button), []))
        {
            yield return wrong;
        }
    }
}

/// <summary>The administrator's words for one mail in one language. Without such a row the portal's own are sent.</summary>
public sealed class MailText : AggregateRoot
{
    private MailText()
    {
    }

    /// <param name="mail">Its kind and variant: <c>CheckDecided.passed</c>.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <param name="original">What it was before.</param>
    /// <param name="wording">Checked by <see cref="MailWording.WhatIsWrong"/>.</param>
    public MailText(string mail, string language, MailWording original, MailWording wording)
    {
        (Mail, Language) = (mail, language);
        Take(wording);
        Changed(new MailTextChanged($"{mail} ({language})", original, wording));
    }

    public string Mail { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Heading { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Button { get; private set; } = "";

    public MailWording Wording => new(Subject, Heading, Text, Button);

    public void Change(MailWording wording)
    {
        if (wording != Wording)
        {
            var before = Wording;
            Take(wording);
            Changed(new MailTextChanged($"{Mail} ({Language})", before, wording));
        }
    }

    private void Take(MailWording wording) => (Subject, Heading, Text, Button) = (wording.Subject, wording.Heading, wording.Text, wording.Button);
}

public sealed record MailTextChanged(string Subject, MailWording Before, MailWording After) : DomainEvent(Subject);

/// <summary>The portal's own words are sent again.</summary>
public sealed record MailTextReset(string Subject, MailWording Before) : DomainEvent(Subject);

public static class MailTextRules
{
    public const string Empty = "mailtext.empty";
    public const string LinkAlone = "mailtext.link-alone";
}
