using System.Globalization;
using System.Text;

namespace SrmPortal.Domain.Suppliers.Identifiers;

/// <summary>
/// Reads numbers of companies and banks as people type and paste them. What never belongs to a number goes away (spaces, dashes, №),
/// full-width digits become plain ones; leading zeros stay. Numbers are text everywhere.
/// </summary>
public static class IdentifierText
{
    private const string CyrillicTwins = "АВЕКМНОРСТУХ", LatinTwins = "ABEKMHOPCTYX";

    /// <summary>For numbers of digits alone.</summary>
    public static string Normalised(string? typed)
    {
        var number = new StringBuilder();
        foreach (var sign in (typed ?? "").Replace("№", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(sign) && sign != '\u2212'
                && char.GetUnicodeCategory(sign) is not (UnicodeCategory.DashPunctuation or UnicodeCategory.Format or UnicodeCategory.Control))
            {
                number.Append(sign);
            }
        }

        return number.ToString();
    }

    /// <summary>For numbers with letters: upper case, and a Cyrillic letter that looks like a Latin one is that Latin one.</summary>
    public static string NormalisedLatin(string? typed) => string.Concat(Normalised(typed).ToUpperInvariant()
        .Select(sign => CyrillicTwins.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var twin ? LatinTwins[twin] : sign));

    internal static bool IsDigits(string number, int length) => number.Length == length && number.All(char.IsAsciiDigit);

    internal static int Digit(char digit) => digit - '0';

    /// <summary>Σ dᵢ·wᵢ over as many places as there are weights.</summary>
    internal static int WeightedSum(string number, params ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += Digit(number[i]) * weights[i];
        }

        return sum;
    }
}
