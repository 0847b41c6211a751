using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accreditation;

/// <summary>What somebody of the group is at the accreditation desk: reviewer of one check, or its head.</summary>
/// <param name="CheckCode">Null: the head.</param>
public sealed record DeskDuty(string? CheckCode)
{
    public static readonly DeskDuty Head = new((string?)null);

    public StaffRoles Role => CheckCode is null ? StaffRoles.HeadOfDesk : StaffRoles.Reviewer;

    /// <summary>Why this person can't be given the duty, or null.</summary>
    /// <param name="person">With appointments.</param>
    /// <param name="by">The account of who gives it.</param>
    public static BrokenRule? WhyNotAppoint(UserAccount person, long by) =>
        !person.IsStaff || person.State is AccountState.Deactivated ? new(DeskRules.NoSuchPerson, "PersonId")
        : person.Id == by ? new(DeskRules.OwnAppointment, "PersonId")
        : null;

    public bool CanBeLeft(int others, bool isNeeded) => WhyNotLeave(others, isNeeded) is null;

    /// <summary>Why somebody has to keep the duty, or null: what is needed is never left without anybody who can sign in.</summary>
    /// <param name="others">How many active people have it too.</param>
    /// <param name="isNeeded">Whether there is anything to decide, or will be. A head is always needed.</param>
    public BrokenRule? WhyNotLeave(int others, bool isNeeded) =>
        others > 0 || (!isNeeded && CheckCode is not null) ? null : new(CheckCode is null ? DeskRules.LastHead : DeskRules.LastReviewer);
}

/// <summary>What is refused where the administrator says who works at the desk.</summary>
public static class DeskRules
{
    public const string NoSuchPerson = "desk.no-such-person";
    public const string NoSuchDuty = "desk.no-such-duty";
    public const string OwnAppointment = "desk.own-appointment";
    public const string LastReviewer = "desk.last-reviewer";
    public const string LastHead = "desk.last-head";
}
