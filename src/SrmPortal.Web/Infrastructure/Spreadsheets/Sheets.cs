namespace SrmPortal.Web.Infrastructure.Spreadsheets;

/// <summary>A cell that was read.</summary>
/// <param name="Address"><c>F10</c>.</param>
/// <param name="Text">As a person reads it; a number with a decimal point and without groups, a date as <c>2027-01-15</c>.</param>
/// <param name="Number">What a number cell holds.</param>
/// <param name="Date">What a number cell with a date's format holds; a sheet knows no zone.</param>
/// <param name="IsFormula">Its value is the one that the spreadsheet program kept.</param>
/// <param name="IsError">It shows <c>#REF!</c> or the like.</param>
public sealed record ReadCell(string Address, string Text, decimal? Number = null, DateTime? Date = null, bool IsFormula = false, bool IsError = false)
{
    public bool IsEmpty => Text.Length == 0 && !IsError;
}

/// <summary>A row that holds something.</summary>
/// <param name="No">As the sheet counts it: the first is 1.</param>
/// <param name="Cells">By column, from 0.</param>
public sealed record ReadRow(int No, IReadOnlyDictionary<int, ReadCell> Cells)
{
    /// <summary>By hand or by a filter; what it holds is there all the same.</summary>
    public bool IsHidden { get; init; }

    public bool IsEmpty => Cells.Values.All(cell => cell.IsEmpty);

    /// <summary>The cell, also one that is not there.</summary>
    public ReadCell this[int column] => Cells.TryGetValue(column, out var cell) ? cell : new ReadCell(SheetAddress.Of(column, No), "");
}

public sealed record ReadSheet(string Name, IReadOnlyList<ReadRow> Rows)
{
    /// <summary>Cells that are one: only the first has a value.</summary>
    public IReadOnlyList<MergedCells> Merged { get; init; } = [];
}

/// <summary>Cells that were made one, <c>F5:F8</c>; columns from 0, rows from 1.</summary>
public sealed record MergedCells(string Address, int FirstColumn, int FirstRow, int LastColumn, int LastRow)
{
    public static MergedCells? Of(string address) => address.Split(':') is [var first, var last]
        && SheetAddress.Column(first) is >= 0 and var column && SheetAddress.Row(first) is > 0 and var row
        && SheetAddress.Column(last) is var lastColumn && lastColumn >= column && SheetAddress.Row(last) is var lastRow && lastRow >= row
            ? new MergedCells(address, column, row, lastColumn, lastRow) : null;

    /// <summary>Whether the cell is one of these, and not the first.</summary>
    public bool Hides(int column, int row) => column >= FirstColumn && column <= LastColumn && row >= FirstRow && row <= LastRow
        && (column, row) != (FirstColumn, FirstRow);
}

/// <summary>How much of a spreadsheet is taken.</summary>
/// <param name="Rows">Of one sheet, that hold something.</param>
/// <param name="Columns">What stands further right isn't read.</param>
/// <param name="Sheets">What comes after isn't read.</param>
/// <param name="Unpacked">Bytes of all parts together, unpacked.</param>
/// <param name="CellText">Characters of one cell.</param>
public sealed record SpreadsheetLimits(int Rows = 10_000, int Columns = 100, int Sheets = 10, long Unpacked = 200 * 1024 * 1024, int CellText = 32_767);

public enum SpreadsheetFault { Empty, NotASpreadsheet, OldFormat, WithMacros, Damaged, TooLarge, TooManyRows }

/// <summary>The file can't be read as a spreadsheet.</summary>
public sealed class SpreadsheetRefused(SpreadsheetFault fault) : Exception(fault.ToString())
{
    public SpreadsheetFault Fault { get; } = fault;
}

/// <summary>A column of a sheet that is written.</summary>
/// <param name="Head">Its title, in the first row.</param>
/// <param name="Width">In characters.</param>
public sealed record SheetColumn(string Head, double Width = 16)
{
    /// <summary>What may be chosen; short, all together below 255 characters.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>May be changed in a protected sheet.</summary>
    public bool IsUnlocked { get; init; }
}

/// <summary>What is written into a cell. Text stays text whatever it begins with: <c>0001</c>, <c>=1+1</c>.</summary>
public abstract record WrittenCell
{
    public static readonly WrittenCell Empty = new OfText("");

    public static WrittenCell Text(string? text) => new OfText(text ?? "");

    /// <summary>With so many decimals shown, and as many more as there are, up to four.</summary>
    public static WrittenCell Number(decimal? number, int decimals = 0) => number is { } value ? new OfNumber(value, decimals) : Empty;

    public static WrittenCell Date(DateOnly? date) => date is { } day ? new OfDate(day) : Empty;

    /// <summary>An empty cell into which a number will be typed.</summary>
    public static WrittenCell NumberToFill(decimal? number, int decimals) => new OfNumber(number, decimals);

    /// <summary>An empty cell into which a day will be typed.</summary>
    public static WrittenCell DateToFill(DateOnly? date) => new OfDate(date);

    internal sealed record OfText(string Value) : WrittenCell;

    internal sealed record OfNumber(decimal? Value, int Decimals) : WrittenCell;

    internal sealed record OfDate(DateOnly? Value) : WrittenCell;
}

/// <summary>A sheet that is written; its head stays in sight.</summary>
public sealed record WrittenSheet(string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<IReadOnlyList<WrittenCell>> Rows)
{
    /// <summary>Only unlocked columns may be changed. No password: it keeps from slips, not from intent.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Empty rows below that are formatted like text already, so that a person can type <c>0275</c> into them.</summary>
    public int RowsToFill { get; init; }
}

/// <summary>Column numbers from 0 and their letters.</summary>
public static class SheetAddress
{
    public static string Of(int column, int row) => Letters(column) + row.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>3 for B3; 0 where there is no row.</summary>
    public static int Row(string address) =>
        int.TryParse(address.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var row) ? row : 0;

    /// <summary>0 for A; -1 where there are no letters, or more than a sheet can have.</summary>
    public static int Column(string address)
    {
        var column = 0;
        var letters = 0;
        foreach (var letter in address.TakeWhile(char.IsAsciiLetter))
        {
            if (++letters > 3)
            {
                return -1;
            }

            column = (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return column - 1;
    }
}
