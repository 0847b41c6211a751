using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

public sealed record AmendmentBegun(string Subject) : DomainEvent(Subject);

public sealed record AmendmentRevised(string Subject) : DomainEvent(Subject);

public sealed record AmendmentDiscarded(string Subject) : DomainEvent(Subject);

public sealed record AmendmentSentForApproval(string Subject, long ApproverId) : DomainEvent(Subject);

/// <summary>Who sent it is told.</summary>
public sealed record AmendmentReturned(string Subject, long AuthorId) : Announcement(Subject);

public sealed record AmendmentPublished(string Subject, int No, bool IsMaterial) : DomainEvent(Subject);

public static class AmendmentRules
{
    public const string TooLate = "amendment.too-late";
    public const string NotOpen = "amendment.not-open";
    public const string WaitsForApproval = "amendment.waits-for-approval";
    public const string NothingChanged = "amendment.nothing-changed";
    public const string TooLittleTime = "amendment.too-little-time";
    public const string NeedsApprover = "amendment.needs-approver";
    public const string NumberWasUsed = "amendment.number-was-used";
    public const string QuestionOfAnotherKind = "amendment.question-of-another-kind";
}
