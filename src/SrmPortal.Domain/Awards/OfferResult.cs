using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Awards;

/// <summary>
/// What came of an opened offer, as its own supplier may read it: what it was worth, what of it is bought, and where it stood, as far as
/// the event's <see cref="Debrief"/> allows. Written once, with the decision; of others it holds a place or a percentage, never a name or a price.
/// </summary>
public sealed class OfferResult : IInsertOnly
{
    private readonly List<ItemResult> _items = [];

    private OfferResult()
    {
    }

    private OfferResult(Comparison comparison, Contender contender, Award? award, Debrief debrief, long roundId)
    {
        (RoundId, SupplierId, Currency) = (roundId, contender.SupplierId, contender.Currency);
        AwardLine[] bought = [.. award?.Lines ?? []];
        Offered = comparison.By(SupplierId).Sum(ranked => ranked.Amount);
        Won = bought.Where(line => line.SupplierId == SupplierId).Sum(line => line.Amount);
        Comparison.Ranked[] lost = [.. comparison.By(SupplierId).Where(ranked => !bought.Any(line => line.SupplierId == SupplierId && line.ItemNumber == ranked.Quote.ItemNumber))];
        if (lost.Length == 0)
        {
            return;
        }

        if (debrief is Debrief.Rank)
        {
            Rank = RankOf(comparison, SupplierId);
            _items.AddRange(lost.Select(ranked => new ItemResult(ranked.Quote.ItemNumber, comparison.RankOf(ranked), null)));
        }
        else if (debrief is Debrief.PriceGap)
        {
            var gaps = lost.Select(ranked => (ranked.Quote.ItemNumber, Gap: GapOf(comparison, ranked, bought))).Where(one => one.Gap.Paid > 0).ToArray();
            GapPercent = Percent(gaps.Sum(one => one.Gap.Own), gaps.Sum(one => one.Gap.Paid));
            _items.AddRange(gaps.Select(one => new ItemResult(one.ItemNumber, null, Percent(one.Gap.Own, one.Gap.Paid))));
        }
    }

    public long Id { get; private set; }

    public long RoundId { get; private set; }

    public long SupplierId { get; private set; }

    /// <summary>The offer's, ISO 4217.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>All that was offered, without VAT, in <see cref="Currency"/>.</summary>
    public decimal Offered { get; private set; }

    /// <summary>What of it is bought, likewise.</summary>
    public decimal Won { get; private set; }

    /// <summary>Among the offers that have every item in full; null where this one has not, or it may not be told.</summary>
    public int? Rank { get; private set; }

    /// <summary>By how much the lines that were not chosen cost more than what is bought instead, one decimal; null where nothing is, or it may not be told.</summary>
    public decimal? GapPercent { get; private set; }

    /// <summary>The lines that were not chosen.</summary>
    public IReadOnlyList<ItemResult> Items => _items;

    /// <summary>Of <see cref="Offered"/>, one decimal.</summary>
    public decimal? WonPercent => Offered == 0 ? null : decimal.Round(Won / Offered * 100, 1, MidpointRounding.AwayFromZero);

    /// <summary>One for each opened offer.</summary>
    /// <param name="round">Decided.</param>
    /// <param name="comparison">Its opened offers.</param>
    /// <param name="award">Null: nothing is bought.</param>
    public static IEnumerable<OfferResult> Of(Round round, Comparison comparison, Award? award)
    {
        RuleViolation.ThrowIf(!round.State.HasProtocol(), AwardRules.NoProtocolYet);
        return [.. comparison.Contenders.Select(contender => new OfferResult(comparison, contender, award, round.Debrief, round.Id))];
    }

    // Of equal sums the earlier offer is the better, as everywhere.
    private static int? RankOf(Comparison comparison, long supplierId)
    {
        long[] complete = [.. comparison.Contenders.Select(contender => contender.SupplierId).Where(comparison.IsComplete).OrderBy(comparison.Total)];
        return Array.IndexOf(complete, supplierId) is >= 0 and var place ? place + 1 : null;
    }

    // What is bought of the item from others, and the same quantity at the own price; nothing where none of it is bought.
    private static (decimal Own, decimal Paid) GapOf(Comparison comparison, Comparison.Ranked own, AwardLine[] bought)
    {
        AwardLine[] chosen = [.. bought.Where(line => line.ItemNumber == own.Quote.ItemNumber)];
        return (comparison.Cost(own, chosen.Sum(line => line.Quantity)).Compared, chosen.Sum(line => line.ComparedAmount));
    }

    private static decimal? Percent(decimal own, decimal paid) => paid == 0 ? null : decimal.Round((own - paid) / paid * 100, 1, MidpointRounding.AwayFromZero);
}

/// <summary>Where one line stood.</summary>
/// <param name="ItemNumber">The item.</param>
/// <param name="Rank">Among all prices of the item; of equal ones the earlier is the better. Null: it may not be told.</param>
/// <param name="GapPercent">Above what is bought instead; null likewise.</param>
public sealed record ItemResult(string ItemNumber, int? Rank, decimal? GapPercent);
