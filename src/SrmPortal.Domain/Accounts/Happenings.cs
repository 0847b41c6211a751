using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accounts;

public sealed record AccountCreated(string Subject) : DomainEvent(Subject);

/// <summary>The person is to get user name and activation link.</summary>
/// <param name="Subject">The user name.</param>
/// <param name="SupplierId">The company in whose name it is sent; null for the group's own people.</param>
public sealed record AccessSent(string Subject, long? SupplierId) : Announcement(Subject);

public sealed record AccountActivated(string Subject) : DomainEvent(Subject);

public sealed record AccountDeactivated(string Subject) : DomainEvent(Subject);

/// <param name="Check">Of a reviewer: which check; else null.</param>
public sealed record StaffAppointed(string Subject, StaffRoles Role, string? Check) : DomainEvent(Subject);

/// <param name="Check">Of a reviewer: which check; else null.</param>
public sealed record StaffDismissed(string Subject, StaffRoles Role, string? Check) : DomainEvent(Subject);

/// <summary>Where a buyer buys has changed; nowhere named is everywhere.</summary>
public sealed record BuyerPlacesChanged(string Subject, IReadOnlyList<BuyerPlace> From, IReadOnlyList<BuyerPlace> To) : DomainEvent(Subject);

/// <summary>An administrator has changed what the person does for the group; the holder is told.</summary>
public sealed record StaffDutiesChanged(string Subject, long AccountId) : Announcement(Subject);

/// <summary>An administrator has ended the access of somebody of the group; why is personal.</summary>
public sealed record StaffBlocked(string Subject) : DomainEvent(Subject);

/// <summary>The access is open again; the holder is told.</summary>
public sealed record StaffUnblocked(string Subject, long AccountId) : Announcement(Subject);

/// <summary>Who the person is has changed; old and new values are personal.</summary>
public sealed record PersonChanged(string Subject) : DomainEvent(Subject);

/// <summary>Another address was named and waits for its confirmation: it gets a link, the present one is told.</summary>
public sealed record NewEmailNamed(string Subject, bool ByMaster) : Announcement(Subject);

public sealed record NewEmailDropped(string Subject) : DomainEvent(Subject);

/// <summary>The new address was confirmed and stands; the former one is told.</summary>
public sealed record EmailChanged(string Subject) : Announcement(Subject);

public sealed record PreferencesChanged(string Subject, string Language, string? TimeZone) : DomainEvent(Subject);

/// <summary>Only the person sets a password; the holder is told.</summary>
/// <param name="Subject">The user name.</param>
/// <param name="IsFirst">Whether the account was activated by it.</param>
public sealed record PasswordSet(string Subject, bool IsFirst) : Announcement(Subject);

public sealed record SignedIn(string Subject, bool InNewBrowser) : DomainEvent(Subject);

public sealed record SignedOut(string Subject) : DomainEvent(Subject);

/// <summary>The person has signed out where he or she is not just now.</summary>
/// <param name="Subject">The user name.</param>
/// <param name="Everywhere">All sessions, not a single one.</param>
public sealed record SessionEnded(string Subject, bool Everywhere) : DomainEvent(Subject);

public sealed record SignInFailed(string Subject) : DomainEvent(Subject);

/// <summary>Too many wrong passwords from one browser or network. Written for names that nobody has, too: then nobody is told.</summary>
public sealed record SignInLocked(string Subject, long? AccountId, DateTime Until) : Announcement(Subject);

public sealed record SignInUnlocked(string Subject) : DomainEvent(Subject);

/// <summary>The person has switched the second step of signing in on or off; the holder is told.</summary>
public sealed record SecondStepChanged(string Subject, long AccountId, bool IsOn) : Announcement(Subject);

public sealed record RecoveryCodesRenewed(string Subject) : DomainEvent(Subject);

/// <summary>Somebody came in by a recovery code instead of the app; the holder is told.</summary>
/// <param name="Subject">The user name.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Left">So many are left.</param>
public sealed record RecoveryCodeUsed(string Subject, long AccountId, int Left) : Announcement(Subject);

/// <summary>The password was right, the code was not.</summary>
public sealed record SecondStepFailed(string Subject) : DomainEvent(Subject);

/// <summary>Too many wrong codes after the right password: somebody else may know it. The holder is told.</summary>
public sealed record SecondStepLocked(string Subject, long AccountId, DateTime Until) : Announcement(Subject);

/// <summary>Somebody asked for a new password. Written for names that nobody has, too: then nobody is told.</summary>
/// <param name="Subject">The user name, or a dash.</param>
/// <param name="AccountId">The account, or null.</param>
/// <param name="ByMaster">Whether somebody did it who keeps the person's access: a master user of the company, or for the group's people an administrator.</param>
/// <param name="BySupport">Whether the support did it for a caller.</param>
public sealed record NewPasswordAsked(string Subject, long? AccountId, bool ByMaster, bool BySupport = false) : Announcement(Subject);

public sealed record MembershipGranted(string Subject, long SupplierId, MembershipRights Rights, MembershipState State) : DomainEvent(Subject);

/// <summary>Somebody who has an account already is asked whether to work for this company too.</summary>
public sealed record MembershipOffered(string Subject, long AccountId, long SupplierId) : Announcement(Subject);

public sealed record MembershipAccepted(string Subject, long AccountId, long SupplierId) : Announcement(Subject);

public sealed record RightsChanged(string Subject, long SupplierId, MembershipRights From, MembershipRights To) : DomainEvent(Subject);

public sealed record MembershipBlocked(string Subject, long AccountId, long SupplierId, MembershipState From, MembershipState To) : Announcement(Subject);

public sealed record MembershipUnblocked(string Subject, long AccountId, long SupplierId, MembershipState From, MembershipState To) : Announcement(Subject);

public sealed record SubmissionHeld(string Subject, long SupplierId, DateTime Until) : DomainEvent(Subject);
