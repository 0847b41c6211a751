using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>A lot as a whole: what every supplier asks for it, and how far it is decided.</summary>
public sealed record LotRow(RoundLot Lot, int Items, IReadOnlyList<LotCell?> Cells)
{
    /// <summary>Items that have a choice, or that nobody offers.</summary>
    public required int Decided { get; init; }

    /// <summary>From whom something of it is chosen, and for how much, without VAT in the currency of comparison.</summary>
    public required IReadOnlyList<string> Suppliers { get; init; }

    public required decimal Total { get; init; }

    public LotState State => Lot.State;

    /// <returns>Null for items that belong to no lot.</returns>
    public static LotRow? Of(Evaluation evaluation, int? no, IReadOnlyList<OfferColumn> offers)
    {
        if (evaluation.Head.Lots.FirstOrDefault(lot => lot.No == no) is not { } lot)
        {
            return null;
        }

        var (comparison, award) = (evaluation.Comparison, evaluation.Award);
        string[] items = [.. comparison.ItemsOf(lot.No)];
        AwardLine[] lines = [.. award?.Lines.Where(line => items.Contains(line.ItemNumber)) ?? []];
        var best = comparison.BestOfLot(lot.No);
        return new LotRow(lot, items.Length, [.. offers.Select(offer => LotCell.Of(comparison, lot.No, offer, best, lines))])
        {
            Decided = items.Count(item => award?.IsDecided(item, comparison) ?? comparison.For(item).Count == 0),
            Suppliers = [.. lines.Select(line => line.SupplierId).Distinct().Select(supplier => evaluation.OfferOf(supplier).Name)],
            Total = lines.Sum(line => line.ComparedAmount),
        };
    }

    /// <summary>All lots; none where the round is one whole.</summary>
    public static IEnumerable<LotRow> All(Evaluation evaluation) => evaluation.Head.Lots.OrderBy(lot => lot.No).Select(lot => Of(evaluation, lot.No, evaluation.Offers)!);
}

/// <summary>One offer over one lot.</summary>
public sealed record LotCell(OfferColumn Offer, LotOffer Offered)
{
    /// <summary>The cheapest of those that offer the whole lot.</summary>
    public required bool IsBest { get; init; }

    /// <summary>All that it offers of the lot is chosen.</summary>
    public required bool IsChosen { get; init; }

    public static LotCell? Of(Comparison comparison, int lot, OfferColumn offer, Contender? best, AwardLine[] lines) =>
        comparison.ForLot(lot, offer.SupplierId) is not { } offered ? null : new LotCell(offer, offered)
        {
            IsBest = best?.SupplierId == offer.SupplierId,
            IsChosen = StartingPoint.AllOf(comparison, offer.SupplierId, comparison.ItemsOf(lot)).All(choice =>
                lines.FirstOrDefault(line => line.ItemNumber == choice.ItemNumber && line.SupplierId == offer.SupplierId)?.Quantity == choice.Shares[0].Quantity),
        };
}
