using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accreditation;

/// <summary>What the head of the desk arranges, and what time makes the portal say.</summary>
public sealed partial class AccreditationCase
{
    private static readonly int[] RemindBefore = [3, 1];

    /// <summary>A check that is still open can be given to another reviewer or get more time.</summary>
    public bool CanArrange(AccreditationCheck check, DeskPerson person) => WhyNotArrange(check, person) is null;

    public bool CanGive(AccreditationCheck check, DeskPerson person) => CanArrange(check, person) && check.State is not CheckState.InformationRequested;

    public bool CanProlong(AccreditationCheck check, DeskPerson person) => CanArrange(check, person) && check.State is not CheckState.NotStarted;

    public bool CanSetMeeting(AccreditationCheck check, DeskPerson person) =>
        !IsClosed && check.HasMeeting && check.State is CheckState.NotStarted or CheckState.Pending && (person.IsHead || person.Checks.Contains(check.Code));

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

    /// <summary>Gives more time: the reviewer to decide, or the applicant to answer.</summary>
    /// <param name="code">The check.</param>
    /// <param name="until">In UTC; later than now and than before.</param>
    /// <param name="head">Who arranges it.</param>
    /// <param name="now">In UTC.</param>
    public void Prolong(string code, DateTime until, DeskPerson head, DateTime now)
    {
        var check = ArrangeableOrRefuse(code, head);
        RuleViolation.ThrowIf(check.State is CheckState.NotStarted, AccreditationRules.NotPending);
        var isAnswer = check.State is CheckState.InformationRequested;
        var before = isAnswer ? check.AnswerDue : check.Due;
        RuleViolation.ThrowIfAny(until <= now || until <= before ? [new BrokenRule(AccreditationRules.NotLater, "Until", before ?? now)] : []);
        check.Prolong(until);
        Changed(isAnswer ? new AnswerProlonged(Subject, RegistrationId, SupplierId, code, before, until) : new CheckProlonged(Subject, code, before, until));
    }

    /// <summary>Sets the day on which the qualification commission meets about this company.</summary>
    public void SetMeeting(string code, DateOnly day, DeskPerson by, DateTime now)
    {
        var check = CheckOrRefuse(code);
        RuleViolation.ThrowIf(IsClosed, AccreditationRules.Closed);
        RuleViolation.ThrowIf(!check.HasMeeting, AccreditationRules.HasNoMeeting);
        RuleViolation.ThrowIf(!by.IsHead && !by.Checks.Contains(code), AccreditationRules.NotYourCheck);
        RuleViolation.ThrowIf(!CanSetMeeting(check, by), AccreditationRules.NotPending);
        RuleViolation.ThrowIfAny(day < WorkingDays.DayOf(now) ? [new BrokenRule(AccreditationRules.MeetingPast, "MeetingOn")] : []);
        var before = check.MeetingOn;
        check.Meet(day);
        Changed(new MeetingSet(Subject, code, before, day));
    }

    /// <summary>Reminds the applicant, and tells the head of the desk when no answer came. Whatever it finds, it rejects nobody.</summary>
    /// <returns>Whether there was anything to say.</returns>
    public bool Remind(WorkingDays calendar, DateTime now)
    {
        var before = Revision;
        foreach (var check in _checks.Where(one => one.State is CheckState.InformationRequested))
        {
            var due = check.AnswerDue!.Value;
            if (now >= due)
            {
                if (!check.IsOverdueTold)
                {
                    check.OverdueTold();
                    Changed(new AnswerOverdue(Subject, check.Code, due));
                }

                continue;
            }

            var left = calendar.Between(WorkingDays.DayOf(now), WorkingDays.DayOf(due));
            var reached = RemindBefore.Where(days => left <= days).DefaultIfEmpty(0).Min();
            if (reached > 0 && (check.RemindedAt is null || check.RemindedAt > reached))
            {
                check.Reminded(reached);
                Changed(new AnswerDueSoon(Subject, RegistrationId, SupplierId, check.DecisionNo!.Value, check.Code, due));
            }
        }

        return Revision > before;
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
