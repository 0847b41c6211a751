using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Awards;

/// <summary>What a choice saves against other prices, over the items for which there is such a price. In the currency of comparison, without VAT.</summary>
/// <param name="Basis">The chosen quantities at those prices.</param>
/// <param name="Paid">The same quantities as chosen.</param>
/// <param name="Items">For how many items there is such a price.</param>
public sealed record Saving(decimal Basis, decimal Paid, int Items)
{
    /// <summary>Negative where it costs more.</summary>
    public decimal Saved => Basis - Paid;

    /// <summary>Of <see cref="Basis"/>, one decimal; null where there is nothing to compare with.</summary>
    public decimal? Percent => Basis == 0 ? null : decimal.Round(Saved / Basis * 100, 1, MidpointRounding.AwayFromZero);

    /// <param name="shares">What is chosen: item, quantity, its cost in the currency of comparison.</param>
    /// <param name="comparison">The opened offers.</param>
    /// <param name="priceOf">For the item's price unit, in the currency of comparison; null: there is none.</param>
    public static Saving Over(IEnumerable<(string Item, decimal Quantity, decimal Cost)> shares, Comparison comparison, Func<RoundItem, decimal?> priceOf)
    {
        var (basis, paid, items) = (0m, 0m, new HashSet<string>());
        foreach (var (number, quantity, cost) in shares)
        {
            if (comparison.Item(number) is { } item && priceOf(item) is { } price)
            {
                basis += Money.Amount(quantity, price, item.PriceUnit, comparison.Currency);
                paid += cost;
                items.Add(number);
            }
        }

        return new Saving(basis, paid, items.Count);
    }
}
