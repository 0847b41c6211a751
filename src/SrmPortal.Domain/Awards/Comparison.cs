using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Awards;

/// <summary>An offer that was opened intact, as it takes part in the comparison.</summary>
/// <param name="OfferId">By key.</param>
/// <param name="SupplierId">By key.</param>
/// <param name="Currency">ISO 4217, one for the whole offer.</param>
/// <param name="At">The decisive instant of the version in force, in UTC: of equal prices the earlier one is the better.</param>
/// <param name="Sequence">Its place among the round's submissions, for the same instant.</param>
public sealed record Contender(long OfferId, long SupplierId, string Currency, DateTime At, int Sequence);

/// <summary>What it says of one item.</summary>
/// <param name="OfferId">Whose.</param>
/// <param name="ItemNumber">The item.</param>
/// <param name="Quantity">Offered, in the item's unit.</param>
/// <param name="UnitPrice">Without VAT, for the item's price unit, in the offer's currency.</param>
public sealed record Quote(long OfferId, string ItemNumber, decimal Quantity, decimal UnitPrice);

/// <summary>
/// All opened offers of a round side by side, in the currency of comparison by the rates that were published with it. Whatever ranks
/// or adds up offers asks here: the matrix, the decision, the protocol.
/// </summary>
public sealed partial class Comparison
{
    private readonly Dictionary<string, CurrencyRate> _rates;
    private readonly Dictionary<string, RoundItem> _items;
    private readonly Dictionary<string, Ranked[]> _byItem;
    private readonly Dictionary<(string Item, long Supplier), Ranked> _byCell;
    private readonly Dictionary<long, Column> _bySupplier;
    private readonly Lazy<Contender?> _bestComplete;

