namespace SrmPortal.Domain.Mails;

/// <summary>What a notice is about, for finding and for choosing how it comes.</summary>
public enum NoticeTopic
{
    Other, Invitation, Change, Reminder, Clarification, Result, Document, Account, Accreditation,

    /// <summary>Receipts of what was submitted and withdrawn.</summary>
    Offer,

    /// <summary>To the group's people: something waits for them.</summary>
    Work,

    /// <summary>To the group's people: what has become of their events.</summary>
    News,
}

/// <summary>How a notice comes besides standing in the portal's list.</summary>
public enum NoticeWay { AtOnce, Digest, PortalOnly }

/// <summary>What a person may choose. What binds, and what has a time limit, comes by mail at once, whatever was chosen before.</summary>
public static class NoticeChoice
{
    private static readonly NoticeWay[] Always = [NoticeWay.AtOnce], MayWait = [NoticeWay.AtOnce, NoticeWay.Digest], Free = [NoticeWay.AtOnce, NoticeWay.Digest, NoticeWay.PortalOnly];

    /// <summary>In the order in which they are shown.</summary>
    public static readonly IReadOnlyList<NoticeTopic> Topics =
    [
        NoticeTopic.Invitation, NoticeTopic.Change, NoticeTopic.Reminder, NoticeTopic.Offer, NoticeTopic.Clarification, NoticeTopic.Result, NoticeTopic.Document,
        NoticeTopic.Accreditation, NoticeTopic.Work, NoticeTopic.News, NoticeTopic.Account,
    ];

    /// <summary>The ways that are open; a single one: nothing is to be chosen.</summary>
    public static IReadOnlyList<NoticeWay> WaysOf(NoticeTopic topic) => topic switch
    {
        NoticeTopic.Clarification or NoticeTopic.News => Free,
        NoticeTopic.Result or NoticeTopic.Document or NoticeTopic.Work => MayWait,
        _ => Always,
    };
}

/// <summary>How one person wants the notices of one topic; without such a row they come at once.</summary>
public sealed class NoticePreference
{
    private NoticePreference()
    {
    }

    internal NoticePreference(NoticeTopic topic, NoticeWay way) => (Topic, Way) = (topic, way);

    public long Id { get; private set; }

    public long AccountId { get; private set; }

    public NoticeTopic Topic { get; private set; }

    public NoticeWay Way { get; private set; }
}

/// <summary>When the daily digest is due.</summary>
public static class DigestTime
{
    /// <summary>After a digest the next one is not sooner, however the person or the zone moves.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromHours(12);

    /// <summary>The first instant from <paramref name="since"/> on at which it is the hour in the zone, in UTC.</summary>
    /// <remarks>On a day on which the clock leaps over the hour it is the moment of the leap; where the hour comes twice, the first.</remarks>
    public static DateTime Next(DateTime since, TimeZoneInfo zone, int hour)
    {
        for (var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(since, zone)).AddDays(-1); ; day = day.AddDays(1))
        {
            if (Of(day, zone, hour) is var instant && instant >= since)
            {
                return instant;
            }
        }
    }

    /// <summary>When what has waited since then is due, given the digest before.</summary>
    public static DateTime Due(DateTime since, DateTime? last, TimeZoneInfo zone, int hour) =>
        Next(last is { } before && before + Least > since ? before + Least : since, zone, hour);

    private static DateTime Of(DateOnly day, TimeZoneInfo zone, int hour)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        // Of two the earlier has the larger offset.
        return DateTime.SpecifyKind(local - (zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local)), DateTimeKind.Utc);
    }
}

/// <summary>What a person has not read and wanted once a day, for one company or for the own account.</summary>
/// <param name="Subject">The user name.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="SupplierId">The company that it concerns.</param>
/// <param name="Code">By which its notices are found.</param>
public sealed record DigestDue(string Subject, long AccountId, long? SupplierId, string Code) : Common.Announcement(Subject);
