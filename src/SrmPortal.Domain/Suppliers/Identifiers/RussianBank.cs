using System.Globalization;
using System.Text.RegularExpressions;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Suppliers.Identifiers;

/// <summary>A Russian bank by its code: nine digits that begin with 0, the last three its number as a participant.</summary>
public static class Bik
{
    public static BrokenRule? Refusal(string bik, string? field = null) =>
        IdentifierText.IsDigits(bik, 9) && bik[0] == '0' ? null : new(IdentifierRules.BikFormat, field);
}

/// <summary>
/// An account at a Russian bank: 20 digits, of which the sixth may be the letter of a clearing currency and the ninth is the key.
/// The key is computed together with the bank's code: rule No. 515 of the Bank of Russia of 08.09.1997.
/// </summary>
public static partial class BankAccountNumber
{
    // Clearing currencies stand for 0 to 9.
    private const string ClearingCurrencies = "ABCEHKMPTX";

    /// <summary>Why it cannot be this bank's account. Only accounts of companies and sole traders (405 to 408) are refused for their key.</summary>
    public static BrokenRule? Refusal(string account, string bik, string? field = null) =>
        !Format().IsMatch(account) ? new(IdentifierRules.AccountFormat, field)
        : Bik.Refusal(bik) is null && IsOfCompany(account) && !KeyFits(account, bik) ? new(IdentifierRules.AccountNotOfBank, field, bik)
        : null;

    /// <summary>For all other accounts a key that doesn't fit is said, and taken.</summary>
    public static IEnumerable<BrokenRule> Doubts(string account, string bik, string? field = null) =>
        Format().IsMatch(account) && Bik.Refusal(bik) is null && !IsOfCompany(account) && !KeyFits(account, bik)
            ? [new(IdentifierRules.AccountDoubtful, field, bik)] : [];

    /// <summary>The account with the key that this bank would give it; what stands in the ninth place now doesn't matter.</summary>
    public static string WithKey(string account, string bik)
    {
        var keyless = account[..8] + "0" + account[9..];
        return account[..8] + (Sum(keyless, bik) * 3 % 10).ToString(CultureInfo.InvariantCulture) + account[9..];
    }

    private static bool IsOfCompany(string account) => account[0] == '4' && account[1] == '0' && account[2] is >= '5' and <= '8';

    private static bool KeyFits(string account, string bik) => account.StartsWith("03", StringComparison.Ordinal) || Sum(account, bik) == 0;

    private static int Sum(string account, string bik)
    {
        var atBankOfRussia = account.StartsWith("301", StringComparison.Ordinal) || account.StartsWith("40102", StringComparison.Ordinal)
            || bik[6..] is "000" or "001" or "002";
        var digits = (atBankOfRussia ? "0" + bik[4..6] : bik[6..]) + account;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = char.IsAsciiDigit(digits[i]) ? IdentifierText.Digit(digits[i]) : ClearingCurrencies.IndexOf(digits[i], StringComparison.Ordinal);
            sum += digit * (i % 3) switch { 0 => 7, 1 => 1, _ => 3 } % 10;
        }

        return sum % 10;
    }

    [GeneratedRegex("^[0-9]{5}[0-9ABCEHKMPTX][0-9]{14}$")]
    private static partial Regex Format();
}
