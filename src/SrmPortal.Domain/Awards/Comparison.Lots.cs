namespace SrmPortal.Domain.Awards;

/// <summary>Offers side by side for the items of one lot, as a lot may go to one supplier as a whole.</summary>
public sealed partial class Comparison
{
    private ILookup<(int Lot, long Supplier), Ranked>? _byLot;
    private ILookup<int, string>? _itemsOfLot;

    /// <summary>By number; none where the lot has no item.</summary>
    public IEnumerable<string> ItemsOf(int lot) =>
        (_itemsOfLot ??= Items.Where(item => item.Lot is not null).ToLookup(item => item.Lot!.Value, item => item.Number))[lot];

    /// <summary>What a supplier offers of a lot; null: nothing.</summary>
    public LotOffer? ForLot(int lot, long supplierId)
    {
        _byLot ??= _byCell.Values.Where(ranked => _items[ranked.Quote.ItemNumber].Lot is not null)
            .ToLookup(ranked => (_items[ranked.Quote.ItemNumber].Lot!.Value, ranked.Contender.SupplierId));
        Ranked[] lines = [.. _byLot[(lot, supplierId)]];
        return lines.Length == 0 ? null : new LotOffer(lines.Sum(ranked => ranked.ComparedAmount), lines.Length,
            lines.Length == ItemsOf(lot).Count() && lines.All(ranked => ranked.Quote.Quantity >= _items[ranked.Quote.ItemNumber].Quantity));
    }

    /// <summary>The supplier that offers the whole lot for least, the earlier one of equals; null where nobody offers it whole.</summary>
    public Contender? BestOfLot(int lot) =>
        Contenders.Where(contender => ForLot(lot, contender.SupplierId)?.IsComplete is true).MinBy(contender => ForLot(lot, contender.SupplierId)!.Total);
}

/// <summary>An offer over one lot.</summary>
/// <param name="Total">In the currency of comparison, without VAT.</param>
/// <param name="Items">How many of the lot's items are offered.</param>
/// <param name="IsComplete">Every item in the quantity asked.</param>
public sealed record LotOffer(decimal Total, int Items, bool IsComplete);
