using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>From the draft to the invitations, with an approver in between where the value asks for one.</summary>
public sealed partial class Round
{
    /// <summary>Who sent the draft for approval last, by key; an approver is somebody else.</summary>
    public long? SentForApprovalById { get; private set; }

    public DateTime? SentForApprovalAt { get; private set; }

    /// <summary>Who published it, the approver where one was needed, by key; null before, and for rounds from before that was kept.</summary>
    public long? PublishedById { get; private set; }

    /// <summary>Why the approver gave the draft back; null unless that was the last that happened.</summary>
    public string? ReturnComment { get; private set; }

    /// <summary>The edition of the kind's legal notice with which it was published.</summary>
    public int? NoticeEdition { get; private set; }

    public bool CanBeRevised => State is RoundState.Draft;

    public bool CanBeDecidedBy(long accountId) => State is RoundState.PendingApproval && ApproverId == accountId && !IsAuthor(accountId);

    public void RefuseUnlessRunBy(long accountId) => RuleViolation.ThrowIf(!Event.IsRunBy(accountId), RoundRules.NotInTeam);

    /// <summary>The draft waits for somebody else's decision, and stays as it is.</summary>
    /// <param name="by">Who sends it.</param>
    /// <param name="approverId">Who decides.</param>
    /// <param name="facts">What the check-list hangs on.</param>
    public void SendForApproval(long by, long approverId, PublishingFacts facts)
    {
        RefuseUnlessDraft();
        RefuseUnlessRunBy(by);
        RuleViolation.ThrowIf(approverId == by || Event.IsRunBy(approverId), RoundRules.ApproverIsAuthor);
        RuleViolation.ThrowIfAny(WhatBlocksPublishing(facts));
        (State, ApproverId, SentForApprovalById, SentForApprovalAt, ReturnComment) = (RoundState.PendingApproval, approverId, by, facts.Now, null);
        PutTo(approverId);
        Changed(new PublishingPutToApprover(Name, approverId));
    }

    /// <summary>The approver wants something changed first.</summary>
    /// <param name="by">The approver.</param>
    /// <param name="comment">For the author.</param>
    public void ReturnToDraft(long by, string comment)
    {
        RefuseUnlessDecidedBy(by);
        RuleViolation.ThrowIfAny(comment.Length > 0 ? [] : [new(RoundRules.CommentMissing, "Comment")]);
        (State, ReturnComment) = (RoundState.Draft, comment);
        Changed(new PublishingReturned(Name, SentForApprovalById!.Value));
    }

    /// <summary>The approver agrees: the round is published at once.</summary>
    public void Approve(long by, PublishingFacts facts)
    {
        RefuseUnlessDecidedBy(by);
        RuleViolation.ThrowIfAny(WhatBlocksPublishing(facts));
        GoOut(by, facts);
    }

    /// <summary>Submission starts, and the suppliers are invited. A value above the threshold goes by <see cref="SendForApproval"/>.</summary>
    /// <param name="by">Who publishes.</param>
    /// <param name="facts">What the check-list hangs on; among it, who is invited.</param>
    public void Publish(long by, PublishingFacts facts)
    {
        RefuseUnlessDraft();
        RefuseUnlessRunBy(by);
        RuleViolation.ThrowIfAny(WhatBlocksPublishing(facts));
        RuleViolation.ThrowIf(NeedsApproval(facts.Policy), RoundRules.NeedsApprover);
        GoOut(by, facts);
    }

    /// <summary>A supplier that was accredited for an open category after publishing.</summary>
    /// <returns>Null: it has its invitation already.</returns>
    public Invitation? InviteLater(long supplierId, DateTime now)
    {
        RefuseUnlessAcceptingAt(now);
        RuleViolation.ThrowIf(Audience is not Audience.OpenToCategories, RoundRules.NotOpenToAll);
        return InviteAsWell(supplierId, now);
    }

    /// <summary>A supplier that the buyer invites while offers come in; how little time is left is the buyer's own risk.</summary>
    /// <param name="by">Somebody of the team.</param>
    /// <param name="supplierId">One that can be invited.</param>
    /// <param name="now">In UTC.</param>
    /// <returns>Null: it has its invitation already.</returns>
    public Invitation? InviteAlso(long by, long supplierId, DateTime now)
    {
        RefuseUnlessRunBy(by);
        RefuseUnlessAcceptingAt(now);
        RuleViolation.ThrowIf(IsFurther, NextRules.NobodyElse);
        return InviteAsWell(supplierId, now);
    }

    /// <summary>A company that was asked to register, and has become a supplier since.</summary>
    /// <returns>Null: it has its invitation already.</returns>
    public Invitation? InviteOutsider(OutsideInvitation asked, long supplierId, DateTime now)
    {
        RefuseUnlessAcceptingAt(now);
        asked.Join(now);
        return InviteAsWell(supplierId, now);
    }

    private Invitation? InviteAsWell(long supplierId, DateTime now)
    {
        if (_invitations.Any(invitation => invitation.SupplierId == supplierId))
        {
            return null;
        }

        var invitation = new Invitation(this, supplierId, now);
        _invitations.Add(invitation);
        Changed(new SupplierInvited(Name, supplierId));
        return invitation;
    }

    /// <summary>Before the draft is deleted.</summary>
    public void BeDeleted(long by)
    {
        RefuseUnlessDraft();
        RefuseUnlessRunBy(by);
        Changed(new DraftDeleted(Name));
    }

    private bool IsAuthor(long accountId) => SentForApprovalById == accountId || Event.IsRunBy(accountId);

    private void RefuseUnlessDecidedBy(long by)
    {
        RuleViolation.ThrowIf(State is not RoundState.PendingApproval, RoundRules.NotWaitingForApproval);
        RuleViolation.ThrowIf(IsAuthor(by), RoundRules.ApproverIsAuthor);
        RuleViolation.ThrowIf(ApproverId != by, RoundRules.PutToAnother);
    }

    private void GoOut(long by, PublishingFacts facts)
    {
        (State, PublishedById, PublishedAt, NoticeEdition, ReturnComment) = (RoundState.Published, by, facts.Now, facts.NoticeEdition, null);
        _invitations.AddRange(facts.Suppliers.Distinct().Select(supplier => new Invitation(this, supplier, facts.Now)));
        Changed(new RoundPublished(Name, Deadline));
    }
}

/// <summary>The approver is told.</summary>
public sealed record PublishingPutToApprover(string Subject, long ApproverId) : Announcement(Subject);

/// <summary>The author is told.</summary>
public sealed record PublishingReturned(string Subject, long AuthorId) : Announcement(Subject);

/// <summary>The invited suppliers are told.</summary>
public sealed record RoundPublished(string Subject, DateTime Deadline) : Announcement(Subject);

/// <summary>The one supplier is told.</summary>
public sealed record SupplierInvited(string Subject, long SupplierId) : Announcement(Subject);

public sealed record DraftDeleted(string Subject) : DomainEvent(Subject);
