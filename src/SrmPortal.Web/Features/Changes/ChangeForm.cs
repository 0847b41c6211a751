using FluentValidation;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Features.Registration;

namespace SrmPortal.Web.Features.Changes;

/// <summary>What comes with every request for a change.</summary>
public class ChangeForm
{
    public const int MostPapers = 10;

    /// <summary>What the form was filled from.</summary>
    public int Revision { get; init; }

    public string? Why { get; init; }

    public List<IFormFile> Papers { get; init; } = [];
}

/// <summary>Who the company is. What is typed is understood like in the questionnaire.</summary>
public sealed class IdentityForm : ChangeForm, ITypedIdentity
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

    /// <summary>The company, with what was typed.</summary>
    public CompanyDetails In(CompanyDetails company)
    {
        var typed = new DetailsForm
        {
            FullName = FullName,
            ShortName = ShortName,
            LocalName = LocalName,
            LegalForm = LegalForm,
            TaxNumber = TaxNumber,
            Kpp = Kpp,
            RegistrationNumber = RegistrationNumber,
            Lei = Lei,
            IsBranch = IsBranch,
            LegalAddress = LegalAddress,
        }.Details(company.Country, null);
        // An address that is known as a whole only, and was not touched, stays as it is.
        return company.WithIdentityOf(LegalAddress.IsAsShown(company.LegalAddress) ? typed with { LegalAddress = company.LegalAddress } : typed);
    }

    public sealed class Validator : AbstractValidator<IdentityForm>
    {
        public Validator(Microsoft.Extensions.Localization.IStringLocalizer<Registration.Texts> texts)
        {
            Include(new TypedIdentityLimits(texts));
            RuleFor(form => form.Why).Limit(ChangeRequest.LongestText, texts);
        }
    }
}

/// <summary>An account of the company.</summary>
public sealed class BankForm : ChangeForm, ITypedBank
{
    public string? BankCode { get; init; }

    public string? BankName { get; init; }

    public string? BankCity { get; init; }

    public string? BankAccount { get; init; }

    public string? CorrespondentAccount { get; init; }

    public string? CorrespondentBank { get; init; }

    /// <summary>A new one becomes the main account.</summary>
    public bool IsMain { get; init; }

    /// <param name="company">By its country an account is understood.</param>
    /// <param name="bank">As the directory knows it; what it says counts.</param>
    public BankDetails Account(CompanyDetails company, Domain.Reference.Bank? bank)
    {
        var typed = new DetailsForm { BankCode = BankCode, BankName = BankName, BankCity = BankCity, BankAccount = BankAccount, CorrespondentAccount = CorrespondentAccount, CorrespondentBank = CorrespondentBank }
            .Details(company.Country, bank);
        return BankDetails.MainOf(typed) ?? new BankDetails { Code = typed.BankCode, Bank = typed.BankName };
    }

    public sealed class Validator : AbstractValidator<BankForm>
    {
        public Validator(Microsoft.Extensions.Localization.IStringLocalizer<Registration.Texts> texts)
        {
            Include(new TypedBankLimits(texts));
            RuleFor(form => form.Why).Limit(ChangeRequest.LongestText, texts);
        }
    }
}
