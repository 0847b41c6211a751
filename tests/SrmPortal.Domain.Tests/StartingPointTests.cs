using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Tests;

/// <summary>How a choice begins, what offers of different extent come to, which price is suspicious, and what is saved.</summary>
public sealed class StartingPointTests
{
    private static readonly DateTime At = new(2026, 11, 30, 9, 0, 0, DateTimeKind.Utc);

    // 1: everything, dear. 2: two items cheap. 3: one item cheapest, and a part of 0002. Nobody offers 0004.
    private static readonly Comparison Offers = Of(["0001", "0002", "0003", "0004"], 3,
        (1, "0001", 10, 100), (1, "0002", 10, 100), (1, "0003", 10, 100),
        (2, "0001", 10, 80), (2, "0002", 10, 90),
        (3, "0002", 4, 70), (3, "0003", 10, 95));

    [Fact]
    public void The_cheapest_of_each_item_takes_the_next_price_where_the_best_does_not_suffice()
    {
        var start = StartingPoint.CheapestPerItem(Offers);

        Assert.Equal(["0001: 2×10", "0002: 3×4 2×6", "0003: 3×10"], start.Choices.Select(Said));
        Assert.Equal((800m + 280 + 540 + 950, 3, true), (start.Total, start.Full, start.IsExact));
        Assert.Equal([2L, 3], start.Suppliers.Order());
    }

    [Fact]
    public void The_cheapest_complete_offer_is_there_only_where_one_is_complete()
    {
        Assert.Null(StartingPoint.CheapestComplete(Offers));
        var all = Of(["0001"], 2, (1, "0001", 10, 100), (2, "0001", 10, 80));

        Assert.Equal((800m, 2L), (StartingPoint.CheapestComplete(all)!.Total, StartingPoint.CheapestComplete(all)!.Suppliers[0]));
    }

    [Fact]
    public void Fewer_suppliers_buy_first_as_much_as_can_be_and_then_for_least()
    {
        // One: only supplier 1 has three items, though 2 is cheaper for its two.
        Assert.Equal(["0001: 1×10", "0002: 1×10", "0003: 1×10"], StartingPoint.FewSuppliers(Offers, 1).Choices.Select(Said));
        Assert.Equal((2570m, true), (StartingPoint.FewSuppliers(Offers, 2).Total, StartingPoint.FewSuppliers(Offers, 2).IsExact));
        Assert.Equal(StartingPoint.CheapestPerItem(Offers).Total, StartingPoint.FewSuppliers(Offers, 40).Total);
        Assert.Throws<ArgumentOutOfRangeException>(() => StartingPoint.FewSuppliers(Offers, 0));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(5)]
    public void Nothing_cheaper_exists_for_up_to_twelve_suppliers(int most)
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var comparison = Random(seed, suppliers: 8, items: 12);

            var found = StartingPoint.FewSuppliers(comparison, most);

