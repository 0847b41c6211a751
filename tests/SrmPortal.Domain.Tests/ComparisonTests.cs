using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Tests;

/// <summary>Offers side by side, in one currency, ranked.</summary>
public sealed class ComparisonTests
{
    private static readonly DateTime At = new(2026, 11, 30, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Nominal_and_price_unit_are_honoured()
    {
        // 100 KZT = 18.3546 RUB; the price is for 1000 pieces.
        var comparison = Of([new RoundItem("0001", "Bolt", 2500, "pcs") { PriceUnit = 1000 }],
            [Offer(7, "RUB"), Offer(8, "KZT")],
            [new Quote(7, "0001", 2500, 4400.50m), new Quote(8, "0001", 2500, 23_900.75m)],
            new CurrencyRate("KZT") { Rate = 18.3546m, Nominal = 100 });

        var (rouble, tenge) = (comparison.For("0001", 7)!, comparison.For("0001", 8)!);
        Assert.Equal(11_001.25m, rouble.Amount);
        // 2500 × 23 900.75 ÷ 1000 = 59 751.875, rounded to 59 751.88 KZT; × 18.3546 ÷ 100 = 10 967.2185…, rounded.
        Assert.Equal((59_751.88m, 10_967.22m), (tenge.Amount, tenge.ComparedAmount));
        Assert.Equal(23_900.75m * 18.3546m / 100, tenge.ComparedPrice);
        Assert.Equal(8, comparison.For("0001")[0].Contender.SupplierId);
        Assert.Equal(10_967.22m, comparison.Total(8));
    }

    [Fact]
    public void Each_line_is_rounded_before_it_is_added_up()
    {
        var comparison = Of([Item("0001", 1), Item("0002", 1), Item("0003", 1)], [Offer(7, "USD")],
            [new Quote(7, "0001", 1, 0.01m), new Quote(7, "0002", 1, 0.01m), new Quote(7, "0003", 1, 0.01m)],
            new CurrencyRate("USD") { Rate = 90.55m });

        // 0.01 USD = 0.9055 RUB: 0.91 each, 2.73 in all, not 2.72.
        Assert.Equal(2.73m, comparison.Total(7));
    }

    [Fact]
    public void Equal_prices_go_to_the_earlier_instant_then_to_the_lower_sequence()
    {
        var comparison = Of([Item("0001", 12), Item("0002", 12)],
            [Offer(7, "RUB", seconds: 2, sequence: 1), Offer(8, "RUB", seconds: 1, sequence: 3), Offer(9, "RUB", seconds: 1, sequence: 2)],
            [new Quote(7, "0001", 12, 100), new Quote(8, "0001", 12, 100), new Quote(9, "0001", 12, 100), new Quote(7, "0002", 12, 99.9999m), new Quote(8, "0002", 12, 100)]);

        Assert.Equal([9L, 8, 7], comparison.For("0001").Select(ranked => ranked.Contender.SupplierId));
        Assert.True(comparison.IsTied("0001"));
        Assert.Equal(7, comparison.For("0002")[0].Contender.SupplierId);
        Assert.False(comparison.IsTied("0002"));
    }

    [Fact]
    public void A_price_equal_after_conversion_is_a_tie()
    {
        var comparison = Of([Item("0001", 1)], [Offer(7, "RUB", seconds: 5), Offer(8, "USD", seconds: 1)],
            [new Quote(7, "0001", 1, 9050), new Quote(8, "0001", 1, 100)], new CurrencyRate("USD") { Rate = 90.5m });

        Assert.True(comparison.IsTied("0001"));
        Assert.Equal(8, comparison.For("0001")[0].Contender.SupplierId);
    }

    [Fact]
    public void The_best_complete_offer_has_every_item_in_full()
    {
        var comparison = Of([Item("0001", 10), Item("0002", 5)], [Offer(7, "RUB"), Offer(8, "RUB"), Offer(9, "RUB")],
        [
            new Quote(7, "0001", 10, 1), new Quote(7, "0002", 4, 1),
            new Quote(8, "0001", 10, 2), new Quote(8, "0002", 5, 2),
            new Quote(9, "0001", 10, 3), new Quote(9, "0002", 5, 3),
        ]);

        Assert.Equal([false, true, true], new[] { 7L, 8, 9 }.Select(comparison.IsComplete));
        Assert.Equal(8, comparison.BestComplete?.SupplierId);
    }

    [Fact]
    public void An_offer_that_takes_no_part_has_no_line_and_a_currency_without_a_rate_is_a_defect()
    {
        var comparison = Of([Item("0001", 10)], [Offer(7, "RUB")], [new Quote(7, "0001", 10, 5), new Quote(8, "0001", 10, 1)]);

        Assert.Single(comparison.For("0001"));
        Assert.Null(comparison.For("0001", 8));
        Assert.Throws<InvalidOperationException>(() => Of([Item("0001", 10)], [Offer(7, "EUR")], [new Quote(7, "0001", 10, 5)]));
    }

    [Fact]
    public void A_lot_is_compared_as_a_whole_and_only_who_offers_all_of_it_is_its_best()
    {
        var comparison = Of([Item("0001", 10) with { Lot = 2 }, Item("0002", 5) with { Lot = 1 }, Item("0003", 4) with { Lot = 2 }], [Offer(7, "RUB"), Offer(8, "RUB", seconds: 2), Offer(9, "RUB", seconds: 1)],
        [
            new Quote(7, "0001", 10, 1), new Quote(7, "0002", 5, 1), new Quote(7, "0003", 3.999m, 1),
            new Quote(8, "0001", 10, 2), new Quote(8, "0003", 4, 5),
            new Quote(9, "0001", 10, 3), new Quote(9, "0003", 4, 2.5m),
        ]);

        Assert.Equal(["0002", "0001", "0003"], comparison.Items.Select(item => item.Number));
        Assert.Equal((new LotOffer(14, 2, false), new LotOffer(5, 1, true)), (comparison.ForLot(2, 7), comparison.ForLot(1, 7)));
        Assert.Equal(new LotOffer(40, 2, true), comparison.ForLot(2, 8));
        Assert.Null(comparison.ForLot(1, 9));
        // 8 and 9 both ask for 40; 9 was earlier.
        Assert.Equal((7L, 9L, null), (comparison.BestOfLot(1)?.SupplierId, comparison.BestOfLot(2)?.SupplierId, comparison.BestOfLot(3)));
    }

    private static RoundItem Item(string number, decimal quantity) => new(number, "Pipe", quantity, "t");

    private static Contender Offer(long supplier, string currency, int seconds = 0, int sequence = 1) =>
        new(supplier, supplier, currency, At.AddSeconds(seconds), sequence);

    private static Comparison Of(RoundItem[] items, Contender[] offers, Quote[] quotes, params CurrencyRate[] rates) =>
        new("RUB", [new CurrencyRate("RUB"), .. rates], items, offers, quotes);
}
