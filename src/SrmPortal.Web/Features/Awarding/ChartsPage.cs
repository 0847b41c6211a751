using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>Bars drawn by the server: each with its name and value, the longest over the whole width. A table beside says the same.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Rows">In their order.</param>
public sealed record Bars(string Title, IReadOnlyList<Bars.Row> Rows)
{
    public const int Width = 380, RowHeight = 34, Widest = 270;

    /// <summary>A mark across all bars; null: none.</summary>
    public decimal? Mark { get; init; }

    public int Height => Rows.Count * RowHeight;

    private decimal Highest => Math.Max(Mark ?? 0, Rows.Select(row => row.Value).DefaultIfEmpty().Max());

    public int LengthOf(decimal value) => Highest <= 0 ? 0 : (int)Math.Max(1, decimal.Round(value / Highest * Widest));

    public sealed record Row(string Name, decimal Value, string Shown)
    {
        public bool IsBest { get; init; }

        /// <summary>What has to be known to read it: not everything is offered.</summary>
        public string Note { get; init; } = "";
    }
}

/// <summary>The sums of the offers, and the prices for one item, as pictures.</summary>
public sealed record ChartsPage(EvaluationHead Head, IReadOnlyList<RoundItem> Items, RoundItem Item)
{
    /// <summary>Offers by their sums, the lowest first.</summary>
    public required IReadOnlyList<(OfferColumn Offer, decimal Total, decimal Completed, int Offered, bool IsBest)> Totals { get; init; }

    /// <summary>The chosen item's prices, the best first.</summary>
    public required IReadOnlyList<(OfferColumn Offer, decimal Price)> Prices { get; init; }

    public required LastPrice? Last { get; init; }

    /// <summary>The first item that somebody offers, unless another is asked for.</summary>
    public static ChartsPage Of(Evaluation evaluation, string? number)
    {
        var comparison = evaluation.Comparison;
        var item = comparison.Item(number ?? "") ?? comparison.Items.FirstOrDefault(one => comparison.For(one.Number).Count > 0) ?? comparison.Items[0];
        return new ChartsPage(evaluation.Head, comparison.Items, item)
        {
            Totals = [.. evaluation.Offers.Select(offer => (offer, comparison.Total(offer.SupplierId), comparison.TotalCompleted(offer.SupplierId), comparison.By(offer.SupplierId).Count,
                comparison.BestComplete?.SupplierId == offer.SupplierId)).OrderBy(one => one.Item3)],
            Prices = [.. comparison.For(item.Number).Select(offered => (evaluation.OfferOf(offered.Contender.SupplierId), ComparisonPage.Rounded(offered.ComparedPrice)))],
            Last = evaluation.LastPriceOf(item),
        };
    }
}
