using System.Globalization;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Web.Features.Registration;

/// <summary>Codes of this feature in the reader's words.</summary>
public static class Words
{
    public static string LegalForm(this IStringLocalizer<Texts> texts, string code) => code switch
    {
        LegalForms.Llc => texts["LLC — limited liability company"],
        LegalForms.Jsc => texts["JSC — joint-stock company"],
        LegalForms.Pjsc => texts["PJSC — public joint-stock company"],
        LegalForms.SoleTrader => texts["Sole trader"],
        LegalForms.SelfEmployed => texts["Self-employed (tax on professional income)"],
        LegalForms.PrivatePractice => texts["Notary or advocate"],
        LegalForms.Cooperative => texts["Cooperative"],
        LegalForms.StateEnterprise => texts["State or municipal enterprise"],
        LegalForms.NonProfit => texts["Non-profit organisation"],
        LegalForms.ForeignBranch => texts["Branch of a foreign organisation"],
        LegalForms.OtherOrganisation => texts["Organisation"],
        _ => code,
    };

    public static string Role(this IStringLocalizer<Texts> texts, PersonRoles role) => role switch
    {
        PersonRoles.Signatory => texts["Signatory"],
        PersonRoles.ContactPerson => texts["Contact person"],
        _ => texts["Master user"],
    };

    public static string StepName(this IStringLocalizer<Texts> texts, RegistrationStep step) => step switch
    {
        RegistrationStep.Country => texts["Country"],
        RegistrationStep.Details => texts["Company details"],
        RegistrationStep.People => texts["Regions and people"],
        RegistrationStep.Products => texts["Products"],
        _ => texts["Documents"],
    };

    public static string State(this IStringLocalizer<Texts> texts, RegistrationState state) => state switch
    {
        RegistrationState.Draft => texts["Draft"],
        RegistrationState.Submitted => texts["Submitted"],
        RegistrationState.InReview => texts["In review"],
        RegistrationState.ReturnedForCorrection => texts["Returned for correction"],
        RegistrationState.Accredited => texts["Accredited"],
        RegistrationState.Rejected => texts["Rejected"],
        RegistrationState.Withdrawn => texts["Withdrawn"],
        _ => texts["Expired"],
    };

    /// <summary>Of a renewal the last word is another one: the company was accredited before.</summary>
    public static string State(this IStringLocalizer<Texts> texts, SupplierRegistration registration) =>
        registration is { IsRenewal: true, State: RegistrationState.Accredited } ? texts["Renewed"] : texts.State(registration.State);

    public static string StateKind(this RegistrationState state) => state switch
    {
        RegistrationState.ReturnedForCorrection => "warn",
        RegistrationState.Accredited => "ok",
        RegistrationState.Rejected => "danger",
        RegistrationState.Submitted or RegistrationState.InReview => "info",
        _ => "mute",
    };

    public static string? StateIcon(this RegistrationState state) => state switch
    {
        RegistrationState.Submitted or RegistrationState.InReview => "hourglass-split",
        RegistrationState.Accredited => "patch-check",
        RegistrationState.Withdrawn or RegistrationState.Expired => "x-circle",
        _ => null,
    };

    public static string Part(this IStringLocalizer<Texts> texts, RegistrationParts part) => part switch
    {
        RegistrationParts.Details => texts["Company details"],
        RegistrationParts.People => texts["Regions and people"],
        RegistrationParts.Categories => texts["Products"],
        _ => texts["Documents"],
    };

    public static string District(this IStringLocalizer<Texts> texts, string code) => code switch
    {
        "central" => texts["Central"],
        "north-west" => texts["North-West"],
        "south" => texts["South"],
        "caucasus" => texts["North Caucasus"],
        "volga" => texts["Volga"],
        "ural" => texts["Ural"],
        "siberia" => texts["Siberia"],
        _ => texts["Far East"],
    };

    /// <summary>A field of the questionnaire, in the words of its forms.</summary>
    public static string FieldName(this IStringLocalizer<Texts> texts, string field) => field.Split('[', ']') switch
    {
        ["People", var no, ['.', .. var name]] => texts["Person {0}: {1}", int.Parse(no, CultureInfo.InvariantCulture) + 1, texts.FieldName(name)],
        ["Documents", var no, ['.', .. var name]] => texts["Document {0}: {1}", int.Parse(no, CultureInfo.InvariantCulture) + 1, texts.FieldName(name)],
        _ => field switch
        {
            nameof(Applicant.LastName) => texts["Surname"],
            nameof(Applicant.FirstName) => texts["First name"],
            nameof(Applicant.MiddleName) => texts["Patronymic"],
            nameof(Applicant.Language) => texts["Language of mails and pages"],
            nameof(RegistrationPerson.Position) => texts["Position"],
            nameof(RegistrationPerson.Roles) => texts["Roles"],
            nameof(RegistrationPerson.Basis) => texts["Basis for signing"],
            nameof(RegistrationPerson.BasisDate) => texts["Date"],
            nameof(RegistrationPerson.BasisUntil) or nameof(RegistrationDocument.ValidUntil) => texts["Valid until"],
            _ => texts.CompanyField(field) ?? texts["Number"],
        },
    };

    public static string Basis(this IStringLocalizer<Texts> texts, SigningBasis basis) =>
        basis is SigningBasis.Charter ? texts["Charter"] : texts["Power of attorney"];

    /// <summary>The parts of a flag, each by itself.</summary>
    public static IEnumerable<RegistrationParts> Each(this RegistrationParts parts) =>
        new[] { RegistrationParts.Details, RegistrationParts.People, RegistrationParts.Categories, RegistrationParts.Documents }.Where(part => parts.HasFlag(part));

    public static IEnumerable<PersonRoles> Each(this PersonRoles roles) =>
        new[] { PersonRoles.Signatory, PersonRoles.ContactPerson, PersonRoles.MasterUser }.Where(role => roles.HasFlag(role));
}
