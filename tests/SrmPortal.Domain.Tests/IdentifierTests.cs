using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers.Identifiers;

namespace SrmPortal.Domain.Tests;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("7707083893", null)]
    [InlineData("7736050003", null)]
    [InlineData("7707083894", IdentifierRules.InnCheckDigit)]
    [InlineData("123456789047", null)]
    [InlineData("123456789037", IdentifierRules.InnCheckDigit)]
    [InlineData("0000000000", IdentifierRules.InnZeros)]
    [InlineData("000000000000", IdentifierRules.InnZeros)]
    [InlineData("77070838931", IdentifierRules.InnLength)]
    [InlineData("77070838x3", IdentifierRules.InnLength)]
    [InlineData("٧٧٠٧٠٨٣٨٩٣", IdentifierRules.InnLength)]
    [InlineData("", IdentifierRules.InnLength)]
    public void An_INN_is_known_by_its_check_digits(string inn, string? refusal) => Assert.Equal(refusal, Inn.Refusal(inn)?.Code);

    [Fact]
    public void An_INN_that_lost_its_zero_in_a_spreadsheet_is_offered_with_it()
    {
        var whole = Inn.WithCheckDigits("027501234");

        Assert.Equal(new object[] { whole }, Inn.Refusal(whole[1..])!.Values);
        Assert.Equal(IdentifierRules.InnZeroLost, Inn.Refusal(Inn.WithCheckDigits("0275012345")[1..])!.Code);
    }

    [Theory]
    [InlineData(" 7707 083-893 ", "7707083893")]
    [InlineData("№ 7707083893", "7707083893")]
    [InlineData("７７０７０８３８９３", "7707083893")]
    [InlineData("7707\u00A0083\u2009893", "7707083893")]
    [InlineData("7707–083—893\u200B", "7707083893")]
    [InlineData("0275012345", "0275012345")]
    [InlineData(null, "")]
    public void What_never_belongs_to_a_number_goes_away(string? typed, string number) => Assert.Equal(number, IdentifierText.Normalised(typed));

    [Theory]
    [InlineData("773601001", null)]
    [InlineData("7736АВ001", null)]
    [InlineData("7736ab001", null)]
    [InlineData("7736Б1001", IdentifierRules.KppFormat)]
    [InlineData("77360100", IdentifierRules.KppFormat)]
    public void A_KPP_has_its_format_and_Cyrillic_twins_are_folded(string typed, string? refusal) =>
        Assert.Equal(refusal, Kpp.Refusal(IdentifierText.NormalisedLatin(typed))?.Code);

    [Theory]
    [InlineData("773601001", "7736050003", null)]
    [InlineData("773647001", "7736050003", IdentifierRules.KppUnusual)]
    [InlineData("667101001", "7736050003", IdentifierRules.TaxOfficeDiffers)]
    [InlineData("770401001", "9909000000", null)]
    public void An_unusual_KPP_is_only_doubted(string kpp, string inn, string? doubt)
    {
        Assert.Null(Kpp.Refusal(kpp));
        Assert.Equal(doubt, Kpp.Doubts(kpp, inn).SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("1027700132195", null)]
    [InlineData("1027700070518", null)]
    [InlineData("1022200525819", null)]
    [InlineData("1117746358608", null)]
    [InlineData("1117746358609", IdentifierRules.OgrnCheckDigit)]
    [InlineData("0027700132195", IdentifierRules.OgrnFormat)]
    [InlineData("3027700132195", IdentifierRules.OgrnFormat)]
    [InlineData("102770013219", IdentifierRules.OgrnFormat)]
    public void An_OGRN_is_known_by_its_check_digit(string ogrn, string? refusal) => Assert.Equal(refusal, Ogrn.Refusal(ogrn)?.Code);

    [Fact]
    public void The_number_of_a_register_record_is_doubted_as_OGRN()
    {
        Assert.Equal(IdentifierRules.OgrnUnusual, Assert.Single(Ogrn.Doubts(Ogrn.WithCheckDigit("202770013219"))).Code);
        Assert.Empty(Ogrn.Doubts("1027700132195"));
    }

    [Theory]
    [InlineData("385768585948949", null)]
    [InlineData("385768585948948", IdentifierRules.OgrnipCheckDigit)]
    [InlineData("185768585948949", IdentifierRules.OgrnipFormat)]
    public void An_OGRNIP_is_known_by_its_check_digit(string ogrnip, string? refusal) => Assert.Equal(refusal, Ogrnip.Refusal(ogrnip)?.Code);

    [Fact]
    public void A_remainder_of_ten_and_more_keeps_its_last_digit_in_an_OGRNIP()
    {
        var stem = Enumerable.Range(0, 100).Select(i => $"304770000{i:00000}").First(digits => long.Parse(digits, null) % 13 == 12);

        Assert.Null(Ogrnip.Refusal(stem + "2"));
    }

    [Theory]
    [InlineData("40602810700000000025", "049805746", null)]
    [InlineData("30101810800000000746", "049805000", null)]
    [InlineData("40102810100000010001", "040305000", null)]
    [InlineData("30101810400000000225", "044525225", null)]
    [InlineData("40102810545370000003", "004525988", null)]
    [InlineData("40702810938000012345", "044525225", null)]
    [InlineData("40702810938000012345", "042202603", null)]
    [InlineData("40702810938000012345", "044525226", IdentifierRules.AccountNotOfBank)]
    [InlineData("4070281093800001234", "044525225", IdentifierRules.AccountFormat)]
    [InlineData("40702D10938000012345", "044525225", IdentifierRules.AccountFormat)]
    [InlineData("40702810938000012345", "not a BIK", null)]
    public void An_account_is_checked_with_its_bank(string account, string bik, string? refusal) =>
        Assert.Equal(refusal, BankAccountNumber.Refusal(account, bik)?.Code);

    [Fact]
    public void The_key_of_other_accounts_is_only_doubted_and_that_of_the_treasury_not_looked_at()
    {
        Assert.Null(BankAccountNumber.Refusal("42301810838000012346", "044525225"));
        Assert.Equal(IdentifierRules.AccountDoubtful, Assert.Single(BankAccountNumber.Doubts("42301810838000012346", "044525225")).Code);
        Assert.Empty(BankAccountNumber.Doubts("03100643000000018500", "044525225"));
        Assert.Empty(BankAccountNumber.Doubts("40702810938000012345", "044525226"));
    }

    [Fact]
    public void A_letter_of_a_clearing_currency_counts_as_its_digit_also_in_Cyrillic()
    {
        var account = IdentifierText.NormalisedLatin("40702С10038000012345");
        var withKey = BankAccountNumber.WithKey(account, "044525225");

        Assert.Null(BankAccountNumber.Refusal(withKey, "044525225"));
        Assert.Equal(BankAccountNumber.WithKey("40702210038000012345", "044525225")[8], withKey[8]);
    }

    [Theory]
    [InlineData("044525225", null)]
    [InlineData("144525225", IdentifierRules.BikFormat)]
    [InlineData("04452522", IdentifierRules.BikFormat)]
    public void A_BIK_begins_with_zero(string bik, string? refusal) => Assert.Equal(refusal, Bik.Refusal(bik)?.Code);

    [Theory]
    [InlineData("DE89 3704 0044 0532 0130 00", null)]
    [InlineData("BY20 OLMP 3135 0000 0010 0000 0933", null)]
    [InlineData("DE88 3704 0044 0532 0130 00", IdentifierRules.IbanCheckDigits)]
    [InlineData("DE", IdentifierRules.IbanFormat)]
    [InlineData("GB82 WEST 1234 5698 7654 32", null)]
    [InlineData("KZ86 125K ZT50 0410 0100", null)]
    [InlineData("BY13 NBRB 3600 9000 0000 2Z00 AB00", null)]
    [InlineData("NO93 8601 1117 947", null)]
    [InlineData("DE89 3704 0044 0532 0130 000", IdentifierRules.IbanLength)]
    [InlineData("KZ86 125K ZT50 0410 010", IdentifierRules.IbanLength)]
    public void An_IBAN_leaves_one_of_97(string typed, string? refusal) =>
        Assert.Equal(refusal, Iban.Refusal(IdentifierText.NormalisedLatin(typed))?.Code);

    [Theory]
    [InlineData("DEUTDEFF", null)]
    [InlineData("DEUTDEFF500", null)]
    [InlineData("DEUTDEFF50", IdentifierRules.BicFormat)]
    [InlineData("DEU1DEFF", IdentifierRules.BicFormat)]
    public void A_BIC_has_eight_or_eleven_signs(string bic, string? refusal) => Assert.Equal(refusal, Bic.Refusal(bic)?.Code);

    [Theory]
    [InlineData("BY", "200988541", null)]
    [InlineData("BY", "200988542", IdentifierRules.NationalCheckDigit)]
    [InlineData("BY", "МА1953684", null)]
    [InlineData("BY", "2009885", IdentifierRules.NationalLength)]
    [InlineData("KZ", "940140000385", null)]
    [InlineData("KZ", "940140000384", IdentifierRules.NationalCheckDigit)]
    [InlineData("KZ", "94014000038", IdentifierRules.NationalLength)]
    [InlineData("UA", "12345678", null)]
    [InlineData("UZ", "12345678", IdentifierRules.NationalLength)]
    [InlineData("CN", "91310000MA1FL0AB12", null)]
    [InlineData("DE", "DE 123.456.789", null)]
    [InlineData("JP", "12", IdentifierRules.NationalFormat)]
    public void A_foreign_number_is_checked_as_far_as_its_rule_is_known(string country, string typed, string? refusal) =>
        Assert.Equal(refusal, NationalNumber.Refusal(country, NationalNumber.Normalised(typed))?.Code);

    [Fact]
    public void The_same_number_written_differently_is_the_same_number() =>
        Assert.Equal(NationalNumber.Normalised("de123456789"), NationalNumber.Normalised("DE-123.456/789"));
}
