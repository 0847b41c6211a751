using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>
/// A buyer is away, and a colleague stands in: from day to day the colleague belongs to the team of every event that the buyer runs or
/// helps to run. Rights are not handed on: who isn't a buyer of the site stands in for nothing there.
/// </summary>
public sealed class Deputyship : AggregateRoot
{
    /// <summary>Longer is no absence: the events are handed over then.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private Deputyship()
    {
    }

    /// <param name="absentId">Who is away, by account.</param>
    /// <param name="deputyId">Who stands in.</param>
    /// <param name="from">In UTC.</param>
    /// <param name="until">The first instant, in UTC, at which it is over.</param>
    /// <param name="now">In UTC.</param>
    public Deputyship(long absentId, long deputyId, DateTime from, DateTime until, DateTime now)
    {
        RuleViolation.ThrowIfAny(
        [
            .. absentId == deputyId ? [new BrokenRule(TeamRules.Yourself, "DeputyId")] : Array.Empty<BrokenRule>(),
            .. until <= now ? [new BrokenRule(TeamRules.IsOver, "Until")]
                : until <= from ? [new(TeamRules.EndsBeforeItBegins, "Until")]
                : until - from > Longest ? [new(TeamRules.TooLong, "Until", (int)Longest.TotalDays)] : Array.Empty<BrokenRule>(),
        ]);
        (AbsentId, DeputyId, From, Until) = (absentId, deputyId, from, until);
        Changed(new DeputyNamed(absentId, deputyId, from, until));
    }

    public long AbsentId { get; private set; }

    public long DeputyId { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime From { get; private set; }

    /// <summary>The first instant, in UTC, at which it is over.</summary>
    public DateTime Until { get; private set; }

    public void End(DateTime now)
    {
        RuleViolation.ThrowIf(now >= Until, TeamRules.IsOver);
        (From, Until) = (From > now ? now : From, now);
        Changed(new DeputyshipEnded(AbsentId, DeputyId));
    }
}

/// <summary>The deputy is told.</summary>
public sealed record DeputyNamed(long AbsentId, long DeputyId, DateTime From, DateTime Until) : Announcement(FormattableString.Invariant($"{AbsentId}"));

public sealed record DeputyshipEnded(long AbsentId, long DeputyId) : DomainEvent(FormattableString.Invariant($"{AbsentId}"));

/// <summary>The deputy came into the team of an event, or left it again.</summary>
public sealed record DeputyStoodIn(string Subject, long DeputyId, bool Begins) : DomainEvent(Subject);

/// <summary>An event has another responsible buyer.</summary>
public sealed record EventHandedOver(string Subject, long FromId, long ToId, string Reason) : DomainEvent(Subject);

/// <summary>Who has become responsible is told of them together; of very many in several mails.</summary>
public sealed record EventsHandedOver(long FromId, long ToId, IReadOnlyList<string> Events, string Reason) : Announcement(FormattableString.Invariant($"{ToId}"));

public static class TeamRules
{
    public const string Yourself = "team.yourself";
    public const string EndsBeforeItBegins = "team.ends-before-it-begins";
    public const string IsOver = "team.is-over";
    public const string TooLong = "team.too-long";
    public const string StandsInAlready = "team.stands-in-already";
    public const string NotABuyer = "team.not-a-buyer";
    public const string NothingToHandOver = "team.nothing-to-hand-over";
    public const string WouldApproveOwn = "team.would-approve-own";
    public const string Decided = "team.decided";
    public const string ReasonMissing = "team.reason-missing";
}
