using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Registration;

/// <summary>The applicant gets the link with which the draft is resumed; its button confirms the address.</summary>
public sealed record RegistrationStarted(string Subject, string Country) : Announcement(Subject);

/// <summary>The link is sent (again), to the address that the registration has now.</summary>
public sealed record AddressConfirmationAsked(string Subject, bool AddressChanged) : Announcement(Subject);

public sealed record AddressConfirmed(string Subject) : DomainEvent(Subject);

/// <summary>A step was saved; <c>None</c>: the first one.</summary>
public sealed record RegistrationFilled(string Subject, RegistrationParts Part) : DomainEvent(Subject);

public sealed record DocumentAttached(string Subject, string Kind, long FileId) : DomainEvent(Subject);

public sealed record DocumentRemoved(string Subject, string Kind, long FileId) : DomainEvent(Subject);

public sealed record ConsentGiven(string Subject, ConsentKind Kind, int Edition, string TextHash) : DomainEvent(Subject);

public sealed record ConsentRevoked(string Subject, ConsentKind Kind, int Edition) : DomainEvent(Subject);

/// <summary>The applicant gets number, link to the status page, and the hint to look into the spam folder.</summary>
public sealed record RegistrationSubmitted(string Subject, DateTime At) : Announcement(Subject);

public sealed record RegistrationReviewBegun(string Subject) : DomainEvent(Subject);

/// <summary>The reviewer's own mail tells the applicant what is asked.</summary>
public sealed record RegistrationReturned(string Subject, RegistrationParts Parts, DateTime Due) : DomainEvent(Subject);

/// <summary>What was asked has been answered: the checks go on.</summary>
public sealed record RegistrationSentAgain(string Subject, RegistrationParts ChangedParts, DateTime At) : Announcement(Subject);

public sealed record RegistrationAccredited(string Subject) : DomainEvent(Subject);

public sealed record RegistrationRejected(string Subject, RegistrationState From) : DomainEvent(Subject);

public sealed record RegistrationWithdrawn(string Subject, RegistrationState From) : Announcement(Subject);

/// <summary>Seven days and one day before a draft expires.</summary>
public sealed record DraftExpiresSoon(string Subject, int DaysLeft, DateTime ExpiresAt) : Announcement(Subject);

public sealed record DraftExpired(string Subject) : DomainEvent(Subject);
