using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Accreditation;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>Words of suppliers, the same on every page.</summary>
internal static class SupplierWords
{
    public static StatusShown State(IStringLocalizer<Suppliers.Texts> texts, SupplierState state) => state switch
    {
        SupplierState.Accredited => new("ok", "patch-check", texts["Accredited"]),
        SupplierState.Suspended => new("danger", "x-octagon-fill", texts["Suspended"]),
        _ => new("warn", "clock-history", texts["Accreditation has expired"]),
    };

    public static string Roles(IStringLocalizer<Suppliers.Texts> texts, MembershipRights rights) => string.Join(", ", new[]
    {
        rights.IsContactPerson ? texts["contact person"].Value : null,
        rights.IsMasterUser ? texts["master user"].Value : null,
        rights.IsViewer ? texts["viewer"].Value : null,
    }.OfType<string>());

    public static string Membership(IStringLocalizer<Suppliers.Texts> texts, MembershipState membership, AccountState account) =>
        membership is MembershipState.BlockedByMaster or MembershipState.BlockedByStaff ? texts["blocked"]
        : account is AccountState.Deactivated ? texts["account closed"]
        : account is AccountState.NotActivated ? texts["not activated yet"]
        : membership is MembershipState.PendingAcceptance ? texts["has not accepted yet"]
        : texts["active"];

    public static string Answer(IStringLocalizer<Suppliers.Texts> texts, InvitationState answer) => answer switch
    {
        InvitationState.WillTakePart => texts["Will take part"],
        InvitationState.Declined => texts["Declined"],
        _ => texts["Invited"],
    };
}
