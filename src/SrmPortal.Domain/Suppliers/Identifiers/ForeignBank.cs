using System.Globalization;
using System.Text.RegularExpressions;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Suppliers.Identifiers;

/// <summary>An account by ISO 13616: country, two check digits (ISO 7064, mod 97-10), the account as its country writes it.</summary>
public static partial class Iban
{
    // Of the register of ISO 13616 those from which suppliers come; elsewhere the bank's own number is taken as it is.
    private static readonly HashSet<string> Countries =
    [
        "AD", "AE", "AL", "AT", "AZ", "BA", "BE", "BG", "BH", "BR", "BY", "CH", "CR", "CY", "CZ", "DE", "DK", "DO", "EE", "EG", "ES", "FI", "FR",
        "GB", "GE", "GR", "HR", "HU", "IE", "IL", "IS", "IT", "JO", "KW", "KZ", "LB", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MN", "MT",
        "NL", "NO", "PK", "PL", "PS", "PT", "QA", "RO", "RS", "SA", "SE", "SI", "SK", "SM", "TN", "TR", "UA", "XK",
    ];

    public static bool IsUsedIn(string country) => Countries.Contains(country);

    public static bool LooksLikeOne(string account) => Format().IsMatch(account);

    public static BrokenRule? Refusal(string iban, string? field = null) =>
        !Format().IsMatch(iban) ? new(IdentifierRules.IbanFormat, field)
        : Remainder(iban[4..] + iban[..4]) == 1 ? null
        : new(IdentifierRules.IbanCheckDigits, field);

    public static string WithCheckDigits(string country, string account) =>
        $"{country}{(98 - Remainder(account + country + "00")).ToString("00", CultureInfo.InvariantCulture)}{account}";

    // A to Z stand for 10 to 35.
    private static int Remainder(string signs) => signs.Aggregate(0, (remainder, sign) =>
        char.IsAsciiDigit(sign) ? ((remainder * 10) + sign - '0') % 97 : ((remainder * 100) + sign - 'A' + 10) % 97);

    [GeneratedRegex("^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$")]
    private static partial Regex Format();
}

/// <summary>A bank by ISO 9362 (SWIFT): bank, country, place, and the branch if one is meant.</summary>
public static partial class Bic
{
    public static BrokenRule? Refusal(string bic, string? field = null) => Format().IsMatch(bic) ? null : new(IdentifierRules.BicFormat, field);

    [GeneratedRegex("^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$")]
    private static partial Regex Format();
}
