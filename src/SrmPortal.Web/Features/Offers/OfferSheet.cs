using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Offers;

/// <summary>A column of the sheet of prices: its heads in both languages, found whatever their order.</summary>
/// <param name="Field">In the words of the form, or of the item.</param>
/// <param name="Ru">Its Russian head.</param>
/// <param name="En">Its English head.</param>
/// <param name="Width">In characters.</param>
internal sealed record OfferSheetColumn(string Field, string Ru, string En, double Width)
{
    /// <summary>Whether the supplier fills it; the others are only compared.</summary>
    public bool IsFilled => OfferSheet.Filled.Contains(Field);

    public string Head => Language.IsRussian ? Ru : En;

    /// <summary>The price's head ends in its currency.</summary>
    public bool IsHead(string text) => Search.Folded(text) is var folded && new[] { Ru, En }.Select(Search.Folded)
        .Any(head => folded == head || (Field == nameof(OfferEntry.UnitPrice) && folded.StartsWith(head + ",", StringComparison.Ordinal)));
}

/// <summary>
/// The lines of an offer as a spreadsheet: what is asked for is locked, what the supplier enters is not. Its tab is the event's number,
/// so that a file of another event is known.
/// </summary>
internal static class OfferSheet
{
    public const string Number = nameof(Number), Lot = nameof(Lot), Material = nameof(Material), Name = nameof(Name), Unit = nameof(Unit),
        Asked = nameof(Asked), PriceUnit = nameof(PriceUnit), AskedBy = nameof(AskedBy);

    public static readonly IReadOnlySet<string> Filled = new HashSet<string>
    {
        nameof(OfferEntry.Quantity), nameof(OfferEntry.UnitPrice), nameof(OfferEntry.Vat), nameof(OfferEntry.DeliveryDate),
        nameof(OfferEntry.Substitute), nameof(OfferEntry.Comment),
    };

    public static readonly IReadOnlyList<OfferSheetColumn> Columns =
    [
        new(Number, "№", "No.", 8),
        new(Lot, "Лот", "Lot", 22),
        new(Material, "Материал", "Material", 14),
        new(Name, "Позиция", "Item", 46),
        new(Unit, "Единица", "Unit", 9),
        new(nameof(OfferEntry.Quantity), "Количество в предложении", "Quantity offered", 16),
        new(nameof(OfferEntry.UnitPrice), "Цена без НДС", "Price without VAT", 18),
        new(nameof(OfferEntry.Vat), "НДС строки", "VAT of the line", 16),
        new(nameof(OfferEntry.DeliveryDate), "Дата поставки", "Delivery date", 14),
        new(nameof(OfferEntry.Substitute), "Аналог", "Substitute", 30),
        new(nameof(OfferEntry.Comment), "Комментарий", "Comment", 30),
        new(Asked, "Требуется", "Asked for", 14),
        new(PriceUnit, "Цена за", "Price is for", 10),
        new(AskedBy, "Требуется к", "Asked by", 14),
    ];

    /// <summary>A tab's name may hold no slash.</summary>
    public static string TabOf(Round round) => round.Name.Replace('/', '-');

    /// <summary>A choice may hold no comma.</summary>
    public static string LabelOf(VatCategory category) => OfferWords.Of(category).Replace(",", "", StringComparison.Ordinal);

    public static byte[] Write(OfferPage page, IEnumerable<string> hints) => SpreadsheetWriter.Write(
        new WrittenSheet(TabOf(page.Round), [.. ColumnsOf(page.Round).Select(column => Column(column, page))], page.AllLines.Select(line => Cells(line, page))) { IsProtected = true },
        new WrittenSheet(Language.IsRussian ? "Как заполнять" : "How to fill it", [new SheetColumn($"{page.Round.Name} {page.Round.Title}", 110)],
            hints.Select(hint => new[] { WrittenCell.Text(hint) }))
        { IsProtected = true });

    /// <summary>Without lots nothing is said of them.</summary>
    private static IEnumerable<OfferSheetColumn> ColumnsOf(Round round) => Columns.Where(column => column.Field != Lot || round.HasLots);

    private static SheetColumn Column(OfferSheetColumn column, OfferPage page) =>
        new(column.Field == nameof(OfferEntry.UnitPrice) ? $"{column.Head}, {page.Currency}" : column.Head, column.Width)
        {
            IsUnlocked = column.IsFilled,
            Choices = column.Field == nameof(OfferEntry.Vat) ? [.. page.Submission.VatCategories.Select(LabelOf)] : [],
        };

    private static WrittenCell[] Cells(OfferPage.Line line, OfferPage page) =>
    [
        WrittenCell.Text(line.ItemNumber),
        .. page.Round.HasLots ? [WrittenCell.Text(page.Round.LotOf(line.Item) is { } lot ? EventWords.Of(lot) : "")] : Array.Empty<WrittenCell>(),
        WrittenCell.Text(line.Item.MaterialNumber),
        WrittenCell.Text(line.Item.Name),
        WrittenCell.Text(line.Unit.Symbol(Language.Current)),
        WrittenCell.NumberToFill(line.Quantity, line.Unit.Scale),
        WrittenCell.NumberToFill(line.UnitPrice, 2),
        WrittenCell.Text(page.Submission.VatCategories.FirstOrDefault(category => category.Code == line.Vat) is { } vat ? LabelOf(vat) : ""),
        WrittenCell.DateToFill(line.DeliveryDate),
        WrittenCell.Text(line.Substitute),
        WrittenCell.Text(line.Comment),
        WrittenCell.Number(line.Item.Quantity, line.Unit.Scale),
        WrittenCell.Number(line.Item.PriceUnit),
        WrittenCell.Date(line.Item.DeliveryDate),
    ];
}
