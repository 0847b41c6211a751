using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>A cell that can't be taken.</summary>
/// <param name="Row">As the sheet counts it.</param>
/// <param name="Place"><c>D7</c>, or row and column of a pasted block.</param>
/// <param name="Text">What it holds.</param>
/// <param name="Rule">Why.</param>
public sealed record CellNotTaken(int Row, string Place, string Text, BrokenRule Rule);

/// <summary>An item that was read, and where.</summary>
public sealed record ReadItem(int Row, ItemToAdd Add);

/// <summary>What a spreadsheet says of items: a row is taken as a whole or not at all.</summary>
public sealed class ReadItems
{
    public List<ReadItem> Items { get; } = [];

    public List<CellNotTaken> NotTaken { get; } = [];

    /// <summary>Hidden by hand or by a filter; read like the others.</summary>
    public int HiddenRows { get; set; }

    public int RowsNotTaken => NotTaken.Select(cell => cell.Row).Distinct().Count();

    /// <summary>What was read, where every cell can be taken.</summary>
    public IReadOnlyList<ItemToAdd> AllOrNothing(string field)
    {
        RuleViolation.ThrowIfAny(NotTaken.Select(cell => new BrokenRule(RoundRules.CellNotUnderstood, field, cell.Place, cell.Text)));
        return [.. Items.Select(one => one.Add)];
    }

    /// <summary>Rows of the same material, by its number.</summary>
    public IEnumerable<IGrouping<string, ReadItem>> Twice => Items.Where(one => one.Add.Item.MaterialNumber.Length > 0)
        .GroupBy(one => Search.Folded(one.Add.Item.MaterialNumber)).Where(same => same.Count() > 1);
}

/// <summary>Reads items out of a spreadsheet or a pasted block, the portal's own or one with the same heads, and names each cell that can't be taken.</summary>
/// <param name="categories">The draft's, by code.</param>
/// <param name="onlyLots">Where no further lot can be made, those that are there.</param>
internal sealed class ItemSheetReader(IReadOnlyDictionary<string, long> categories, IReadOnlyList<RoundLot>? onlyLots)
{
    /// <param name="categories">Codes by key.</param>
    /// <param name="onlyLots">Null: a lot that isn't there is made.</param>
    public static ItemSheetReader Of(IReadOnlyDictionary<long, string> categories, IReadOnlyList<RoundLot>? onlyLots) =>
        new(categories.ToDictionary(one => one.Value, one => one.Key), onlyLots);

    private const int HeadWithin = 20, TextLength = 2000, NameLength = 400, MaterialLength = 40;

    /// <param name="sheets">Of the file.</param>
    /// <param name="field">Of the form, for what is wrong with the whole.</param>
    /// <exception cref="RuleViolation">There is no table of items in it.</exception>
    public ReadItems Read(IReadOnlyList<ReadSheet> sheets, string field)
    {
        var (sheet, headRow, places) = TableIn(sheets) ?? throw new RuleViolation(new BrokenRule(ItemSheetRules.NoTable, field));
        return Read(sheet, headRow, places, field);
    }

    /// <summary>With heads, or without in the order of <see cref="ItemSheet.WithoutHeads"/>.</summary>
    public ReadItems ReadPasted(string pasted, string field)
    {
        var block = PastedBlock.Read(pasted);
        RuleViolation.ThrowIfAny(block.Rows.Count == 0 ? [new(RoundRules.NothingPasted, field)] : []);
        var columns = block.Rows.Max(row => row.Cells.Count);
        return TableIn([block]) is { } table ? Read(table.Sheet, table.HeadRow, table.Places, field)
            : Read(block, 0, ItemSheet.WithoutHeads.Take(columns).Select((name, column) => (name, column)).ToDictionary(one => one.name, one => one.column), field);
    }

    private ReadItems Read(ReadSheet sheet, int headRow, Dictionary<string, int> places, string field)
    {
        var read = new ReadItems();
        foreach (var row in sheet.Rows.Where(row => row.No > headRow && places.Values.Any(column => !row[column].IsEmpty)))
        {
            read.HiddenRows += row.IsHidden ? 1 : 0;
            Take(new ItemSheetRow(sheet, row, places, read), read);
        }

        RuleViolation.ThrowIfAny(read.Items.Count + read.NotTaken.Count == 0 ? [new(ItemSheetRules.NothingInIt, field)] : []);
        RuleViolation.ThrowIfAny(read.Items.Count + read.RowsNotTaken > Round.MostItems ? [new(ItemSheetRules.TooManyRows, field, (decimal)Round.MostItems)] : []);
        return read;
    }

