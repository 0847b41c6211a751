namespace SrmPortal.Domain.Awards;

/// <summary>How a choice for all items begins, before it is looked at line by line.</summary>
public enum StartingRule { CheapestPerItem, CheapestComplete, FewSuppliers }

/// <summary>
/// A choice for every item by one rule, with what it comes to. Nothing is decided by it: the buyer takes it over, changes it, and gives
/// the reasons. Ties go to the earlier decisive instant, as everywhere in the comparison.
/// </summary>
/// <param name="Rule">By which it was found.</param>
/// <param name="Choices">One for each item that can be bought so.</param>
/// <param name="Total">In the currency of comparison, without VAT.</param>
/// <param name="Suppliers">Who would get something, best known first.</param>
/// <param name="IsExact">Whether nothing cheaper exists by the same rule; otherwise it was approached.</param>
public sealed record StartingPoint(StartingRule Rule, IReadOnlyList<ItemChoice> Choices, decimal Total, IReadOnlyList<long> Suppliers, bool IsExact)
{
    /// <summary>Up to so many contenders every set of suppliers is tried.</summary>
    public const int TriedAll = 12;

    /// <summary>Items of which as much is chosen as is asked.</summary>
    public int Full { get; private init; }

    /// <summary>Each item at its best price; where that doesn't suffice, the next ones as well.</summary>
    public static StartingPoint CheapestPerItem(Comparison comparison) => From(comparison, StartingRule.CheapestPerItem, Ids(comparison).ToHashSet(), isExact: true);

    /// <summary>Everything from the supplier whose complete offer costs least; null where none is complete.</summary>
    public static StartingPoint? CheapestComplete(Comparison comparison) =>
        comparison.BestComplete is { } best ? From(comparison, StartingRule.CheapestComplete, new HashSet<long> { best.SupplierId }, isExact: true) : null;

    /// <summary>
    /// The cheapest choice from no more than so many suppliers: first that as much as possible of what can be bought is bought, counted in
    /// items and then by value at the best price, then that it costs least.
    /// </summary>
    /// <param name="comparison">The opened offers.</param>
    /// <param name="most">At least 1.</param>
    public static StartingPoint FewSuppliers(Comparison comparison, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var table = new Table(comparison);
        var isExact = table.Suppliers.Length <= TriedAll || most >= table.Suppliers.Length;
        return From(comparison, StartingRule.FewSuppliers, isExact ? table.Best(most) : table.Approached(most), isExact);
    }

    /// <summary>From one supplier all that it offers of these items: the choice by lot, or of everything.</summary>
    public static IReadOnlyList<ItemChoice> AllOf(Comparison comparison, long supplierId, IEnumerable<string> items) =>
        [.. items.Where(item => comparison.For(item, supplierId) is { Quote.Quantity: > 0 }).Select(item => ItemChoice.From(comparison, item, supplierId))];

    private static StartingPoint From(Comparison comparison, StartingRule rule, IReadOnlySet<long> suppliers, bool isExact)
    {
        var (choices, total, full, used) = (new List<ItemChoice>(), 0m, 0, new List<long>());
        foreach (var item in comparison.Items)
        {
            var taken = comparison.Filled(item.Number, item.Quantity, offered => suppliers.Contains(offered.Contender.SupplierId)).ToArray();
            if (taken.Length == 0)
            {
                continue;
            }

            choices.Add(new ItemChoice(item.Number, [.. taken.Select(one => new Share(one.Offered.Contender.SupplierId, one.Quantity))]));
            total += taken.Sum(one => one.Compared);
            full += taken.Sum(one => one.Quantity) >= item.Quantity ? 1 : 0;
            used.AddRange(taken.Select(one => one.Offered.Contender.SupplierId));
        }

        return new StartingPoint(rule, choices, total, [.. used.CountBy(supplier => supplier).OrderByDescending(supplier => supplier.Value).Select(supplier => supplier.Key)], isExact)
        {
            Full = full,
        };
    }

    private static IEnumerable<long> Ids(Comparison comparison) => comparison.Contenders.Select(contender => contender.SupplierId);

