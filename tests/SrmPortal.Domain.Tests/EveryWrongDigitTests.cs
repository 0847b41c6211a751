using System.Globalization;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers.Identifiers;

namespace SrmPortal.Domain.Tests;

/// <summary>
/// Hundreds of valid numbers, each with every one of its digits changed to every other: refused, except where the rule itself cannot
/// see it (a remainder of 10 is written as 0, so 10 and 0 look alike).
/// </summary>
public sealed class EveryWrongDigitTests
{
    private const int Numbers = 200;

    private readonly Random _random = new(20261124);

    [Fact]
    public void In_an_INN_of_a_company() => Check(
        () => Inn.WithCheckDigits(Digits(9, "77")), inn => Inn.Refusal(inn),
        (right, wrong, place) => place < 9 && Alike(Sum(right, 2, 4, 10, 3, 5, 9, 4, 6, 8), Sum(wrong, 2, 4, 10, 3, 5, 9, 4, 6, 8), 11));

    [Fact]
    public void In_an_INN_of_a_person() => Check(
        () => Inn.WithCheckDigits(Digits(10, "66")), inn => Inn.Refusal(inn),
        (right, wrong, place) => place < 10 ? Alike(Sum(right, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8), Sum(wrong, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8), 11)
            && Alike(Sum(right, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8), Sum(wrong, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8), 11) : false);

    [Fact]
    public void In_an_OGRN() => Check(
        () => Ogrn.WithCheckDigit(Digits(12, "1")), ogrn => Ogrn.Refusal(ogrn),
        (right, wrong, place) => place < 12 && Alike(Whole(right, 12), Whole(wrong, 12), 11));

    [Fact]
    public void In_an_OGRNIP() => Check(
        () => Ogrnip.WithCheckDigit(Digits(14, "3")), ogrnip => Ogrnip.Refusal(ogrnip),
        (right, wrong, place) => place < 14 && Alike(Whole(right, 14), Whole(wrong, 14), 13));

    [Fact]
    public void In_an_account_at_its_bank() => Check(
        () => BankAccountNumber.WithKey(Digits(20, "407028100"), "044525225"),
        account => BankAccountNumber.Refusal(account, "044525225"),
        // A digit of the balance account may turn it into one whose key is only doubted.
        (_, wrong, _) => string.CompareOrdinal(wrong[..3], "405") < 0 || string.CompareOrdinal(wrong[..3], "408") > 0);

    [Fact]
    public void In_an_account_in_a_clearing_currency() => Check(
        () => BankAccountNumber.WithKey("40702" + "ABCEHKMPTX"[_random.Next(10)] + Digits(14, ""), "044525225"),
        account => BankAccountNumber.Refusal(account, "044525225"),
        (_, wrong, _) => string.CompareOrdinal(wrong[..3], "405") < 0 || string.CompareOrdinal(wrong[..3], "408") > 0);

    /// <summary>The account of a bank at the Bank of Russia is doubted, not refused, and goes by its region's two digits.</summary>
    [Fact]
    public void In_a_correspondent_account() => Check(
        () => BankAccountNumber.WithKey(Digits(20, "30101810"), "044525225"),
        account => BankAccountNumber.Refusal(account, "044525225") ?? BankAccountNumber.Doubts(account, "044525225").FirstOrDefault(),
        // Another balance account is kept elsewhere, and has another key; 03 has none.
        (_, wrong, place) => place < 3);

    /// <summary>Of the bank's code the key sees the last three digits alone, and nine of ten slips.</summary>
    [Fact]
    public void In_the_code_of_the_bank_of_an_account()
    {
        var (seen, all) = (0, 0);
        for (var i = 0; i < Numbers; i++)
        {
            var (bik, account) = ("044525225", BankAccountNumber.WithKey(Digits(20, "407028100"), "044525225"));
            foreach (var (wrong, place) in EveryWrongDigit(bik).Where(one => one.Place >= 6))
            {
                (seen, all) = (seen + (BankAccountNumber.Refusal(account, wrong) is null ? 0 : 1), all + 1);
                Assert.True(place is 6 or 7 or 8);
            }
        }

        Assert.Equal(all, seen);
    }