            Assert.True(found.IsExact);
            Assert.True(found.Suppliers.Count <= most);
            // Every set of suppliers, each filled as it costs least: none fills more items, and none that fills as many costs less.
            var all = Sets(8, most).Select(set => Filled(comparison, set)).ToArray();
            Assert.Equal(all.Max(set => set.Full), found.Full);
            Assert.Equal(all.Where(set => set.Full == found.Full).OrderBy(set => set.Missing).ThenBy(set => set.Cost).First().Cost, found.Total);
        }
    }

    [Fact]
    public void More_suppliers_are_approached_in_a_moment_and_never_dearer_than_a_single_exchange_could_make_it()
    {
        var comparison = Random(5, suppliers: 40, items: 300);
        var began = System.Diagnostics.Stopwatch.StartNew();

        var found = StartingPoint.FewSuppliers(comparison, 3);

        Assert.True(began.Elapsed < TimeSpan.FromSeconds(8), $"{began.Elapsed}");
        Assert.False(found.IsExact);
        Assert.Equal(3, found.Suppliers.Count);
        var (full, missing, cost) = Filled(comparison, [.. found.Suppliers]);
        Assert.DoesNotContain(found.Suppliers.SelectMany(goes => Enumerable.Range(1, 40), (goes, comes) => Filled(comparison, [.. found.Suppliers.Where(one => one != goes), comes])),
            other => other.Full > full || (other.Full == full && (other.Missing < missing || (other.Missing == missing && other.Cost < cost))));
    }

    [Fact]
    public void All_of_a_lot_from_one_supplier_is_what_that_supplier_offers_of_it()
    {
        Assert.Equal(["0002: 3×4", "0003: 3×10"], StartingPoint.AllOf(Offers, 3, ["0001", "0002", "0003", "0004", "9999"]).Select(Said));
        Assert.Empty(StartingPoint.AllOf(Offers, 77, ["0001"]));
    }

    [Fact]
    public void Offers_of_different_extent_are_added_up_over_what_all_offer_and_completed_by_the_best_of_the_others()
    {
        Assert.Empty(Offers.OfferedByAll);
        var two = Of(["0001", "0002"], 2, (1, "0001", 10, 100), (1, "0002", 10, 50), (2, "0001", 10, 80), (2, "0002", 4, 40));

        Assert.Equal(["0001"], two.OfferedByAll);
        Assert.Equal((1000m, 800m), (two.TotalOfCommon(1), two.TotalOfCommon(2)));
        // 2 has 6 of 0002 too few: they come from 1 at 50.
        Assert.Equal((1500m, 800m + 160 + 300), (two.TotalCompleted(1), two.TotalCompleted(2)));
    }

    [Theory]
    [InlineData(70, 100, 0, true)]
    [InlineData(70.01, 100, 0, false)]
    [InlineData(60, 62, 138, true)]
    [InlineData(60.01, 62, 138, false)]
    [InlineData(100, 0, 0, false)]
    [InlineData(138, 62, 60, false)]
    public void A_price_is_suspicious_40_percent_under_the_mean_of_the_others_or_30_under_the_next(double price, double other, double third, bool isLow)
    {
        var comparison = Of(["0001"], 3, [.. new[] { (1, price), (2, other), (3, third) }.Where(one => one.Item2 > 0).Select(one => (one.Item1, "0001", 10, (decimal)one.Item2))]);

        Assert.Equal(isLow, comparison.IsSuspiciouslyLow(comparison.For("0001", 1)!));
        Assert.Equal(isLow, comparison.IsSuspiciouslyLow(1));
    }

    [Fact]
    public void A_saving_counts_only_the_items_that_have_the_other_price()
    {
        var comparison = new Comparison("RUB", [], [new RoundItem("0001", "Bolt", 2000, "pcs") { PriceUnit = 1000, TargetPrice = 500 }, new RoundItem("0002", "Nut", 5, "pcs")],
            [new Contender(1, 1, "RUB", At, 1)], [new Quote(1, "0001", 2000, 450), new Quote(1, "0002", 5, 3)]);

        var saving = Saving.Over([("0001", 2000, 900), ("0002", 5, 15)], comparison, item => item.TargetPrice);

        Assert.Equal((1000m, 900m, 1, 100m, 10m), (saving.Basis, saving.Paid, saving.Items, saving.Saved, saving.Percent));
        Assert.Null(Saving.Over([("0002", 5, 15)], comparison, item => item.TargetPrice).Percent);
        Assert.Equal((0m, 450m), (Saving.Over([("0001", 2000, 900)], comparison, item => comparison.MeanPrice(item.Number)).Saved, comparison.MeanPrice("0001")));
    }

    private static string Said(ItemChoice choice) => $"{choice.ItemNumber}: {string.Join(' ', choice.Shares.Select(share => $"{share.SupplierId}×{share.Quantity:0}"))}";

    private static (int Full, decimal Missing, decimal Cost) Filled(Comparison comparison, HashSet<long> set)
    {
        var (full, missing, cost) = (0, 0m, 0m);
        foreach (var item in comparison.Items)
        {
            var wanted = Math.Min(item.Quantity, comparison.For(item.Number).Sum(offered => offered.Quote.Quantity));
            var taken = comparison.Filled(item.Number, item.Quantity, offered => set.Contains(offered.Contender.SupplierId)).ToArray();
            var rest = wanted - taken.Sum(one => one.Quantity);
            full += taken.Sum(one => one.Quantity) == item.Quantity ? 1 : 0;
            missing += rest > 0 ? comparison.Cost(comparison.For(item.Number)[0], rest).Compared : 0;
            cost += taken.Sum(one => one.Compared);
        }

        return (full, missing, cost);
    }

    private static IEnumerable<HashSet<long>> Sets(int suppliers, int size) => Enumerable.Range(0, 1 << suppliers)
        .Where(set => System.Numerics.BitOperations.PopCount((uint)set) == size)
        .Select(set => Enumerable.Range(0, suppliers).Where(place => (set & (1 << place)) != 0).Select(place => (long)place + 1).ToHashSet());

    // Every item can be had in full, so that items in full and items short are the same question.
    private static Comparison Random(int seed, int suppliers, int items)
    {
        var dice = new Random(seed);
        string[] numbers = [.. Enumerable.Range(1, items).Select(no => $"{no:0000}")];
        return Of(numbers, suppliers, [.. numbers.SelectMany(number => Enumerable.Range(1, suppliers)
            .Where(supplier => supplier == 1 || dice.Next(3) > 0)
            .Select(supplier => (supplier, number, supplier == 1 || dice.Next(4) > 0 ? 10 : dice.Next(1, 10), (decimal)dice.Next(5000, 15000) / 100)))]);
    }

    private static Comparison Of(string[] items, int suppliers, params (int Supplier, string Item, int Quantity, decimal Price)[] quotes) => new("RUB", [],
        items.Select(number => new RoundItem(number, "Pipe", 10, "t")), Enumerable.Range(1, suppliers).Where(supplier => quotes.Any(quote => quote.Supplier == supplier)).Select(supplier => new Contender(supplier, supplier, "RUB", At, supplier)),
        quotes.Select(quote => new Quote(quote.Supplier, quote.Item, quote.Quantity, quote.Price)));
}
