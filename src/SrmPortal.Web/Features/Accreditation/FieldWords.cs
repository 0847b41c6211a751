using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>Fields of the questionnaire and their values, as the desk reads them in a comparison.</summary>
public sealed partial class FieldWords(IStringLocalizer<Texts> texts, IStringLocalizer<Registration.Texts> ofRegistration, CasePage page)
{
    public string Name(ContentDifference difference) => PersonField().Match(difference.Field) is { Success: true } person
        ? texts["Person {0}: {1}", int.Parse(person.Groups[1].Value, CultureInfo.InvariantCulture) + 1, Field(person.Groups[2].Value)]
        : DocumentField().Match(difference.Field) is { Success: true } document
            ? $"{page.DocumentNames.GetValueOrDefault(document.Groups[1].Value, document.Groups[1].Value)}: {Field(document.Groups[2].Value)}"
            : Field(difference.Field);

    public string Value(ContentDifference difference, string value) => difference.Field switch
    {
        nameof(CompanyDetails.Country) => Countries.Name(value),
        nameof(CompanyDetails.IsBranch) => texts["yes"],
        nameof(CompanyDetails.LegalForm) => ofRegistration.LegalForm(value),
        nameof(RegistrationContent.Regions) => string.Join(", ", value.Split(", ").Select(SupplyRegions.Name)),
        nameof(RegistrationContent.Categories) => string.Join(", ", value.Split(", ").Select(CategoryName)),
        _ when difference.Field.EndsWith(".Roles", StringComparison.Ordinal) => Enum.TryParse<PersonRoles>(value, out var roles) ? Roles(texts, roles) : value,
        _ when difference.Field.EndsWith(".Basis", StringComparison.Ordinal) => value == nameof(SigningBasis.Charter) ? texts["charter"] : texts["power of attorney"],
        _ when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Shown.Date(day),
        _ => value,
    };

    /// <summary>Roles of a person, with the basis on which he or she signs.</summary>
    public static string Roles(IStringLocalizer<Texts> texts, RegistrationPerson person) => Roles(texts, person.Roles)
        + (person.Basis switch
        {
            SigningBasis.Charter => $" ({texts["charter"]})",
            SigningBasis.PowerOfAttorney => $" ({texts["power of attorney № {0} until {1}", person.BasisNumber, Shown.Date(person.BasisUntil)]})",
            _ => "",
        });

    private static string Roles(IStringLocalizer<Texts> texts, PersonRoles roles) => string.Join(", ", new[]
    {
        roles.HasFlag(PersonRoles.Signatory) ? texts["signatory"].Value : null,
        roles.HasFlag(PersonRoles.ContactPerson) ? texts["contact person"].Value : null,
        roles.HasFlag(PersonRoles.MasterUser) ? texts["master user"].Value : null,
    }.OfType<string>());

    private string CategoryName(string key) =>
        long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && page.CategoriesEver.TryGetValue(id, out var name) ? name : texts["a category that is no longer chosen"];

    private string Field(string field) => field switch
    {
        nameof(RegistrationPerson.Position) => texts["Position"],
        nameof(RegistrationPerson.Roles) => texts["Roles"],
        nameof(RegistrationPerson.Basis) => texts["Basis"],
        nameof(RegistrationPerson.BasisNumber) => texts["Number of the power of attorney"],
        nameof(RegistrationPerson.BasisDate) => texts["Date of the power of attorney"],
        nameof(RegistrationPerson.BasisUntil) => texts["Power of attorney until"],
        nameof(RegistrationDocument.Number) => texts["Number"],
        nameof(RegistrationDocument.ValidUntil) => texts["Valid until"],
        nameof(RegistrationDocument.Files) => texts["Files"],
        _ => ofRegistration.CompanyField(field) ?? field,
    };

    [GeneratedRegex(@"^People\[(\d+)\]\.(\w+)$")]
    private static partial Regex PersonField();

    [GeneratedRegex(@"^([\w-]+)\.(Number|ValidUntil|Files)$")]
    private static partial Regex DocumentField();
}
