using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accounts;

/// <summary>What a person is for the group: the roles, where a buyer buys, and the block that ends all of it.</summary>
public sealed partial class UserAccount
{
    private readonly List<StaffAppointment> _appointments = [];

    /// <summary>Whether the person works for the group: then there are appointments and no memberships.</summary>
    public bool IsStaff { get; private set; }

    public IReadOnlyList<StaffAppointment> Appointments => _appointments;

    public StaffRoles Roles => _appointments.Aggregate(StaffRoles.None, (roles, one) => roles | one.Role);

    /// <summary>The accreditation checks that the person decides, by code.</summary>
    public IEnumerable<string> Checks => _appointments.Select(one => one.CheckCode).OfType<string>();

    /// <summary>Where the person buys; empty for a buyer: everywhere in the group.</summary>
    public IEnumerable<BuyerPlace> Places => _appointments.Where(one => one.Role is StaffRoles.Buyer && !one.IsEverywhere).Select(one => new BuyerPlace(one.CompanyId, one.SiteId));

    /// <summary>When an administrator blocked the person, in UTC; null: never, or lifted.</summary>
    public DateTime? BlockedAt { get; private set; }

    /// <summary>Why, for other administrators.</summary>
    public string? BlockReason { get; private set; }

    /// <summary>What the account was before the block, and is again after it.</summary>
    public AccountState? BlockedFrom { get; private set; }

    public bool IsBlocked => BlockedFrom is not null;

    /// <summary>Gives the person a role of the group.</summary>
    /// <param name="role">One role.</param>
    /// <param name="siteId">For a buyer: the site; null for all.</param>
    /// <param name="checkCode">For a reviewer: the check.</param>
    public void Appoint(StaffRoles role, long? siteId = null, string? checkCode = null)
    {
        IsStaff = true;
        _appointments.Add(new StaffAppointment(role, checkCode) { SiteId = siteId });
        Changed(new StaffAppointed(UserName, role, checkCode));
    }

    public bool IsAppointed(StaffRoles role, string? checkCode = null) => _appointments.Any(one => (one.Role, one.CheckCode) == (role, checkCode));

    /// <summary>Takes a role of the group away.</summary>
    /// <param name="role">One role.</param>
    /// <param name="checkCode">Of a reviewer: the check.</param>
    public void Dismiss(StaffRoles role, string? checkCode = null)
    {
        if (_appointments.RemoveAll(one => (one.Role, one.CheckCode) == (role, checkCode)) > 0)
        {
            Changed(new StaffDismissed(UserName, role, checkCode));
        }
    }

    /// <summary>What the person does for the group from now on, and nothing else. Whoever is in already is told.</summary>
    /// <param name="duties">All of it.</param>
    /// <param name="otherAdministrators">How many others could administer the portal just now.</param>
    public void TakeDuties(StaffDuties duties, int otherAdministrators)
    {
        RuleViolation.ThrowIfAny(duties.WhatIsWrong());
        RuleViolation.ThrowIf(!duties.Roles.HasFlag(StaffRoles.Administrator) && IsLastAdministrator(otherAdministrators), StaffRules.LastAdministrator, ShortName);
        var before = Revision;
        foreach (var (role, check) in _appointments.Select(one => (one.Role, one.CheckCode)).Distinct().Except(duties.Each).ToArray())
        {
            Dismiss(role, check);
        }

        foreach (var (role, check) in duties.Each.Where(one => !IsAppointed(one.Role, one.CheckCode)).ToArray())
        {
            Appoint(role, checkCode: check);
        }

        if (duties.Roles.HasFlag(StaffRoles.Buyer))
        {
            BuyFor(duties.Places);
        }

        if (Revision != before && State is AccountState.Active)
        {
            Changed(new StaffDutiesChanged(UserName, Id));
        }
    }

    /// <summary>The person can do nothing from the next request on, and keeps what is to be done for whoever takes it over.</summary>
    /// <param name="reason">For other administrators.</param>
    /// <param name="otherAdministrators">How many others could administer the portal just now.</param>
    /// <param name="now">In UTC.</param>
    public void Block(string reason, int otherAdministrators, DateTime now)
    {
        RuleViolation.ThrowIf(!IsStaff, StaffRules.NotStaff);
        RuleViolation.ThrowIf(State is AccountState.Deactivated, StaffRules.AlreadyBlocked);
        RuleViolation.ThrowIf(IsLastAdministrator(otherAdministrators), StaffRules.LastAdministrator, ShortName);
        RuleViolation.ThrowIfAny(string.IsNullOrWhiteSpace(reason) ? [new BrokenRule(StaffRules.NoReason, "Reason")] : []);
        (BlockedFrom, State, BlockedAt, BlockReason) = (State, AccountState.Deactivated, now, reason);
        Changed(new StaffBlocked(UserName) { Personal = [new PersonalValue(Id, "block-reason", null, reason)] });
    }

    /// <summary>Back to what it was before the block, with the same roles.</summary>
    public void Unblock()
    {
        RuleViolation.ThrowIf(BlockedFrom is null, StaffRules.NotBlocked);
        (State, BlockedFrom, BlockedAt, BlockReason) = (BlockedFrom!.Value, null, null, null);
        Changed(new StaffUnblocked(UserName, Id));
    }

    /// <summary>Whether nobody could administer the portal without this person.</summary>
    public bool IsLastAdministrator(int otherAdministrators) => otherAdministrators == 0 && State is AccountState.Active && IsAppointed(StaffRoles.Administrator);

    private void BuyFor(IReadOnlyCollection<BuyerPlace> places)
    {
        BuyerPlace[] before = [.. Places];
        if (before.ToHashSet().SetEquals(places))
        {
            return;
        }

        _appointments.RemoveAll(one => one.Role is StaffRoles.Buyer);
        _appointments.AddRange(places.Distinct().DefaultIfEmpty(new BuyerPlace(null, null))
            .Select(place => new StaffAppointment(StaffRoles.Buyer, null) { CompanyId = place.CompanyId, SiteId = place.SiteId }));
        Changed(new BuyerPlacesChanged(UserName, before, [.. places]));
    }
}
