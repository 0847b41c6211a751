using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Awards;

public enum AwardState { Preparing, Proposed, Returned, Decided }

/// <summary>
/// Who supplies what at which price, and why: prepared on the opened offers, decided by its author or, above a value, by an approver
/// who is somebody else. It is kept unfinished as long as it is prepared; what is decided is complete. Nobody outside learns of it before.
/// </summary>
public sealed partial class Award : AggregateRoot, IOfRound
{
    public const int TextLength = 2000;

    private readonly List<AwardLine> _lines = [];
    private readonly List<AwardNote> _notes = [];
    private readonly List<AwardStep> _steps = [];
    private readonly List<long> _authors = [];

    private Award()
    {
    }

    /// <param name="round">Opened.</param>
    public Award(Round round)
    {
        round.RefuseUnlessEvaluated();
        (Round, RoundId) = (round, round.Id);
    }

    public Round Round { get; private set; } = null!;

    public long RoundId { get; private set; }

    long? IOfRound.RoundId => RoundId;

    public AwardState State { get; private set; }

    /// <summary>Of the whole; goes into the protocol.</summary>
    public string Justification { get; private set; } = "";

    /// <summary>To whom it was put last.</summary>
    public long? ApproverId { get; private set; }

    public IReadOnlyList<AwardLine> Lines => _lines;

    public IReadOnlyList<AwardNote> Notes => _notes;

    public IReadOnlyList<AwardStep> Steps => _steps;

    /// <summary>Everybody who chose or proposed anything of it; none of them approves it.</summary>
    public IReadOnlyList<long> Authors => _authors;

    /// <summary>In the currency of comparison, without VAT.</summary>
    public decimal Total => _lines.Sum(line => line.ComparedAmount);

    public bool CanBePrepared => State is (AwardState.Preparing or AwardState.Returned) && Round.State is RoundState.Opened;

    public bool CanBeApprovedBy(long personId) => State is AwardState.Proposed && ApproverId == personId && !_authors.Contains(personId);

    /// <summary>Keeps what was chosen so far; items that are not named stay as they are.</summary>
    /// <param name="choices">One for each item.</param>
    /// <param name="justification">Of the whole; null: as it was.</param>
    /// <param name="comparison">The opened offers.</param>
    /// <param name="personId">Who chooses.</param>
    /// <param name="reasonForRest">For every item that needs a reason and has none; empty: such items stay without.</param>
    public void Choose(IReadOnlyCollection<ItemChoice> choices, string? justification, Comparison comparison, long personId, string reasonForRest = "")
    {
        RefuseUnlessPreparedBy(personId);
        RuleViolation.ThrowIfAny(choices.SelectMany(choice => choice.WhatCannotBeKept(comparison)));
        RuleViolation.ThrowIfAny(justification?.Length > TextLength ? [new(AwardRules.TooLong, nameof(Justification), TextLength)] : []);
        RuleViolation.ThrowIfAny(reasonForRest.Length > ItemChoice.ReasonLength ? [new(AwardRules.TooLong, "ReasonForRest", ItemChoice.ReasonLength)] : []);
        foreach (var choice in choices)
        {
            Keep(choice, comparison);
        }

        ExplainRest(reasonForRest.Trim(), comparison);

        Justification = justification?.Trim() ?? Justification;
        Authored(personId);
        Changed(new AwardPrepared(Round.Name, personId));
    }

    /// <summary>Decides without an approver, up to the value that allows it.</summary>
    /// <param name="comparison">The opened offers.</param>
    /// <param name="needsApproval">Whether the value is above the threshold.</param>
    /// <param name="personId">The buyer.</param>
    /// <param name="now">In UTC.</param>
    public void Decide(Comparison comparison, bool needsApproval, long personId, DateTime now)
    {
        RefuseUnlessPreparedBy(personId);
        RuleViolation.ThrowIfAny(WhatIsMissing(comparison));
        RuleViolation.ThrowIf(needsApproval, AwardRules.NeedsApproval);
        Authored(personId);
        End(AwardAct.Decided, personId, "", now);
    }

    /// <summary>Puts it to an approver.</summary>
    /// <param name="comparison">The opened offers.</param>
    /// <param name="approverId">Somebody who is appointed to approve; nobody of the team.</param>
    /// <param name="personId">The author.</param>
    /// <param name="now">In UTC.</param>
    public void Propose(Comparison comparison, long approverId, long personId, DateTime now)
    {
        RefuseUnlessPreparedBy(personId);
        RuleViolation.ThrowIfAny(
        [
            .. WhatIsMissing(comparison),
            .. approverId == personId || _authors.Contains(approverId) ? [new BrokenRule(AwardRules.ApproverIsAuthor, "Approver")]
                : Round.Event.IsRunBy(approverId) ? [new(RoundRules.ApproverIsAuthor, "Approver")] : Array.Empty<BrokenRule>(),
        ]);
        Authored(personId);
        (State, ApproverId) = (AwardState.Proposed, approverId);
        _steps.Add(new AwardStep(AwardAct.Proposed, personId, now));
        Round.PutAwardToApprover(approverId);
        Changed(new AwardProposed(Round.Name, personId, approverId));
    }

