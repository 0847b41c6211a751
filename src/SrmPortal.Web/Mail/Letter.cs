using System.Diagnostics.CodeAnalysis;

namespace SrmPortal.Web.Mail;

/// <summary>
/// What a mail says, in the recipient's language, as plain text; its look (HTML, text part, greeting, foot) is one for all and comes
/// from the portal. The notification in the portal's list is made of the same letter.
/// </summary>
/// <param name="Subject">The subject line, and the notification's title: <c>Предложение подано: 20067776/0, квитанция 7K3QM9ZT4V</c>.</param>
/// <param name="Heading">The large line: <c>Предложение подано</c>.</param>
public sealed record Letter(string Subject, string Heading)
{
    /// <summary>The small line above the heading, <c>Квитанция</c>, and what is bold in it, <c>7K3QM9ZT4V</c>.</summary>
    public (string What, string Number)? About { get; init; }

    /// <summary>The first follows the greeting in its line. Begin it with a sentence.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    public LetterDeadline? Deadline { get; init; }

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>The one thing to do.</summary>
    public LetterButton? Button { get; init; }

    /// <summary>Below the button, small.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Below them, whoever words the mail: what the law wants to be said.</summary>
    public IReadOnlyList<string> Legal { get; init; } = [];

    /// <summary>In the foot, why this person gets it: <c>Вы получили письмо как контактное лицо ООО «УралТрубСнаб».</c></summary>
    public string? Because { get; init; }

    /// <summary>Who reads an answer: the buyer, the head of the desk; null: nobody.</summary>
    public ReplyTo? ReplyTo { get; init; }

    /// <summary>What mail programs thread it by: the number of the event or registration.</summary>
    public string? Thread { get; init; }

    /// <summary>The second line in the portal's list: <c>20067801/0 · срок 30.11.2026 12:00 (Москва, UTC+3)</c>.</summary>
    public string? ListText { get; init; }

    /// <summary>Where its entry in the portal's list leads, <c>/events/20067776/0</c>; never a secret link. Null: the entry leads to the list itself.</summary>
    public string? Path { get; init; }

    /// <summary>Whether the list marks it as important: something binding changed, a deadline is near.</summary>
    public bool IsImportant { get; init; }

    public IReadOnlyList<LetterAttachment> Attachments { get; init; } = [];

    /// <summary>Set where the administrator may change the words: subject, heading, paragraphs, notes and those of the button.</summary>
    public LetterTemplate? Template { get; init; }
}

/// <summary>The deadline in its own box.</summary>
/// <param name="Label"><c>Приём предложений до</c>.</param>
/// <param name="Text">With the zone: <c>26.11.2026 14:00 (Москва, UTC+3)</c>.</param>
/// <param name="ForReader">In the reader's own zone, if that is another.</param>
public sealed record LetterDeadline(string Label, string Text, string? ForReader = null)
{
    /// <summary>The day and the hour: what is read first.</summary>
    public string Instant => Text.IndexOf('(', StringComparison.Ordinal) is > 0 and var zone ? Text[..zone].TrimEnd() : Text;

    /// <summary>What follows them.</summary>
    public string Zone => Text[Instant.Length..];
}

public enum FactTone { Plain, Strong, Good, Bad }

/// <summary>A label with its value, in one or more lines.</summary>
[SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "It is written, not opened.")]
public sealed record Fact(string Label, params IReadOnlyList<string> Lines)
{
    public FactTone Tone { get; init; }

    /// <summary>Where the first line leads, made by <see cref="MailLinks"/>.</summary>
    public string? Url { get; init; }

    /// <summary>An address to write to, as a last line.</summary>
    public string? MailTo { get; init; }
}

/// <summary>The way on.</summary>
/// <param name="Text"><c>Открыть процедуру</c>.</param>
/// <param name="Url">Made by <see cref="MailLinks"/>.</param>
[SuppressMessage("Design", "CA1054:URI-like parameters should not be strings", Justification = "It is written, not opened.")]
[SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "It is written, not opened.")]
public sealed record LetterButton(string Text, string Url);

public sealed record ReplyTo(string Name, string Email);

public sealed record LetterAttachment(string FileName, string ContentType, byte[] Content);
