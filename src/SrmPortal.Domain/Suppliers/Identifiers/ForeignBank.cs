using System.Globalization;
using System.Text.RegularExpressions;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Suppliers.Identifiers;

/// <summary>An account by ISO 13616: country, two check digits (ISO 7064, mod 97-10), the account as its country writes it.</summary>
public static partial class Iban
{
    /// <summary>The register of ISO 13616: where it is used, and how long it is there. Elsewhere the bank's own number is taken as it is.</summary>
    private static readonly Dictionary<string, int> Lengths = """
        AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18
        FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24
        ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25
        SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToDictionary(entry => entry[..2], entry => int.Parse(entry[2..], CultureInfo.InvariantCulture));

    public static bool IsUsedIn(string country) => Lengths.ContainsKey(country);

    public static bool LooksLikeOne(string account) => Format().IsMatch(account);

    public static BrokenRule? Refusal(string iban, string? field = null) =>
        !Format().IsMatch(iban) ? new(IdentifierRules.IbanFormat, field)
        : Lengths.TryGetValue(iban[..2], out var length) && iban.Length != length ? new(IdentifierRules.IbanLength, field, iban[..2], length, iban.Length)
        : Iso7064.Remainder(iban[4..] + iban[..4]) == 1 ? null
        : new(IdentifierRules.IbanCheckDigits, field);

    public static string WithCheckDigits(string country, string account) =>
        $"{country}{(98 - Iso7064.Remainder(account + country + "00")).ToString("00", CultureInfo.InvariantCulture)}{account}";

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
