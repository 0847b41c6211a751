using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Accreditation;

/// <summary>What reviewers decide, and what the applicant answers.</summary>
public sealed partial class AccreditationCase
{
    public const int LongestComment = 2000;

    /// <summary>So many working days the desk's settings give an applicant at most.</summary>
    public const int MostAnswerDays = 60;

    /// <summary>A day further ahead than so many days, which are more than those working days, is mistyped.</summary>
    private const int FurthestDays = 2 * MostAnswerDays;

    public bool CanDecide(AccreditationCheck check, DeskPerson person) => WhyNotDecide(check, person) is null;

    /// <summary>Why this person can't decide this check now, or null.</summary>
    public BrokenRule? WhyNotDecide(AccreditationCheck check, DeskPerson person) =>
        IsClosed ? new(AccreditationRules.Closed)
        : !person.Checks.Contains(check.Code) ? new(AccreditationRules.NotYourCheck)
        : check.ReviewerId is { } given && given != person.Id ? new(AccreditationRules.OtherReviewer)
        : person.HasEnteredData ? new(AccreditationRules.OwnEntries)
        : check.State is CheckState.Pending ? null
        : check.State is CheckState.NotStarted ? new(AccreditationRules.NotPending)
        : new(AccreditationRules.DecidedAlready, null, LastDecisionOn(check)?.At ?? StartedAt);

    /// <summary>Decides a check. The decision stands; only new data makes the check pending again.</summary>
    /// <param name="code">The check.</param>
    /// <param name="verdict">What is decided.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="now">In UTC.</param>
    public void Decide(string code, Verdict verdict, DeskPerson by, WorkingDays calendar, DateTime now)
    {
        var check = CheckOrRefuse(code);
        RuleViolation.ThrowIfAny(WhyNotDecide(check, by) is { } reason ? [reason] : []);
        RuleViolation.ThrowIfAny([.. WhatIsWrong(check, verdict, now), .. WhatStops(check, verdict)]);
        Take(check, verdict, by, calendar, now);
    }

    public bool CanRejectOverdue(AccreditationCheck check, DeskPerson person, DateTime now) => WhyNotRejectOverdue(check, person, now) is null;

    /// <summary>Why the head of the desk can't end the waiting for an answer, or null.</summary>
    public BrokenRule? WhyNotRejectOverdue(AccreditationCheck check, DeskPerson person, DateTime now) =>
        IsClosed ? new(AccreditationRules.Closed)
        : !person.IsHead ? new(AccreditationRules.HeadOnly)
        : person.HasEnteredData ? new(AccreditationRules.OwnEntries)
        : check.State is not CheckState.InformationRequested ? new(AccreditationRules.NotWaiting)
        : now < check.AnswerDue ? new(AccreditationRules.StillInTime, null, check.AnswerDue.Value)
        : null;

    /// <summary>No answer came by the due date, and the head of the desk ends the waiting. No timer does this.</summary>
    public void RejectOverdue(string code, string reason, Guid key, DeskPerson head, WorkingDays calendar, DateTime now)
    {
        var check = CheckOrRefuse(code);
        RuleViolation.ThrowIfAny(WhyNotRejectOverdue(check, head, now) is { } refusal ? [refusal] : []);
        var verdict = new Verdict(CheckOutcome.Failed, reason, "", RegistrationParts.None, null, key);
        RuleViolation.ThrowIfAny(WhatIsWrong(check, verdict, now, isMeetingNeeded: false));
        Take(check, verdict, head, calendar, now);
    }

    /// <summary>The applicant has sent again what was asked: the asking checks go on, and passed ones whose data changed have to be passed again.</summary>
    /// <param name="changed">What is not as it was.</param>
    /// <param name="company">The short name as it is now.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="now">In UTC.</param>
    public void Answer(RegistrationParts changed, string company, WorkingDays calendar, DateTime now)
    {
        RuleViolation.ThrowIf(IsClosed, AccreditationRules.Closed);
        RuleViolation.ThrowIf(State is not CaseState.WaitingForSupplier, AccreditationRules.NotWaiting);
        AccreditationCheck[] again = [.. Checks.Where(check => check.State is CheckState.InformationRequested
            || (check.State is CheckState.Passed && (check.Parts & changed) != 0))];
        Array.ForEach(again, check => check.Begin(calendar, now));
        State = CaseState.InProgress;
        Name(company);
        string[] codes = [.. again.Select(check => check.Code)];
        Changed(new AccreditationAnswered(Subject, changed, codes));
        BeginWhatIsNext(calendar, now, codes);
    }

