using SrmPortal.Domain.Common;

namespace SrmPortal.Web.Infrastructure;

/// <summary>A day and a time of day that were typed into two fields, in a round's zone: together an instant.</summary>
internal static class TypedInstant
{
    /// <param name="date">The day; null: not given.</param>
    /// <param name="time">The time of day; null: not given.</param>
    /// <param name="zone">IANA id.</param>
    /// <param name="field">Where the message goes if the clocks know no such time on that day.</param>
    /// <param name="broken">Takes the message.</param>
    /// <returns>In UTC; null where a part is missing, or there is no such time.</returns>
    public static DateTime? Utc(DateOnly? date, TimeOnly? time, string zone, string field, ICollection<BrokenRule> broken)
    {
        if (date is not { } day || time is not { } hour)
        {
            return null;
        }

        var utc = TypedDate.ToUtc(day, hour, Zones.Of(zone), out var refusal);
        if (refusal is not null)
        {
            broken.Add(refusal with { Field = field });
        }

        return utc;
    }
}
