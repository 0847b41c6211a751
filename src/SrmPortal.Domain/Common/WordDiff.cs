using System.Text.RegularExpressions;

namespace SrmPortal.Domain.Common;

/// <summary>Two texts word by word: what both have, what only one has.</summary>
public static partial class WordDiff
{
    // Beyond it a text is shown as changed from end to end: nobody reads single words there.
    private const int MostWords = 1_500;

    /// <param name="Text">Words with the spaces behind them.</param>
    /// <param name="IsOwn">Only this text has it.</param>
    public readonly record struct Piece(string Text, bool IsOwn);

    public static (IReadOnlyList<Piece> Was, IReadOnlyList<Piece> Becomes) Between(string was, string becomes)
    {
        string[] old = Words(was), young = Words(becomes);
        if (old.Length > MostWords || young.Length > MostWords)
        {
            return ([new Piece(was, true)], [new Piece(becomes, true)]);
        }

        var common = LengthsOfCommon(old, young);
        List<Piece> before = [], after = [];
        for (var (i, j) = (0, 0); i < old.Length || j < young.Length;)
        {
            if (i < old.Length && j < young.Length && IsSame(old[i], young[j]))
            {
                Add(before, old[i++], false);
                Add(after, young[j++], false);
            }
            else if (j == young.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                Add(before, old[i++], true);
            }
            else
            {
                Add(after, young[j++], true);
            }
        }

        return (before, after);
    }

    private static int[,] LengthsOfCommon(string[] old, string[] young)
    {
        var lengths = new int[old.Length + 1, young.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = young.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = IsSame(old[i], young[j]) ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
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
