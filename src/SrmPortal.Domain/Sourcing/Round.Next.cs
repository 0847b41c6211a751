using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>The next round of the same event, among some of those whose offers were opened: <c>/1</c> after <c>/0</c>.</summary>
public sealed partial class Round
{
    /// <summary>So many rounds can be announced; more than that nobody waits for.</summary>
    public const int MostRounds = 9;

    /// <summary>How many rounds the event has at most, as suppliers were told with the first; null: no number was announced.</summary>
    public int? AnnouncedRounds { get; private set; }

    /// <summary>No price may be above the supplier's own of the round before.</summary>
    public bool PricesOnlyFall { get; private set; }

    /// <summary>Who submits nothing new takes part with the offer of the round before; fixed before publishing, and shown.</summary>
    public bool EarlierOffersStand { get; private set; }

    /// <summary>Whether there is a round before it.</summary>
    public bool IsFurther => No > 0;

    /// <summary>Of the round before: <c>20067776/0</c>.</summary>
    public string EarlierName => $"{Event.Number}/{No - 1}";

    public bool IsLastAnnounced => No + 1 >= AnnouncedRounds;

    /// <summary>Begins the draft of the next round. This one stays under evaluation until that is published.</summary>
    public Round BeginNext(NextRound next)
    {
        RuleViolation.ThrowIf(!Event.IsRunBy(next.By), RoundRules.NotInTeam);
        RuleViolation.ThrowIf(State is not RoundState.Opened, NextRules.NotEvaluated);
        RuleViolation.ThrowIf(IsLastAnnounced, NextRules.NoMoreAnnounced, AnnouncedRounds ?? 0);
        RoundItem[] items = [.. Items.Where(item => next.Items.Contains(item.Number)).Select(item => item with { AmendmentNo = 0 })];
        RuleViolation.ThrowIfAny(
        [
            .. next.Suppliers.Count == 0 ? [new(NextRules.NobodyChosen, nameof(next.Suppliers))] : Array.Empty<BrokenRule>(),
            .. next.Suppliers.Except(next.TookPart).Any() ? [new(NextRules.DidNotTakePart, nameof(next.Suppliers))] : Array.Empty<BrokenRule>(),
            .. items.Length == 0 ? [new(NextRules.NothingAsked, nameof(next.Items))] : Array.Empty<BrokenRule>(),
        ]);
        var begun = new Round(Event, No + 1, TermsForNext(next));
        begun.ReplaceItems(items, _lots.Where(lot => items.Any(item => item.Lot == lot.No)).Select(lot => new RoundLot(lot.No, lot.Title)));
        begun.ReplaceQuestions(Questions.Where(question => question.ItemNumber is null || items.Any(item => item.Number == question.ItemNumber)).Select(question => question with { }));
        begun.ChooseSuppliers(next.Suppliers);
        return begun;
    }

    /// <summary>Part of the next round's publishing: nothing is decided on this one any more.</summary>
    public void BeSuperseded(DateTime now)
    {
        RuleViolation.ThrowIf(State is not RoundState.Opened, NextRules.EarlierNotEvaluated);
        (State, DecidedAt) = (RoundState.Superseded, now);
        Changed(new RoundSuperseded(Name, now));
    }

    /// <summary>Whoever decides on a later round of the event may read this one.</summary>
    public void BeShownTo(long approverId)
    {
        if (!_approvers.Contains(approverId))
        {
            _approvers.Add(approverId);
            Changed(new RoundShown(Name, approverId));
        }
    }

    private RoundTerms TermsForNext(NextRound next) => Terms() with
    {
        Kind = next.Kind,
        Deadline = next.Deadline,
        ClarificationsUntil = null,
        Audience = Audience.Invited,
        PricesOnlyFall = next.PricesOnlyFall,
        EarlierOffersStand = next.EarlierOffersStand,
    };

    private IEnumerable<BrokenRule> WhatEarlierLacks(PublishingFacts facts)
    {
        if (facts.Earlier is not { } earlier)
        {
            throw new InvalidOperationException($"Nothing is known of the round before {Name}.");
        }

        if (earlier.State is not RoundState.Opened)
        {
            yield return new(NextRules.EarlierNotEvaluated);
        }

        if (Audience is not Audience.Invited)
        {
            yield return new(NextRules.ByInvitationOnly, nameof(Audience));
        }

        if (facts.Outsiders > 0)
        {
            yield return new(NextRules.NobodyElse, "Suppliers");
        }

        foreach (var name in earlier.Strangers)
        {
            yield return new(NextRules.StrangerInvited, "Suppliers", name);
        }
    }
}

/// <summary>Together with a later round it was put to somebody who has to decide on that.</summary>
public sealed record RoundShown(string Subject, long AccountId) : DomainEvent(Subject);

/// <summary>What the next round begins with.</summary>
/// <param name="By">Somebody of the team.</param>
/// <param name="Kind">Of the round.</param>
/// <param name="Suppliers">Who is to be invited, by key.</param>
/// <param name="Items">What is asked again, by line number.</param>
public sealed record NextRound(long By, EventKind Kind, IReadOnlyCollection<long> Suppliers, IReadOnlyCollection<string> Items)
{
    /// <summary>Whose offers were opened intact in this round, by key.</summary>
    public required IReadOnlyCollection<long> TookPart { get; init; }

    /// <summary>A whole minute, in UTC; null: it is set in the draft.</summary>
    public DateTime? Deadline { get; init; }

    public bool PricesOnlyFall { get; init; }

    public bool EarlierOffersStand { get; init; }
}

/// <summary>What publishing a further round hangs on in the one before it.</summary>
/// <param name="State">Of the earlier round.</param>
/// <param name="Strangers">Names of chosen suppliers who had no opened offer there.</param>
public sealed record EarlierRoundFacts(RoundState State, IReadOnlyCollection<string> Strangers)
{
    /// <summary>Who took part there and isn't invited, by key.</summary>
    public IReadOnlyCollection<long> LeftOut { get; init; } = [];
}

/// <summary>Who submitted and isn't invited to the next round is told so.</summary>
public sealed record RoundSuperseded(string Subject, DateTime At) : Announcement(Subject);

public static class NextRules
{
    public const string NotEvaluated = "next.not-evaluated";
    public const string NoMoreAnnounced = "next.no-more-announced";
    public const string AlreadyBegun = "next.already-begun";
    public const string NobodyChosen = "next.nobody-chosen";
    public const string DidNotTakePart = "next.did-not-take-part";
    public const string NothingAsked = "next.nothing-asked";
    public const string EarlierNotEvaluated = "next.earlier-not-evaluated";
    public const string ByInvitationOnly = "next.by-invitation-only";
    public const string StrangerInvited = "next.stranger-invited";
    public const string NobodyElse = "next.nobody-else";
}
