using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

public enum AmendmentState { Draft, PendingApproval, Published, Discarded }

/// <summary>What an amendment hangs on and it doesn't know itself.</summary>
/// <param name="Now">In UTC.</param>
/// <param name="Policy">What the group has settled.</param>
/// <param name="Calendar">The days off.</param>
public sealed record AmendmentFacts(DateTime Now, PublishingPolicy Policy, WorkingDays Calendar);

/// <summary>
/// A change of what a published round asks. While it is a draft the round stays as it is and nobody outside learns of it; published, it
/// has a number, and keeps for ever what was asked before it and what after. A round has one draft at most.
/// </summary>
public sealed partial class Amendment : AggregateRoot, IOfRound
{
    public const int ReasonLength = 1000;

    private Amendment()
    {
    }

    /// <param name="round">Accepting offers.</param>
    /// <param name="by">Somebody of the team.</param>
    /// <param name="documents">The customer's documentation.</param>
    /// <param name="now">In UTC.</param>
    public Amendment(Round round, long by, IEnumerable<RoundPaper> documents, DateTime now)
    {
        round.RefuseUnlessRunBy(by);
        RuleViolation.ThrowIf(!round.CanBeAmendedAt(now), AmendmentRules.TooLate, round.Deadline);
        (Round, RoundId, BegunById, BegunAt) = (round, round.Id, by, now);
        Was = Becomes = round.Content(documents);
        Changed(new AmendmentBegun(round.Name));
    }

    public Round Round { get; private set; } = null!;

    public long RoundId { get; private set; }

    long? IOfRound.RoundId => RoundId;

    public AmendmentState State { get; private set; }

    /// <summary>From 1, without gaps; null until it is published.</summary>
    public int? No { get; private set; }

    /// <summary>What the round asked before it.</summary>
    public RoundContent Was { get; private set; } = new();

    /// <summary>What the round asks after it.</summary>
    public RoundContent Becomes { get; private set; } = new();

    /// <summary>Why, for everybody who is invited.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The buyer holds it for material though the portal doesn't have to. Never the other way round.</summary>
    public bool IsHeldMaterial { get; private set; }

    /// <summary>A later deadline that comes with it, a whole minute, in UTC; null: it stays.</summary>
    public DateTime? NewDeadline { get; private set; }

    public long BegunById { get; private set; }

    public DateTime BegunAt { get; private set; }

    public long? SentForApprovalById { get; private set; }

    public DateTime? SentForApprovalAt { get; private set; }

    public long? ApproverId { get; private set; }

    /// <summary>Why the approver gave it back; null unless that was the last that happened.</summary>
    public string? ReturnComment { get; private set; }

