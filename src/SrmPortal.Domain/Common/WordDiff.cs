using System.Text.RegularExpressions;

namespace SrmPortal.Domain.Common;

/// <summary>Two texts word by word: what both have, what only one has.</summary>
public static partial class WordDiff
{
    /// <param name="Text">Words with the spaces behind them.</param>
    /// <param name="IsOwn">Only this text has it.</param>
    public readonly record struct Piece(string Text, bool IsOwn);

    /// <summary>Long texts are shown as changed from end to end.</summary>
    public static (IReadOnlyList<Piece> Was, IReadOnlyList<Piece> Becomes) Between(string was, string becomes)
    {
        string[] old = Words(was), young = Words(becomes);
        if (Math.Max(old.Length, young.Length) > CommonSequence.Longest)
        {
            return ([new Piece(was, true)], [new Piece(becomes, true)]);
        }

        List<Piece> before = [], after = [];
        var (i, j) = (0, 0);
        foreach (var step in CommonSequence.Steps(old, young, IsSame))
        {
            if (step is not CommonSequence.Step.New)
            {
                Add(before, old[i++], step is CommonSequence.Step.Old);
            }

            if (step is not CommonSequence.Step.Old)
            {
                Add(after, young[j++], step is CommonSequence.Step.New);
            }
        }

        return (before, after);
    }

    private static void Add(List<Piece> pieces, string word, bool isOwn)
    {
        if (pieces.Count > 0 && pieces[^1].IsOwn == isOwn)
        {
            pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + word };
        }
        else
        {
            pieces.Add(new Piece(word, isOwn));
        }
    }

    private static bool IsSame(string one, string other) => one.AsSpan().TrimEnd().SequenceEqual(other.AsSpan().TrimEnd());

    private static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\S+\s*|^\s+")]
    private static partial Regex Word();
}
