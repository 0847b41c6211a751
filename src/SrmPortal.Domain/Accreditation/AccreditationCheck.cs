using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Accreditation;

public enum CheckState { NotStarted, Pending, Passed, Failed, InformationRequested }

/// <summary>What the portal has said about the day by which a check is to be decided: nothing, to its reviewers that it comes, to the head that it passed.</summary>
public enum DueTold { Nothing, Soon, Overdue }

/// <summary>One stage of a case: a copy of its definition, and where it stands.</summary>
public sealed class AccreditationCheck
{
    private AccreditationCheck()
    {
    }

    internal AccreditationCheck(CheckNeeded needed)
    {
        var definition = needed.Definition;
        (Code, Order, NormDays, Parts, HasMeeting) = (definition.Code, definition.Order, definition.NormDays, definition.Parts, definition.HasMeeting);
        (Name, NameEn, Department, DepartmentEn) = (definition.Name, definition.NameEn, definition.Department, definition.DepartmentEn);
        CategoryCode = needed.CategoryCode;
        StopFactorCount = needed.StopFactors.Count;
    }

    public long Id { get; private set; }

    public long CaseId { get; private set; }

    public string Code { get; private set; } = "";

    public int Order { get; private set; }

    public string Name { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public string Department { get; private set; } = "";

    public string DepartmentEn { get; private set; } = "";

    public int NormDays { get; private set; }

    public RegistrationParts Parts { get; private set; }

    /// <summary>The category that demands it; null for a check that every company faces.</summary>
    public string? CategoryCode { get; private set; }

    public bool HasMeeting { get; private set; }

    /// <summary>The day of the meeting, set for this case.</summary>
    public DateOnly? MeetingOn { get; private set; }

    /// <summary>When it begins, in UTC; null where only the day is known.</summary>
    public DateTime? MeetingAt { get; private set; }

    /// <summary>Where; empty where only the day is known.</summary>
    public string MeetingPlace { get; private set; } = "";

    /// <summary>The slot that was chosen; null: the desk has set the day, or nobody has.</summary>
    public long? SlotId { get; private set; }

    public CheckState State { get; private set; }

    /// <summary>The reviewer whom the head of the desk named; null: whoever is appointed for the check.</summary>
    public long? ReviewerId { get; private set; }

    /// <summary>In UTC; since when a reviewer can decide.</summary>
    public DateTime? PendingSince { get; private set; }

    /// <summary>In UTC; until when a reviewer should decide.</summary>
    public DateTime? Due { get; private set; }

    /// <summary>In UTC; until when the applicant should answer. Null unless information is requested.</summary>
    public DateTime? AnswerDue { get; private set; }

    /// <summary>Working days before <see cref="AnswerDue"/> at which the applicant was reminded last; null: not yet.</summary>
    public int? RemindedAt { get; private set; }

    /// <summary>Whether the head of the desk was told that no answer came.</summary>
    public bool IsOverdueTold { get; private set; }

    /// <summary>What was said about <see cref="Due"/>.</summary>
    public DueTold DueTold { get; private set; }

    /// <summary>How many stop-factors have to be looked up before it can be passed; none for most checks.</summary>
    public int StopFactorCount { get; private set; }

    /// <summary>The number of the last decision on it.</summary>
    public int? DecisionNo { get; private set; }

    /// <summary>By how many working days the decision, or the answer that was asked for, is late; 0: it isn't.</summary>
    public int DaysOverdue(WorkingDays calendar, DateTime now) => (State is CheckState.InformationRequested ? AnswerDue : Due) is { } due && now > due
        ? Math.Max(1, calendar.Between(WorkingDays.DayOf(due), WorkingDays.DayOf(now))) : 0;

    public string Title => ReadersLanguage.IsRussian ? Name : NameEn;

    public string Office => ReadersLanguage.IsRussian ? Department : DepartmentEn;

    internal void Begin(WorkingDays calendar, DateTime now)
    {
        (State, PendingSince, Due, AnswerDue, DueTold) = (CheckState.Pending, now, calendar.DueAfter(now, NormDays), null, DueTold.Nothing);
        if (MeetingOn is { } day && calendar.EndOf(day) > Due)
        {
            Due = calendar.EndOf(day);
        }
    }

    internal void Take(CheckDecision decision)
    {
        State = decision.Outcome switch
        {
            CheckOutcome.Passed => CheckState.Passed,
            CheckOutcome.Failed => CheckState.Failed,
            _ => CheckState.InformationRequested,
        };
        (DecisionNo, Due, AnswerDue, RemindedAt, IsOverdueTold) = (decision.No, null, decision.AnswerDue, null, false);
    }

    internal void NotConducted() => (State, PendingSince, Due, AnswerDue) = (CheckState.NotStarted, null, null, null);

    internal void GiveTo(long? reviewerId) => ReviewerId = reviewerId;

    internal void Prolong(DateTime until)
    {
        if (State is CheckState.Pending)
        {
            (Due, DueTold) = (until, DueTold.Nothing);
        }
        else
        {
            (AnswerDue, RemindedAt, IsOverdueTold) = (until, null, false);
        }
    }

    internal void Told(DueTold what) => DueTold = what;

    internal void NoMeeting() => (MeetingOn, MeetingAt, MeetingPlace, SlotId) = (null, null, "", null);

    internal void Meet(CommissionSlot slot, WorkingDays calendar)
    {
        Meet(WorkingDays.DayOf(slot.At), calendar);
        (MeetingAt, MeetingPlace, SlotId) = (slot.At, slot.Place, slot.Id);
    }

    internal void Meet(DateOnly day, WorkingDays calendar)
    {
        (MeetingOn, MeetingAt, MeetingPlace, SlotId) = (day, null, "", null);
        if (State is CheckState.Pending && calendar.EndOf(day) > Due)
        {
            (Due, DueTold) = (calendar.EndOf(day), DueTold.Nothing);
        }
    }

    internal void Reminded(int daysBefore) => RemindedAt = daysBefore;

    internal void OverdueTold() => IsOverdueTold = true;
}
