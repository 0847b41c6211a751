using SkiaSharp;

namespace SrmPortal.Web.Infrastructure.Papers;

/// <summary>PT Sans, which comes with the portal, so that a document looks the same on every server.</summary>
internal static class PaperFonts
{
    public static readonly SKTypeface Regular = Read("PTSans-Regular.ttf"), Bold = Read("PTSans-Bold.ttf");

    private static readonly SKFont RegularLetters = new(Regular), BoldLetters = new(Bold);

    /// <summary>Parts of a text with the face that has their letters; another one of the system's is asked where this has none.</summary>
    public static IEnumerable<(SKTypeface Face, string Text)> Runs(string text, SKTypeface face)
    {
        var letters = face == Bold ? BoldLetters : RegularLetters;
        if (letters.ContainsGlyphs(text))
        {
            yield return (face, text);
            yield break;
        }

        var (run, current) = (new System.Text.StringBuilder(), face);
        foreach (var letter in text.EnumerateRunes())
        {
            var wanted = letters.ContainsGlyph(letter.Value) ? face : SKFontManager.Default.MatchCharacter(letter.Value) ?? face;
            if (run.Length > 0 && wanted != current)
            {
                yield return (current, run.ToString());
                run.Clear();
            }

            current = wanted;
            run.Append(letter);
        }

        yield return (current, run.ToString());
    }

    private static SKTypeface Read(string file)
    {
        using var stream = typeof(PaperFonts).Assembly.GetManifestResourceStream($"SrmPortal.Web.Infrastructure.Papers.Fonts.{file}")
            ?? throw new InvalidOperationException($"The font {file} is missing.");
        return SKTypeface.FromStream(stream);
    }
}
