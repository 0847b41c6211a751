using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accounts;

/// <summary>Where a buyer buys: for a company of the group with all its works, or for one works.</summary>
/// <param name="CompanyId">The company; null where a works is named.</param>
/// <param name="SiteId">The works; null where a company is named.</param>
public sealed record BuyerPlace(long? CompanyId, long? SiteId);

/// <summary>All that somebody does for the group.</summary>
/// <param name="Roles">Without the reviewer, who is one by the checks.</param>
/// <param name="Checks">The accreditation checks that the person decides, by code.</param>
/// <param name="Places">Of a buyer; empty: everywhere in the group.</param>
public sealed record StaffDuties(StaffRoles Roles, IReadOnlyCollection<string> Checks, IReadOnlyCollection<BuyerPlace> Places)
{
    /// <summary>Who reads offers after the opening. Support never sees one, and so is none of these.</summary>
    private const StaffRoles ReadOffers = StaffRoles.Buyer | StaffRoles.Approver | StaffRoles.Auditor;

    /// <summary>The roles that are given as such; a reviewer is one by the checks.</summary>
    public static readonly IReadOnlyList<StaffRoles> Given = [.. Enum.GetValues<StaffRoles>().Where(role => role is not StaffRoles.None and not StaffRoles.Reviewer)];

    /// <summary>One by one, as they are appointed.</summary>
    public IEnumerable<(StaffRoles Role, string? CheckCode)> Each =>
    [
        .. Given.Where(role => Roles.HasFlag(role)).Select(role => (role, (string?)null)),
        .. Checks.Distinct().Select(check => (StaffRoles.Reviewer, (string?)check)),
    ];

    public IEnumerable<BrokenRule> WhatIsWrong() =>
        !Each.Any() ? [new BrokenRule(StaffRules.NoRole, nameof(Roles))]
        : Roles.HasFlag(StaffRoles.Support) && (Roles & ReadOffers) != 0 ? [new(StaffRules.SupportReadsNoOffers, nameof(Roles))] : [];
}

/// <summary>What is refused where the administrator keeps the group's people.</summary>
public static class StaffRules
{
    public const string NoRole = "staff.no-role";
    public const string SupportReadsNoOffers = "staff.support-reads-no-offers";
    public const string LastAdministrator = "staff.last-administrator";
    public const string Oneself = "staff.oneself";
    public const string NotAdministrator = "staff.not-administrator";
    public const string NotStaff = "staff.not-staff";
    public const string AlreadyBlocked = "staff.already-blocked";
    public const string NotBlocked = "staff.not-blocked";
    public const string NoReason = "staff.no-reason";
    public const string AlreadyThere = "staff.already-there";
    public const string OfSupplier = "staff.of-supplier";
    public const string NoSuchPlace = "staff.no-such-place";
    public const string NotActivated = "staff.not-activated";
}
