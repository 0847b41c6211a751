using System.Text;

namespace SrmPortal.Domain.Common;

/// <summary>Text as it is searched: case and width don't matter, ё is е. Stored beside the original, since no two databases fold alike.</summary>
public static class Search
{
    public static string Folded(string text) =>
        text.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('ё', 'е');

    /// <summary>The LIKE pattern, escaped by a backslash, of what somebody typed: <c>*</c> stands for anything; without one it is looked for anywhere.</summary>
    public static string Pattern(string typed)
    {
        var escaped = Folded(typed).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);
        return escaped.Contains('*', StringComparison.Ordinal) ? escaped.Replace('*', '%') : $"%{escaped}%";
    }

    /// <summary>Every three signs in a row of what somebody typed, between the stars: what is found has all of them, though perhaps elsewhere.</summary>
    public static IReadOnlyList<string> Threes(string typed) =>
    [
        .. Folded(typed).Split('*').Select(run => run.EnumerateRunes().Select(sign => sign.ToString()).ToArray())
            .SelectMany(signs => Enumerable.Range(0, Math.Max(0, signs.Length - 2)).Select(at => string.Concat(signs[at..(at + 3)]))).Distinct(),
    ];
}
