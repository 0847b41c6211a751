using System.Globalization;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>A column of the sheet of items: its heads in both languages and as other programs call it, found whatever their order.</summary>
/// <param name="Field">In the words of the item.</param>
/// <param name="Ru">Its Russian head.</param>
/// <param name="En">Its English head.</param>
/// <param name="Width">In characters.</param>
/// <param name="Others">Further heads.</param>
internal sealed record ItemSheetColumn(string Field, string Ru, string En, double Width, params string[] Others)
{
    public string Head => Language.IsRussian ? Ru : En;

    /// <summary>What follows a comma, a unit or a currency, is not compared.</summary>
    public bool IsHead(string text) => Plain(text) is { Length: > 0 } plain && Others.Append(Ru).Append(En).Any(head => Plain(head) == plain);

    private static string Plain(string head) => string.Concat(Search.Folded(head.Split(',')[0]).Where(char.IsLetterOrDigit));
}

/// <summary>The items of a draft as a spreadsheet: empty to be filled, or with those that are there to be changed outside.</summary>
internal static class ItemSheet
{
    public const string Category = nameof(Category);

    private const int RowsToFill = 300;

    public static readonly IReadOnlyList<ItemSheetColumn> Columns =
    [
        new(nameof(RoundItem.Lot), "Лот", "Lot", 22),
        new(nameof(RoundItem.MaterialNumber), "Материал", "Material", 14, "Номер материала", "Код материала", "Material number", "Код"),
        new(nameof(RoundItem.Name), "Наименование", "Name", 46, "Краткое наименование", "Позиция", "Наименование МТР", "Short name", "Item"),
        new(nameof(RoundItem.Quantity), "Количество", "Quantity", 14, "Кол-во", "Qty"),
        new(nameof(RoundItem.Unit), "Единица", "Unit", 10, "Ед. изм.", "Ед.", "ЕИ", "Единица измерения", "UoM"),
        new(nameof(RoundItem.PriceUnit), "Цена за", "Price is for", 10),
        new(nameof(RoundItem.DeliveryDate), "Требуется к", "Needed by", 14, "Срок поставки", "Дата поставки", "Delivery date"),
        new(nameof(RoundItem.DeliveryPlace), "Место поставки", "Place of delivery", 28),
        new(nameof(RoundItem.TargetPrice), "Ориентир без НДС", "Target price without VAT", 18, "Ориентир", "Плановая цена", "Target", "Target price"),
        new(Category, "Категория", "Category", 14),
        new(nameof(RoundItem.FullName), "Полное наименование", "Full name", 46),
        new(nameof(RoundItem.Comment), "Комментарий", "Comment", 30, "Примечание"),
    ];

    /// <summary>What a pasted block without heads holds.</summary>
    public static readonly IReadOnlyList<string> WithoutHeads =
        [nameof(RoundItem.Name), nameof(RoundItem.Quantity), nameof(RoundItem.Unit), nameof(RoundItem.DeliveryDate), nameof(RoundItem.TargetPrice)];

    public static byte[] Write(Round round, IReadOnlyDictionary<long, string> categories, bool isEmpty, IEnumerable<string> hints) => SpreadsheetWriter.Write(
        new WrittenSheet(Language.IsRussian ? "Позиции" : "Items", [.. Columns.Select(Column)],
            isEmpty ? [] : round.ItemsInOrder().Select(item => Columns.Select(column => Cell(column.Field, item, round, categories)).ToArray()))
        { RowsToFill = isEmpty ? RowsToFill : 0 },
        new WrittenSheet(Language.IsRussian ? "Как заполнять" : "How to fill it", [new SheetColumn($"{round.Name} {round.Title}", 110)],
            hints.Select(hint => new[] { WrittenCell.Text(hint) })));

    /// <summary>As it is read again by a reader of the same language: what was looked at is what is added.</summary>
    public static string AsBlock(IEnumerable<ItemToAdd> items, IReadOnlyDictionary<long, string> categories) =>
        PastedBlock.Write([Columns.Select(column => column.Head), .. items.Select(one => Columns.Select(column => Text(column.Field, one, categories)))]);

    private static SheetColumn Column(ItemSheetColumn column) => new(column.Head, column.Width)
    {
        Choices = column.Field switch
        {
            nameof(RoundItem.Unit) => [.. Units.All.Select(unit => unit.Symbol(Language.Current))],
            nameof(RoundItem.PriceUnit) => [.. RoundItem.PriceUnits.Select(one => one.ToString(CultureInfo.InvariantCulture))],
            _ => [],
        },
    };

    private static WrittenCell Cell(string field, RoundItem item, Round round, IReadOnlyDictionary<long, string> categories) => field switch
    {
        nameof(RoundItem.Quantity) => WrittenCell.NumberToFill(item.Quantity > 0 ? item.Quantity : null, Units.Of(item.Unit).Scale),
        nameof(RoundItem.PriceUnit) => WrittenCell.Number(item.PriceUnit),
        nameof(RoundItem.TargetPrice) => WrittenCell.NumberToFill(item.TargetPrice, 2),
        nameof(RoundItem.DeliveryDate) => WrittenCell.DateToFill(item.DeliveryDate),
        _ => WrittenCell.Text(Text(field, new ItemToAdd(item, round.LotOf(item)?.Title ?? ""), categories)),
    };

    private static string Text(string field, ItemToAdd one, IReadOnlyDictionary<long, string> categories) => field switch
    {
        nameof(RoundItem.Lot) => one.Lot,
        nameof(RoundItem.MaterialNumber) => one.Item.MaterialNumber,
        nameof(RoundItem.Name) => one.Item.Name,
        nameof(RoundItem.Quantity) => one.Item.Quantity > 0 ? one.Item.Quantity.ToString("0.###", CultureInfo.CurrentCulture) : "",
        nameof(RoundItem.Unit) => Units.Knows(one.Item.Unit) ? Units.Of(one.Item.Unit).Symbol(Language.Current) : "",
        nameof(RoundItem.PriceUnit) => one.Item.PriceUnit.ToString(CultureInfo.InvariantCulture),
        nameof(RoundItem.DeliveryDate) => one.Item.DeliveryDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        nameof(RoundItem.DeliveryPlace) => one.Item.DeliveryPlace,
        nameof(RoundItem.TargetPrice) => one.Item.TargetPrice?.ToString("0.####", CultureInfo.CurrentCulture) ?? "",
        Category => one.Item.CategoryId is { } category ? categories.GetValueOrDefault(category, "") : "",
        nameof(RoundItem.FullName) => one.Item.FullName,
        nameof(RoundItem.Comment) => one.Item.Comment,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
