using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Identifiers;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

public sealed class DetailsForm : StepForm
{
    public string? FullName { get; init; }

    public string? ShortName { get; init; }

    public string? LegalForm { get; init; }

    public string? TaxNumber { get; init; }

    public string? Kpp { get; init; }

    public string? RegistrationNumber { get; init; }

    public bool IsBranch { get; init; }

    public string? LegalAddress { get; init; }

    /// <summary>Actual and postal address are the registered one.</summary>
    public bool SameAddress { get; init; }

    public string? ActualAddress { get; init; }

    public string? PostalAddress { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    public string? BankCode { get; init; }

    public string? BankName { get; init; }

    public string? BankAccount { get; init; }

    /// <summary>As it is kept: numbers normalised, what the country or the legal form doesn't have left out.</summary>
    public CompanyDetails Details(string country)
    {
        var isRussian = country == Countries.Russia;
        var (form, legal) = (Typed.Line(LegalForm), Typed.Line(LegalAddress));
        return new CompanyDetails
        {
            Country = country,
            FullName = Typed.Line(FullName),
            ShortName = Typed.Line(ShortName),
            LegalForm = form,
            TaxNumber = isRussian ? IdentifierText.Normalised(TaxNumber) : NationalNumber.Normalised(TaxNumber),
            Kpp = isRussian && !LegalForms.IsPerson(form) ? IdentifierText.NormalisedLatin(Kpp) : "",
            RegistrationNumber = isRussian ? IdentifierText.Normalised(RegistrationNumber) : Typed.Line(RegistrationNumber),
            IsBranch = isRussian && IsBranch,
            LegalAddress = legal,
            ActualAddress = SameAddress ? legal : Typed.Line(ActualAddress),
            PostalAddress = SameAddress ? legal : Typed.Line(PostalAddress),
            Phone = Typed.Line(Phone),
            Email = Typed.Line(Email),
            Website = Typed.Line(Website),
            BankCode = isRussian ? IdentifierText.Normalised(BankCode) : IdentifierText.NormalisedLatin(BankCode),
            BankName = Typed.Line(BankName),
            BankAccount = IdentifierText.NormalisedLatin(BankAccount),
        };
    }

    public sealed class Validator : AbstractValidator<DetailsForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.FullName).Limit(400, texts);
            RuleFor(form => form.ShortName).Limit(200, texts);
            RuleFor(form => form.LegalForm).Limit(32, texts);
            RuleFor(form => form.TaxNumber).Limit(35, texts);
            RuleFor(form => form.Kpp).Limit(20, texts);
            RuleFor(form => form.RegistrationNumber).Limit(35, texts);
            RuleFor(form => form.LegalAddress).Limit(500, texts);
            RuleFor(form => form.ActualAddress).Limit(500, texts);
            RuleFor(form => form.PostalAddress).Limit(500, texts);
            RuleFor(form => form.Phone).Limit(50, texts);
            RuleFor(form => form.Email).Limit(ContactWays.LongestEmail, texts);
            RuleFor(form => form.Website).Limit(200, texts);
            RuleFor(form => form.BankCode).Limit(20, texts);
            RuleFor(form => form.BankName).Limit(200, texts);
            RuleFor(form => form.BankAccount).Limit(50, texts);
        }
    }
}

/// <summary>Its fields are named like those of <see cref="DetailsForm"/>.</summary>
public sealed record DetailsPage : StepPage
{
    public override RegistrationStep Current => RegistrationStep.Details;

    public override RegistrationParts Part => RegistrationParts.Details;

    public required CompanyDetails Company { get; init; }

    public bool IsRussian => Company.Country == Countries.Russia;

    public string FullName => Company.FullName;

    public string ShortName => Company.ShortName;

    public string LegalForm => Company.LegalForm;

    public string TaxNumber => Company.TaxNumber;

    public string Kpp => Company.Kpp;

    public string RegistrationNumber => Company.RegistrationNumber;

    public bool IsBranch => Company.IsBranch;

    public string LegalAddress => Company.LegalAddress;

    public bool SameAddress => Company.ActualAddress == Company.LegalAddress && Company.PostalAddress == Company.LegalAddress;

    public string ActualAddress => Company.ActualAddress;

    public string PostalAddress => Company.PostalAddress;

    public string Phone => Company.Phone;

    public string Email => Company.Email;

    public string Website => Company.Website;

    public string BankCode => Company.BankCode;

    public string BankName => Company.BankName;

    public string BankAccount => Company.BankAccount;

    public static DetailsPage Of(SupplierRegistration registration) => new()
    {
        Registration = registration,
        Revision = registration.DetailsRevision,
        Company = registration.Content.Details,
    };

    public IEnumerable<SelectListItem> LegalFormItems(IStringLocalizer<Texts> texts) =>
        LegalForms.Of(Company.Country).Select(form => new SelectListItem(texts.LegalForm(form), form));
}
