using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Identifiers;

namespace SrmPortal.Domain.Registration;

/// <summary>Step 2. Which numbers there are hangs on the country and the legal form.</summary>
public static class DetailsChecks
{
    public static IEnumerable<BrokenRule> WhatIsWrong(CompanyDetails company) =>
        NamesAndNumbers(company).Concat(Addresses(company)).Concat(Bank(company)).OfType<BrokenRule>();

    /// <summary>Names, numbers and the registered address: what an accreditation rests on besides the bank.</summary>
    public static IEnumerable<BrokenRule> WhatIsWrongWithIdentity(CompanyDetails company) =>
        [.. NamesAndNumbers(company).OfType<BrokenRule>(), .. AddressChecks.WhatIsWrong(company.LegalAddress, company.Country, nameof(CompanyDetails.LegalAddress))];

    /// <summary>Where one writes, drives, calls: what a supplier changes by itself.</summary>
    public static IEnumerable<BrokenRule> WhatIsWrongWithContacts(CompanyDetails company) => Addresses(company with { LegalAddress = company.ActualAddress }).OfType<BrokenRule>()
        .Select(wrong => wrong.Field is { } field && field.StartsWith(nameof(CompanyDetails.LegalAddress), StringComparison.Ordinal)
            ? wrong with { Field = nameof(CompanyDetails.ActualAddress) + field[nameof(CompanyDetails.LegalAddress).Length..] } : wrong);

    public static IEnumerable<BrokenRule> WhatIsWrongWithBank(CompanyDetails company) => Bank(company).OfType<BrokenRule>();

    /// <summary>Unusual, and taken nevertheless.</summary>
    public static IEnumerable<BrokenRule> Doubts(CompanyDetails company) => company.Country != Countries.Russia ? [] :
    [
        .. LegalForms.HasKpp(company.LegalForm) ? Kpp.Doubts(company.Kpp, company.TaxNumber, nameof(CompanyDetails.Kpp)) : [],
        .. LegalForms.HasOgrn(company.LegalForm) ? Ogrn.Doubts(company.RegistrationNumber, nameof(CompanyDetails.RegistrationNumber)) : [],
        .. BankAccountNumber.Doubts(company.BankAccount, company.BankCode, nameof(CompanyDetails.BankAccount)),
        .. BankAccountNumber.Doubts(company.CorrespondentAccount, company.BankCode, nameof(CompanyDetails.CorrespondentAccount)),
    ];

    /// <summary>What is wrong with the number by which a company is known, of its country and legal form; null: nothing.</summary>
    internal static BrokenRule? TaxNumber(CompanyDetails company)
    {
        const string field = nameof(CompanyDetails.TaxNumber);
        var (form, number) = (company.LegalForm, company.TaxNumber);
        return number.Length == 0 ? new(RegistrationRules.NoTaxNumber, field)
            : company.Country != Countries.Russia ? NationalNumber.Refusal(company.Country, number, field)
            : Inn.Refusal(number, field) is { } wrong ? wrong
            : Inn.IsOfPerson(number) && LegalForms.HasKpp(form) ? new(IdentifierRules.InnOfPerson, field)
            : !Inn.IsOfPerson(number) && LegalForms.IsPerson(form) ? new(IdentifierRules.InnOfCompany, field)
            : null;
    }

    private static IEnumerable<BrokenRule?> NamesAndNumbers(CompanyDetails company) =>
        Names(company).Concat(company.Country == Countries.Russia ? RussianNumbers(company) : ForeignNumbers(company));

    private static IEnumerable<BrokenRule?> Bank(CompanyDetails company) => company.Country == Countries.Russia ? RussianBank(company) : ForeignBank(company);

    private static IEnumerable<BrokenRule?> Names(CompanyDetails company)
    {
        if (company.FullName.Length == 0)
        {
            yield return new(RegistrationRules.NoFullName, nameof(CompanyDetails.FullName));
        }

        if (company.ShortName.Length == 0)
        {
            yield return new(RegistrationRules.NoShortName, nameof(CompanyDetails.ShortName));
        }

        if (!LegalForms.Of(company.Country).Contains(company.LegalForm))
        {
            yield return new(RegistrationRules.NoLegalForm, nameof(CompanyDetails.LegalForm));
        }
    }

