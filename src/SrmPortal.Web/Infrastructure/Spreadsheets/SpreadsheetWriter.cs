using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using CellType = DocumentFormat.OpenXml.Spreadsheet.CellValues;

namespace SrmPortal.Web.Infrastructure.Spreadsheets;

/// <summary>
/// Writes .xlsx. Text is written as such, in cells of the format "text", so that leading zeros stay and nothing becomes a formula, whoever
/// typed it.
/// </summary>
public static class SpreadsheetWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int LongestText = 32_767;
    private const uint TextFormat = 49, DateFormat = 14;

    private static readonly string[] NumberFormats = ["#,##0.####", "#,##0.0###", "#,##0.00##", "#,##0.000#", "#,##0.0000"];

    public static byte[] Write(params IEnumerable<WrittenSheet> sheets)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles.Sheet();
            var tabs = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            foreach (var sheet in sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                Write(part, sheet);
                tabs.Append(new Sheet { Name = sheet.Name, SheetId = (uint)tabs.ChildElements.Count + 1, Id = workbook.GetIdOfPart(part) });
            }

            workbook.Workbook = new Workbook(tabs);
            workbook.Workbook.Save();
        }

        return file.ToArray();
    }

    // The order of these elements is part of the format.
    private static void Write(WorksheetPart part, WrittenSheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1,
            TopLeftCell = "A2",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(sheet.Columns.Select((column, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = column.Width,
            CustomWidth = true,
            Style = Styles.Text(column.IsUnlocked),
        })));
        WriteRows(writer, sheet);
        if (sheet.IsProtected)
        {
            writer.WriteElement(new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false, Sort = false, AutoFilter = false });
        }

        if (sheet.Columns.Any(column => column.Choices.Count > 0))
        {
            writer.WriteElement(Validations(sheet));
        }

        writer.WriteEndElement();
    }

    private static void WriteRows(OpenXmlWriter writer, WrittenSheet sheet)
    {
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, sheet.Columns.Select(column => Cell(WrittenCell.Text(column.Head), Styles.Head)));
        var no = 1;
        foreach (var row in sheet.Rows)
        {
            no++;
            WriteRow(writer, no, row.Select((cell, i) => Cell(cell, Styles.Of(cell, i < sheet.Columns.Count && sheet.Columns[i].IsUnlocked))));
        }

        for (var i = 0; i < sheet.RowsToFill; i++)
        {
            no++;
            WriteRow(writer, no, sheet.Columns.Select(column => new Cell { StyleIndex = Styles.Text(column.IsUnlocked) }));
        }

        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, int no, IEnumerable<Cell> cells)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)no });
        foreach (var (cell, column) in cells.Select((cell, column) => (cell, column)))
        {
            cell.CellReference = SheetAddress.Of(column, no);
            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    private static Cell Cell(WrittenCell cell, uint style) => cell switch
    {
        WrittenCell.OfText { Value.Length: 0 } => new Cell { StyleIndex = style },
        WrittenCell.OfText text => new Cell
        {
            StyleIndex = style,
            DataType = CellType.InlineString,
            InlineString = new InlineString(new Text(Storable(text.Value)) { Space = SpaceProcessingModeValues.Preserve }),
        },
        WrittenCell.OfNumber { Value: null } or WrittenCell.OfDate { Value: null } => new Cell { StyleIndex = style },
        WrittenCell.OfNumber number => new Cell { StyleIndex = style, CellValue = new CellValue(number.Value!.Value) },
        WrittenCell.OfDate date => new Cell { StyleIndex = style, CellValue = new CellValue(date.Value!.Value.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)) },
        _ => throw new ArgumentOutOfRangeException(nameof(cell)),
    };

    // What XML can't hold is left out, and so is what a cell can't.
    private static string Storable(string text)
    {
        var storable = string.Concat(text.Where((letter, i) => System.Xml.XmlConvert.IsXmlChar(letter)
            || (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            || (char.IsLowSurrogate(letter) && i > 0 && char.IsHighSurrogate(text[i - 1]))));
        return storable.Length > LongestText ? storable[..LongestText] : storable;
    }

    private static DataValidations Validations(WrittenSheet sheet)
    {
        const int Last = 10_000;
        var all = sheet.Columns.Select((column, i) => (column, i)).Where(one => one.column.Choices.Count > 0).Select(one => new DataValidation(
            new Formula1($"\"{string.Join(',', one.column.Choices.Select(choice => choice.Replace("\"", "\"\"", StringComparison.Ordinal)))}\""))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            SequenceOfReferences = new ListValue<StringValue>([$"{SheetAddress.Of(one.i, 2)}:{SheetAddress.Of(one.i, Last)}"]),
        }).ToArray();
        return new DataValidations(all) { Count = (uint)all.Length };
    }

    /// <summary>The few styles of every sheet; those for unlocked cells follow those for locked ones.</summary>
    private static class Styles
    {
        public const uint Head = 1;

        private const uint FirstOfLocked = 2;
        private static readonly uint PerLock = 2 + (uint)NumberFormats.Length;

        public static uint Text(bool isUnlocked) => FirstOfLocked + (isUnlocked ? PerLock : 0);

        public static uint Of(WrittenCell cell, bool isUnlocked) => Text(isUnlocked) + (cell switch
        {
            WrittenCell.OfDate => 1,
            WrittenCell.OfNumber number => 2 + (uint)Math.Clamp(number.Decimals, 0, NumberFormats.Length - 1),
            _ => 0u,
        });

        public static Stylesheet Sheet()
        {
            const uint FirstOwn = 164;
            List<CellFormat> formats =
            [
                new CellFormat(),
                new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top })
                {
                    FontId = 1, FillId = 2, NumberFormatId = TextFormat, ApplyFont = true, ApplyFill = true, ApplyNumberFormat = true, ApplyAlignment = true,
                },
            ];
            foreach (var isLocked in new[] { true, false })
            {
                formats.AddRange(new[] { TextFormat, DateFormat }.Concat(NumberFormats.Select((_, i) => FirstOwn + (uint)i)).Select(format =>
                    new CellFormat(new Protection { Locked = isLocked }) { NumberFormatId = format, ApplyNumberFormat = true, ApplyProtection = true }));
            }

            return new Stylesheet(
                new NumberingFormats(NumberFormats.Select((code, i) => new NumberingFormat { NumberFormatId = FirstOwn + (uint)i, FormatCode = code })) { Count = (uint)NumberFormats.Length },
                new Fonts(new Font(), new Font(new Bold())) { Count = 2 },
                new Fills(
                    new Fill(new PatternFill { PatternType = PatternValues.None }),
                    new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                    new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE7EDF2" }) { PatternType = PatternValues.Solid }))
                { Count = 3 },
                new Borders(new Border()) { Count = 1 },
                new CellStyleFormats(new CellFormat()) { Count = 1 },
                new CellFormats(formats) { Count = (uint)formats.Count });
        }
    }
}