    private static (ReadSheet Sheet, int HeadRow, Dictionary<string, int> Places)? TableIn(IReadOnlyList<ReadSheet> sheets)
    {
        foreach (var sheet in sheets)
        {
            foreach (var row in sheet.Rows.TakeWhile(row => row.No <= HeadWithin))
            {
                Dictionary<string, int> places = [];
                foreach (var (column, cell) in row.Cells.OrderBy(cell => cell.Key))
                {
                    if (ItemSheet.Columns.FirstOrDefault(one => one.IsHead(cell.Text)) is { } known)
                    {
                        places.TryAdd(known.Field, column);
                    }
                }

                if (places.ContainsKey(nameof(RoundItem.Name)) && (places.ContainsKey(nameof(RoundItem.Quantity)) || places.ContainsKey(nameof(RoundItem.Unit))))
                {
                    return (sheet, row.No, places);
                }
            }
        }

        return null;
    }

    private void Take(ItemSheetRow row, ReadItems read)
    {
        var name = row.Line(nameof(RoundItem.Name), NameLength);
        if (name.Length == 0 && row.IsSound)
        {
            row.Refuse(nameof(RoundItem.Name), ItemSheetRules.NoName);
        }

        var item = new RoundItem("", name, row.Number(nameof(RoundItem.Quantity), OfferEntry.QuantityScale, OfferEntry.MaxQuantity) ?? 0, UnitOf(row))
        {
            MaterialNumber = row.Line(nameof(RoundItem.MaterialNumber), MaterialLength),
            FullName = row.Text(nameof(RoundItem.FullName), TextLength) ?? "",
            Comment = row.Text(nameof(RoundItem.Comment), TextLength) ?? "",
            CategoryId = CategoryOf(row),
            PriceUnit = PriceUnitOf(row),
            DeliveryDate = row.Date(nameof(RoundItem.DeliveryDate)),
            DeliveryPlace = row.Line(nameof(RoundItem.DeliveryPlace), NameLength),
            TargetPrice = row.Number(nameof(RoundItem.TargetPrice), OfferEntry.PriceScale, OfferEntry.MaxPrice),
        };
        var lot = row.Line(nameof(RoundItem.Lot), RoundLot.TitleLength);
        if (lot.Length > 0 && onlyLots is not null && Round.FindLot(lot, onlyLots) is null)
        {
            row.Refuse(nameof(RoundItem.Lot), RoundRules.NoSuchLot, lot);
        }

        if (row.IsSound)
        {
            read.Items.Add(new ReadItem(row.No, new ItemToAdd(item, lot)));
        }
    }

    /// <summary>A sheet without units counts pieces; where one has been forgotten it is left to be chosen.</summary>
    private static string UnitOf(ItemSheetRow row)
    {
        if (!row.IsThere(nameof(RoundItem.Unit)))
        {
            return row.Has(nameof(RoundItem.Unit)) ? "" : "pcs";
        }

        var written = row[nameof(RoundItem.Unit)].Text;
        if (Units.Find(written) is { } unit)
        {
            return unit.Code;
        }

        row.Refuse(nameof(RoundItem.Unit), ItemSheetRules.UnitUnknown, written, string.Join(", ", Units.All.Select(one => one.Symbol(Infrastructure.Language.Current))));
        return "";
    }

    private static int PriceUnitOf(ItemSheetRow row)
    {
        if (row.Number(nameof(RoundItem.PriceUnit), 0, 1_000_000) is not { } per)
        {
            return 1;
        }

        if (!RoundItem.PriceUnits.Any(one => one == per))
        {
            row.Refuse(nameof(RoundItem.PriceUnit), ItemSheetRules.PriceUnitUnknown);
        }

        return (int)per;
    }

    private long? CategoryOf(ItemSheetRow row)
    {
        var code = row.Line(ItemSheet.Category, NameLength);
        if (code.Length == 0)
        {
            return null;
        }

        if (categories.TryGetValue(code, out var category))
        {
            return category;
        }

        row.Refuse(ItemSheet.Category, ItemSheetRules.CategoryUnknown, code);
        return null;
    }
}

/// <summary>A row of items while it is read.</summary>
internal sealed class ItemSheetRow(ReadSheet sheet, ReadRow row, IReadOnlyDictionary<string, int> places, ReadItems read) : SheetRow(sheet, row, places)
{
    private readonly string _place = row[0].Address;

    /// <summary>Text on one line; empty where there is none.</summary>
    public string Line(string field, int longest) => Infrastructure.Typed.Line(Text(field, longest));

    protected override void Remember(string field, ReadCell cell, BrokenRule rule) =>
        read.NotTaken.Add(new CellNotTaken(No, cell.Address.Length > 0 ? cell.Address : _place, cell.Text.Length > 60 ? cell.Text[..60] + "…" : cell.Text, rule));
}
