using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>While offers are accepted: the buyer may extend the deadline, before it has passed, and never shorten it.</summary>
public sealed partial class Round
{
    private readonly List<RoundChange> _changes = [];

    /// <summary>What was changed after publishing; kept for ever.</summary>
    public IReadOnlyList<RoundChange> Changes => _changes;

    /// <summary>The first instant, in UTC, at which suppliers can ask no more.</summary>
    public DateTime QuestionsUntil => ClarificationsUntil ?? Deadline;

    public bool TakesQuestionsAt(DateTime now) => !IsPractice && StateAt(now) is RoundState.Published && now < QuestionsUntil;

    public bool CanBeExtendedAt(DateTime now) => StateAt(now) is RoundState.Published;

    /// <param name="by">Somebody of the team.</param>
    /// <param name="deadline">A whole minute, in UTC, later than the one that stands.</param>
    /// <param name="clarificationsUntil">Until when suppliers may ask now, in UTC; null: until the deadline.</param>
    /// <param name="reason">For everybody who is invited.</param>
    /// <param name="now">In UTC.</param>
    public void Extend(long by, DateTime deadline, DateTime? clarificationsUntil, string reason, DateTime now)
    {
        RefuseUnlessRunBy(by);
        RuleViolation.ThrowIf(!CanBeExtendedAt(now), RoundRules.NotExtendable, Deadline);
        RuleViolation.ThrowIfAny([.. WhatExtensionLacks(deadline, clarificationsUntil, reason)]);
        var before = Deadline;
        _changes.Add(new RoundChange(this, by, reason, new ChangedDeadline(before, deadline), now));
        (Deadline, ClarificationsUntil) = (deadline, clarificationsUntil);
        Changed(new RoundExtended(Name, before, deadline));
    }

    private IEnumerable<BrokenRule> WhatExtensionLacks(DateTime deadline, DateTime? clarificationsUntil, string reason)
    {
        if (deadline.Ticks % TimeSpan.TicksPerMinute > 0)
        {
            yield return new(RoundRules.DeadlineNotWholeMinute, "DeadlineTime");
        }
        else if (deadline <= Deadline)
        {
            yield return new(RoundRules.NotLater, "DeadlineDate", Deadline);
        }

        if (clarificationsUntil > deadline)
        {
            yield return new(PublishingRules.ClarificationsAfterDeadline, "ClarificationsDate");
        }
        else if (clarificationsUntil < QuestionsUntil)
        {
            yield return new(RoundRules.QuestionsNotLater, "ClarificationsDate", QuestionsUntil);
        }

        if (reason.Length == 0)
        {
            yield return new(RoundRules.ReasonMissing, "Reason");
        }
    }
}

/// <summary>A change of a published round, with its reason: one line of its history, which nobody rewrites.</summary>
public sealed class RoundChange : IInsertOnly
{
    private RoundChange()
    {
    }

    internal RoundChange(Round round, long byId, string reason, ChangedDeadline deadline, DateTime at) =>
        (Round, ById, Reason, Deadline, At) = (round, byId, reason, deadline, at);

    public long Id { get; private set; }

    public Round Round { get; private set; } = null!;

    public long RoundId { get; private set; }

    public long ById { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>As everybody who is invited reads it.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>From when to when the deadline went.</summary>
    public ChangedDeadline Deadline { get; private set; } = null!;
}

/// <param name="From">Until then, in UTC.</param>
/// <param name="To">From now on, in UTC.</param>
public sealed record ChangedDeadline(DateTime From, DateTime To);

/// <summary>Everybody who is invited is told.</summary>
public sealed record RoundExtended(string Subject, DateTime From, DateTime To) : Announcement(Subject);
