using System.Text;

namespace SrmPortal.Domain.Common;

/// <summary>Text that people type, in one form: NFC, lines ended by a line feed, no control characters (PostgreSQL keeps no NUL), no blanks around it.</summary>
public static class PlainText
{
    public static string Of(string? typed) => typed is null ? "" : Clean(typed.ReplaceLineEndings("\n")).Normalize(NormalizationForm.FormC).Trim();

    public static bool Is(string text) => text == Of(text);

    // A surrogate without its other half is no character and can be neither normalised nor written as UTF-8.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(text, i++, 2);
            }
            else if (!char.IsSurrogate(text[i]) && (!char.IsControl(text[i]) || text[i] is '\n' or '\t'))
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }
}
