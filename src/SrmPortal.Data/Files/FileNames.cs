using System.Globalization;
using System.Text;

namespace SrmPortal.Data.Files;

/// <summary>The name that somebody's computer gave a file, made harmless: only ever shown, never a path here or elsewhere.</summary>
public static class FileNames
{
    public const int Longest = 255;

    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>Any script stays (NFC); folders, control and direction signs, and what no system allows in a name go.</summary>
    /// <param name="given">As the browser sent it, perhaps with a path.</param>
    /// <param name="kind">What it is: a name without an ending gets the usual one.</param>
    public static string Clean(string given, FileKind kind)
    {
        var last = given[(given.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        var clean = new StringBuilder();
        foreach (var rune in last.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)))
        {
            clean.Append(rune.IsAscii && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal) ? "_" : rune.ToString());
        }

        var name = clean.ToString().Normalize().Trim().TrimEnd('.', ' ').TrimStart('.');
        var ending = Path.GetExtension(name);
        var stem = name[..^ending.Length];
        return ending.Length is > 1 and <= 10
            ? Shortened(stem.Length == 0 ? "file" : stem, Longest - ending.Length) + ending
            : Shortened(name.Length == 0 ? "file" : name, Longest - kind.Endings()[0].Length) + kind.Endings()[0];
    }

    /// <summary>Whether the name says something else than the content is: <c>scan.pdf</c> that holds a picture.</summary>
    public static bool IsMislabelled(string name, FileKind kind) =>
        Path.GetExtension(name) is { Length: > 1 } ending && !kind.Endings().Contains(ending.ToLowerInvariant());

    private static string Shortened(string text, int length) =>
        text.Length <= length ? text : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
}