    /// <summary>What a set of suppliers is worth, the better first: fewer items short, less value missing, less cost.</summary>
    private readonly record struct Worth(int Short, decimal Missing, decimal Cost) : IComparable<Worth>
    {
        public int CompareTo(Worth other) => (Short, Missing, Cost).CompareTo((other.Short, other.Missing, other.Cost));
    }

    /// <summary>The offers as arrays, so that thousands of sets of suppliers over hundreds of items are tried in a moment.</summary>
    private sealed class Table(Comparison comparison)
    {
        private readonly Row[] _rows = [.. comparison.Items.Select(item => Row.Of(comparison, item.Number, item.Quantity)).Where(row => row.Wanted > 0)];

        public long[] Suppliers { get; } = [.. Ids(comparison)];

        /// <summary>Every set of that size is tried: a larger set is never worse than a smaller one within it.</summary>
        public IReadOnlySet<long> Best(int most)
        {
            if (most >= Suppliers.Length)
            {
                return Suppliers.ToHashSet();
            }

            var (best, worth) = (0u, default(Worth?));
            for (var set = 0u; set < 1u << Suppliers.Length; set++)
            {
                if (System.Numerics.BitOperations.PopCount(set) == most && WorthOf(Members(set)) is var found && (worth is null || found.CompareTo(worth.Value) < 0))
                {
                    (best, worth) = (set, found);
                }
            }

            return Members(best);
        }

        /// <summary>One after the other the supplier that betters it most, then each is exchanged as long as that helps.</summary>
        public IReadOnlySet<long> Approached(int most)
        {
            HashSet<long> chosen = [];
            while (chosen.Count < most)
            {
                chosen.Add(Suppliers.Where(supplier => !chosen.Contains(supplier)).MinBy(supplier => WorthOf([.. chosen, supplier])));
            }

            for (var isBetter = true; isBetter;)
            {
                var worth = WorthOf(chosen);
                var exchange = chosen.SelectMany(_ => Suppliers.Where(supplier => !chosen.Contains(supplier)), (goes, comes) => new HashSet<long>(chosen.Where(one => one != goes)) { comes })
                    .MinBy(WorthOf);
                isBetter = exchange is not null && WorthOf(exchange).CompareTo(worth) < 0;
                chosen = isBetter ? exchange! : chosen;
            }

            return chosen;
        }

        private HashSet<long> Members(uint set) => [.. Suppliers.Where((_, place) => (set & (1u << place)) != 0)];

        private Worth WorthOf(HashSet<long> suppliers)
        {
            var (shortItems, missing, cost) = (0, 0m, 0m);
            foreach (var row in _rows)
            {
                var rest = row.Wanted;
                foreach (var (offered, most, costOfMost) in row.Offers)
                {
                    if (suppliers.Contains(offered.Contender.SupplierId))
                    {
                        var taken = Math.Min(rest, most);
                        (rest, cost) = (rest - taken, cost + (taken == most ? costOfMost : comparison.Cost(offered, taken).Compared));
                        if (rest == 0)
                        {
                            break;
                        }
                    }
                }

                (shortItems, missing) = rest > 0 ? (shortItems + 1, missing + comparison.Cost(row.Offers[0].Offered, rest).Compared) : (shortItems, missing);
            }

            return new Worth(shortItems, missing, cost);
        }

        /// <param name="Wanted">As much as is asked and offered by all together.</param>
        /// <param name="Offers">Best first, each with as much of it as can be taken, and what that costs.</param>
        private sealed record Row(decimal Wanted, (Comparison.Ranked Offered, decimal Most, decimal CostOfMost)[] Offers)
        {
            public static Row Of(Comparison comparison, string item, decimal asked)
            {
                var wanted = Math.Min(asked, comparison.For(item).Sum(offered => offered.Quote.Quantity));
                return new Row(wanted, [.. comparison.For(item).Where(offered => offered.Quote.Quantity > 0).Select(offered => (offered, Math.Min(wanted, offered.Quote.Quantity)))
                    .Select(one => (one.offered, one.Item2, comparison.Cost(one.offered, one.Item2).Compared))]);
            }
        }
    }
}
