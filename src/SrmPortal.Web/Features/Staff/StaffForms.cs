using System.Globalization;
using FluentValidation;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Features.Account;

namespace SrmPortal.Web.Features.Staff;

/// <summary>Who somebody of the group is.</summary>
public class StaffForm
{
    /// <summary>What the form was filled from; 0 for a new person.</summary>
    public int Revision { get; init; }

    public string? FullName { get; init; }

    public string? Position { get; init; }

    public string? Phone { get; init; }

    /// <summary>Kept by the administrator until the person has come in; after that it is the person's own.</summary>
    public string? Email { get; init; }

    /// <summary>Of the first mail.</summary>
    public string? Language { get; init; }

    public sealed class Validator : AbstractValidator<StaffForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.FullName).NotEmpty().WithMessage(_ => texts["Enter surname, first name and patronymic."]).MaximumLength(200).WithMessage(_ => texts["At most {0} characters.", 200]);
            RuleFor(form => form.Position).MaximumLength(200).WithMessage(_ => texts["At most {0} characters.", 200]);
            RuleFor(form => form.Phone).Must(Tidy.IsPhone).WithMessage(_ => texts["Enter the phone with the country’s code, for example +7 3435 22-91-17."]);
            RuleFor(form => form.Email).Must((form, email) => Tidy.IsEmail(email) || (email is null && form.Revision > 0)).WithMessage(_ => texts["Enter one e-mail address."]);
            RuleFor(form => form.Language).Must(language => language is null || Infrastructure.Language.Exists(language)).WithMessage(_ => texts["Choose a language."]);
        }
    }
}

/// <summary>What somebody does for the group. Whoever decides checks is a reviewer by that.</summary>
public class DutiesForm
{
    private const char OfCompany = 'c', OfSite = 's';

    /// <summary>What the form was filled from; 0 for a new person.</summary>
    public int Revision { get; init; }

    public List<StaffRoles> Roles { get; init; } = [];

    /// <summary>By code.</summary>
    public List<string> Checks { get; init; } = [];

    /// <summary>Of a buyer: <c>c1</c> a company with all its works, <c>s2</c> one works; none: the whole group.</summary>
    public List<string> Places { get; init; } = [];

    public StaffRoles AllRoles() => Roles.Where(StaffDuties.Given.Contains).Aggregate(StaffRoles.None, (all, one) => all | one);

    /// <summary>Null among them: something that no page offers.</summary>
    public IEnumerable<BuyerPlace?> AllPlaces() => Places.Select(Place);

    public static string Value(BuyerPlace place) => string.Create(CultureInfo.InvariantCulture, $"{(place.CompanyId is null ? OfSite : OfCompany)}{place.CompanyId ?? place.SiteId}");

    private static BuyerPlace? Place(string value) =>
        value.Length > 1 && long.TryParse(value.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? value[0] switch
        {
            OfCompany => new BuyerPlace(id, null),
            OfSite => new BuyerPlace(null, id),
            _ => null,
        } : null;
}

/// <summary>Why somebody of the group loses the access.</summary>
public class BlockForm
{
    public string? Reason { get; init; }

    public sealed class Validator : AbstractValidator<BlockForm>
    {
        public Validator(IStringLocalizer<Texts> texts) => RuleFor(form => form.Reason)
            .NotEmpty().WithMessage(_ => texts["Say why: other administrators read it."]).MaximumLength(1000).WithMessage(_ => texts["At most {0} characters.", 1000]);
    }
}
