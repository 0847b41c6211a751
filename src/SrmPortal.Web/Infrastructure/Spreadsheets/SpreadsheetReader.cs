using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SrmPortal.Web.Infrastructure.Spreadsheets;

/// <summary>
/// Reads .xlsx from top to bottom, holding no more than what it gives back. Formulas are never computed: the value that the program kept
/// counts. Whatever the file claims, no more is unpacked than the limits allow.
/// </summary>
public static class SpreadsheetReader
{
    private static ReadOnlySpan<byte> OldOffice => [0xD0, 0xCF, 0x11, 0xE0];

    private static ReadOnlySpan<byte> Zip => [0x50, 0x4B, 0x03, 0x04];

    /// <summary>All sheets in their order, rows without anything left out.</summary>
    /// <exception cref="SpreadsheetRefused">It is none, or more than the limits allow.</exception>
    public static IReadOnlyList<ReadSheet> Read(Stream content, SpreadsheetLimits? limits = null)
    {
        limits ??= new SpreadsheetLimits();
        RefuseByStart(content);
        try
        {
            RefuseBombs(content, limits);
            using var document = SpreadsheetDocument.Open(content, isEditable: false, new OpenSettings { MaxCharactersInPart = limits.Unpacked });
            return Sheets(document, limits);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException
            or FormatException or KeyNotFoundException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new SpreadsheetRefused(SpreadsheetFault.Damaged);
        }
    }

    private static void RefuseByStart(Stream content)
    {
        Span<byte> start = stackalloc byte[4];
        content.Position = 0;
        var read = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        content.Position = 0;
        if (read == 0)
        {
            throw new SpreadsheetRefused(SpreadsheetFault.Empty);
        }

        if (start.SequenceEqual(OldOffice))
        {
            throw new SpreadsheetRefused(SpreadsheetFault.OldFormat);
        }

        if (!start.SequenceEqual(Zip))
        {
            throw new SpreadsheetRefused(SpreadsheetFault.NotASpreadsheet);
        }
    }

    // What an archive says of its sizes can be a lie, so what it holds is unpacked once, up to the limit, and thrown away.
    private static void RefuseBombs(Stream content, SpreadsheetLimits limits)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.All(entry => entry.FullName != "[Content_Types].xml"))
        {
            throw new SpreadsheetRefused(SpreadsheetFault.NotASpreadsheet);
        }

        if (archive.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw new SpreadsheetRefused(SpreadsheetFault.WithMacros);
        }

        var buffer = new byte[80 * 1024];
        var unpacked = 0L;
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            while (part.Read(buffer) is > 0 and var read)
            {
                unpacked += read;
                if (unpacked > limits.Unpacked)
                {
                    throw new SpreadsheetRefused(SpreadsheetFault.TooLarge);
                }
            }
        }

        content.Position = 0;
    }

    private static List<ReadSheet> Sheets(SpreadsheetDocument document, SpreadsheetLimits limits)
    {
        if (document.WorkbookPart is not { Workbook.Sheets: { } sheets } workbook)
        {
            throw new SpreadsheetRefused(SpreadsheetFault.NotASpreadsheet);
        }

        var values = new CellValues(workbook, limits);
        List<ReadSheet> all = [];
        foreach (var sheet in sheets.Elements<Sheet>().Take(limits.Sheets))
        {
            // A chart has a tab of its own and no rows.
            if (sheet.Id?.Value is { } id && workbook.GetPartById(id) is WorksheetPart part)
            {
                List<MergedCells> merged = [];
                all.Add(new ReadSheet(sheet.Name?.Value ?? "", Rows(part, values, limits, merged)) { Merged = merged });
            }
        }

        return all;
    }

    private static List<ReadRow> Rows(WorksheetPart part, CellValues values, SpreadsheetLimits limits, List<MergedCells> merged)
    {
        List<ReadRow> rows = [];
        using var reader = OpenXmlReader.Create(part);
        var no = 0;
        while (reader.Read())
        {
            if (reader.ElementType == typeof(MergeCell) && reader.IsStartElement && merged.Count < limits.Rows
                && MergedCells.Of(((MergeCell)reader.LoadCurrentElement()!).Reference?.Value ?? "") is { } range)
            {
                merged.Add(range);
                continue;
            }

            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            var row = (Row)reader.LoadCurrentElement()!;
            no = row.RowIndex?.Value is { } index ? (int)index : no + 1;
            var cells = Cells(row, no, values, limits);
            if (cells.Values.Any(cell => !cell.IsEmpty))
            {
                if (rows.Count == limits.Rows)
                {
                    throw new SpreadsheetRefused(SpreadsheetFault.TooManyRows);
                }

                rows.Add(new ReadRow(no, cells) { IsHidden = row.Hidden?.Value is true });
            }
        }

        return rows;
    }

    private static Dictionary<int, ReadCell> Cells(Row row, int no, CellValues values, SpreadsheetLimits limits)
    {
        Dictionary<int, ReadCell> cells = [];
        var column = -1;
        foreach (var cell in row.Elements<Cell>())
        {
            column = cell.CellReference?.Value is { } address ? SheetAddress.Column(address) : column + 1;
            if (column >= 0 && column < limits.Columns)
            {
                cells[column] = values.Read(cell, SheetAddress.Of(column, no));
            }
        }

        return cells;
    }
}
