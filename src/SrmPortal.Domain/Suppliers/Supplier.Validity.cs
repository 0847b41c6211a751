using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Suppliers;

/// <summary>How long an accreditation and a suspension last, and what is said about it.</summary>
public sealed partial class Supplier
{
    /// <summary>From so many days before its end an accreditation can be renewed.</summary>
    public const int RenewableDays = 60;

    /// <summary>Days before the end at which its masters were told last; 0: not yet; -1: told that it has ended.</summary>
    public int ValidityTold { get; private set; }

    /// <summary>Why the accreditation can't be renewed now, or null.</summary>
    public BrokenRule? WhyNotRenew(DateTime now) =>
        StateAt(now) is SupplierState.Suspended ? new(SupplierRules.Suspended)
        : now < AccreditedUntil.AddDays(-RenewableDays) ? new(SupplierRules.RenewalTooEarly, null, AccreditedUntil.AddDays(-RenewableDays))
        : null;

    /// <summary>Tells of the end of the accreditation before and when it comes, and ends a suspension whose last day has passed. Each is said once.</summary>
    /// <returns>Whether there was anything to say.</returns>
    public bool Watch(DateTime now)
    {
        var before = Revision;
        if (State is SupplierState.Suspended && SuspendedUntil <= now)
        {
            (State, SuspensionReason, SuspendedUntil) = (SupplierState.Accredited, null, null);
            Changed(new SuspensionEnded(Number));
        }

        if (Validity.Due(Validity.DaysLeft(AccreditedUntil, now), ValidityTold) is { } due)
        {
            ValidityTold = due;
            Changed(due > 0 ? new AccreditationEndsSoon(Number, AccreditedUntil) : new AccreditationEnded(Number, AccreditedUntil));
        }

        return Revision > before;
    }
}

public sealed record AccreditationRenewed(string Subject, DateTime Until) : DomainEvent(Subject);

/// <summary>The supplier's masters are told, 60, 30 and 7 days before.</summary>
public sealed record AccreditationEndsSoon(string Subject, DateTime Until) : Announcement(Subject);

/// <summary>The accreditation has ended: running events go on, no new invitation comes.</summary>
public sealed record AccreditationEnded(string Subject, DateTime Until) : Announcement(Subject);

/// <summary>The last day of a suspension has passed. Everybody of the supplier is told.</summary>
public sealed record SuspensionEnded(string Subject) : Announcement(Subject);
