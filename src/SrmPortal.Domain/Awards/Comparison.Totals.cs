namespace SrmPortal.Domain.Awards;

/// <summary>What makes offers of different extent comparable, and what makes a price suspicious.</summary>
public sealed partial class Comparison
{
    /// <summary>A price so far under the mean of the others, as a share of it, is to be asked about before it is accepted.</summary>
    public const decimal LowUnderMean = 0.40m;

    /// <summary>So far under the next price, likewise.</summary>
    public const decimal LowUnderNext = 0.30m;

    private IReadOnlySet<string>? _common;

    /// <summary>The items that every contender offers in the quantity asked: only over these sums can be compared as they stand.</summary>
    public IReadOnlySet<string> OfferedByAll => _common ??= Items
        .Where(item => Contenders.Count > 0 && Contenders.All(contender => For(item.Number, contender.SupplierId)?.Quote.Quantity >= item.Quantity))
        .Select(item => item.Number).ToHashSet();

    /// <summary>The supplier's prices for <see cref="OfferedByAll"/>.</summary>
    public decimal TotalOfCommon(long supplierId) => By(supplierId).Where(ranked => OfferedByAll.Contains(ranked.Quote.ItemNumber)).Sum(ranked => ranked.ComparedAmount);

    /// <summary>
    /// All that the supplier offers, and the rest of what can be bought at the best prices of the others: what it would cost to buy as much
    /// as possible from this supplier.
    /// </summary>
    public decimal TotalCompleted(long supplierId) => Total(supplierId) + Items.Sum(item =>
    {
        var own = For(item.Number, supplierId)?.Quote.Quantity ?? 0;
        return Filled(item.Number, item.Quantity - own, ranked => ranked.Contender.SupplierId != supplierId).Sum(share => share.Compared);
    });

    /// <summary>The mean of all prices offered for an item, in the currency of comparison; null where nobody offers it.</summary>
    public decimal? MeanPrice(string item) => For(item) is { Count: > 0 } offers ? offers.Average(offered => offered.ComparedPrice) : null;

    /// <summary>What is taken of an item where the best prices are taken first, each as far as it goes.</summary>
    /// <param name="item">The item.</param>
    /// <param name="quantity">So much is wanted; less may be there.</param>
    /// <param name="from">Whose offers may be taken.</param>
    public IEnumerable<(Ranked Offered, decimal Quantity, decimal Compared)> Filled(string item, decimal quantity, Func<Ranked, bool> from)
    {
        foreach (var offered in For(item))
        {
            if (quantity <= 0)
            {
                yield break;
            }

            if (from(offered) && offered.Quote.Quantity > 0)
            {
                var taken = Math.Min(quantity, offered.Quote.Quantity);
                quantity -= taken;
                yield return (offered, taken, Cost(offered, taken).Compared);
            }
        }
    }

    /// <summary>Whether a price is so low against the others' that the supplier should be asked how it is made.</summary>
    public bool IsSuspiciouslyLow(Ranked offered) =>
        IsLow(offered.ComparedPrice, [.. For(offered.Quote.ItemNumber).Where(other => other.Contender != offered.Contender).Select(other => other.ComparedPrice)]);

    /// <summary>The same of a whole offer, among those that offer everything.</summary>
    public bool IsSuspiciouslyLow(long supplierId) => IsComplete(supplierId)
        && IsLow(Total(supplierId), [.. Contenders.Where(other => other.SupplierId != supplierId && IsComplete(other.SupplierId)).Select(other => Total(other.SupplierId))]);

    private static bool IsLow(decimal price, decimal[] others) => others.Length > 0
        && (price <= others.Average() * (1 - LowUnderMean) || (others.Where(other => other >= price).Order().FirstOrDefault() is var next && price <= next * (1 - LowUnderNext)));
}
