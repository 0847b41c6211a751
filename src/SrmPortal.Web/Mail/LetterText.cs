using System.Text;

namespace SrmPortal.Web.Mail;

/// <summary>The text part: the same letter, in lines that fit every mail program; addresses stand on lines of their own.</summary>
internal static class LetterText
{
    private const int Width = 60;

    public static string Of(LetterPage page)
    {
        var (letter, text) = (page.Letter, new StringBuilder());
        Wrapped(text, letter.Subject);
        foreach (var paragraph in page.Paragraphs)
        {
            Paragraph(text, paragraph);
        }

        if (letter.Deadline is { } deadline)
        {
            text.AppendLine();
            Labelled(text, deadline.Label, [deadline.Text, .. deadline.ForReader is { } theirs ? new[] { theirs } : []]);
        }

        if (letter.Facts.Count > 0)
        {
            text.AppendLine();
        }

        foreach (var fact in letter.Facts)
        {
            Labelled(text, fact.Label, [.. fact.Lines, .. fact.Url is { } way ? new[] { way } : [], .. fact.MailTo is { } address ? new[] { address } : []]);
        }

        if (letter.Button is { } button)
        {
            text.AppendLine().Append(button.Text).AppendLine(":").AppendLine(button.Url);
        }

        foreach (var note in letter.Notes.Concat(letter.Legal))
        {
            Paragraph(text, note);
        }

        text.AppendLine().AppendLine("-- ");
        foreach (var line in page.Foot)
        {
            Wrapped(text, line);
        }

        if (page.Choice is { } choice)
        {
            text.Append(choice.Text).AppendLine(":").AppendLine(choice.Url);
        }

        return text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static void Paragraph(StringBuilder text, string paragraph)
    {
        text.AppendLine();
        Wrapped(text, paragraph);
    }

    private static void Labelled(StringBuilder text, string label, IEnumerable<string> lines)
    {
        if (label.Length > 0)
        {
            Wrapped(text, $"{label}:");
        }

        foreach (var line in lines)
        {
            Wrapped(text, line, "  ");
        }
    }

    private static void Wrapped(StringBuilder text, string paragraph, string indent = "")
    {
        foreach (var typed in paragraph.ReplaceLineEndings("\n").Split('\n'))
        {
            var column = 0;
            text.Append(indent);
            foreach (var word in typed.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (column > 0 && indent.Length + column + 1 + word.Length > Width)
                {
                    text.AppendLine().Append(indent);
                    column = 0;
                }

                text.Append(column > 0 ? " " : "").Append(word);
                column += word.Length + (column > 0 ? 1 : 0);
            }

            text.AppendLine();
        }
    }
}
