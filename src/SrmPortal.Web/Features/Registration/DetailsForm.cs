using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Identifiers;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

public sealed class DetailsForm : StepForm, ITypedIdentity, ITypedBank
{
    public string? FullName { get; init; }

    public string? ShortName { get; init; }

    public string? LocalName { get; init; }

    public string? LegalForm { get; init; }

    public string? TaxNumber { get; init; }

    public string? Kpp { get; init; }

    public string? RegistrationNumber { get; init; }

    public string? Lei { get; init; }

    public bool IsBranch { get; init; }

    public AddressFields LegalAddress { get; init; } = new();

    /// <summary>The actual address is the registered one.</summary>
    public bool ActualSame { get; init; }

    public AddressFields ActualAddress { get; init; } = new();

    /// <summary><see cref="AddressFields.Legal"/>, <see cref="AddressFields.Actual"/>, or <see cref="AddressFields.Own"/>.</summary>
    public string? PostalSameAs { get; init; }

    public AddressFields PostalAddress { get; init; } = new();

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    public string? BankCode { get; init; }

    public string? BankName { get; init; }

    public string? BankCity { get; init; }

    public string? BankAccount { get; init; }

    public string? CorrespondentAccount { get; init; }

    public string? CorrespondentBank { get; init; }

    /// <summary>As it is kept: numbers normalised, what the country or the legal form doesn't have left out.</summary>
    /// <param name="country">Of step 1.</param>
    /// <param name="bank">As the directory knows it; what it says of a bank counts.</param>
    public CompanyDetails Details(string country, Bank? bank)
    {
        var isRussian = country == Countries.Russia;
        bank = isRussian ? bank : null;
        var (form, legal) = (Typed.Line(LegalForm), LegalAddress.Address());
        var actual = ActualSame ? legal : ActualAddress.Address();
        return new CompanyDetails
        {
            Country = country,
            FullName = Typed.Line(FullName),
            ShortName = Typed.Line(ShortName),
            LocalName = isRussian ? "" : Typed.Line(LocalName),
            LegalForm = form,
            TaxNumber = isRussian ? IdentifierText.Normalised(TaxNumber) : NationalNumber.Normalised(TaxNumber),
            Kpp = isRussian && !LegalForms.IsPerson(form) ? IdentifierText.NormalisedLatin(Kpp) : "",
            RegistrationNumber = isRussian ? IdentifierText.Normalised(RegistrationNumber) : Typed.Line(RegistrationNumber),
            Lei = isRussian ? "" : IdentifierText.NormalisedLatin(Lei),
            IsBranch = isRussian && IsBranch,
            LegalAddress = legal,
            ActualAddress = actual,
            PostalAddress = PostalSameAs switch { AddressFields.Own => PostalAddress.Address(), AddressFields.Actual => actual, _ => legal },
            Phone = Typed.Line(Phone),
            Email = Typed.Line(Email),
            Website = Typed.Line(Website),
            BankCode = isRussian ? IdentifierText.Normalised(BankCode) : IdentifierText.NormalisedLatin(BankCode),
            BankName = bank?.Name ?? Typed.Line(BankName),
            BankCity = bank?.City ?? Typed.Line(BankCity),
            BankAccount = IdentifierText.NormalisedLatin(BankAccount),
            CorrespondentAccount = bank?.CorrespondentAccount ?? (isRussian ? IdentifierText.NormalisedLatin(CorrespondentAccount) : ""),
            CorrespondentBank = isRussian ? "" : Typed.Line(CorrespondentBank),
        };
    }

    public AddressChoice Choice() => new(ActualSame, PostalSameAs switch { AddressFields.Own => PostalAddressIs.Own, AddressFields.Actual => PostalAddressIs.Actual, _ => PostalAddressIs.Legal });

    public sealed class Validator : AbstractValidator<DetailsForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            Include(new TypedIdentityLimits(texts));
            Include(new TypedBankLimits(texts));
            RuleFor(form => form.ActualAddress).ChildRules(address => AddressFields.Limits(address, texts));
            RuleFor(form => form.PostalAddress).ChildRules(address => AddressFields.Limits(address, texts));
            RuleFor(form => form.Phone).Limit(50, texts);
            RuleFor(form => form.Email).Limit(ContactWays.LongestEmail, texts);
            RuleFor(form => form.Website).Limit(200, texts);
        }
    }
}

/// <summary>Its fields are named like those of <see cref="DetailsForm"/>.</summary>
public sealed record DetailsPage : StepPage, ICompanyFields, IBankFields
{
    public override RegistrationStep Current => RegistrationStep.Details;

    public override RegistrationParts Part => RegistrationParts.Details;

    public required CompanyDetails Company { get; init; }

    public bool IsRussian => Company.Country == Countries.Russia;

    public string FullName => Company.FullName;

    public string ShortName => Company.ShortName;

    public string LocalName => Company.LocalName;

    public string LegalForm => Company.LegalForm;

    public string Lei => Company.Lei;

    public string CorrespondentBank => Company.CorrespondentBank;

    public string TaxNumber => Company.TaxNumber;

    public string Kpp => Company.Kpp;

    public string RegistrationNumber => Company.RegistrationNumber;

    public bool IsBranch => Company.IsBranch;

    public AddressFields LegalAddress => AddressFields.Of(Company.LegalAddress);

    public required AddressChoice Choice { get; init; }

    public bool ActualSame => Choice.ActualSame;

    public AddressFields ActualAddress => AddressFields.Of(ActualSame ? Address.None : Company.ActualAddress);

    public string PostalSameAs => AddressFields.Of(Choice.Postal);

    public AddressFields PostalAddress => AddressFields.Of(PostalSameAs == AddressFields.Own ? Company.PostalAddress : Address.None);

    public string Phone => Company.Phone;

    public string Email => Company.Email;

    public string Website => Company.Website;

    public string BankCode => Company.BankCode;

    public string BankName => Company.BankName;

    public string BankCity => Company.BankCity;

    public string BankAccount => Company.BankAccount;

    public string CorrespondentAccount => Company.CorrespondentAccount;

    /// <summary>Whether the directory says name, city and account of the bank.</summary>
    public bool IsBankKnown { get; init; }

    public static DetailsPage Of(SupplierRegistration registration, bool isBankKnown) => new()
    {
        Registration = registration,
        IsBankKnown = isBankKnown,
        Revision = registration.DetailsRevision,
        Company = registration.Content.Details,
        Choice = AddressChoice.Of(registration.Content),
    };

    public IEnumerable<SelectListItem> LegalFormItems(IStringLocalizer<Texts> texts) =>
        LegalForms.Of(Company.Country).Select(form => new SelectListItem(texts.LegalForm(form), form));
}
