using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>Before the deadline the buyer cancels; after it, when offers may have been read or guessed at, only with an approver.</summary>
public sealed partial class Round
{
    /// <summary>As typed; told to the invited suppliers once it is cancelled.</summary>
    public string? CancellationReason { get; private set; }

    public long? CancellationAskedById { get; private set; }

    public DateTime? CancellationAskedAt { get; private set; }

    /// <summary>Who decides on it; null while nobody is asked.</summary>
    public long? CancellationApproverId { get; private set; }

    public DateTime? CancelledAt { get; private set; }

    public bool CanBeCancelledAt(DateTime now) => StateAt(now) is RoundState.PendingApproval or RoundState.Published;

    /// <summary>Whether it can still be cancelled, but only with an approver, who isn't asked yet.</summary>
    public bool CanAskToCancelAt(DateTime now) => IsCancelledWithApproverAt(now) && CancellationApproverId is null;

    public bool CanCancellationBeDecidedBy(long accountId, DateTime now) =>
        IsCancelledWithApproverAt(now) && CancellationApproverId == accountId && CancellationAskedById != accountId && !Event.IsRunBy(accountId);

    /// <param name="by">Somebody of the team.</param>
    /// <param name="reason">For the invited suppliers.</param>
    /// <param name="now">In UTC.</param>
    public void Cancel(long by, string reason, DateTime now)
    {
        RefuseUnlessRunBy(by);
        RuleViolation.ThrowIf(IsCancelledWithApproverAt(now), RoundRules.CancelledWithApproverOnly);
        RuleViolation.ThrowIf(!CanBeCancelledAt(now), RoundRules.NotCancellable);
        RefuseWithoutReason(reason);
        CancellationReason = reason;
        BeCancelled(now);
    }

    /// <param name="by">Somebody of the team.</param>
    /// <param name="reason">For the approver, and then for the invited suppliers.</param>
    /// <param name="approverId">Who decides; nobody of the team.</param>
    /// <param name="now">In UTC.</param>
    public void AskToCancel(long by, string reason, long approverId, DateTime now)
    {
        RefuseUnlessRunBy(by);
        RuleViolation.ThrowIf(!IsCancelledWithApproverAt(now), RoundRules.NotCancellable);
        RuleViolation.ThrowIf(CancellationApproverId is not null, RoundRules.CancellationAskedAlready);
        RuleViolation.ThrowIf(approverId == by || Event.IsRunBy(approverId), RoundRules.ApproverIsAuthor);
        RefuseWithoutReason(reason);
        (CancellationReason, CancellationAskedById, CancellationAskedAt, CancellationApproverId) = (reason, by, now, approverId);
        PutTo(approverId);
        Changed(new CancellationPutToApprover(Name, approverId));
    }

    /// <summary>What is still sealed is never opened.</summary>
    public void ApproveCancellation(long by, DateTime now)
    {
        RefuseUnlessCancellationDecidedBy(by, now);
        BeCancelled(now);
    }

    /// <summary>The round goes on as if nobody had asked; the reason stays in the audit alone.</summary>
    /// <param name="by">The approver.</param>
    /// <param name="comment">For who asked.</param>
    /// <param name="now">In UTC.</param>
    public void RefuseCancellation(long by, string comment, DateTime now)
    {
        RefuseUnlessCancellationDecidedBy(by, now);
        RuleViolation.ThrowIfAny(comment.Length > 0 ? [] : [new(RoundRules.CommentMissing, "Comment")]);
        var asker = CancellationAskedById!.Value;
        (CancellationReason, CancellationAskedById, CancellationAskedAt, CancellationApproverId) = (null, null, null, null);
        Changed(new CancellationRefused(Name, asker, comment));
    }

    private bool IsCancelledWithApproverAt(DateTime now) => StateAt(now) is RoundState.Closed or RoundState.Opened or RoundState.AwardProposed;

    private static void RefuseWithoutReason(string reason) =>
        RuleViolation.ThrowIfAny(reason.Length > 0 ? [] : [new(RoundRules.ReasonMissing, "Reason")]);

    private void RefuseUnlessCancellationDecidedBy(long by, DateTime now)
    {
        RuleViolation.ThrowIf(!IsCancelledWithApproverAt(now) || CancellationApproverId is null, RoundRules.NotWaitingForApproval);
        RuleViolation.ThrowIf(CancellationAskedById == by || Event.IsRunBy(by), RoundRules.ApproverIsAuthor);
        RuleViolation.ThrowIf(CancellationApproverId != by, RoundRules.PutToAnother);
    }

    private void BeCancelled(DateTime now)
    {
        var before = State;
        (State, CancelledAt) = (RoundState.Cancelled, now);
        EndLots(_ => LotState.Cancelled);
        Changed(new RoundCancelled(Name, before, now));
    }
}

/// <summary>The approver is told.</summary>
public sealed record CancellationPutToApprover(string Subject, long ApproverId) : Announcement(Subject);

/// <summary>Who asked is told.</summary>
public sealed record CancellationRefused(string Subject, long AskedById, string Comment) : Announcement(Subject);

/// <summary>The invited suppliers are told, if it had been published.</summary>
public sealed record RoundCancelled(string Subject, RoundState From, DateTime At) : Announcement(Subject);
