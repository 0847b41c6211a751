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

public sealed record CheckGiven(string Subject, string Check, long? FromId, long ToId) : DomainEvent(Subject);

public sealed record CheckProlonged(string Subject, string Check, DateTime? From, DateTime To) : DomainEvent(Subject);

/// <summary>The applicant has longer to answer.</summary>
public sealed record AnswerProlonged(string Subject, long? RegistrationId, long? SupplierId, string Check, DateTime? From, DateTime To) : Announcement(Subject);

public sealed record MeetingSet(string Subject, string Check, DateOnly? From, DateOnly To) : DomainEvent(Subject);

/// <summary>The applicant is reminded of what was asked.</summary>
public sealed record AnswerDueSoon(string Subject, long? RegistrationId, long? SupplierId, int No, string Check, DateTime Due) : Announcement(Subject);

/// <summary>No answer came: the head of the desk decides.</summary>
public sealed record AnswerOverdue(string Subject, string Check, DateTime Due) : Announcement(Subject);

/// <summary>Somebody of the group has taken a document of a registration or of a supplier.</summary>
public sealed record DocumentDownloaded(string Subject, long FileId) : DomainEvent(Subject);
