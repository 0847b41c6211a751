using System.Globalization;
using System.Text.RegularExpressions;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Suppliers.Identifiers;

/// <summary>
/// Why, and at which tax office, a Russian organisation is registered: office (4 digits), reason (2 digits or capitals), serial (3 digits).
/// It has no check digit. Order of the Federal Tax Service ММВ-7-6/435@ of 29.06.2012.
/// </summary>
public static partial class Kpp
{
    public static BrokenRule? Refusal(string kpp, string? field = null) => Format().IsMatch(kpp) ? null : new(IdentifierRules.KppFormat, field);

    /// <summary>What is unusual, but no reason to refuse: a reason that hardly occurs, or another office than the INN's, as after a move.</summary>
    public static IEnumerable<BrokenRule> Doubts(string kpp, string inn, string? field = null)
    {
        if (Refusal(kpp) is null && !IsKnownReason(kpp[4..6]))
        {
            yield return new(IdentifierRules.KppUnusual, field, kpp[4..6]);
        }

        if (kpp.Length >= 4 && inn.Length == 10 && !Inn.IsOfForeignOrganisation(inn) && kpp[..4] != inn[..4])
        {
            yield return new(IdentifierRules.TaxOfficeDiffers, field);
        }
    }

    // 01 seat, 02–05, 31, 32, 43–45 branches, 06–08 real estate, 10–29 vehicles, 30 no taxpayer, 50 largest taxpayer, 51–99 foreign.
    private static bool IsKnownReason(string reason) =>
        int.TryParse(reason, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
        && code is (>= 1 and <= 8) or (>= 10 and <= 32) or (>= 43 and <= 45) or (>= 50 and <= 99);

    [GeneratedRegex("^[0-9]{4}[0-9A-Z]{2}[0-9]{3}$")]
    private static partial Regex Format();
}
