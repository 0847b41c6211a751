using System.Globalization;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>Items of a draft that come many at a time, out of a spreadsheet.</summary>
public sealed partial class Round
{
    /// <summary>Forms and pages are made for so many.</summary>
    public const int MostItems = 2000;

    /// <summary>Numbers have four digits.</summary>
    private const int LastNumber = 9999;

    public string NextItemNumber => Numbered(HighestLine(Items) + 1);

    /// <summary>In their order each takes the next number. A lot that isn't there yet is made.</summary>
    /// <param name="items">As they were read.</param>
    /// <param name="instead">Whether they take the place of all that are there; numbers begin anew.</param>
    public void AddItems(IReadOnlyList<ItemToAdd> items, bool instead)
    {
        RefuseUnlessDraft();
        RuleViolation.ThrowIf(instead && Questions.Any(question => question.ItemNumber is not null), RoundRules.ItemsAreAskedAbout);
        RoundItem[] stay = instead ? [] : [.. Items];
        var next = HighestLine(stay) + 1;
        RefuseTooMany(stay.Length + items.Count, next + items.Count - 1);
        List<RoundLot> lots = [.. _lots];
        RoundItem[] added = [.. items.Select(one => one.Item with { Lot = LotNamed(one.Lot, lots) })];
        ReplaceItems([.. stay, .. added.Select((item, i) => item with { Number = Numbered(next + i) })],
            lots.Where(lot => !instead || added.Any(item => item.Lot == lot.No)));
    }

    /// <summary>Whether the last items are these already: the same form was sent twice.</summary>
    public bool EndsWith(IReadOnlyList<ItemToAdd> items)
    {
        List<RoundLot> lots = [.. _lots];
        return items.Count > 0 && Items.OrderBy(item => item.Number, StringComparer.Ordinal).TakeLast(items.Count).Select(item => item with { Number = "" })
            .SequenceEqual(items.Select(one => one.Item with { Number = "", Lot = LotNamed(one.Lot, lots) })) && lots.Count == _lots.Count;
    }

    /// <summary>By its title, or by its number: <c>2</c>, <c>Лот 2</c>; null where there is none.</summary>
    public RoundLot? FindLot(string written) => FindLot(written, _lots);

    /// <summary>A lot as people write it: by its title, or by its number.</summary>
    public static RoundLot? FindLot(string written, IReadOnlyCollection<RoundLot> lots)
    {
        var folded = Search.Folded(written);
        var number = int.TryParse(folded.Split(' ') switch { ["лот" or "lot", var no] => no, _ => folded }, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        return lots.FirstOrDefault(lot => Search.Folded(lot.Title) == folded || lot.No == number);
    }

    private static int? LotNamed(string written, List<RoundLot> lots)
    {
        if (written.Length == 0)
        {
            return null;
        }

        if (FindLot(written, lots) is { } known)
        {
            return known.No;
        }

        var next = lots.Select(lot => lot.No).DefaultIfEmpty(0).Max() + 1;
        lots.Add(new RoundLot(next, written));
        return next;
    }

    internal static void RefuseTooMany(int items, int lastNumber) =>
        RuleViolation.ThrowIf(items > MostItems || lastNumber > LastNumber, RoundRules.TooManyItems, (decimal)MostItems);

    internal static string Numbered(int no) => no.ToString("0000", CultureInfo.InvariantCulture);
}

/// <summary>An item on its way into the draft.</summary>
/// <param name="Item">Its number is given when it is added.</param>
/// <param name="Lot">As it was written: a title or a number; empty: none.</param>
public sealed record ItemToAdd(RoundItem Item, string Lot = "");

/// <summary>Why a spreadsheet with items, or a cell of it, is not taken.</summary>
public static class ItemSheetRules
{
    public const string NoTable = "items.no-table";
    public const string NothingInIt = "items.nothing-in-it";
    public const string TooManyRows = "items.too-many-rows";
    public const string NoName = "items.no-name";
    public const string UnitUnknown = "items.unit-unknown";
    public const string CategoryUnknown = "items.category-unknown";
    public const string PriceUnitUnknown = "items.price-unit-unknown";
}
