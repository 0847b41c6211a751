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
        if (Math.Max(old.Length, young.Length) > CommonSequence.Longest)
        {
            return old.SequenceEqual(young) ? new TextDifference([], old.Length) : new TextDifference([Changed(old, young)], 0);
        }

        List<Change> changes = [];
        List<string> left = [], come = [];
        var (same, i, j) = (0, 0, 0);
        foreach (var step in CommonSequence.Steps(old, young, string.Equals))
        {
            if (step is CommonSequence.Step.Both)
            {
                Note();
                (same, i, j) = (same + 1, i + 1, j + 1);
            }
            else if (step is CommonSequence.Step.Old)
            {
                left.Add(old[i++]);
            }
            else
            {
                come.Add(young[j++]);
            }
        }

        Note();
        return new TextDifference(changes, same);

        void Note()
        {
            if (left.Count + come.Count > 0)
            {
                changes.Add(Changed(left, come));
                left.Clear();
                come.Clear();
            }
        }
    }

    private static Change Changed(IEnumerable<string> old, IEnumerable<string> young)
    {
        var (was, becomes) = WordDiff.Between(string.Join("\n\n", old), string.Join("\n\n", young));
        return new Change(was, becomes);
    }

    private static string[] Paragraphs(TextWording wording) => wording.Whole.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Paragraphs that stood there, and those that stand there now; one side may be empty.</summary>
    public sealed record Change(IReadOnlyList<WordDiff.Piece> Was, IReadOnlyList<WordDiff.Piece> Becomes);
}
