using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Offers;

/// <summary>Somebody has typed into the form of an offer and saved nothing of it; nobody else can know, and so the person alone is told.</summary>
public sealed record TypedNotSaved(string Subject, long RoundId, long SupplierId, long PersonId) : Announcement(Subject), ISecretUntilOpening
{
    long? IOfRound.RoundId => RoundId;
}

/// <summary>When a company is reminded of what it has not submitted.</summary>
public static class Reminders
{
    public static readonly TimeSpan First = TimeSpan.FromHours(24), Second = TimeSpan.FromHours(2);

    /// <summary>The latest of these moments that has come, in UTC. After a pause of the portal the earlier one is not made up for; an extension brings both again.</summary>
    public static DateTime? DueAt(Round round, DateTime now) => DueAt(round.Deadline, now);

    public static DateTime? DueAt(DateTime deadline, DateTime now) =>
        now >= deadline - Second ? deadline - Second : now >= deadline - First ? deadline - First : null;
}
