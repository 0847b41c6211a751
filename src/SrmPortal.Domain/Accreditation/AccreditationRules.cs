namespace SrmPortal.Domain.Accreditation;

public static class AccreditationRules
{
    public const string Closed = "accreditation.closed";
    public const string NoSuchCheck = "accreditation.no-such-check";
    public const string NotPending = "accreditation.not-pending";
    public const string DecidedAlready = "accreditation.decided-already";
    public const string NotYourCheck = "accreditation.not-your-check";
    public const string OtherReviewer = "accreditation.other-reviewer";
    public const string OwnEntries = "accreditation.own-entries";
    public const string NoOutcome = "accreditation.no-outcome";
    public const string NoReason = "accreditation.no-reason";
    public const string NoQuestion = "accreditation.no-question";
    public const string TooLong = "accreditation.too-long";
    public const string NoParts = "accreditation.no-parts";
    public const string NoAnswerDue = "accreditation.no-answer-due";
    public const string AnswerDueTooSoon = "accreditation.answer-due-too-soon";
    public const string AnswerDueTooLate = "accreditation.answer-due-too-late";
    public const string NoMeeting = "accreditation.no-meeting";
    public const string MeetingAhead = "accreditation.meeting-ahead";
    public const string MeetingPast = "accreditation.meeting-past";
    public const string HasNoMeeting = "accreditation.has-no-meeting";
    public const string HeadOnly = "accreditation.head-only";
    public const string NotAppointed = "accreditation.not-appointed";
    public const string NotWaiting = "accreditation.not-waiting";
    public const string StillInTime = "accreditation.still-in-time";
    public const string NotLater = "accreditation.not-later";

    public const string NoComment = "accreditation.no-comment";
    public const string NoResult = "accreditation.no-result";
    public const string NoCheckedOn = "accreditation.no-checked-on";
    public const string CheckedAhead = "accreditation.checked-ahead";
    public const string NoEvidence = "accreditation.no-evidence";
    public const string StopFactorsOpen = "accreditation.stop-factors-open";
    public const string StopFactorFound = "accreditation.stop-factor-found";
    public const string SlotPast = "accreditation.slot-past";
    public const string NoSlotTime = "accreditation.no-slot-time";
    public const string NoPlace = "accreditation.no-place";
    public const string SlotCapacity = "accreditation.slot-capacity";
    public const string SlotTooSmall = "accreditation.slot-too-small";
    public const string SlotFull = "accreditation.slot-full";
    public const string SlotGone = "accreditation.slot-gone";
    public const string NoSlot = "accreditation.no-slot";

    /// <summary>Another registration of the same company was accredited first.</summary>
    public const string CompanyTaken = "accreditation.company-taken";

    /// <summary>A person named in the questionnaire works for the group.</summary>
    public const string PersonIsStaff = "accreditation.person-is-staff";

    /// <summary>A person named in the questionnaire has an account that was deactivated.</summary>
    public const string PersonDeactivated = "accreditation.person-deactivated";
}
