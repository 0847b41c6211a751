using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accreditation;

/// <summary>What the head of the desk arranges, and what time makes the portal say.</summary>
public sealed partial class AccreditationCase
{
    /// <summary>A check that is still open can be given to another reviewer or get more time.</summary>
    public bool CanArrange(AccreditationCheck check, DeskPerson person) => WhyNotArrange(check, person) is null;

    public bool CanGive(AccreditationCheck check, DeskPerson person) => CanArrange(check, person) && check.State is not CheckState.InformationRequested;

    public bool CanProlong(AccreditationCheck check, DeskPerson person) => CanArrange(check, person) && check.State is not CheckState.NotStarted;

    /// <param name="code">The check.</param>
    /// <param name="reviewer">Appointed for this check; not the one who entered the data.</param>
    /// <param name="head">Who arranges it.</param>
    public void Give(string code, DeskPerson reviewer, DeskPerson head)
    {
        var check = ArrangeableOrRefuse(code, head);
        RuleViolation.ThrowIf(check.State is CheckState.InformationRequested, AccreditationRules.NotPending);
        RuleViolation.ThrowIfAny(!reviewer.Checks.Contains(code) ? [new BrokenRule(AccreditationRules.NotAppointed, "ReviewerId")]
            : reviewer.HasEnteredData ? [new BrokenRule(AccreditationRules.OwnEntries, "ReviewerId")] : []);
        var before = check.ReviewerId;
        if (before != reviewer.Id)
        {
            check.GiveTo(reviewer.Id);
            Changed(new CheckGiven(Subject, code, before, reviewer.Id));
            if (check.State is CheckState.Pending)
            {
                Changed(new ChecksPending(Subject, [code], Again: false));
            }
        }
    }

    /// <summary>This reviewer decides the check no longer: whoever else is appointed for it does.</summary>
    public void TakeFrom(long reviewerId, string code)
    {
        if (!IsClosed && Check(code) is { } check && check.ReviewerId == reviewerId)
        {
            check.GiveTo(null);
            Changed(new CheckGiven(Subject, code, reviewerId, null));
            if (check.State is CheckState.Pending)
            {
                Changed(new ChecksPending(Subject, [code], Again: false));
            }
        }
    }

    /// <summary>Gives more time: the reviewer to decide, or the applicant to answer.</summary>
    /// <param name="code">The check.</param>
    /// <param name="until">In UTC; later than now and than before, and not further ahead than any answer is given.</param>
    /// <param name="head">Who arranges it.</param>
    /// <param name="now">In UTC.</param>
    public void Prolong(string code, DateTime until, DeskPerson head, DateTime now)
    {
        var check = ArrangeableOrRefuse(code, head);
        RuleViolation.ThrowIf(check.State is CheckState.NotStarted, AccreditationRules.NotPending);
        var isAnswer = check.State is CheckState.InformationRequested;
        var before = isAnswer ? check.AnswerDue : check.Due;
        RuleViolation.ThrowIfAny(until <= now || until <= before ? [new BrokenRule(AccreditationRules.NotLater, "Until", before ?? now)]
            : TooFarAhead(until, "Until", now) is { } refusal ? [refusal] : []);
        check.Prolong(until);
        Changed(isAnswer ? new AnswerProlonged(Subject, RegistrationId, SupplierId, code, before, until) : new CheckProlonged(Subject, code, before, until));
    }

    /// <summary>Reminds the applicant of what was asked and the reviewers of what is to be decided, and tells the head of the desk what stayed undone. Whatever it finds, it decides nothing.</summary>
    /// <returns>Whether there was anything to say.</returns>
    public bool Remind(WorkingDays calendar, DateTime now)
    {
        var before = Revision;
        if (!IsClosed)
        {
            _checks.Where(check => check.State is CheckState.InformationRequested).ToList().ForEach(check => RemindOfAnswer(check, calendar, now));
            _checks.Where(check => check.State is CheckState.Pending).ToList().ForEach(check => RemindOfDecision(check, calendar, now));
        }

        return Revision > before;
    }

    private void RemindOfAnswer(AccreditationCheck check, WorkingDays calendar, DateTime now)
    {
        var due = check.AnswerDue!.Value;
        if (now >= due)
        {
            if (!check.IsOverdueTold)
            {
                check.OverdueTold();
                Changed(new AnswerOverdue(Subject, check.Code, due));
            }

            return;
        }

        var left = calendar.Between(WorkingDays.DayOf(now), WorkingDays.DayOf(due));
        var reached = calendar.Limits.Reminders.Where(days => left <= days).DefaultIfEmpty(0).Min();
        if (reached > 0 && (check.RemindedAt is null || check.RemindedAt > reached))
        {
            check.Reminded(reached);
            Changed(new AnswerDueSoon(Subject, RegistrationId, SupplierId, check.DecisionNo!.Value, check.Code, due));
        }
    }

    // Reviewers hear of it some working days before, unless it began no earlier; the head when it is over.
    private void RemindOfDecision(AccreditationCheck check, WorkingDays calendar, DateTime now)
    {
        var (due, today, days) = (check.Due!.Value, WorkingDays.DayOf(now), calendar.Limits.ReviewerReminder);
        var isSoon = days > 0 && calendar.Between(today, WorkingDays.DayOf(due)) <= days && WorkingDays.DayOf(check.PendingSince!.Value) < today;
        if (now >= due && check.DueTold is not DueTold.Overdue)
        {
            check.Told(DueTold.Overdue);
            Changed(new CheckOverdue(Subject, check.Code, due));
        }
        else if (now < due && isSoon && check.DueTold is DueTold.Nothing)
        {
            check.Told(DueTold.Soon);
            Changed(new CheckDueSoon(Subject, check.Code, due));
        }
    }

    private BrokenRule? WhyNotArrange(AccreditationCheck check, DeskPerson person) =>
        IsClosed ? new(AccreditationRules.Closed)
        : !person.IsHead ? new(AccreditationRules.HeadOnly)
        : check.State is CheckState.Passed or CheckState.Failed ? new(AccreditationRules.DecidedAlready, null, LastDecisionOn(check)?.At ?? StartedAt)
        : null;

    private AccreditationCheck ArrangeableOrRefuse(string code, DeskPerson head)
    {
        var check = CheckOrRefuse(code);
        RuleViolation.ThrowIfAny(WhyNotArrange(check, head) is { } refusal ? [refusal] : []);
        return check;
    }
}
