using System.Globalization;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Suppliers.Identifiers;

/// <summary>
/// The number of a Russian organisation in the register of legal entities: 13 digits, the last of them the first twelve mod 11 mod 10.
/// Order of the Ministry of Finance 165н of 30.10.2017 on keeping the registers.
/// </summary>
public static class Ogrn
{
    public static BrokenRule? Refusal(string ogrn, string? field = null) =>
        !IdentifierText.IsDigits(ogrn, 13) || ogrn[0] is '0' or '3' or '4' ? new(IdentifierRules.OgrnFormat, field)
        : ogrn == WithCheckDigit(ogrn[..12]) ? null
        : new(IdentifierRules.OgrnCheckDigit, field, ogrn);

    /// <summary>By the register's rules 2 and 6 to 9 begin the numbers of records, not of organisations.</summary>
    public static IEnumerable<BrokenRule> Doubts(string ogrn, string? field = null) =>
        ogrn.Length == 13 && ogrn[0] is '2' or >= '6' and <= '9' ? [new(IdentifierRules.OgrnUnusual, field)] : [];

    public static string WithCheckDigit(string stem) =>
        stem + (long.Parse(stem, CultureInfo.InvariantCulture) % 11 % 10).ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// The number of a Russian sole trader: 15 digits, the first a 3, the last the first fourteen mod 13 mod 10.
/// Order of the Ministry of Finance 165н of 30.10.2017.
/// </summary>
public static class Ogrnip
{
    public static BrokenRule? Refusal(string ogrnip, string? field = null) =>
        !IdentifierText.IsDigits(ogrnip, 15) || ogrnip[0] != '3' ? new(IdentifierRules.OgrnipFormat, field)
        : ogrnip == WithCheckDigit(ogrnip[..14]) ? null
        : new(IdentifierRules.OgrnipCheckDigit, field, ogrnip);

    public static string WithCheckDigit(string stem) =>
        stem + (long.Parse(stem, CultureInfo.InvariantCulture) % 13 % 10).ToString(CultureInfo.InvariantCulture);
}
