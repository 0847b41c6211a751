using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Wordings;

/// <summary>What has changed between two editions of a text: paragraphs that differ, word by word, and how many stay as they are.</summary>
/// <param name="Changes">In the order of the text.</param>
/// <param name="Same">Paragraphs that stay as they are.</param>
public sealed record TextDifference(IReadOnlyList<TextDifference.Change> Changes, int Same)
{
    public bool IsNone => Changes.Count == 0;

    public static TextDifference Between(TextWording was, TextWording becomes)
    {
        string[] old = Paragraphs(was), young = Paragraphs(becomes);
        var common = LengthsOfCommon(old, young);
        List<Change> changes = [];
        var (same, i, j) = (0, 0, 0);
        while (i < old.Length || j < young.Length)
        {
            if (i < old.Length && j < young.Length && old[i] == young[j])
            {
                (same, i, j) = (same + 1, i + 1, j + 1);
                continue;
            }

            var (from, to) = (i, j);
            while ((i < old.Length || j < young.Length) && !(i < old.Length && j < young.Length && old[i] == young[j]))
            {
                _ = j == young.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]) ? i++ : j++;
            }

            var (left, right) = WordDiff.Between(string.Join("\n\n", old[from..i]), string.Join("\n\n", young[to..j]));
            changes.Add(new Change(left, right));
        }

        return new TextDifference(changes, same);
    }

    private static int[,] LengthsOfCommon(string[] old, string[] young)
    {
        var lengths = new int[old.Length + 1, young.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = young.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = old[i] == young[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static string[] Paragraphs(TextWording wording) => wording.Whole.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Paragraphs that stood there, and those that stand there now; one side may be empty.</summary>
    public sealed record Change(IReadOnlyList<WordDiff.Piece> Was, IReadOnlyList<WordDiff.Piece> Becomes);
}
