using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accreditation;

/// <summary>The meeting of the qualification commission about this company: the applicant chooses a slot, or the desk sets a day.</summary>
public sealed partial class AccreditationCase
{
    public bool CanSetMeeting(AccreditationCheck check, DeskPerson person) =>
        CanMeet(check) && (person.IsHead || person.Checks.Contains(check.Code));

    /// <summary>The applicant may choose, and choose again, until the meeting has begun.</summary>
    public bool CanChooseSlot(AccreditationCheck check, DateTime now) => CanMeet(check) && !(check.MeetingAt <= now) && !(check.MeetingOn < WorkingDays.DayOf(now));

    /// <summary>Sets the day on which the qualification commission meets about this company. A chosen slot is the caller's to free.</summary>
    public void SetMeeting(string code, DateOnly day, DeskPerson by, WorkingDays calendar, DateTime now)
    {
        var check = CheckOrRefuse(code);
        RuleViolation.ThrowIf(IsClosed, AccreditationRules.Closed);
        RuleViolation.ThrowIf(!check.HasMeeting, AccreditationRules.HasNoMeeting);
        RuleViolation.ThrowIf(!by.IsHead && !by.Checks.Contains(code), AccreditationRules.NotYourCheck);
        RuleViolation.ThrowIf(!CanSetMeeting(check, by), AccreditationRules.NotPending);
        RuleViolation.ThrowIfAny(day < WorkingDays.DayOf(now) ? [new BrokenRule(AccreditationRules.MeetingPast, "MeetingOn")] : []);
        var before = check.MeetingOn;
        check.Meet(day, calendar);
        Changed(new MeetingSet(Subject, RegistrationId, SupplierId, code, before, day, null));
    }

    /// <summary>The applicant chooses a slot, in which the company has its seat already; the one before is the caller's to free.</summary>
    public void ChooseSlot(string code, CommissionSlot slot, WorkingDays calendar, DateTime now)
    {
        var check = CheckOrRefuse(code);
        RuleViolation.ThrowIf(IsClosed, AccreditationRules.Closed);
        RuleViolation.ThrowIf(!check.HasMeeting || slot.CheckCode != code, AccreditationRules.HasNoMeeting);
        RuleViolation.ThrowIf(!CanChooseSlot(check, now), AccreditationRules.NotPending);
        if (check.SlotId != slot.Id)
        {
            Meet(check, slot, calendar);
        }
    }

    /// <summary>The slot has moved, or its place has.</summary>
    public void MeetingMoved(CommissionSlot slot, WorkingDays calendar)
    {
        foreach (var check in _checks.Where(check => check.SlotId == slot.Id && CanMeet(check)))
        {
            Meet(check, slot, calendar);
        }
    }

    /// <summary>The slot was called off: another one has to be chosen.</summary>
    public void MeetingFellThrough(long slotId)
    {
        foreach (var check in _checks.Where(check => check.SlotId == slotId && CanMeet(check)))
        {
            var before = check.MeetingOn;
            check.NoMeeting();
            Changed(new MeetingCalledOff(Subject, RegistrationId, SupplierId, check.Code, before));
        }
    }

    private bool CanMeet(AccreditationCheck check) => !IsClosed && check.HasMeeting && check.State is CheckState.NotStarted or CheckState.Pending;

    private void Meet(AccreditationCheck check, CommissionSlot slot, WorkingDays calendar)
    {
        var before = check.MeetingOn;
        check.Meet(slot, calendar);
        Changed(new MeetingSet(Subject, RegistrationId, SupplierId, check.Code, before, check.MeetingOn!.Value, slot.At));
    }
}