    private static IEnumerable<BrokenRule?> RussianNumbers(CompanyDetails company)
    {
        var (form, inn) = (company.LegalForm, company.TaxNumber);
        yield return TaxNumber(company);
        yield return LegalForms.HasKpp(form) ? Kpp.Refusal(company.Kpp, nameof(CompanyDetails.Kpp)) : null;

        yield return LegalForms.HasOgrn(form) && !Inn.IsOfForeignOrganisation(inn) ? Ogrn.Refusal(company.RegistrationNumber, nameof(CompanyDetails.RegistrationNumber))
            : LegalForms.HasOgrnip(form) ? Ogrnip.Refusal(company.RegistrationNumber, nameof(CompanyDetails.RegistrationNumber))
            : null;

        yield return company.IsBranch && LegalForms.IsPerson(form) ? new(RegistrationRules.BranchIsOfOrganisation, nameof(CompanyDetails.IsBranch)) : null;
    }

    private static IEnumerable<BrokenRule?> ForeignNumbers(CompanyDetails company)
    {
        yield return TaxNumber(company);
        yield return company.Lei.Length == 0 ? null : Lei.Refusal(company.Lei, nameof(CompanyDetails.Lei));
    }

    private static IEnumerable<BrokenRule?> Addresses(CompanyDetails company)
    {
        // What is the same is said once, at the first.
        (string Field, Address Address)[] addresses =
        [
            (nameof(CompanyDetails.LegalAddress), company.LegalAddress), (nameof(CompanyDetails.ActualAddress), company.ActualAddress),
            (nameof(CompanyDetails.PostalAddress), company.PostalAddress),
        ];
        foreach (var wrong in addresses.DistinctBy(one => one.Address).SelectMany(one => AddressChecks.WhatIsWrong(one.Address, company.Country, one.Field)))
        {
            yield return wrong;
        }

        yield return ContactWays.IsPhone(company.Phone) ? null : new(RegistrationRules.NotAPhone, nameof(CompanyDetails.Phone));
        yield return ContactWays.IsEmail(company.Email) ? null : new(RegistrationRules.NotAnEmail, nameof(CompanyDetails.Email));
        yield return company.Website.Length == 0 || ContactWays.IsWebsite(company.Website) ? null : new(RegistrationRules.NotAWebsite, nameof(CompanyDetails.Website));
    }

    private static IEnumerable<BrokenRule?> RussianBank(CompanyDetails company)
    {
        yield return Bik.Refusal(company.BankCode, nameof(CompanyDetails.BankCode));
        yield return company.BankName.Length == 0 ? new(RegistrationRules.NoBankName, nameof(CompanyDetails.BankName)) : null;
        yield return BankAccountNumber.Refusal(company.BankAccount, company.BankCode, nameof(CompanyDetails.BankAccount));
        // A division of the Bank of Russia has none.
        yield return company.CorrespondentAccount.Length == 0 ? null
            : BankAccountNumber.Refusal(company.CorrespondentAccount, company.BankCode, nameof(CompanyDetails.CorrespondentAccount));
    }

    private static IEnumerable<BrokenRule?> ForeignBank(CompanyDetails company)
    {
        yield return Bic.Refusal(company.BankCode, nameof(CompanyDetails.BankCode));
        yield return company.BankName.Length == 0 ? new(RegistrationRules.NoBankName, nameof(CompanyDetails.BankName)) : null;
        yield return company.BankAccount.Length < 4 ? new(RegistrationRules.NoAccount, nameof(CompanyDetails.BankAccount))
            : Iban.IsUsedIn(company.Country) || Iban.LooksLikeOne(company.BankAccount) ? Iban.Refusal(company.BankAccount, nameof(CompanyDetails.BankAccount))
            : null;
    }
}
