using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>From the opening to the end. What is chosen, and why, is the <see cref="Awards.Award"/>; it moves the round.</summary>
public sealed partial class Round
{
    public const int EndReasonLength = 2000;

    /// <summary>When the round came to its end, by an award or without, in UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Who ended it without an award.</summary>
    public long? EndedById { get; private set; }

    /// <summary>Why it ended without an award; goes into the protocol.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Nothing was there to open, or nothing that was opened is to be bought.</summary>
    public bool CanEndWithoutAward => State is RoundState.Opened || (State is RoundState.Published && FoundEmptyAt is not null);

    public void EndWithoutAward(string reason, long personId, DateTime now)
    {
        RuleViolation.ThrowIf(!Event.IsRunBy(personId), AwardRules.NotYours);
        RuleViolation.ThrowIf(!CanEndWithoutAward, AwardRules.CannotEnd);
        RuleViolation.ThrowIfAny(string.IsNullOrWhiteSpace(reason) ? [new(AwardRules.EndReasonMissing, "Reason")] : []);
        RuleViolation.ThrowIfAny(reason.Length > EndReasonLength ? [new(AwardRules.TooLong, "Reason", EndReasonLength)] : []);
        (State, DecidedAt, EndedById, EndReason) = (RoundState.NotAwarded, now, personId, reason.Trim());
        EndLots(_ => LotState.NotAwarded);
        Changed(new RoundNotAwarded(Name, now));
    }

    internal void PutAwardToApprover(long approverId)
    {
        RefuseUnlessEvaluated();
        (State, ApproverId) = (RoundState.AwardProposed, approverId);
        PutTo(approverId);
        Changed(new AwardPutToApprover(Name, approverId));
    }

    internal void TakeAwardBack(long authorId)
    {
        RuleViolation.ThrowIf(State is not RoundState.AwardProposed, AwardRules.NotProposed);
        State = RoundState.Opened;
        Changed(new AwardReturned(Name, authorId));
    }

    /// <param name="bought">Line numbers of which anything is bought.</param>
    /// <param name="now">In UTC.</param>
    internal void BeAwarded(IReadOnlyCollection<string> bought, DateTime now)
    {
        RuleViolation.ThrowIf(State is not (RoundState.Opened or RoundState.AwardProposed), AwardRules.NotEvaluated);
        (State, DecidedAt) = (RoundState.Awarded, now);
        EndLots(lot => Items.Any(item => item.Lot == lot.No && bought.Contains(item.Number)) ? LotState.Awarded : LotState.NotAwarded);
        Changed(new RoundAwarded(Name, now));
    }

    internal void RefuseUnlessEvaluated() => RuleViolation.ThrowIf(State is not RoundState.Opened, AwardRules.NotEvaluated);
}

/// <summary>The approver is told. No supplier learns of it.</summary>
public sealed record AwardPutToApprover(string Subject, long ApproverId) : Announcement(Subject);

/// <summary>The author is told. No supplier learns of it.</summary>
public sealed record AwardReturned(string Subject, long AuthorId) : Announcement(Subject);

/// <summary>Everybody who submitted is told the own outcome.</summary>
public sealed record RoundAwarded(string Subject, DateTime At) : Announcement(Subject);

/// <summary>Everybody who submitted is told that nothing was chosen.</summary>
public sealed record RoundNotAwarded(string Subject, DateTime At) : Announcement(Subject);
