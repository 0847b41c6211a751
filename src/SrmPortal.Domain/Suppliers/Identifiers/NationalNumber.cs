using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Suppliers.Identifiers;

/// <summary>
/// The number by which a foreign state knows a company or a sole trader. Belarus and Kazakhstan are checked by their algorithms, the other
/// neighbours by length, all others only for being there.
/// </summary>
public static class NationalNumber
{
    private const int Shortest = 3, Longest = 35;

    /// <summary>The letters that a Belarusian sole trader's number may have in the second place.</summary>
    private const string SecondLetters = "ABCEHKMOPT";

    private static readonly Dictionary<string, int> DigitsIn = new()
    {
        ["AM"] = 8,
        ["AZ"] = 10,
        ["KG"] = 14,
        ["TR"] = 10,
        ["UA"] = 8,
        ["UZ"] = 9,
    };

    /// <summary>Capitals and digits alone: <c>de 123.456-789</c> is <c>DE123456789</c>.</summary>
    public static string Normalised(string? typed) => string.Concat(IdentifierText.NormalisedLatin(typed).Where(char.IsLetterOrDigit));

    public static BrokenRule? Refusal(string country, string number, string? field = null) => country switch
    {
        "BY" => Belarusian(number) ? null : new(IsBelarusianShape(number) ? IdentifierRules.NationalCheckDigit : IdentifierRules.NationalLength, field, 9),
        "KZ" => !IdentifierText.IsDigits(number, 12) ? new(IdentifierRules.NationalLength, field, 12)
            : Kazakh(number) ? null : new(IdentifierRules.NationalCheckDigit, field),
        "CN" => number.Length == 18 && number.All(char.IsAsciiLetterOrDigit) ? null : new(IdentifierRules.NationalLength, field, 18),
        _ when DigitsIn.TryGetValue(country, out var digits) =>
            IdentifierText.IsDigits(number, digits) ? null : new(IdentifierRules.NationalLength, field, digits),
        _ => number.Length is >= Shortest and <= Longest && number.All(char.IsAsciiLetterOrDigit) ? null : new(IdentifierRules.NationalFormat, field, Shortest, Longest),
    };

    // УНП, Ministry of Taxes and Duties of Belarus: mod 11, a remainder of 10 is never given out. Sole traders have letters in front.
    private static bool Belarusian(string number)
    {
        if (!IsBelarusianShape(number))
        {
            return false;
        }

        var first = char.IsAsciiDigit(number[0]) ? IdentifierText.Digit(number[0]) : number[0] - 'A' + 10;
        var second = char.IsAsciiDigit(number[1]) ? number[1] : (char)('0' + SecondLetters.IndexOf(number[1], StringComparison.Ordinal));
        var sum = (first * 29) + IdentifierText.WeightedSum(second + number[2..], 23, 19, 17, 13, 7, 5, 3);
        return sum % 11 == IdentifierText.Digit(number[8]);
    }

    private static bool IsBelarusianShape(string number) => number.Length == 9 && number[2..].All(char.IsAsciiDigit)
        && ((number[0] is >= '1' and <= '7' && char.IsAsciiDigit(number[1]))
            || ("ABCEHKM".Contains(number[0], StringComparison.Ordinal) && SecondLetters.Contains(number[1], StringComparison.Ordinal)));

    // БИН and ИИН, rules of the national registers of Kazakhstan: a remainder of 10 is tried again with other weights, twice is never given out.
    private static bool Kazakh(string number)
    {
        var remainder = IdentifierText.WeightedSum(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) % 11;
        if (remainder == 10)
        {
            remainder = IdentifierText.WeightedSum(number, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2) % 11;
        }

        return remainder == IdentifierText.Digit(number[11]);
    }
}
