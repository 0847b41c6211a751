using System.Globalization;
using System.Text.RegularExpressions;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Offers;

/// <summary>
/// Reads prices out of a spreadsheet, the portal's own or one with the same heads. An empty cell changes nothing; a cell that can't be
/// read is named by its address, and its line stays as it is.
/// </summary>
internal sealed partial class OfferSheetReader(Round round, OfferContent was, IReadOnlyList<VatCategory> categories, OfferBefore? before)
{
    private const int HeadWithin = 20;

    /// <exception cref="RuleViolation">It is not a file of this event, or no table.</exception>
    public NewPrices Read(IReadOnlyList<ReadSheet> sheets)
    {
        var (sheet, head, places) = TableIn(sheets) ?? throw Refused(SheetRules.NoTable);
        RefuseOthers(sheet, head[places[nameof(OfferEntry.UnitPrice)]].Text);
        var prices = new NewPrices(round, was, before);
        Dictionary<string, string> seen = [];
        foreach (var row in sheet.Rows.Where(row => row.No > head.No && Holds(row, places)))
        {
            prices.HiddenRows += row.IsHidden ? 1 : 0;
            Take(new OfferSheetRow(sheet, row, places, prices), seen);
        }

        return prices;
    }

    private static bool Holds(ReadRow row, Dictionary<string, int> places) =>
        places.Any(place => (OfferSheet.Filled.Contains(place.Key) || place.Key == OfferSheet.Number) && !row[place.Value].IsEmpty);

    private static (ReadSheet Sheet, ReadRow Head, Dictionary<string, int> Places)? TableIn(IReadOnlyList<ReadSheet> sheets)
    {
        foreach (var sheet in sheets)
        {
            foreach (var row in sheet.Rows.TakeWhile(row => row.No <= HeadWithin))
            {
                Dictionary<string, int> places = [];
                foreach (var (column, cell) in row.Cells.OrderBy(cell => cell.Key))
                {
                    if (OfferSheet.Columns.FirstOrDefault(one => one.IsHead(cell.Text)) is { } known)
                    {
                        places.TryAdd(known.Field, column);
                    }
                }

                if (places.ContainsKey(OfferSheet.Number) && places.ContainsKey(nameof(OfferEntry.UnitPrice)))
                {
                    return (sheet, row, places);
                }
            }
        }

        return null;
    }

    private void RefuseOthers(ReadSheet sheet, string priceHead)
    {
        if (EventTab().IsMatch(sheet.Name) && sheet.Name != OfferSheet.TabOf(round))
        {
            throw Refused(SheetRules.OtherEvent, sheet.Name.Replace('-', '/'));
        }

        if (HeadCurrency().Match(priceHead) is { Success: true } currency && currency.Groups[1].Value != was.Currency)
        {
            throw Refused(SheetRules.OtherCurrency, currency.Groups[1].Value, was.Currency);
        }
    }

    private static RuleViolation Refused(string rule, params object[] values) => new(new BrokenRule(rule, PricesForm.FileField, values));

    private void Take(OfferSheetRow row, Dictionary<string, string> seen)
    {
        if (ItemOf(row, seen) is not { } item)
        {
            return;
        }

        var now = row.Prices.LineOf(item.Number);
        Compare(row, item);
        var price = row.Number(nameof(now.UnitPrice), OfferEntry.PriceScale, OfferEntry.MaxPrice) ?? now.UnitPrice;
        var quantity = row.Number(nameof(now.Quantity), OfferEntry.QuantityScale, OfferEntry.MaxQuantity) ?? now.Quantity;
        // The zero of a line that was not offered goes with its zero price.
        quantity = now.IsNotOffered && price > 0 && quantity == 0 ? item.Quantity : quantity;
        Limit(row, item, quantity, price);
        var line = new OfferEntry(item.Number, quantity, price)
        {
            Vat = VatOf(row, now.Vat),
            DeliveryDate = row.Date(nameof(now.DeliveryDate)) ?? now.DeliveryDate,
            Substitute = Substitute(row) ?? now.Substitute,
            Comment = row.Text(nameof(now.Comment), OfferEntry.TextLength) ?? now.Comment,
        };
        if (row.IsSound)
        {
            row.Prices.Take(line, row.AddressOf);
        }
    }

