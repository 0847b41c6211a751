using System.Globalization;
using FluentValidation;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

/// <summary>Its buttons besides saving: <c>add</c>, <c>remove:1</c>, <c>district:ural</c>, <c>clear:ural</c>. Each saves what was typed, too.</summary>
public sealed class PeopleForm : StepForm
{
    public List<string> Regions { get; init; } = [];

    public List<Person> People { get; init; } = [];

    /// <summary>The district that stays open on the page.</summary>
    public string? OpenDistrict => Do?.Split(':') is ["district" or "clear", var district] ? district : null;

    public string? WhereToLook(int people) => Do == "add" ? string.Create(CultureInfo.InvariantCulture, $"person-{people - 1}")
        : Do?.StartsWith("remove:", StringComparison.Ordinal) is true ? "people" : "regions";

    public IReadOnlyList<string> ChosenRegions()
    {
        var district = OpenDistrict is null ? [] : SupplyRegions.OfDistrict(OpenDistrict, Regions).Select(region => region.Code);
        return [.. Do?.StartsWith("clear:", StringComparison.Ordinal) is true ? Regions.Except(district) : Regions.Union(district)];
    }

    /// <summary>A person without any entry is nobody, unless asked for by the button.</summary>
    public IReadOnlyList<RegistrationPerson> NamedPeople()
    {
        var removed = Do?.Split(':') is ["remove", var no] && int.TryParse(no, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;
        var people = People.Where((_, i) => i != removed).Select(person => person.Entry()).Where(person => Do is { Length: > 0 } || person != new RegistrationPerson());
        return [.. people, .. Do == "add" ? new[] { new RegistrationPerson() } : []];
    }

    public sealed class Person
    {
        public string? FullName { get; init; }

        public string? Position { get; init; }

        public string? Phone { get; init; }

        public string? Email { get; init; }

        public List<PersonRoles> Roles { get; init; } = [];

        public SigningBasis? Basis { get; init; }

        public string? BasisNumber { get; init; }

        public DateOnly? BasisDate { get; init; }

        public DateOnly? BasisUntil { get; init; }

        public RegistrationPerson Entry()
        {
            var signs = Roles.Contains(PersonRoles.Signatory);
            var byPower = signs && Basis is SigningBasis.PowerOfAttorney;
            return new RegistrationPerson
            {
                FullName = Typed.Line(FullName),
                Position = Typed.Line(Position),
                Phone = Typed.Line(Phone),
                Email = Typed.Line(Email),
                Roles = Roles.Aggregate(PersonRoles.None, (all, one) => all | one),
                Basis = signs ? Basis ?? SigningBasis.None : SigningBasis.None,
                BasisNumber = byPower ? Typed.Line(BasisNumber) : "",
                BasisDate = byPower ? BasisDate : null,
                BasisUntil = byPower ? BasisUntil : null,
            };
        }
    }

    public sealed class Validator : AbstractValidator<PeopleForm>
    {
        public Validator(IStringLocalizer<Texts> texts) => RuleForEach(form => form.People).ChildRules(person =>
        {
            person.RuleFor(one => one.FullName).Limit(200, texts);
            person.RuleFor(one => one.Position).Limit(200, texts);
            person.RuleFor(one => one.Phone).Limit(50, texts);
            person.RuleFor(one => one.Email).Limit(ContactWays.LongestEmail, texts);
            person.RuleFor(one => one.BasisNumber).Limit(50, texts);
        });
    }
}

/// <summary>Its fields are named like those of <see cref="PeopleForm"/>.</summary>
public sealed record PeoplePage : StepPage
{
    public override RegistrationStep Current => RegistrationStep.People;

    public override RegistrationParts Part => RegistrationParts.People;

    public override string? ByEnter => "save";

    public required IReadOnlyList<string> Regions { get; init; }

    public required IReadOnlyList<Row> People { get; init; }

    public string? OpenDistrict { get; init; }

    /// <param name="registration">As saved.</param>
    /// <param name="openDistrict">Whose regions stay open.</param>
    /// <param name="typed">So many people the form that is shown again had; null: it is shown the first time.</param>
    public static PeoplePage Of(SupplierRegistration registration, string? openDistrict, int? typed)
    {
        var people = registration.Content.People;
        var rows = people.Count > 0 ? people : [TheApplicant(registration)];
        return new PeoplePage
        {
            Registration = registration,
            Revision = registration.PeopleRevision,
            Regions = registration.Content.Regions,
            // Whoever fills it in is mostly a contact person.
            People = [.. Enumerable.Range(0, Math.Min(typed ?? rows.Count, PeopleChecks.Most + 1)).Select(i => new Row(i < rows.Count ? rows[i] : new RegistrationPerson()))],
            OpenDistrict = openDistrict,
        };
    }

    private static RegistrationPerson TheApplicant(SupplierRegistration registration) => new()
    {
        FullName = registration.Applicant.FullName,
        Email = registration.Applicant.Email,
        Roles = PersonRoles.ContactPerson,
    };

    /// <summary>One person, as shown.</summary>
    public sealed record Row(RegistrationPerson Person)
    {
        public string FullName => Person.FullName;

        public string Position => Person.Position;

        public string Phone => Person.Phone;

        public string Email => Person.Email;

        public IReadOnlyList<PersonRoles> Roles => [.. Person.Roles.Each()];

        public SigningBasis? Basis => Person.Basis is SigningBasis.None ? null : Person.Basis;

        public string BasisNumber => Person.BasisNumber;

        public DateOnly? BasisDate => Person.BasisDate;

        public DateOnly? BasisUntil => Person.BasisUntil;
    }
}
