using FluentValidation;
using Microsoft.Extensions.Localization;

namespace SrmPortal.Web.Features.Registration;

/// <summary>Who a company is, as it is typed: in the questionnaire, and where it asks for a change later.</summary>
public interface ITypedIdentity
{
    string? FullName { get; }

    string? ShortName { get; }

    string? LocalName { get; }

    string? LegalForm { get; }

    string? TaxNumber { get; }

    string? Kpp { get; }

    string? RegistrationNumber { get; }

    string? Lei { get; }

    AddressFields LegalAddress { get; }
}

/// <summary>An account, as it is typed: with spaces it is longer than it is kept.</summary>
public interface ITypedBank
{
    string? BankCode { get; }

    string? BankName { get; }

    string? BankCity { get; }

    string? BankAccount { get; }

    string? CorrespondentAccount { get; }

    string? CorrespondentBank { get; }
}

internal sealed class TypedIdentityLimits : AbstractValidator<ITypedIdentity>
{
    public TypedIdentityLimits(IStringLocalizer<Texts> texts)
    {
        RuleFor(form => form.FullName).Limit(400, texts);
        RuleFor(form => form.ShortName).Limit(200, texts);
        RuleFor(form => form.LocalName).Limit(400, texts);
        RuleFor(form => form.LegalForm).Limit(32, texts);
        RuleFor(form => form.TaxNumber).Limit(35, texts);
        RuleFor(form => form.Kpp).Limit(20, texts);
        RuleFor(form => form.RegistrationNumber).Limit(35, texts);
        RuleFor(form => form.Lei).Limit(40, texts);
        RuleFor(form => form.LegalAddress).ChildRules(address => AddressFields.Limits(address, texts));
    }
}

internal sealed class TypedBankLimits : AbstractValidator<ITypedBank>
{
    public TypedBankLimits(IStringLocalizer<Texts> texts)
    {
        RuleFor(form => form.BankCode).Limit(20, texts);
        RuleFor(form => form.BankName).Limit(200, texts);
        RuleFor(form => form.BankCity).Limit(100, texts);
        RuleFor(form => form.BankAccount).Limit(50, texts);
        RuleFor(form => form.CorrespondentAccount).Limit(34, texts);
        RuleFor(form => form.CorrespondentBank).Limit(300, texts);
    }
}
