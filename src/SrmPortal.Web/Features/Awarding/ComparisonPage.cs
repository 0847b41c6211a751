using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>Items × suppliers, fifty items a page; sums go over all of them.</summary>
public sealed class ComparisonPage
{
    public const int ItemsOnPage = 50;

    private readonly Evaluation _evaluation;

    public ComparisonPage(Evaluation evaluation, ComparisonView view)
    {
        (_evaluation, View) = (evaluation, view);
        var offers = view.Of(evaluation);
        Page = Math.Clamp(view.Page, 1, Math.Max(1, (Items.Count + ItemsOnPage - 1) / ItemsOnPage));
        Groups = [.. Items.Skip((Page - 1) * ItemsOnPage).Take(ItemsOnPage).GroupBy(item => item.Lot)
            .Select(group => new Group(LotRow.Of(evaluation, group.Key, offers), [.. group.Select(item => Row.Of(evaluation, item, offers, view))]))];
        Columns = [.. offers.Select(offer => Column.Of(evaluation, offer))];
        NeedReasons = [.. Items.Select(item => ReasonRow.Of(evaluation, item)).OfType<ReasonRow>()];
    }

    public EvaluationHead Head => _evaluation.Head;

    public ComparisonView View { get; }

    /// <summary>All, also those that are hidden.</summary>
    public IReadOnlyList<OfferColumn> Offers => _evaluation.Offers;

    /// <summary>How many items every supplier offers in full.</summary>
    public int CommonItems => _evaluation.Comparison.OfferedByAll.Count;

    public bool HasTargets => Items.Any(item => item.TargetPrice is not null);

    public bool HasEarlierPrices => _evaluation.EarlierPrices.Count > 0;

    public bool HasLastPrices => _evaluation.LastPrices.Count > 0;

    public int Page { get; }

    /// <summary>Lot by lot; one without a head where there are no lots.</summary>
    public IReadOnlyList<Group> Groups { get; }

    public int Rows => Groups.Sum(group => group.Rows.Count);

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Of all items, not only this page's.</summary>
    public IReadOnlyList<ReasonRow> NeedReasons { get; }

    public IReadOnlyList<RoundItem> Items => _evaluation.Comparison.Items;

    public int Revision => _evaluation.Revision;

    public bool MayPrepare => _evaluation.MayPrepare;

    public string Justification => Award?.Justification ?? "";

    public string? ReasonForRest => "";

    /// <summary>What the approver wanted changed, if it came back.</summary>
    public AwardStep? Returned => Award?.State is AwardState.Returned ? Award.Steps.LastOrDefault(step => step.Act is AwardAct.Returned) : null;

    public Sums Sums => Sums.Of(_evaluation);

    private Award? Award => _evaluation.Award;

    public sealed record Group(LotRow? Lot, IReadOnlyList<Row> Rows);

    /// <summary>One item and what every supplier offers for it.</summary>
    public sealed record Row(RoundItem Item, IReadOnlyList<Cell?> Cells)
    {
        /// <summary>By how much the highest price lies above the best, in per cent; null with less than two prices.</summary>
        public decimal? Spread { get; init; }

        public decimal? Highest { get; init; }

        /// <summary>The next one after the best; null with less than two prices.</summary>
        public decimal? Second { get; init; }

        public LastPrice? Last { get; init; }

        /// <summary>From whom something is chosen that is not among the shown columns.</summary>
        public string ChosenElsewhere { get; init; } = "";

        public bool IsNotBought { get; init; }

        public string Quantity => Shown.Quantity(Item.Quantity, Unit.Scale, Unit.Symbol(Language.Current));

        private Unit Unit => Units.Of(Item.Unit);

