using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Tests.Suppliers;

/// <summary>The portal's own reader and writer of .xlsx.</summary>
public sealed class SpreadsheetTests
{
    [Fact]
    public void What_is_written_is_read_again_with_zeros_signs_and_types_intact()
    {
        var file = SpreadsheetWriter.Write(new WrittenSheet("Цены", [new SheetColumn("Номер"), new SheetColumn("Цена"), new SheetColumn("Дата")],
        [
            [WrittenCell.Text("0001"), WrittenCell.Number(1234.5m, 2), WrittenCell.Date(new DateOnly(2027, 1, 15))],
            [WrittenCell.Text("=1+1"), WrittenCell.Number(0.0001m, 4), WrittenCell.Empty],
            [WrittenCell.Text(" Ё \u0001\n𝄞"), WrittenCell.Number(-12_345_678_901.2345m, 4), WrittenCell.Empty],
        ]));

        var sheet = Assert.Single(SpreadsheetReader.Read(new MemoryStream(file)));

        Assert.Equal("Цены", sheet.Name);
        Assert.Equal(["Номер", "Цена", "Дата"], sheet.Rows[0].Cells.Values.Select(cell => cell.Text));
        Assert.Equal(("0001", "A2", 1234.5m, "2027-01-15"), (sheet.Rows[1][0].Text, sheet.Rows[1][0].Address, sheet.Rows[1][1].Number!.Value, sheet.Rows[1][2].Text));
        Assert.Equal(("=1+1", false, 0.0001m), (sheet.Rows[2][0].Text, sheet.Rows[2][0].IsFormula, sheet.Rows[2][1].Number!.Value));
        Assert.Equal(("Ё \n𝄞", -12_345_678_901.2345m), (sheet.Rows[3][0].Text, sheet.Rows[3][1].Number!.Value));
        Assert.True(sheet.Rows[2][7].IsEmpty);
    }

    [Fact]
    public void What_is_written_is_valid_to_the_letter_of_the_format()
    {
        var file = SpreadsheetWriter.Write(
            new WrittenSheet("Первый", [new SheetColumn("А", 30) { IsUnlocked = true }, new SheetColumn("Б") { Choices = ["да", "нет"] }],
                [[WrittenCell.Text("x"), WrittenCell.Number(1)]])
            { IsProtected = true, RowsToFill = 3 },
            new WrittenSheet("Второй", [new SheetColumn("В")], []));

        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
    }

    [Fact]
    public void Shared_texts_formulas_dates_errors_and_doubles_of_other_programs_are_understood()
    {
        var file = Package(
            """
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2"><f>SUM(1,2)</f><v>3</v></c><c r="D2" s="1"><v>46037</v></c><c r="E2" t="e"><v>#REF!</v></c></row>
            <row r="4"><c t="s"><v>1</v></c><c t="b"><v>1</v></c><c t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c><v>1.1000000000000001</v></c><c><v>7.7070838929999998E9</v></c></row>
            """,
            "<si><t>Просто</t></si><si><r><t>Из </t></r><r><t>кусков</t></r><rPh sb=\"0\" eb=\"1\"><t>чтение</t></rPh></si>",
            """<numFmts count="1"><numFmt numFmtId="170" formatCode="[$-419]dd/mm/yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>""");

        var rows = Assert.Single(SpreadsheetReader.Read(new MemoryStream(file))).Rows;

        Assert.Equal([2, 4], rows.Select(row => row.No));
        Assert.Equal(("Просто", "3", true), (rows[0][0].Text, rows[0][2].Text, rows[0][2].IsFormula));
        Assert.Equal(new DateTime(2026, 1, 15), rows[0][3].Date);
        Assert.True(rows[0][4].IsError);
        Assert.Equal(("Из кусков", "1", "ab", 1.1m, "7707083893"), (rows[1][0].Text, rows[1][1].Text, rows[1][2].Text, rows[1][3].Number!.Value, rows[1][4].Text));
    }

    [Theory]
    [InlineData("", SpreadsheetFault.Empty)]
    [InlineData("Just text", SpreadsheetFault.NotASpreadsheet)]
    [InlineData("\u00D0\u00CF\u0011\u00E0 an old workbook", SpreadsheetFault.OldFormat)]
    [InlineData("PK\u0003\u0004 and then nothing", SpreadsheetFault.Damaged)]
    public void What_is_no_spreadsheet_is_refused_by_its_kind(string content, SpreadsheetFault fault) =>
        Assert.Equal(fault, Refused(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void An_archive_of_something_else_macros_and_a_cut_file_are_refused()
    {
        Assert.Equal(SpreadsheetFault.NotASpreadsheet, Refused(Zip(("photo.txt", "x"))));
        Assert.Equal(SpreadsheetFault.WithMacros, Refused(Zip(("[Content_Types].xml", "<Types/>"), ("xl/vbaProject.bin", "x"))));
        var whole = SpreadsheetWriter.Write(new WrittenSheet("A", [new SheetColumn("A")], []));
        Assert.Equal(SpreadsheetFault.Damaged, Refused(whole[..(whole.Length / 2)]));
        Assert.Equal(SpreadsheetFault.Damaged, Refused(Package("<row r=\"1\"><c r=\"A1\"><v>1</v></row>", "", "")));
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        var bomb = Package($"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{new string('0', 20_000_000)}</t></is></c></row>", "", "");
        Assert.InRange(bomb.Length, 0, 100_000);

        Assert.Equal(SpreadsheetFault.TooLarge, Refused(bomb, new SpreadsheetLimits(Unpacked: 1_000_000)));
    }

    [Fact]
    public void Too_many_rows_are_refused_and_empty_ones_do_not_count()
    {
        var rows = string.Concat(Enumerable.Range(1, 30).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\">{(i <= 10 ? "<v>1</v>" : "")}</c></row>"));

        Assert.Equal(10, Assert.Single(SpreadsheetReader.Read(new MemoryStream(Package(rows, "", "")), new SpreadsheetLimits(Rows: 10))).Rows.Count);
        Assert.Equal(SpreadsheetFault.TooManyRows, Refused(Package(rows, "", ""), new SpreadsheetLimits(Rows: 9)));
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Columns_have_letters(int column, string letters)
    {
        Assert.Equal(letters, SheetAddress.Letters(column));
        Assert.Equal(column, SheetAddress.Column(letters + "7"));
    }

    private static SpreadsheetFault Refused(byte[] file, SpreadsheetLimits? limits = null) =>
        Assert.Throws<SpreadsheetRefused>(() => SpreadsheetReader.Read(new MemoryStream(file), limits)).Fault;

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    // As other programs write it.
    private static byte[] Package(string sheet, string shared, string styles)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Relations = "http://schemas.openxmlformats.org/package/2006/relationships",
            Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        return Zip(
            ("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Type}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Type}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/></Types>"""),
            ("_rels/.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
            ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Лист1" sheetId="1" r:id="r1"/></sheets></workbook>"""),
            ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="{Office}/styles" Target="styles.xml"/></Relationships>"""),
            ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{sheet}</sheetData></worksheet>"""),
            ("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{shared}</sst>"""),
            ("xl/styles.xml", $"""<styleSheet xmlns="{Main}">{styles}</styleSheet>"""));
    }
}
