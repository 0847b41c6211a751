using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>How an amendment goes out: what stands in its way, how long suppliers must have after it, and who agrees.</summary>
public sealed partial class Amendment
{
    /// <summary>The deadline as it will be.</summary>
    public DateTime Deadline => NewDeadline is { } later && later > Round.Deadline ? later : Round.Deadline;

    /// <summary>
    /// The earliest deadline that may stand after it, in UTC; null where any may, as it is clarifying. So many working days by the calendar
    /// lie between it and now, in the event's zone; from a day off they are counted from its end.
    /// </summary>
    public DateTime? EarliestDeadline(AmendmentFacts facts) => IsMaterial ? After(facts.Policy.AmendmentDays, facts) : null;

    /// <summary>How many whole working days lie between now and the deadline as it will be, counted as <see cref="EarliestDeadline"/> counts them.</summary>
    public int WorkingDaysLeft(AmendmentFacts facts)
    {
        var days = 0;
        while (After(days + 1, facts) <= Deadline)
        {
            days++;
        }

        return days;
    }

    private DateTime After(int days, AmendmentFacts facts)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Round.TimeZone);
        var local = TimeZoneInfo.ConvertTimeFromUtc(facts.Now, zone);
        var today = DateOnly.FromDateTime(local);
        var earliest = facts.Calendar.IsWorking(today)
            ? facts.Calendar.After(today, days).ToDateTime(TimeOnly.FromDateTime(local))
            : facts.Calendar.After(facts.Calendar.After(today, 1), days).ToDateTime(TimeOnly.MinValue);
        var minute = earliest.AddTicks((TimeSpan.TicksPerMinute - (earliest.Ticks % TimeSpan.TicksPerMinute)) % TimeSpan.TicksPerMinute);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(minute) ? minute.AddHours(1) : minute, zone);
    }

    /// <summary>
    /// An approver decides where the value goes up and is above the threshold: what was decided on, or was below it, was less. What makes
    /// the value less, or leaves it, needs none. Where either value can't be put in the threshold's currency, nobody can say so.
    /// </summary>
    public bool NeedsApproval(PublishingPolicy policy)
    {
        var (before, after) = (Round.With(Was), Round.With(Becomes));
        return after.NeedsApproval(policy) && !(after.WorthFor(policy.ThresholdCurrency) <= before.WorthFor(policy.ThresholdCurrency));
    }

    /// <summary>All that stands in its way, each at its field.</summary>
    public IEnumerable<BrokenRule> WhatBlocks(AmendmentFacts facts)
    {
        if (Comparison.ForSuppliers().IsEmpty)
        {
            yield return new(AmendmentRules.NothingChanged);
        }

        if (Reason.Length == 0)
        {
            yield return new(RoundRules.ReasonMissing, "Reason");
        }

        if (EarliestDeadline(facts) is { } earliest && Deadline < earliest)
        {
            yield return new(AmendmentRules.TooLittleTime, "DeadlineDate", facts.Policy.AmendmentDays, earliest);
        }

        foreach (var rule in Round.With(Becomes, Deadline).WhatContentLacks())
        {
            yield return rule;
        }
    }

    /// <param name="by">Somebody of the team.</param>
    /// <param name="facts">What it hangs on.</param>
    public void Publish(long by, AmendmentFacts facts)
    {
        RefuseUnlessRevisedBy(by, facts.Now);
        RuleViolation.ThrowIfAny(WhatBlocks(facts));
        RuleViolation.ThrowIf(NeedsApproval(facts.Policy), AmendmentRules.NeedsApprover);
        GoOut(by, facts);
    }

    public void SendForApproval(long by, long approverId, AmendmentFacts facts)
    {
        RefuseUnlessRevisedBy(by, facts.Now);
        RuleViolation.ThrowIf(approverId == by || Round.Event.IsRunBy(approverId), RoundRules.ApproverIsAuthor);
        RuleViolation.ThrowIfAny(WhatBlocks(facts));
        (State, ApproverId, SentForApprovalById, SentForApprovalAt, ReturnComment) = (AmendmentState.PendingApproval, approverId, by, facts.Now, null);
        Round.PutAmendmentTo(approverId);
        Changed(new AmendmentSentForApproval(Round.Name, approverId));
    }

    /// <summary>It is published at once; by then there must still be time enough.</summary>
    public void Approve(long by, AmendmentFacts facts)
    {
        RefuseUnlessDecidedBy(by, facts.Now);
        RuleViolation.ThrowIfAny(WhatBlocks(facts));
        GoOut(by, facts);
    }

    public void GiveBack(long by, string comment, DateTime now)
    {
        RefuseUnlessDecidedBy(by, now);
        RuleViolation.ThrowIfAny(comment.Length > 0 ? [] : [new(RoundRules.CommentMissing, "Comment")]);
        (State, ReturnComment) = (AmendmentState.Draft, comment);
        Changed(new AmendmentReturned(Round.Name, SentForApprovalById!.Value));
    }

    private void GoOut(long by, AmendmentFacts facts)
    {
        var isMaterial = IsMaterial;
        var (no, moved) = Round.Amend(this, isMaterial, Deadline > Round.Deadline ? Deadline : null, facts.Now);
        (State, No, PublishedById, PublishedAt) = (AmendmentState.Published, no, by, facts.Now);
        (IsHeldMaterial, MovedFrom, MovedTo) = (isMaterial, moved?.From, moved?.To);
        Changed(new AmendmentPublished(Round.Name, no, isMaterial));
    }

    private bool IsAuthor(long accountId) => SentForApprovalById == accountId || Round.Event.IsRunBy(accountId);

    private void RefuseUnlessDecidedBy(long by, DateTime now)
    {
        RuleViolation.ThrowIf(State is not AmendmentState.PendingApproval, RoundRules.NotWaitingForApproval);
        RuleViolation.ThrowIf(!Round.CanBeAmendedAt(now), AmendmentRules.TooLate, Round.Deadline);
        RuleViolation.ThrowIf(IsAuthor(by), RoundRules.ApproverIsAuthor);
        RuleViolation.ThrowIf(ApproverId != by, RoundRules.PutToAnother);
    }
}
