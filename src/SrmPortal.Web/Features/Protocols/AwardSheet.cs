using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Protocols;

/// <summary>A decision as a workbook: a row for each line that is bought, numbers as numbers and days as days.</summary>
internal sealed class AwardSheet(IStringLocalizer<Texts> texts)
{
    public byte[] Write(AwardData data) => SpreadsheetWriter.Write(Lines(data), NotBought(data), About(data));

    private WrittenSheet Lines(AwardData data) => new(texts["Lines"],
    [
        new(texts["Supplier’s number"], 14), new(texts["Supplier"], 32), new(texts["Tax number"], 16), new(texts["KPP"], 12), new(texts["Country"], 9), new(texts["Line"], 8), new(texts["Material"], 16),
        new(texts["Name"], 40), new(texts["Unit"], 9), new(texts["OKEI"], 8), new(texts["Quantity"], 14), new(texts["Price without VAT"], 16), new(texts["Price is for"], 10), new(texts["Currency"], 10),
        new(texts["Amount without VAT"], 18), new(texts["Without VAT, {0}", data.Event.Currency], 18), new(texts["VAT, %"], 9), new(texts["Delivery, asked"], 13), new(texts["Delivery, offered"], 13),
        new(texts["Place of delivery"], 26), new("Incoterms", 26), new(texts["Substitute"], 26), new(texts["Receipt"], 14), new(texts["Why"], 40),
    ], data.Suppliers.SelectMany(supplier => supplier.Lines, (supplier, line) => (IReadOnlyList<WrittenCell>)
    [
        WrittenCell.Text(supplier.Number), WrittenCell.Text(supplier.Name), WrittenCell.Text(supplier.TaxNumber), WrittenCell.Text(supplier.Kpp), WrittenCell.Text(supplier.Country),
        WrittenCell.Text(line.Item), WrittenCell.Text(line.Material), WrittenCell.Text(line.Name), WrittenCell.Text(Units.Of(line.Unit).Symbol(Language.Current)), WrittenCell.Text(line.Okei),
        WrittenCell.Number(line.Quantity, Units.Of(line.Unit).Scale), WrittenCell.Number(line.UnitPrice, 2), WrittenCell.Number(line.PriceUnit), WrittenCell.Text(supplier.Currency),
        WrittenCell.Number(line.Amount, 2), WrittenCell.Number(line.AmountCompared, 2), WrittenCell.Number(line.VatPercent), WrittenCell.Date(line.AskedDelivery), WrittenCell.Date(line.Delivery),
        WrittenCell.Text(line.DeliveryPlace), WrittenCell.Text(supplier.Incoterms is { } terms ? $"{terms.Rule} {terms.Place} ({terms.Edition})" : ""), WrittenCell.Text(line.Substitute),
        WrittenCell.Text(supplier.Receipt), WrittenCell.Text(line.Reason),
    ]));

    private WrittenSheet NotBought(AwardData data) => new(texts["What is not bought"],
        [new(texts["Line"], 8), new(texts["Material"], 16), new(texts["Name"], 40), new(texts["Quantity"], 14), new(texts["Unit"], 9), new(texts["Why"], 60)],
        data.NotBought.Select(row => (IReadOnlyList<WrittenCell>)
        [
            WrittenCell.Text(row.Item), WrittenCell.Text(row.Material), WrittenCell.Text(row.Name), WrittenCell.Number(row.Asked, Units.Of(row.Unit).Scale),
            WrittenCell.Text(Units.Of(row.Unit).Symbol(Language.Current)), WrittenCell.Text(row.Reason ?? texts["Nobody offers it."].Value),
        ]));

    private WrittenSheet About(AwardData data)
    {
        (string Name, WrittenCell Value)[] rows =
        [
            (texts["Event"], WrittenCell.Text(data.Event.Round)), (texts["Kind"], WrittenCell.Text(EventWords.Kind(data.Event.Kind))), (texts["Name"], WrittenCell.Text(data.Event.Title)),
            (texts["Customer"], WrittenCell.Text($"{data.Event.Company}, {data.Event.Site}")), (texts["Responsible buyer"], WrittenCell.Text(data.Event.Buyer)),
            (texts["Currency"], WrittenCell.Text(data.Event.Currency)), (texts["Total without VAT"], WrittenCell.Number(data.Decision.Total, 2)),
            (texts["Decided"], WrittenCell.Text($"{Shown.Instant(data.Decision.At)} {data.Decision.DecidedBy}")), (texts["Approved"], WrittenCell.Text(data.Decision.ApprovedBy)),
            (texts["Grounds"], WrittenCell.Text(data.Decision.Justification)), (texts["Protocol"], WrittenCell.Text($"№ {data.Decision.ProtocolNo}, SHA-256 {data.Decision.ProtocolSha256}")),
            .. data.Event.Rates.Select(rate => (texts["Published rate"].Value, WrittenCell.Text(EventWords.Rate(rate, data.Event.Currency)))),
        ];
        return new WrittenSheet(texts["Decision"], [new("", 26), new("", 70)], rows.Select(row => (IReadOnlyList<WrittenCell>)[WrittenCell.Text(row.Name), row.Value]));
    }
}