        public static Row Of(Evaluation evaluation, RoundItem item, IReadOnlyList<OfferColumn> offers, ComparisonView view)
        {
            var ranked = evaluation.Comparison.For(item.Number);
            return new Row(item, [.. offers.Select(offer => Cell.Of(evaluation, item, offer, view.BasisOf(evaluation, item, offer)))])
            {
                Spread = ranked.Count < 2 ? null : Above(ranked[^1].ComparedPrice, ranked[0].ComparedPrice),
                Highest = ranked.Count < 2 ? null : Rounded(ranked[^1].ComparedPrice),
                Second = ranked.Count < 2 ? null : Rounded(ranked[1].ComparedPrice),
                Last = evaluation.LastPriceOf(item),
                ChosenElsewhere = string.Join(", ", evaluation.Award?.LinesOf(item.Number).Select(line => evaluation.OfferOf(line.SupplierId)).Except(offers).Select(offer => offer.Name) ?? []),
                IsNotBought = evaluation.Award?.NoteOf(item.Number)?.IsNotBought is true,
            };
        }
    }

    /// <summary>What one supplier offers for one item.</summary>
    public sealed record Cell(OfferColumn Offer, decimal Price, bool IsBest)
    {
        /// <summary>Above the price that is compared with, in per cent; null where there is none.</summary>
        public decimal? Above { get; init; }

        /// <summary>So far below the others that the supplier should be asked.</summary>
        public bool IsSuspicious { get; init; }

        /// <summary>As good as the best price, but handed in later.</summary>
        public bool IsTied { get; init; }

        /// <summary>The best one of several equal prices, as it was handed in first.</summary>
        public bool IsEarliest { get; init; }

        /// <summary>In the offer's own currency, where that is another.</summary>
        public decimal? Original { get; init; }

        /// <summary>The same supplier's price in the round before, in the currency of comparison.</summary>
        public decimal? Earlier { get; init; }

        /// <summary>Offered, where it is less than asked.</summary>
        public string? Partial { get; init; }

        public int DaysLater { get; init; }

        public string Substitute { get; init; } = "";

        public string Comment { get; init; } = "";

        public bool IsSubstitute => Substitute.Length > 0;

        public bool HasComment => Comment.Length > 0;

        /// <summary>As much as is offered and asked is chosen.</summary>
        public bool IsChosen { get; init; }

        /// <summary>Chosen, where it is less than could be.</summary>
        public string? Split { get; init; }

        public static Cell? Of(Evaluation evaluation, RoundItem item, OfferColumn offer, decimal? basis)
        {
            if (evaluation.Comparison.For(item.Number, offer.SupplierId) is not { } offered)
            {
                return null;
            }

            var (best, unit) = (evaluation.Comparison.For(item.Number)[0], Units.Of(item.Unit));
            var chosen = evaluation.Award?.LinesOf(item.Number).FirstOrDefault(line => line.SupplierId == offer.SupplierId)?.Quantity;
            var isAll = chosen == Math.Min(item.Quantity, offered.Quote.Quantity);
            var deviation = evaluation.Deviations.GetValueOrDefault((item.Number, offer.OfferId));
            return new Cell(offer, Rounded(offered.ComparedPrice), offered == best)
            {
                Above = basis is { } compared ? ComparisonPage.Above(offered.ComparedPrice, compared) : null,
                Earlier = evaluation.EarlierPriceOf(item, offer) is { } earlier ? Rounded(earlier) : null,
                IsSuspicious = evaluation.Comparison.IsSuspiciouslyLow(offered),
                IsTied = offered != best && offered.ComparedPrice == best.ComparedPrice,
                IsEarliest = offered == best && evaluation.Comparison.IsTied(item.Number),
                Original = offer.Currency == evaluation.Head.Currency ? null : offered.Quote.UnitPrice,
                Partial = offered.Quote.Quantity < item.Quantity ? Shown.Number(offered.Quote.Quantity, unit.Scale) : null,
                DaysLater = deviation?.DeliveryDate is { } date && item.DeliveryDate is { } asked && date > asked ? date.DayNumber - asked.DayNumber : 0,
                Substitute = deviation?.Substitute ?? "",
                Comment = deviation?.Comment ?? "",
                IsChosen = isAll,
                Split = chosen is null || isAll ? null : Shown.Quantity(chosen, unit.Scale, unit.Symbol(Language.Current)),
            };
        }
    }

    /// <summary>One offer over all items.</summary>
    public sealed record Column(OfferColumn Offer, decimal Total, int Offered, bool IsBestComplete, int Chosen, decimal ChosenTotal)
    {
        /// <summary>Over the items that every supplier offers in full.</summary>
        public decimal OfCommon { get; init; }

