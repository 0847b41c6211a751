using System.Globalization;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Suppliers.Identifiers;

/// <summary>
/// The Russian taxpayer's number: ten digits for an organisation, twelve for a person. Its check digits: order of the Federal Tax
/// Service ММВ-7-6/435@ of 29.06.2012 on the structure of the number.
/// </summary>
public static class Inn
{
    private static readonly int[] Tenth = [2, 4, 10, 3, 5, 9, 4, 6, 8];
    private static readonly int[] Eleventh = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    private static readonly int[] Twelfth = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

    /// <summary>Why this is no such number, or null. A person's number is another rule than a company's.</summary>
    public static BrokenRule? Refusal(string inn, string? field = null)
    {
        if (!IdentifierText.IsDigits(inn, 10) && !IdentifierText.IsDigits(inn, 12))
        {
            // A spreadsheet loses the zero of the regions 01 to 09.
            return (inn.Length is 9 or 11) && Refusal("0" + inn) is null
                ? new(IdentifierRules.InnZeroLost, field, "0" + inn)
                : new(IdentifierRules.InnLength, field);
        }

        return inn.StartsWith("00", StringComparison.Ordinal) ? new(IdentifierRules.InnZeros, field)
            : inn == WithCheckDigits(inn[..(inn.Length == 10 ? 9 : 10)]) ? null
            : new(IdentifierRules.InnCheckDigit, field, inn);
    }

    public static bool IsOfPerson(string inn) => inn.Length == 12;

    /// <summary>A foreign organisation that the Russian tax service has registered: it has no OGRN.</summary>
    public static bool IsOfForeignOrganisation(string inn) => inn.StartsWith("9909", StringComparison.Ordinal);

    /// <summary>Nine digits of an organisation, or ten of a person, with what belongs behind them.</summary>
    public static string WithCheckDigits(string stem)
    {
        if (stem.Length == 9)
        {
            return stem + Check(stem, Tenth);
        }

        var eleven = stem + Check(stem, Eleventh);
        return eleven + Check(eleven, Twelfth);
    }

    private static string Check(string digits, int[] weights) =>
        (IdentifierText.WeightedSum(digits, weights) % 11 % 10).ToString(CultureInfo.InvariantCulture);
}
