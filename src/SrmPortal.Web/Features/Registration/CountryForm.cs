using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

public sealed class CountryForm : StepForm
{
    /// <summary>Made with the page: sent twice, it begins one registration.</summary>
    public Guid StartKey { get; init; }

    public string? Country { get; init; }

    public string? LastName { get; init; }

    public string? FirstName { get; init; }

    public string? MiddleName { get; init; }

    public string? Email { get; init; }

    public string? Language { get; init; }

    public Applicant Applicant() => new(
        Typed.Line(LastName), Typed.Line(FirstName), Typed.Line(MiddleName), Typed.Line(Email),
        Infrastructure.Language.Exists(Language) ? Language! : Infrastructure.Language.Current);

    public sealed class Validator : AbstractValidator<CountryForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.Country).Limit(2, texts);
            RuleFor(form => form.LastName).Limit(100, texts);
            RuleFor(form => form.FirstName).Limit(100, texts);
            RuleFor(form => form.MiddleName).Limit(100, texts);
            RuleFor(form => form.Email).Limit(ContactWays.LongestEmail, texts);
            RuleFor(form => form.Language).Limit(8, texts);
        }
    }
}

/// <summary>Its fields are named like those of <see cref="CountryForm"/>.</summary>
public sealed record CountryPage : StepPage
{
    public override RegistrationStep Current => RegistrationStep.Country;

    public override RegistrationParts Part => RegistrationParts.None;

    public Guid StartKey { get; } = Guid.NewGuid();

    public string Country { get; init; } = Countries.Russia;

    public string LastName { get; init; } = "";

    public string FirstName { get; init; } = "";

    public string MiddleName { get; init; } = "";

    public string Email { get; init; } = "";

    public string Language { get; init; } = Infrastructure.Language.Current;

    public static CountryPage Of(SupplierRegistration? registration) => registration is null ? new CountryPage() : new CountryPage
    {
        Registration = registration,
        Revision = registration.StartRevision,
        Country = registration.Country,
        LastName = registration.Applicant.LastName,
        FirstName = registration.Applicant.FirstName,
        MiddleName = registration.Applicant.MiddleName,
        Email = registration.Applicant.Email,
        Language = registration.Applicant.Language,
    };

    /// <summary>The usual ones first, then all by name, and one that is chosen though it is not offered any more.</summary>
    public static IEnumerable<SelectListItem> CountryItems(string often, string all, string? present = null)
    {
        var (first, others) = (new SelectListGroup { Name = often }, new SelectListGroup { Name = all });
        return Countries.OftenChosen.Select(country => new SelectListItem(country.Name, country.Code) { Group = first })
            .Concat(Countries.All.Values.Where(country => !country.IsRetired || country.Code == present).Select(country => country.Name)
                .Except(Countries.OftenChosen).OrderBy(country => country.Name, StringComparer.CurrentCulture)
                .Select(country => new SelectListItem(country.Name, country.Code) { Group = others }));
    }
}

public sealed record StartPage(SupplierRegistration? Registration);

internal static class Limits
{
    /// <summary>What the store can hold. The page's own fields stop there too.</summary>
    public static void Limit<T>(this IRuleBuilder<T, string?> field, int length, IStringLocalizer<Texts> texts) =>
        field.Must(text => Typed.Line(text).Length <= length).WithMessage(_ => texts["That is too long: at most {0} characters.", Shown.Number(length)]);
}