    [Theory]
    [InlineData("DE", 22)]
    [InlineData("BY", 28)]
    [InlineData("KZ", 20)]
    [InlineData("NO", 15)]
    [InlineData("MT", 31)]
    public void In_an_IBAN(string country, int length) => Check(
        () => Iban.WithCheckDigits(country, Digits(length - 4, "")), iban => Iban.Refusal(iban), (_, _, _) => false, least: length - 2);

    [Fact]
    public void In_a_LEI()
    {
        Assert.Null(Lei.Refusal("5493001KJTIIGC8Y1R12"));
        Check(() => Lei.WithCheckDigits("5493" + Digits(14, "")), lei => Lei.Refusal(lei), (_, _, _) => false);
    }

    [Theory]
    [InlineData("DE", 22)]
    [InlineData("RS", 22)]
    public void In_the_length_of_an_IBAN(string country, int length)
    {
        for (var i = 0; i < Numbers; i++)
        {
            Assert.Equal(IdentifierRules.IbanLength, Iban.Refusal(Iban.WithCheckDigits(country, Digits(length - 3, "")))?.Code);
            Assert.Equal(IdentifierRules.IbanLength, Iban.Refusal(Iban.WithCheckDigits(country, Digits(length - 5, "")))?.Code);
        }
    }

    [Fact]
    public void In_the_office_and_serial_of_a_KPP_nothing_can_be_seen_and_in_its_shape_everything() => Assert.All(
        EveryWrongDigit("773601001").Select(one => one.Wrong), wrong => Assert.Null(Kpp.Refusal(wrong)));

    /// <summary>A sole trader's number begins with letters.</summary>
    [Fact]
    public void In_a_Belarusian_number_of_a_person() => Check(
        () => Last(stem => NationalNumber.Refusal("BY", stem) is null, () => "ABCEHKM"[_random.Next(7)].ToString() + "ABCEHKMOPT"[_random.Next(10)] + Digits(6, "")),
        number => NationalNumber.Refusal("BY", number), (_, _, _) => false);

    [Fact]
    public void In_a_Belarusian_number() => Check(
        () => Last(stem => NationalNumber.Refusal("BY", stem) is null, () => Digits(8, "2")), number => NationalNumber.Refusal("BY", number), (_, _, _) => false);

    [Fact]
    public void In_a_Kazakh_number() => Check(
        () => Last(stem => NationalNumber.Refusal("KZ", stem) is null, () => Digits(11, "94")), number => NationalNumber.Refusal("KZ", number),
        // The weight of the eleventh place is 11, which the rule cannot see; nor what its second round of weights levels out.
        (right, wrong, place) => place == 10 || First(right) == 10 || First(wrong) == 10);

    private static int First(string number) => (int)(Sum(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) % 11);

    private static void Check(Func<string> valid, Func<string, BrokenRule?> refusal, Func<string, string, int, bool> cannotBeSeen, int least = 60)
    {
        var seen = 0;
        for (var i = 0; i < Numbers; i++)
        {
            var right = valid();
            Assert.Null(refusal(right));
            foreach (var (wrong, place) in EveryWrongDigit(right))
            {
                if (!cannotBeSeen(right, wrong, place))
                {
                    Assert.True(refusal(wrong) is not null, $"{wrong} passes for {right}");
                    seen++;
                }
            }
        }

        Assert.True(seen > Numbers * least, $"Only {seen} changes were looked at.");
    }

    private static IEnumerable<(string Wrong, int Place)> EveryWrongDigit(string number) =>
        from place in Enumerable.Range(0, number.Length)
        where char.IsAsciiDigit(number[place])
        from digit in "0123456789"
        where digit != number[place]
        select (number[..place] + digit + number[(place + 1)..], place);

    private static bool Alike(long right, long wrong, int modulus) => right % modulus % 10 == wrong % modulus % 10;

    private static long Sum(string number, params int[] weights) => weights.Select((weight, i) => (long)weight * (number[i] - '0')).Sum();

    private static long Whole(string number, int length) => long.Parse(number[..length], CultureInfo.InvariantCulture);

    private static string Last(Func<string, bool> isValid, Func<string> stem)
    {
        while (true)
        {
            var eight = stem();
            if ("0123456789".Select(digit => eight + digit).FirstOrDefault(isValid) is { } valid)
            {
                return valid;
            }
        }
    }

    private string Digits(int length, string start) =>
        start + string.Concat(Enumerable.Range(0, length - start.Length).Select(_ => _random.Next(10)));
}