    /// <param name="currency">In which is compared.</param>
    /// <param name="rates">As published.</param>
    /// <param name="items">What was asked.</param>
    /// <param name="contenders">Opened intact, and only those.</param>
    /// <param name="quotes">Their lines.</param>
    public Comparison(
        string currency, IEnumerable<CurrencyRate> rates, IEnumerable<RoundItem> items, IEnumerable<Contender> contenders, IEnumerable<Quote> quotes)
    {
        Currency = currency;
        _rates = rates.ToDictionary(rate => rate.Code);
        Items = [.. Round.InOrder(items)];
        _items = Items.ToDictionary(item => item.Number);
        Contenders = [.. contenders.OrderBy(contender => contender.At).ThenBy(contender => contender.Sequence)];
        var byOffer = Contenders.ToDictionary(contender => contender.OfferId);
        _byItem = quotes.Where(quote => byOffer.ContainsKey(quote.OfferId) && _items.ContainsKey(quote.ItemNumber)).GroupBy(quote => quote.ItemNumber)
            .ToDictionary(group => group.Key, group => group.Select(quote => Of(quote, byOffer[quote.OfferId])).Order().ToArray());
        _byCell = _byItem.SelectMany(item => item.Value).ToDictionary(ranked => (ranked.Quote.ItemNumber, ranked.Contender.SupplierId));
        _bySupplier = Contenders.Select(contender => contender.SupplierId).Distinct().ToDictionary(supplier => supplier, Over);
        _bestComplete = new(() => Contenders.Where(contender => IsComplete(contender.SupplierId)).MinBy(contender => Total(contender.SupplierId)));
    }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; }

    /// <summary>Lot by lot, and by number within each.</summary>
    public IReadOnlyList<RoundItem> Items { get; }

    /// <summary>In the order of their decisive instants.</summary>
    public IReadOnlyList<Contender> Contenders { get; }

    public RoundItem? Item(string number) => _items.GetValueOrDefault(number);

    /// <summary>The offers for an item, best first; none where nobody offers it.</summary>
    public IReadOnlyList<Ranked> For(string item) => _byItem.GetValueOrDefault(item) ?? [];

    /// <summary>Its place among the offers for its item, from 1.</summary>
    public int RankOf(Ranked ranked) => Array.IndexOf(_byItem[ranked.Quote.ItemNumber], ranked) + 1;

    public Ranked? For(string item, long supplierId) => _byCell.GetValueOrDefault((item, supplierId));

    public IReadOnlyList<Ranked> By(long supplierId) => _bySupplier.GetValueOrDefault(supplierId)?.Lines ?? [];

    /// <summary>Whether another supplier offers the best price too, so that the earlier instant decides.</summary>
    public bool IsTied(string item) => For(item) is [var best, var next, ..] && best.ComparedPrice == next.ComparedPrice;

    /// <summary>All that the supplier offers, in the currency of comparison.</summary>
    public decimal Total(long supplierId) => _bySupplier.GetValueOrDefault(supplierId)?.Total ?? 0;

    /// <summary>Whether the supplier offers every item in the quantity asked.</summary>
    public bool IsComplete(long supplierId) => _bySupplier.GetValueOrDefault(supplierId)?.IsComplete is true;

    /// <summary>The supplier whose complete offer costs least; null where none is complete.</summary>
    public Contender? BestComplete => _bestComplete.Value;

    /// <summary>What so much of an item costs at this price: in the offer's currency, and in that of comparison.</summary>
    public (decimal Amount, decimal Compared) Cost(Ranked ranked, decimal quantity)
    {
        var amount = Money.Amount(quantity, ranked.Quote.UnitPrice, _items[ranked.Quote.ItemNumber].PriceUnit, ranked.Contender.Currency);
        return (amount, Compared(amount, ranked.Contender.Currency));
    }

    /// <summary>An amount of one line in the currency of comparison.</summary>
    public decimal Compared(decimal amount, string currency)
    {
        var (rate, nominal) = RateOf(currency);
        return currency == Currency ? amount : Money.Converted(amount, rate, nominal, Currency);
    }

    // Once for each supplier: the sums of forty columns over three hundred items are asked for again and again.
    private Column Over(long supplierId)
    {
        Ranked[] lines = [.. Items.Select(item => For(item.Number, supplierId)).OfType<Ranked>()];
        return new Column(lines, lines.Sum(ranked => ranked.ComparedAmount),
            lines.Length == Items.Count && lines.All(ranked => ranked.Quote.Quantity >= _items[ranked.Quote.ItemNumber].Quantity));
    }

    private Ranked Of(Quote quote, Contender contender)
    {
        var (rate, nominal) = RateOf(contender.Currency);
        var amount = Money.Amount(quote.Quantity, quote.UnitPrice, _items[quote.ItemNumber].PriceUnit, contender.Currency);
        return new Ranked(quote, contender, quote.UnitPrice * rate / nominal, amount, Compared(amount, contender.Currency));
    }

    private (decimal Rate, int Nominal) RateOf(string currency) => currency == Currency ? (1, 1)
        : _rates.GetValueOrDefault(currency) is { Rate: { } rate } published ? (rate, published.Nominal)
        : throw new InvalidOperationException($"No rate of {currency} was published.");

    private sealed record Column(Ranked[] Lines, decimal Total, bool IsComplete);

    /// <summary>An offer for one item, in its place among the others.</summary>
    /// <param name="Quote">As opened.</param>
    /// <param name="Contender">Whose.</param>
    /// <param name="ComparedPrice">The unit price in the currency of comparison, not rounded: offers are ranked by it.</param>
    /// <param name="Amount">Of the quantity offered, in the offer's currency.</param>
    /// <param name="ComparedAmount">The same in the currency of comparison.</param>
    public sealed record Ranked(Quote Quote, Contender Contender, decimal ComparedPrice, decimal Amount, decimal ComparedAmount) : IComparable<Ranked>
    {
        public int CompareTo(Ranked? other) => other is null ? 1
            : (ComparedPrice, Contender.At, Contender.Sequence).CompareTo((other.ComparedPrice, other.Contender.At, other.Contender.Sequence));
    }
}