        /// <summary>With what is missing bought at the best prices of the others.</summary>
        public decimal Completed { get; init; }

        /// <summary>A complete offer so far below the other complete ones that the supplier should be asked.</summary>
        public bool IsSuspicious { get; init; }

        public static Column Of(Evaluation evaluation, OfferColumn offer)
        {
            var lines = evaluation.Award?.Lines.Where(line => line.SupplierId == offer.SupplierId).ToArray() ?? [];
            return new Column(offer, evaluation.Comparison.Total(offer.SupplierId), evaluation.Comparison.By(offer.SupplierId).Count,
                evaluation.Comparison.BestComplete?.SupplierId == offer.SupplierId, lines.Length, lines.Sum(line => line.ComparedAmount))
            {
                OfCommon = evaluation.Comparison.TotalOfCommon(offer.SupplierId),
                Completed = evaluation.Comparison.TotalCompleted(offer.SupplierId),
                IsSuspicious = evaluation.Comparison.IsSuspiciouslyLow(offer.SupplierId),
            };
        }
    }

    /// <summary>An item about which something has to be said.</summary>
    public sealed record ReasonRow(string Item, string Name, string Rule, string Chosen, string Reason)
    {
        public static ReasonRow? Of(Evaluation evaluation, RoundItem item) => evaluation.Award?.WhyReasonIsNeeded(item.Number, evaluation.Comparison) is not { } rule ? null
            : new ReasonRow(item.Number, item.Name, rule,
                string.Join(", ", evaluation.Award.LinesOf(item.Number).Select(line => evaluation.OfferOf(line.SupplierId).Name)),
                evaluation.Award.NoteOf(item.Number)?.Reason ?? "");
    }

    internal static decimal Rounded(decimal price) => decimal.Round(price, 4, MidpointRounding.AwayFromZero);

    internal static decimal Above(decimal price, decimal best) => best == 0 ? 0 : decimal.Round((price - best) / best * 100, 1, MidpointRounding.AwayFromZero);
}

/// <summary>What the decision comes to, as far as it goes.</summary>
/// <param name="Decided">Items that have a choice, or that nobody offers.</param>
/// <param name="Items">All items.</param>
/// <param name="Suppliers">Who gets something.</param>
/// <param name="Total">Without VAT, in the currency of comparison.</param>
/// <param name="AtBestPrices">The same quantities at the best price of each item.</param>
/// <param name="BestComplete">The cheapest offer that has everything; null where none has.</param>
public sealed record Sums(int Decided, int Items, int Suppliers, decimal Total, decimal AtBestPrices, decimal? BestComplete)
{
    public decimal? AboveBestPrices => AtBestPrices == 0 ? null : decimal.Round((Total - AtBestPrices) / AtBestPrices * 100, 2, MidpointRounding.AwayFromZero);

    public decimal? AboveBestComplete => BestComplete is not > 0 || Total == 0 ? null
        : decimal.Round((Total - BestComplete.Value) / BestComplete.Value * 100, 2, MidpointRounding.AwayFromZero);

    public static Sums Of(Evaluation evaluation)
    {
        var (comparison, award) = (evaluation.Comparison, evaluation.Award);
        var decided = comparison.Items.Count(item => award?.IsDecided(item.Number, comparison) ?? comparison.For(item.Number).Count == 0);
        var best = award?.Lines.GroupBy(line => line.ItemNumber).Sum(item => comparison.Cost(comparison.For(item.Key)[0], item.Sum(line => line.Quantity)).Compared) ?? 0;
        return new Sums(decided, comparison.Items.Count, award?.Lines.DistinctBy(line => line.SupplierId).Count() ?? 0, award?.Total ?? 0, best,
            comparison.BestComplete is { } complete ? comparison.Total(complete.SupplierId) : null);
    }

    /// <summary><c>+0,08 %</c>, <c>−2,67 %</c>.</summary>
    public static string WithSign(decimal? percent) => percent is > 0 ? $"+{Shown.Percent(percent)}" : Shown.Percent(percent);
}
