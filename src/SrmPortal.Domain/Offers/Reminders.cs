using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Offers;

/// <summary>When a company is reminded of what it has not submitted.</summary>
public static class Reminders
{
    public static readonly TimeSpan First = TimeSpan.FromHours(24), Second = TimeSpan.FromHours(2);

    /// <summary>The latest of these moments that has come, in UTC. After a pause of the portal the earlier one is not made up for; an extension brings both again.</summary>
    public static DateTime? DueAt(Round round, DateTime now) =>
        now >= round.Deadline - Second ? round.Deadline - Second : now >= round.Deadline - First ? round.Deadline - First : null;
}
