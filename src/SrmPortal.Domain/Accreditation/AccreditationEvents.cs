using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Accreditation;

public sealed record AccreditationStarted(string Subject, CaseKind Kind, IReadOnlyList<string> Checks) : DomainEvent(Subject);

/// <summary>The reviewers of these checks have something to decide.</summary>
public sealed record ChecksPending(string Subject, IReadOnlyList<string> Checks, bool Again) : Announcement(Subject);

/// <summary>The applicant is told the result with the comment.</summary>
/// <param name="Subject">The case: <c>4718-2093</c>.</param>
/// <param name="RegistrationId">Whose applicant; null for a case of a supplier.</param>
/// <param name="SupplierId">Whose case, where it is one of a supplier.</param>
/// <param name="No">Of the decision.</param>
/// <param name="Check">Its code.</param>
/// <param name="From">State of the check before.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="Case">State of the case after it.</param>
public sealed record CheckDecided(
    string Subject, long? RegistrationId, long? SupplierId, int No, string Check, CheckState From, CheckOutcome Outcome, CaseState Case) : Announcement(Subject);

public sealed record AccreditationDecided(string Subject, CaseState From, CaseState To) : DomainEvent(Subject);

public sealed record AccreditationAnswered(string Subject, RegistrationParts Changed, IReadOnlyList<string> PendingAgain) : DomainEvent(Subject);

public sealed record AccreditationCancelled(string Subject, CaseState From) : DomainEvent(Subject);

/// <param name="ToId">The account; null: whoever is appointed for the check.</param>
public sealed record CheckGiven(string Subject, string Check, long? FromId, long? ToId) : DomainEvent(Subject);

public sealed record CheckProlonged(string Subject, string Check, DateTime? From, DateTime To) : DomainEvent(Subject);

/// <summary>The applicant has longer to answer.</summary>
public sealed record AnswerProlonged(string Subject, long? RegistrationId, long? SupplierId, string Check, DateTime? From, DateTime To) : Announcement(Subject);

/// <summary>The applicant is told when and where the commission meets about the company.</summary>
/// <param name="Subject">The case.</param>
/// <param name="RegistrationId">Whose applicant; null for a case of a supplier.</param>
/// <param name="SupplierId">Whose case, where it is one of a supplier.</param>
/// <param name="Check">Its code.</param>
/// <param name="From">The day before; null: there was none.</param>
/// <param name="To">The day.</param>
/// <param name="At">In UTC; null where only the day is known.</param>
public sealed record MeetingSet(string Subject, long? RegistrationId, long? SupplierId, string Check, DateOnly? From, DateOnly To, DateTime? At) : Announcement(Subject);

/// <summary>The commission is next, and no day is known yet: the applicant is asked to choose one.</summary>
public sealed record MeetingAwaited(string Subject, long? RegistrationId, long? SupplierId, string Check) : Announcement(Subject);

/// <summary>The meeting does not take place: the applicant chooses another.</summary>
public sealed record MeetingCalledOff(string Subject, long? RegistrationId, long? SupplierId, string Check, DateOnly? From) : Announcement(Subject);

/// <summary>The reviewers of a check are reminded of the day by which it is to be decided.</summary>
public sealed record CheckDueSoon(string Subject, string Check, DateTime Due) : Announcement(Subject);

/// <summary>A check was not decided in time: the head of the desk is told, and may give it to somebody else.</summary>
public sealed record CheckOverdue(string Subject, string Check, DateTime Due) : Announcement(Subject);

public sealed record StopFactorsLookedUp(string Subject, string Check, int Answered, int Found, int All) : DomainEvent(Subject);

/// <param name="Factor">In English.</param>
/// <param name="Before">The name of the file that was there.</param>
/// <param name="After">The name of the file that is there; null: none.</param>
public sealed record EvidenceAttached(string Subject, string Check, string Factor, string? Before, string? After) : DomainEvent(Subject);

public sealed record CaseCommented(string Subject, int No) : DomainEvent(Subject);

/// <summary>The administrator has changed the list of checks; old and new as they read.</summary>
public sealed record CheckDefinitionChanged(string Subject, string Before, string After) : DomainEvent(Subject);

/// <summary>The administrator has changed the list of stop-factors.</summary>
public sealed record StopFactorChanged(string Subject, string Before, string After) : DomainEvent(Subject);

/// <summary>The applicant is reminded of what was asked.</summary>
public sealed record AnswerDueSoon(string Subject, long? RegistrationId, long? SupplierId, int No, string Check, DateTime Due) : Announcement(Subject);

/// <summary>No answer came: the head of the desk decides.</summary>
public sealed record AnswerOverdue(string Subject, string Check, DateTime Due) : Announcement(Subject);

/// <summary>Somebody of the group has taken a document of a registration or of a supplier.</summary>
public sealed record DocumentDownloaded(string Subject, long FileId) : DomainEvent(Subject);
