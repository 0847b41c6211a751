namespace SrmPortal.Domain.Common;

/// <summary>The longest sequence that two lists have in common: what differs between them is found by it.</summary>
internal static class CommonSequence
{
    /// <summary>Of longer lists nobody reads single differences, and the work grows by the square.</summary>
    public const int Longest = 1_500;

    public enum Step { Both, Old, New }

    /// <summary>The way through both, in their order: what both have, what only the old has, what only the new.</summary>
    public static IEnumerable<Step> Steps(IReadOnlyList<string> old, IReadOnlyList<string> young, Func<string, string, bool> isSame)
    {
        var lengths = LengthsOfCommon(old, young, isSame);
        for (var (i, j) = (0, 0); i < old.Count || j < young.Count;)
        {
            var step = i < old.Count && j < young.Count && isSame(old[i], young[j]) ? Step.Both
                : j == young.Count || (i < old.Count && lengths[i + 1, j] >= lengths[i, j + 1]) ? Step.Old : Step.New;
            (i, j) = (step is Step.New ? i : i + 1, step is Step.Old ? j : j + 1);
            yield return step;
        }
    }

    private static int[,] LengthsOfCommon(IReadOnlyList<string> old, IReadOnlyList<string> young, Func<string, string, bool> isSame)
    {
        var lengths = new int[old.Count + 1, young.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = young.Count - 1; j >= 0; j--)
            {
                lengths[i, j] = isSame(old[i], young[j]) ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }
}
