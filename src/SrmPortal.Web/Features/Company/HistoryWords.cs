using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Features.Changes;
using SrmPortal.Web.Features.Registration;

namespace SrmPortal.Web.Features.Company;

/// <summary>What has happened to the company, and what its people have done for it, in the reader's words.</summary>
public sealed class HistoryWords(
    IStringLocalizer<Texts> texts, IStringLocalizer<Changes.Texts> ofChanges, IStringLocalizer<Registration.Texts> ofRegistration, IReadOnlyDictionary<string, string> documentNames)
{
    internal static readonly string[] OfCompany =
    [
        nameof(SupplierAccredited), nameof(AccreditationRenewed), nameof(AccreditationEnded), nameof(SupplierSuspended), nameof(SuspensionLifted), nameof(SuspensionEnded),
        nameof(ContactsChanged), nameof(DocumentGiven), nameof(SupplierDocumentRemoved), nameof(SignatoryChanged), nameof(CategoryGivenUp), nameof(ChangeAsked), nameof(ChangeDecided), nameof(ChangeWithdrawn),
        nameof(MembershipGranted), nameof(MembershipAccepted), nameof(RightsChanged), nameof(MembershipBlocked), nameof(MembershipUnblocked),
    ];

    internal static readonly string[] OfPerson =
    [
        .. OfCompany, nameof(OfferSaved), nameof(OfferSubmitted), nameof(OfferWithdrawn), nameof(InvitationAnswered), nameof(ClarificationAsked), nameof(RoundDocumentDownloaded),
    ];

    public string Who(Happened one) => one.Person ?? (one.IsSystem ? texts["The portal"] : texts["The group"]);

    public string What(Happened one) => one.Action switch
    {
        nameof(SupplierAccredited) => texts["The company was accredited"],
        nameof(AccreditationRenewed) => texts["The accreditation was renewed"],
        nameof(AccreditationEnded) => texts["The accreditation has ended"],
        nameof(SupplierSuspended) => texts["The company was suspended"],
        nameof(SuspensionLifted) or nameof(SuspensionEnded) => texts["The suspension is over"],
        nameof(DocumentGiven) => texts["Document given: {0}", Document(one)],
        nameof(SupplierDocumentRemoved) => texts["Document removed: {0}", Document(one)],
        nameof(SignatoryChanged) => Value(one, "What") switch { nameof(SignatoryChange.Named) => texts["A signatory was named"], nameof(SignatoryChange.Dismissed) => texts["A signatory was removed"], _ => texts["A signatory was changed"] },
        nameof(CategoryGivenUp) => texts["A category was removed"],
        nameof(ContactsChanged) => texts["Changed: {0}", string.Join(", ", Fields(one).Select(field => Named(field.Field)))],
        nameof(ChangeAsked) => texts["Asked for a change: {0}", Kind(one)],
        nameof(ChangeDecided) => Value(one, "To") == nameof(ChangeState.Approved) ? texts["Approved: {0}", Kind(one)] : texts["Refused: {0}", Kind(one)],
        nameof(ChangeWithdrawn) => texts["Request withdrawn: {0}", Kind(one)],
        _ => OfPeopleAndOffers(one),
    };

    /// <summary>Old and new of what was changed at once.</summary>
    public IEnumerable<(string Name, string Before, string After)> Differences(Happened one) => one.Action == nameof(ContactsChanged)
        ? Fields(one).Select(field => (Named(field.Field), ofChanges.Value(ofRegistration, field.Field, field.Before), ofChanges.Value(ofRegistration, field.Field, field.After))) : [];

    private string OfPeopleAndOffers(Happened one) => one.Action switch
    {
        nameof(MembershipGranted) => texts["{0} was added", one.Subject],
        nameof(MembershipAccepted) => texts["{0} agreed to work for the company", one.Subject],
        nameof(RightsChanged) => texts["Roles of {0} were changed", one.Subject],
        nameof(MembershipBlocked) => texts["{0} was blocked", one.Subject],
        nameof(MembershipUnblocked) => texts["{0} was unblocked", one.Subject],
        nameof(OfferSaved) => texts["Offer saved: {0}", one.Subject],
        nameof(OfferSubmitted) => texts["Offer submitted: {0}", one.Subject],
        nameof(OfferWithdrawn) => texts["Offer withdrawn: {0}", one.Subject],
        nameof(InvitationAnswered) => Value(one, "To") == nameof(InvitationState.Declined) ? texts["Invitation declined: {0}", one.Subject] : texts["Invitation answered: {0}", one.Subject],
        nameof(ClarificationAsked) => texts["Question asked: {0}", one.Subject],
        nameof(RoundDocumentDownloaded) => texts["Document of the event taken: {0}", one.Subject],
        _ => one.Action,
    };

    private string Named(string field) => ofRegistration.CompanyField(field) ?? field;

    private string Document(Happened one) => Value(one, "Number") is { Length: > 0 } number ? number : documentNames.GetValueOrDefault(Value(one, "Kind"), Value(one, "Kind"));

    private string Kind(Happened one) => Enum.TryParse<DataKind>(Value(one, "Kind"), out var kind) ? ofChanges.Kind(kind) : "";

    private static IEnumerable<(string Field, string Before, string After)> Fields(Happened one) => one.Details.TryGetProperty("Fields", out var fields)
        ? fields.EnumerateArray().Select(field => (field.GetProperty("Field").GetString()!, field.GetProperty("Before").GetString()!, field.GetProperty("After").GetString()!)) : [];

    private static string Value(Happened one, string name) => one.Details.TryGetProperty(name, out var value) ? value.ToString() : "";
}