    public long? PublishedById { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>From when the deadline went by it, in UTC; null where it stayed.</summary>
    public DateTime? MovedFrom { get; private set; }

    /// <summary>To when it went, in UTC.</summary>
    public DateTime? MovedTo { get; private set; }

    public ChangedDeadline? MovedDeadline => MovedFrom is { } from && MovedTo is { } to ? new(from, to) : null;

    public RoundComparison Comparison => RoundComparison.Between(Was, Becomes);

    /// <summary>By the portal's judgement or by the buyer's wish.</summary>
    public bool IsMaterial => IsHeldMaterial || Comparison.IsMaterial;

    public bool CanBeRevisedAt(DateTime now) => State is AmendmentState.Draft && Round.CanBeAmendedAt(now);

    public bool CanBeDiscarded => State is AmendmentState.Draft or AmendmentState.PendingApproval;

    public bool CanBeDecidedBy(long accountId, DateTime now) =>
        State is AmendmentState.PendingApproval && Round.CanBeAmendedAt(now) && ApproverId == accountId && !IsAuthor(accountId);

    /// <summary>The next line number: none that was ever published is given again.</summary>
    public int NextLine => Math.Max(Round.LastLine, Math.Max(Round.HighestLine(Was.Items), Round.HighestLine(Becomes.Items))) + 1;

    /// <summary>All items with further ones, which take the next numbers.</summary>
    public IReadOnlyList<RoundItem> WithMore(IReadOnlyList<RoundItem> more)
    {
        Round.RefuseTooMany(Becomes.Items.Count + more.Count, NextLine + more.Count - 1);
        return [.. Becomes.Items, .. more.Select((item, i) => item with { Number = Round.Numbered(NextLine + i) })];
    }

    public int NextQuestion => Math.Max(Round.LastQuestion, Was.Questions.Concat(Becomes.Questions).Select(question => question.No).DefaultIfEmpty(0).Max()) + 1;

    /// <param name="by">Somebody of the team.</param>
    /// <param name="becomes">All of it.</param>
    /// <param name="now">In UTC.</param>
    public void Revise(long by, RoundContent becomes, DateTime now)
    {
        RefuseUnlessRevisedBy(by, now);
        RuleViolation.ThrowIf(becomes.Questions.Count > Round.MostQuestions, RoundRules.TooManyQuestions, Round.MostQuestions);
        RuleViolation.ThrowIfAny(WhatNumbersForbid(becomes));
        Becomes = becomes;
        Changed(new AmendmentRevised(Round.Name));
    }

    /// <param name="by">Somebody of the team.</param>
    /// <param name="reason">For everybody who is invited; empty: not yet given.</param>
    /// <param name="isHeldMaterial">The buyer holds it for material.</param>
    /// <param name="deadline">A later one, in UTC; null: it stays.</param>
    /// <param name="now">In UTC.</param>
    public void Explain(long by, string reason, bool isHeldMaterial, DateTime? deadline, DateTime now)
    {
        RefuseUnlessRevisedBy(by, now);
        RuleViolation.ThrowIfAny(deadline is not { } later ? []
            : later.Ticks % TimeSpan.TicksPerMinute > 0 ? [new(RoundRules.DeadlineNotWholeMinute, "DeadlineTime")]
            : later < Round.Deadline ? [new(RoundRules.NotLater, "DeadlineDate", Round.Deadline)] : Array.Empty<BrokenRule>());
        (Reason, IsHeldMaterial, NewDeadline) = (reason, isHeldMaterial, deadline > Round.Deadline ? deadline : null);
        Changed(new AmendmentRevised(Round.Name));
    }

    public void Discard(long by)
    {
        Round.RefuseUnlessRunBy(by);
        RuleViolation.ThrowIf(!CanBeDiscarded, AmendmentRules.NotOpen);
        State = AmendmentState.Discarded;
        Changed(new AmendmentDiscarded(Round.Name));
    }

    private void RefuseUnlessRevisedBy(long by, DateTime now)
    {
        Round.RefuseUnlessRunBy(by);
        RuleViolation.ThrowIf(State is AmendmentState.PendingApproval, AmendmentRules.WaitsForApproval);
        RuleViolation.ThrowIf(State is not AmendmentState.Draft, AmendmentRules.NotOpen);
        RuleViolation.ThrowIf(!Round.CanBeAmendedAt(now), AmendmentRules.TooLate, Round.Deadline);
    }

    /// <summary>Numbers are stable for ever, and what answers a question stays of its kind.</summary>
    private IEnumerable<BrokenRule> WhatNumbersForbid(RoundContent becomes)
    {
        foreach (var twice in becomes.Items.GroupBy(item => item.Number).Where(same => same.Count() > 1))
        {
            yield return new(RoundRules.SameNumberTwice, null, twice.Key);
        }

        foreach (var item in becomes.Items.Where(item => !RoundItem.PriceUnits.Contains(item.PriceUnit)))
        {
            yield return new(RoundRules.PriceUnitUnknown, nameof(RoundItem.PriceUnit), item.Number);
        }

        var (lines, lastLine) = (Was.Items.Select(item => item.Number).ToHashSet(), Math.Max(Round.LastLine, Round.HighestLine(Was.Items)));
        foreach (var item in becomes.Items.Where(item => !lines.Contains(item.Number) && Round.HighestLine([item]) <= lastLine))
        {
            yield return new(AmendmentRules.NumberWasUsed, null, item.Number);
        }

        var asked = Was.Questions.ToDictionary(question => question.No);
        var lastQuestion = Math.Max(Round.LastQuestion, asked.Keys.DefaultIfEmpty(0).Max());
        foreach (var question in becomes.Questions)
        {
            var there = asked.GetValueOrDefault(question.No);
            if (there is null && question.No <= lastQuestion)
            {
                yield return new(AmendmentRules.NumberWasUsed, null, question.No);
            }
            else if (there is not null && there.Type != question.Type)
            {
                yield return new(AmendmentRules.QuestionOfAnotherKind, nameof(RoundQuestion.Type), question.No);
            }
        }
    }
}
