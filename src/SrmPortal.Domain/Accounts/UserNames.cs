using System.Text;

namespace SrmPortal.Domain.Accounts;

/// <summary>
/// User names and addresses as people type them: with small letters, with Cyrillic letters that look like Latin ones, or with the
/// Russian keyboard on. Two that fold to the same are the same.
/// </summary>
public static class UserNames
{
    private const string LookAlikes = "ОМКСРАВЕНТХ", Latin = "OMKCPABEHTX";

    /// <summary>The letters of the Russian keyboard, and what stands on the same keys of the English one.</summary>
    private const string RussianKeys = "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ", EnglishKeys = "QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,.";

    /// <summary><c>srm 483920175</c>, <c>SRМ483920175</c> and <c>ЫКЬ483920175</c> are <c>SRM483920175</c>.</summary>
    public static string Folded(string typed)
    {
        var upper = string.Concat(typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(c => !char.IsWhiteSpace(c)));
        var folded = WithoutLookAlikes(upper);
        return folded.Any(c => RussianKeys.Contains(c, StringComparison.Ordinal)) ? Replaced(upper, RussianKeys, EnglishKeys) : folded;
    }

    /// <summary>The text with each Cyrillic letter that looks like a Latin capital replaced by it.</summary>
    public static string WithoutLookAlikes(string upper) => Replaced(upper, LookAlikes, Latin);

    /// <summary>What would have been typed with the English keyboard on.</summary>
    public static string OnEnglishKeys(string text) => Replaced(text.ToUpperInvariant(), RussianKeys, EnglishKeys);

    private static string Replaced(string text, string from, string to) =>
        string.Concat(text.Select(c => from.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? to[at] : c));
}
