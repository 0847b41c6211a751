using SrmPortal.Domain.Common;
using SrmPortal.Domain.Mails;

namespace SrmPortal.Web.Mail;

/// <summary>The named values of a letter, which its words hold and the administrator's may.</summary>
public sealed class LetterValues
{
    private readonly Dictionary<string, string> _values;

    public LetterValues(params IEnumerable<(string Name, string Value)> values) => _values = values.ToDictionary(one => one.Name, one => one.Value);

    public IReadOnlyCollection<string> Names => _values.Keys;

    public string this[string name] => _values[name];

    /// <summary>Each is its own place, <c>{company}</c>: a letter that is written with these is the text to change.</summary>
    public static LetterValues Places(params IEnumerable<string> names) => new(names.Select(name => (name, $"{{{name}}}")));

    public string Fill(string text) => Placeholders.Fill(text, name => _values.GetValueOrDefault(name));
}

/// <summary>Says that the administrator may put other words for a letter's own.</summary>
/// <param name="Variant">Which of the mail's letters: <c>passed</c>; empty: it has one.</param>
/// <param name="Values">What its words are made of.</param>
public sealed record LetterTemplate(string Variant, LetterValues Values)
{
    /// <summary>As it is stored: <c>CheckDecided.passed</c>.</summary>
    public string NameOf(string kind) => Variant.Length == 0 ? kind : $"{kind}.{Variant}";
}

internal static class LetterWording
{
    /// <summary>The words of a letter as the administrator sees them.</summary>
    public static MailWording Wording(this Letter letter) => new(letter.Subject, letter.Heading,
        string.Join("\n\n", [.. letter.Paragraphs, .. letter.Button is null ? [] : new[] { $"{{{MailWording.Link}}}" }, .. letter.Notes]), letter.Button?.Text ?? "");

    /// <summary>The same letter in other words.</summary>
    public static Letter Said(this Letter letter, MailWording wording)
    {
        var values = letter.Template!.Values;
        return letter with
        {
            Subject = values.Fill(wording.Subject),
            Heading = values.Fill(wording.Heading),
            Paragraphs = [.. wording.Paragraphs.Select(values.Fill)],
            Notes = [.. wording.Notes.Select(values.Fill)],
            Button = letter.Button is { } button && wording.Button.Length > 0 ? button with { Text = wording.Button } : letter.Button,
        };
    }
}