    private static RoundItem? ItemOf(OfferSheetRow row, Dictionary<string, string> seen)
    {
        var cell = row[OfferSheet.Number];
        var number = cell.Text.Length is > 0 and < 4 && cell.Text.All(char.IsAsciiDigit) ? cell.Text.PadLeft(4, '0') : cell.Text;
        if (row.Prices.ItemOf(number) is not { } item)
        {
            row.Refuse(OfferSheet.Number, number.Length == 0 ? SheetRules.NoLine : SheetRules.NoSuchLine, number.Length > 40 ? number[..40] : number);
            return null;
        }

        row.ItemNumber = number;
        if (!seen.TryAdd(number, cell.Address))
        {
            row.Refuse(OfferSheet.Number, SheetRules.LineTwice, number, seen[number]);
            return null;
        }

        return item;
    }

    /// <summary>A file that speaks of another thing, in another unit or for another number of them, would put the price a thousand times wrong.</summary>
    private static void Compare(OfferSheetRow row, RoundItem item)
    {
        if (row[OfferSheet.Material].Text is { Length: > 0 } material && item.MaterialNumber.Length > 0 && Search.Folded(material) != Search.Folded(item.MaterialNumber))
        {
            row.Refuse(OfferSheet.Material, SheetRules.OtherMaterial, item.MaterialNumber);
        }

        var unit = Units.Of(item.Unit);
        if (row[OfferSheet.Unit].Text.TrimEnd('.') is { Length: > 0 } said
            && !new[] { unit.Code, unit.Russian, unit.English }.Any(one => Search.Folded(one) == Search.Folded(said)))
        {
            row.Refuse(OfferSheet.Unit, SheetRules.OtherUnit, said, unit.Symbol(Language.Current));
        }

        if (row[OfferSheet.PriceUnit] is { IsEmpty: false } per && per.Text != item.PriceUnit.ToString(CultureInfo.InvariantCulture))
        {
            row.Refuse(OfferSheet.PriceUnit, SheetRules.OtherPriceUnit, per.Text, item.PriceUnit);
        }
    }

    private void Limit(OfferSheetRow row, RoundItem item, decimal? quantity, decimal? price)
    {
        if (quantity is not > 0 || price == 0 || row[nameof(OfferEntry.Quantity)].IsEmpty)
        {
            return;
        }

        if (quantity > item.Quantity)
        {
            row.Refuse(nameof(OfferEntry.Quantity), SheetRules.QuantityTooLarge, OfferWords.Quantity(quantity.Value, Units.Of(item.Unit)), OfferWords.Quantity(item.Quantity, Units.Of(item.Unit)));
        }
        else if (quantity != item.Quantity && !round.AllowsPartialQuantities)
        {
            row.Refuse(nameof(OfferEntry.Quantity), SheetRules.QuantityNotAsAsked, OfferWords.Quantity(item.Quantity, Units.Of(item.Unit)));
        }
    }

    private string? Substitute(OfferSheetRow row)
    {
        var text = row.Text(nameof(OfferEntry.Substitute), OfferEntry.TextLength);
        if (text is not null && !round.AllowsSubstitutes)
        {
            row.Refuse(nameof(OfferEntry.Substitute), SheetRules.NoSubstitutes);
        }

        return text;
    }

    /// <summary>By its words in either language, its code, or the rate: <c>22 %</c>, <c>22</c>, and <c>0.22</c> of a cell that shows percents.</summary>
    private Vat? VatOf(OfferSheetRow row, Vat? now)
    {
        if (!row.IsThere(nameof(OfferEntry.Vat)))
        {
            return now;
        }

        static string Plain(string text) => Search.Folded(text).Replace(" ", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        var cell = row[nameof(OfferEntry.Vat)];
        var known = cell.Number is { } number
            ? categories.FirstOrDefault(category => category.Percent == number || (number is > 0 and < 1 && category.Percent == number * 100))
            : categories.FirstOrDefault(category => new[] { category.Label, category.LabelRu, category.Code }.Any(name => Plain(name) == Plain(cell.Text)));
        if (known is null)
        {
            row.Refuse(nameof(OfferEntry.Vat), SheetRules.NoSuchVat, string.Join(" · ", categories.Select(OfferSheet.LabelOf)));
            return now;
        }

        return known.Code == was.Vat?.Category ? null : new Vat(known.Code, known.Percent);
    }

    [GeneratedRegex(@"^[0-9P][0-9]{7}-[0-9]+$")]
    private static partial Regex EventTab();

    [GeneratedRegex(@",\s*([A-Z]{3})$")]
    private static partial Regex HeadCurrency();
}