    /// <summary>The last check was passed, and this is the supplier that came of it.</summary>
    public void BecameSupplier(long supplierId)
    {
        if (State is not CaseState.Approved || SupplierId is not null)
        {
            throw new InvalidOperationException($"{Subject} has not just been approved.");
        }

        SupplierId = supplierId;
    }

    /// <summary>The applicant has withdrawn.</summary>
    public void Cancel(DateTime now)
    {
        RuleViolation.ThrowIf(IsClosed, AccreditationRules.Closed);
        var before = State;
        (State, DecidedAt) = (CaseState.Cancelled, now);
        StopWhatIsOpen();
        Changed(new AccreditationCancelled(Subject, before));
    }

    private static IEnumerable<BrokenRule> WhatIsWrong(AccreditationCheck check, Verdict verdict, DateTime now, bool isMeetingNeeded = true)
    {
        var (isQuestion, comment) = (verdict.Outcome is CheckOutcome.InformationRequested, verdict.Comment.Trim());
        if (comment.Length == 0 && verdict.Outcome is not CheckOutcome.Passed)
        {
            yield return new(isQuestion ? AccreditationRules.NoQuestion : AccreditationRules.NoReason, nameof(Verdict.Comment));
        }

        if (comment.Length > LongestComment)
        {
            yield return new(AccreditationRules.TooLong, nameof(Verdict.Comment), LongestComment);
        }

        if (verdict.Note.Trim().Length > LongestComment)
        {
            yield return new(AccreditationRules.TooLong, nameof(Verdict.Note), LongestComment);
        }

        if (isQuestion && (verdict.Parts & RegistrationParts.All) is RegistrationParts.None)
        {
            yield return new(AccreditationRules.NoParts, nameof(Verdict.Parts));
        }

        if (isQuestion && AnswerDueRefusal(verdict.AnswerDue, now) is { } refusal)
        {
            yield return refusal;
        }

        if (!isQuestion && isMeetingNeeded && check.HasMeeting && MeetingRefusal(check, now) is { } meeting)
        {
            yield return meeting;
        }
    }

    private static BrokenRule? AnswerDueRefusal(DateTime? due, DateTime now) =>
        due is null ? new(AccreditationRules.NoAnswerDue, nameof(Verdict.AnswerDue))
        : WorkingDays.DayOf(due.Value) <= WorkingDays.DayOf(now) ? new(AccreditationRules.AnswerDueTooSoon, nameof(Verdict.AnswerDue))
        : TooFarAhead(due.Value, nameof(Verdict.AnswerDue), now);

    private static BrokenRule? TooFarAhead(DateTime due, string field, DateTime now) =>
        WorkingDays.DayOf(now).AddDays(FurthestDays) is var last && WorkingDays.DayOf(due) > last ? new(AccreditationRules.AnswerDueTooLate, field, last) : null;

    private static BrokenRule? MeetingRefusal(AccreditationCheck check, DateTime now) =>
        check.MeetingOn is not { } day ? new(AccreditationRules.NoMeeting, nameof(Verdict.Outcome))
        : day > WorkingDays.DayOf(now) ? new(AccreditationRules.MeetingAhead, nameof(Verdict.Outcome), day)
        : null;

    private AccreditationCheck CheckOrRefuse(string code) =>
        Check(code) ?? throw new RuleViolation(new BrokenRule(AccreditationRules.NoSuchCheck));

    private void Take(AccreditationCheck check, Verdict verdict, DeskPerson by, WorkingDays calendar, DateTime now)
    {
        var (from, before) = (check.State, State);
        var decision = new CheckDecision(_decisions.Count + 1, check.Code, verdict, by.Id, now);
        _decisions.Add(decision);
        if (verdict.Note.Trim() is { Length: > 0 } note)
        {
            _notes.Add(new CheckNote(decision.No, note));
        }

        check.Take(decision);
        State = _checks.Any(one => one.State is CheckState.Failed) ? CaseState.Rejected
            : _checks.All(one => one.State is CheckState.Passed) ? CaseState.Approved
            : _checks.Any(one => one.State is CheckState.InformationRequested) ? CaseState.WaitingForSupplier
            : CaseState.InProgress;
        Changed(new CheckDecided(Subject, RegistrationId, SupplierId, decision.No, check.Code, from, decision.Outcome, State));
        if (IsClosed)
        {
            DecidedAt = now;
            StopWhatIsOpen();
            Changed(new AccreditationDecided(Subject, before, State));
        }
        else
        {
            BeginWhatIsNext(calendar, now);
        }
    }

    // What nobody decided was not conducted.
    private void StopWhatIsOpen() =>
        _checks.Where(check => check.State is CheckState.Pending or CheckState.InformationRequested).ToList().ForEach(check => check.NotConducted());
}
