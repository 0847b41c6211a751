using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>Items may be grouped into lots: with lots every item belongs to one, and the round is decided when all of them are.</summary>
public sealed partial class Round
{
    public const int MostLots = 99;

    private readonly List<RoundLot> _lots = [];

    /// <summary>By number; none: the round is one whole.</summary>
    public IReadOnlyList<RoundLot> Lots => _lots;

    public bool HasLots => _lots.Count > 0;

    /// <summary>In the order of all lists: lot by lot, and by number within each.</summary>
    public IEnumerable<RoundItem> ItemsInOrder() => InOrder(Items);

    /// <summary>Items of one round in that order.</summary>
    public static IEnumerable<RoundItem> InOrder(IEnumerable<RoundItem> items) =>
        items.OrderBy(item => item.Lot ?? int.MaxValue).ThenBy(item => item.Number, StringComparer.Ordinal);

    public RoundLot? LotOf(RoundItem item) => _lots.FirstOrDefault(lot => lot.No == item.Lot);

    /// <summary>Draws the lots anew; an item whose number nobody names belongs to none.</summary>
    /// <param name="lots">A lot keeps its number for ever; a new one takes the next.</param>
    /// <param name="lotOfItem">By the item's line number.</param>
    public void ReplaceLots(IEnumerable<RoundLot> lots, IReadOnlyDictionary<string, int> lotOfItem)
    {
        RefuseUnlessDraft();
        TakeLots(lots);
        RuleViolation.ThrowIfAny(lotOfItem.Where(one => _items.All(item => item.Number != one.Key)).Select(one => new BrokenRule(RoundRules.NoSuchLine, null, one.Key)));
        TakeItems([.. Items.Select(item => item with { Lot = lotOfItem.TryGetValue(item.Number, out var lot) ? lot : null })]);
        Changed(new RoundRevised(Name));
    }

    private void TakeLots(IEnumerable<RoundLot> lots)
    {
        RoundLot[] all = [.. lots.OrderBy(lot => lot.No)];
        RuleViolation.ThrowIf(all.Length > MostLots, RoundRules.TooManyLots, MostLots);
        RuleViolation.ThrowIfAny(all.GroupBy(lot => lot.No).Where(same => same.Count() > 1).Select(same => new BrokenRule(RoundRules.SameLotTwice, null, same.Key)));
        Replace(_lots, all);
    }

    private IEnumerable<BrokenRule> WhatLotsLack()
    {
        foreach (var lot in _lots)
        {
            if (lot.Title.Length == 0)
            {
                yield return new(PublishingRules.LotWithoutTitle, $"Lots[{lot.No}].Title", lot.No);
            }

            if (_items.All(item => item.Lot != lot.No))
            {
                yield return new(PublishingRules.LotWithoutItems, $"Lots[{lot.No}].Items", lot.No);
            }
        }

        if (HasLots && ItemsInOrder().Where(item => LotOf(item) is null).Select(item => item.Number).ToArray() is { Length: > 0 } loose)
        {
            yield return new(PublishingRules.ItemsWithoutLot, nameof(Lots), loose.Length, string.Join(", ", loose.Take(10)) + (loose.Length > 10 ? "…" : ""));
        }
    }

    // What becomes of the whole becomes of every lot that nobody has decided on by itself.
    private void EndLots(Func<RoundLot, LotState> state) =>
        Replace(_lots, _lots.Select(lot => lot.State is LotState.Active ? lot with { State = state(lot) } : lot with { }));
}

public enum LotState { Active, Awarded, NotAwarded, Cancelled }

/// <summary>A group of items that is decided on as one.</summary>
/// <param name="No">From 1, stable for ever.</param>
/// <param name="Title">As suppliers read it.</param>
public sealed record RoundLot(int No, string Title)
{
    public const int TitleLength = 200;

    public LotState State { get; init; } = LotState.Active;
}
