using System.Globalization;
using System.Text.RegularExpressions;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Suppliers.Identifiers;

/// <summary>A legal entity by ISO 17442: eighteen letters and digits, and two check digits (ISO 7064, mod 97-10).</summary>
public static partial class Lei
{
    public static BrokenRule? Refusal(string lei, string? field = null) =>
        !Format().IsMatch(lei) ? new(IdentifierRules.LeiFormat, field)
        : Iso7064.Remainder(lei) == 1 ? null
        : new(IdentifierRules.LeiCheckDigits, field);

    public static string WithCheckDigits(string first18) => first18 + (98 - Iso7064.Remainder(first18 + "00")).ToString("00", CultureInfo.InvariantCulture);

    [GeneratedRegex("^[A-Z0-9]{18}[0-9]{2}$")]
    private static partial Regex Format();
}

/// <summary>Mod 97-10 over letters and digits; A to Z stand for 10 to 35.</summary>
internal static class Iso7064
{
    public static int Remainder(string signs) => signs.Aggregate(0, (remainder, sign) =>
        char.IsAsciiDigit(sign) ? ((remainder * 10) + sign - '0') % 97 : ((remainder * 100) + sign - 'A' + 10) % 97);
}
