namespace SrmPortal.Domain.Accounts;

/// <summary>What people of the group do in the portal. One person may have several; an appointment is stored for each.</summary>
[Flags]
public enum StaffRoles
{
    None = 0,

    /// <summary>Runs events of the own sites.</summary>
    Buyer = 1,

    /// <summary>Approves publishing or award of what is put to him or her.</summary>
    Approver = 2,

    /// <summary>Decides the accreditation checks that the appointment names.</summary>
    Reviewer = 4,

    /// <summary>Reassigns and prolongs checks, suspends suppliers.</summary>
    HeadOfDesk = 8,

    /// <summary>Unlocks accounts, restores access. Never sees an offer.</summary>
    Support = 16,

    /// <summary>Reads history.</summary>
    Auditor = 32,

    /// <summary>Keeps reference data, staff and settings.</summary>
    Administrator = 64,
}

/// <summary>One role of one person of the group.</summary>
public sealed class StaffAppointment
{
    private StaffAppointment()
    {
    }

    internal StaffAppointment(StaffRoles role, string? checkCode) => (Role, CheckCode) = (role, checkCode);

    public long Id { get; private set; }

    public long AccountId { get; private set; }

    /// <summary>Exactly one role.</summary>
    public StaffRoles Role { get; private set; }

    /// <summary>The company of the group for all whose works a buyer buys; null: see <see cref="SiteId"/>.</summary>
    public long? CompanyId { get; internal init; }

    /// <summary>The works for which a buyer buys; null without a company: all of the group.</summary>
    public long? SiteId { get; internal init; }

    /// <summary>Whether it holds for all works of the group.</summary>
    public bool IsEverywhere => CompanyId is null && SiteId is null;

    /// <summary>The accreditation check that a reviewer decides; null for other roles.</summary>
    public string? CheckCode { get; private set; }
}
