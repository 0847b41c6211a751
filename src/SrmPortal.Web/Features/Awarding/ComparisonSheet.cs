using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>The whole comparison as a workbook: prices, sums, terms, answers. Numbers are numbers; a text that begins like a formula stays a text.</summary>
public sealed class ComparisonSheet(IStringLocalizer<Texts> texts, Offers.OfferWords words)
{
    public byte[] Write(Evaluation evaluation, AnswersPage answers, TermsPage terms) => SpreadsheetWriter.Write(Prices(evaluation), Totals(evaluation), Terms(terms), Answers(answers));

    /// <summary>A row for each item; two columns for each supplier: price and quantity.</summary>
    private WrittenSheet Prices(Evaluation evaluation) => new(texts["Prices"],
    [
        new("№", 8), new(texts["Item"], 40), new(texts["Material"], 14), new(texts["Asked"], 12), new(texts["Unit"], 9), new(texts["Price is for"], 10),
        new(texts["Target, {0}", evaluation.Head.Currency], 14), new(texts["Last price, {0}", evaluation.Head.Currency], 14), new(texts["Best price, {0}", evaluation.Head.Currency], 14),
        new(texts["Best supplier"], 28), new(texts["Second price, {0}", evaluation.Head.Currency], 14), new(texts["Highest price, {0}", evaluation.Head.Currency], 14),
        .. evaluation.Offers.SelectMany(offer => new SheetColumn[]
        {
            new($"{offer.Name}: {texts["price, {0}", evaluation.Head.Currency].Value}", 18), new($"{offer.Name}: {texts["quantity"].Value}", 14), new($"{offer.Name}: {texts["Remarks"].Value}", 24),
        }),
    ], evaluation.Comparison.Items.Select(item => (IReadOnlyList<WrittenCell>)
    [
        WrittenCell.Text(item.Number), WrittenCell.Text(item.Name), WrittenCell.Text(item.MaterialNumber), WrittenCell.Number(item.Quantity, Units.Of(item.Unit).Scale),
        WrittenCell.Text(Units.Of(item.Unit).Symbol(Language.Current)), WrittenCell.Number(item.PriceUnit), WrittenCell.Number(item.TargetPrice, 2), Price(evaluation.LastPriceOf(item)?.For(item)),
        .. BestOf(evaluation, item.Number),
        .. evaluation.Offers.SelectMany(offer => Cells(evaluation, item, offer)),
    ]));

    private static IEnumerable<WrittenCell> BestOf(Evaluation evaluation, string item)
    {
        var ranked = evaluation.Comparison.For(item);
        return ranked.Count == 0 ? Enumerable.Repeat(WrittenCell.Empty, 4)
            : [Price(ranked[0].ComparedPrice), WrittenCell.Text(evaluation.OfferOf(ranked[0].Contender.SupplierId).Name), Price(ranked.ElementAtOrDefault(1)?.ComparedPrice), Price(ranked[^1].ComparedPrice)];
    }

    private IEnumerable<WrittenCell> Cells(Evaluation evaluation, Domain.Sourcing.RoundItem item, OfferColumn offer) =>
        ComparisonPage.Cell.Of(evaluation, item, offer, null) is not { } cell ? Enumerable.Repeat(WrittenCell.Empty, 3)
            : [Price(cell.Price), WrittenCell.Number(evaluation.Comparison.For(item.Number, offer.SupplierId)?.Quote.Quantity, Units.Of(item.Unit).Scale), WrittenCell.Text(string.Join("; ", Remarks(cell)))];

    private IEnumerable<string> Remarks(ComparisonPage.Cell cell)
    {
        if (cell.Original is { } original)
        {
            yield return Shown.UnitPrice(original, cell.Offer.Currency);
        }

        if (cell.IsSuspicious)
        {
            yield return texts["unusually low"];
        }

        if (cell.IsSubstitute)
        {
            yield return texts["Substitute: {0}", cell.Substitute];
        }

        if (cell.DaysLater > 0)
        {
            yield return Plural.Of(cell.DaysLater, texts["{0} day later|{0} days later"]);
        }

        if (cell.HasComment)
        {
            yield return cell.Comment;
        }

        if (cell.IsChosen || cell.Split is not null)
        {
            yield return texts["chosen: {0}", cell.Split ?? texts["all"].Value];
        }
    }

    private WrittenSheet Totals(Evaluation evaluation) => new(texts["Sums"],
    [
        new(texts["Supplier"], 34), new(texts["Offer’s currency"], 12), new(texts["Items offered"], 12), new(texts["Offer without VAT, {0}", evaluation.Head.Currency], 22),
        new(texts["Over items that all offer ({0})", evaluation.Comparison.OfferedByAll.Count], 24), new(texts["Completed at the best prices of others"], 26), new(texts["Chosen from this supplier"], 22),
    ], evaluation.Offers.Select(offer => ComparisonPage.Column.Of(evaluation, offer)).Select(column => (IReadOnlyList<WrittenCell>)
    [
        WrittenCell.Text(column.Offer.Name), WrittenCell.Text(column.Offer.Currency), WrittenCell.Number(column.Offered), WrittenCell.Number(column.Total, 2),
        WrittenCell.Number(column.OfCommon, 2), WrittenCell.Number(column.Completed, 2), WrittenCell.Number(column.ChosenTotal, 2),
    ]));

    private WrittenSheet Terms(TermsPage terms) => new(texts["Terms"],
        [new(texts["Term, as asked for"], 28), new(texts["Asked"], 34), .. terms.Offers.Select(offer => new SheetColumn(offer.Name, 34))],
        terms.Rows(texts).Select(row => (IReadOnlyList<WrittenCell>)[WrittenCell.Text(row.Name), WrittenCell.Text(row.Asked), .. row.Said.Select(WrittenCell.Text)]));

    private WrittenSheet Answers(AnswersPage answers) => new(texts["Answers"],
        [new("№", 6), new(texts["Question"], 50), .. answers.Offers.Select(offer => new SheetColumn(offer.Name, 34))],
        answers.Rows.Select(row => (IReadOnlyList<WrittenCell>)[WrittenCell.Number(row.Question.No), WrittenCell.Text(row.Question.Text), .. row.Answers.Select(answer => WrittenCell.Text(answer is null ? "" : words.Of(answer, row.Question)))]));

    private static WrittenCell Price(decimal? price) => WrittenCell.Number(price is { } value ? ComparisonPage.Rounded(value) : null, 2);
}