    public void Approve(long personId, string comment, DateTime now)
    {
        RefuseUnlessPutTo(personId);
        RuleViolation.ThrowIfAny(TooLong(comment));
        End(AwardAct.Approved, personId, comment, now);
    }

    /// <summary>Back to the author, who may change everything.</summary>
    public void Return(long personId, string comment, DateTime now)
    {
        RefuseUnlessPutTo(personId);
        RuleViolation.ThrowIfAny(string.IsNullOrWhiteSpace(comment) ? [new(AwardRules.CommentMissing, "Comment")] : TooLong(comment));
        State = AwardState.Returned;
        _steps.Add(new AwardStep(AwardAct.Returned, personId, now) { Comment = comment.Trim() });
        Round.TakeAwardBack(_steps.Last(step => step.Act is AwardAct.Proposed).PersonId);
        Changed(new AwardSentBack(Round.Name, personId));
    }

    /// <summary>What becomes of an offer: all that it offers is taken, some of it, or nothing.</summary>
    public OfferState OutcomeOf(long supplierId, Comparison comparison)
    {
        var taken = _lines.Where(line => line.SupplierId == supplierId).ToDictionary(line => line.ItemNumber, line => line.Quantity);
        return taken.Count == 0 ? OfferState.Declined
            : comparison.By(supplierId).All(offered => taken.GetValueOrDefault(offered.Quote.ItemNumber) == offered.Quote.Quantity) ? OfferState.Accepted
            : OfferState.PartlyAccepted;
    }

    private void End(AwardAct act, long personId, string comment, DateTime now)
    {
        State = AwardState.Decided;
        _steps.Add(new AwardStep(act, personId, now) { Comment = comment.Trim() });
        Round.BeAwarded([.. _lines.Select(line => line.ItemNumber)], now);
        Changed(new AwardDecided(Round.Name, act, personId));
    }

    private void Authored(long personId)
    {
        if (!_authors.Contains(personId))
        {
            _authors.Add(personId);
        }
    }

    private static BrokenRule[] TooLong(string comment) => comment.Length > TextLength ? [new(AwardRules.TooLong, "Comment", TextLength)] : [];

    private void RefuseUnlessPreparedBy(long personId)
    {
        RuleViolation.ThrowIf(!Round.Event.IsRunBy(personId), AwardRules.NotYours);
        RuleViolation.ThrowIf(!CanBePrepared, AwardRules.NotPrepared);
    }

    private void RefuseUnlessPutTo(long personId)
    {
        RuleViolation.ThrowIf(State is not AwardState.Proposed, AwardRules.NotProposed);
        RuleViolation.ThrowIf(_authors.Contains(personId), AwardRules.OwnAward);
        RuleViolation.ThrowIf(ApproverId != personId, AwardRules.NotPutToYou);
    }
}

public sealed record AwardPrepared(string Subject, long PersonId) : DomainEvent(Subject);

public sealed record AwardProposed(string Subject, long PersonId, long ApproverId) : DomainEvent(Subject);

public sealed record AwardSentBack(string Subject, long PersonId) : DomainEvent(Subject);

public sealed record AwardDecided(string Subject, AwardAct Act, long PersonId) : DomainEvent(Subject);

public static class AwardRules
{
    public const string NotYours = "award.not-yours";
    public const string NotEvaluated = "award.not-evaluated";
    public const string NotPrepared = "award.not-prepared";
    public const string NotProposed = "award.not-proposed";
    public const string OwnAward = "award.own-award";
    public const string NotPutToYou = "award.not-put-to-you";
    public const string NeedsApproval = "award.needs-approval";
    public const string ApproverIsAuthor = "award.approver-is-author";
    public const string ApproverMissing = "award.approver-missing";
    public const string CommentMissing = "award.comment-missing";
    public const string ColleagueChose = "award.colleague-chose";
    public const string NoSuchItem = "award.no-such-item";
    public const string NotOffered = "award.not-offered";
    public const string NotAQuantity = "award.not-a-quantity";
    public const string MoreThanOffered = "award.more-than-offered";
    public const string MoreThanAsked = "award.more-than-asked";
    public const string BoughtAndNot = "award.bought-and-not";
    public const string TooLong = "award.too-long";
    public const string Undecided = "award.undecided";
    public const string NothingChosen = "award.nothing-chosen";
    public const string ReasonNotBest = "award.reason-not-best";
    public const string ReasonNotBought = "award.reason-not-bought";
    public const string ReasonNotAll = "award.reason-not-all";
    public const string ReasonLow = "award.reason-low";
    public const string JustificationMissing = "award.justification-missing";
    public const string NoStart = "award.no-start";
    public const string NoSupplier = "award.no-supplier";
    public const string NothingOfLot = "award.nothing-of-lot";
    public const string CannotEnd = "award.cannot-end";
    public const string EndReasonMissing = "award.end-reason-missing";
    public const string NoProtocolYet = "award.no-protocol-yet";
    public const string CorrectionMissing = "award.correction-missing";
    public const string CorrectionReasonMissing = "award.correction-reason-missing";
}
