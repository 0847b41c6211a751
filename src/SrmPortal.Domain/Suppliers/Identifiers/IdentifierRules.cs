namespace SrmPortal.Domain.Suppliers.Identifiers;

/// <summary>What is wrong with a number, or only unusual about it (<c>…Unusual</c>, <c>…Doubtful</c>, <c>…Differs</c>: said, never refused).</summary>
public static class IdentifierRules
{
    public const string InnLength = "identifier.inn-length";
    public const string InnOfCompany = "identifier.inn-of-company";
    public const string InnOfPerson = "identifier.inn-of-person";
    public const string InnCheckDigit = "identifier.inn-check-digit";
    public const string InnZeros = "identifier.inn-zeros";
    public const string InnZeroLost = "identifier.inn-zero-lost";
    public const string KppFormat = "identifier.kpp-format";
    public const string KppUnusual = "identifier.kpp-unusual";
    public const string TaxOfficeDiffers = "identifier.tax-office-differs";
    public const string OgrnFormat = "identifier.ogrn-format";
    public const string OgrnCheckDigit = "identifier.ogrn-check-digit";
    public const string OgrnUnusual = "identifier.ogrn-unusual";
    public const string OgrnipFormat = "identifier.ogrnip-format";
    public const string OgrnipCheckDigit = "identifier.ogrnip-check-digit";
    public const string BikFormat = "identifier.bik-format";
    public const string BikUnknown = "identifier.bik-unknown";
    public const string AccountFormat = "identifier.account-format";
    public const string AccountNotOfBank = "identifier.account-not-of-bank";
    public const string AccountDoubtful = "identifier.account-doubtful";
    public const string IbanFormat = "identifier.iban-format";
    public const string IbanLength = "identifier.iban-length";
    public const string IbanCheckDigits = "identifier.iban-check-digits";
    public const string BicFormat = "identifier.bic-format";
    public const string LeiFormat = "identifier.lei-format";
    public const string LeiCheckDigits = "identifier.lei-check-digits";
    public const string NationalLength = "identifier.national-length";
    public const string NationalFormat = "identifier.national-format";
    public const string NationalCheckDigit = "identifier.national-check-digit";
}
