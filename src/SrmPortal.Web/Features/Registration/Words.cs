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

    public static string StateKind(this RegistrationState state) => state switch
    {
        RegistrationState.ReturnedForCorrection => "warn",
        RegistrationState.Accredited => "ok",
        RegistrationState.Rejected => "danger",
        RegistrationState.Submitted or RegistrationState.InReview => "info",
        _ => "mute",
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

    public static string Basis(this IStringLocalizer<Texts> texts, SigningBasis basis) =>
        basis is SigningBasis.Charter ? texts["Charter"] : texts["Power of attorney"];

    /// <summary>The parts of a flag, each by itself.</summary>
    public static IEnumerable<RegistrationParts> Each(this RegistrationParts parts) =>
        new[] { RegistrationParts.Details, RegistrationParts.People, RegistrationParts.Categories, RegistrationParts.Documents }.Where(part => parts.HasFlag(part));

    public static IEnumerable<PersonRoles> Each(this PersonRoles roles) =>
        new[] { PersonRoles.Signatory, PersonRoles.ContactPerson, PersonRoles.MasterUser }.Where(role => roles.HasFlag(role));
}
