using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using static SrmPortal.Web.Tests.OfferFormFields;
using static SrmPortal.Web.Tests.Offers.OfferSheets;

namespace SrmPortal.Web.Tests.Offers;

/// <summary>Prices go out as .xlsx, come back filled, and are looked at before anything is saved.</summary>
public sealed class PricesFromSheetTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    [Theory]
    [InlineData("ru", "Цена без НДС, RUB", "Сохранить 1 строку", "118900,50")]
    [InlineData("en", "Price without VAT, RUB", "Save 1 line", "118900.50")]
    public async Task The_file_of_the_portal_comes_back_filled_and_changes_what_was_changed_and_nothing_else(string language, string head, string save, string price)
    {
        await using var portal = await Portal.With(Databases.Sqlite, Asking(3));
        var supplier = portal.SignedIn("supplier:7", language);
        var file = await supplier.GetByteArrayAsync($"{Portal.OfferPath}/prices.xlsx");
        using var filled = new MemoryStream();
        filled.Write(file);
        using (var document = SpreadsheetDocument.Open(filled, isEditable: true))
        {
            Assert.Empty(new OpenXmlValidator().Validate(document).Select(fault => fault.Description));
            var sheet = document.WorkbookPart!.WorksheetParts.First().Worksheet!;
            Assert.True(sheet.Elements<SheetProtection>().Single().Sheet!.Value);
            var cells = sheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
            Assert.Equal(head, cells["F1"].InnerText);
            Assert.True(IsUnlocked(document, cells["F3"]));
            Assert.False(IsUnlocked(document, cells["A3"]));
            cells["F3"].CellValue = new CellValue(118_900.50m);
        }

        var preview = await supplier.Upload(filled.ToArray());
        Assert.StartsWith("0002 F3 ", Assert.Single(preview.Changes()), StringComparison.Ordinal);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Offers.CountAsync()));

        var saved = await supplier.PressAndFollow(preview, save);
        Assert.Equal(["", price, ""], saved.QuerySelectorAll("[name$='.UnitPrice']").Select(field => field.GetAttribute("value")!.Replace("\u00A0", "", StringComparison.Ordinal).Replace(language == "en" ? "," : " ", "", StringComparison.Ordinal)));
        Assert.Equal(OfferState.Saved, await portal.Seen(Portal.Supplier(7), db => db.Offers.Select(o => o.State).SingleAsync()));
    }

    [Fact]
    public async Task Formulas_count_by_the_value_they_kept_and_what_cannot_be_read_is_named_by_its_cell_and_its_line_stays()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Asking(12));
        var supplier = portal.SignedIn("supplier:7", "ru");
        var file = Foreign(
            Row(2, """<c r="F2"><f>100*2</f><v>200</v></c>""")
            + Row(3, """<c r="F3"><f>100*2</f></c>""")
            + Row(4, """<c r="F4" t="e"><f>1/0</f><v>#DIV/0!</v></c>""")
            + Row(5, Text("F5", "4.240"))
            + Row(6, """<c r="F6"><v>12.345678</v></c>""")
            + Row(7, """<c r="E7"><v>30</v></c><c r="F7"><v>5</v></c>""")
            + Row(8, Text("F8", "1 234,50"), " hidden=\"1\"")
            + Row(9, Text("D9", "кг") + """<c r="F9"><v>7</v></c>""")
            + Row(10, """<c r="F10"><v>8</v></c>""")
            + Row(11, Text("B11", "999") + """<c r="F11"><v>9</v></c>""")
            + Row(12, """<c r="F12"><v>-1</v></c>""")
            + "<row r=\"14\">" + Text("A14", "0999") + """<c r="F14"><v>1</v></c></row><row r="15">""" + Text("A15", "1") + """<c r="F15"><v>1</v></c></row><row r="16"><c r="F16"><v>1</v></c></row>""",
            """<mergeCells count="1"><mergeCell ref="F10:F11"/></mergeCells>""");

        var preview = await supplier.Upload(file);

        Assert.Equal(["0001 F2 200,00 ₽", "0007 F8 1 234,50 ₽", "0009 F10 8,00 ₽"], preview.Changes());
        string[] faults = [.. preview.Faults(), .. preview.QuerySelectorAll(".checks li").Select(fault => fault.TextContent.Trim())];
        foreach (var (start, word) in new[]
        {
            ("F3, Строка 0002", "без сохранённого значения"), ("F4, Строка 0003", "показывает ошибку"), ("F5, Строка 0004", "4240"), ("F6, Строка 0005", "4"),
            ("E7, Строка 0006", "больше запрошенного"), ("D9, Строка 0008", "кг"), ("B11, Строка 0010", "3100410"), ("F12, Строка 0011", "отрицательным"),
            ("A14", "0999"), ("A15", "0001"), ("A16", "нет номера"),
        })
        {
            Assert.Contains(faults, fault => fault.StartsWith(start, StringComparison.Ordinal) && fault.Contains(word, StringComparison.Ordinal));
        }

        Assert.Contains("1 скрытая строка", preview.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_is_merged_into_another_is_named_and_its_line_stays()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Asking(3));
        var supplier = portal.SignedIn("supplier:7");

        var preview = await supplier.Upload(Foreign(Row(2, """<c r="F2"><v>8</v></c>""") + Row(3, """<c r="F3"/>""") + Row(4, """<c r="F4"><v>9</v></c>"""),
            """<mergeCells count="1"><mergeCell ref="F2:F3"/></mergeCells>"""));

        Assert.Equal(["0001 F2 8.00 RUB", "0003 F4 9.00 RUB"], preview.Changes());
        Assert.Contains("merged with others (F2:F3)", Assert.Single(preview.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zero_says_not_offered_an_empty_cell_changes_nothing_and_vat_date_substitute_and_comment_are_taken()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Asking(4, partial: true));
        await portal.Save(7, 100, change: content => content with { Lines = [.. Enumerable.Range(1, 3).Select(i => new OfferEntry($"{i:0000}", 12, 100)), new OfferEntry("0004", null, 0)] });
        var supplier = portal.SignedIn("supplier:7", "ru");

        var preview = await supplier.Upload(Foreign(
            Row(2, """<c r="F2"><v>0</v></c>""") + Row(3, "")
            + Row(4, """<c r="E4"><v>8.5</v></c>""" + Text("G4", "Без НДС") + Text("H4", "15 января 2027") + Text("I4", "Труба 10Г2ФБЮ") + Text("J4", "=cmd|' /C calc'!A0"))
            + Row(5, """<c r="E5"><v>0</v></c><c r="F5"><v>608000</v></c>""")));

        Assert.Contains("Не будет предложена", preview.Text(), StringComparison.Ordinal);
        Assert.Contains("Станет предложена", preview.Text(), StringComparison.Ordinal);
        await supplier.PressAndFollow(preview, "Сохранить 3 строки");
        var lines = (await Content(portal)).Lines.OrderBy(line => line.ItemNumber, StringComparer.Ordinal).ToArray();
        Assert.Equal([(0m, 0m), (12m, 100m), (8.5m, 100m), (12m, 608_000m)], lines.Select(line => (line.Quantity!.Value, line.UnitPrice!.Value)));
        Assert.Equal(("NOT_SUBJECT", new DateOnly(2027, 1, 15), "Труба 10Г2ФБЮ", "=cmd|' /C calc'!A0"), (lines[2].Vat!.Category, lines[2].DeliveryDate, lines[2].Substitute, lines[2].Comment));

        // What begins like a formula goes out as the text that it is.
        var again = SpreadsheetReader.Read(new MemoryStream(await supplier.GetByteArrayAsync($"{Portal.OfferPath}/prices.xlsx")))[0].Rows[3];
        Assert.Equal(("=cmd|' /C calc'!A0", false), (again[9].Text, again[9].IsFormula));
        Assert.Contains("Ничего не изменится", (await supplier.Upload(await supplier.GetByteArrayAsync($"{Portal.OfferPath}/prices.xlsx"))).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_saved_under_the_preview_is_joined_and_not_overwritten()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Asking(2));
        var supplier = portal.SignedIn("supplier:7");
        await portal.Save(7, 100);
        var preview = await supplier.Upload(Simple(("2", WrittenCell.Empty, WrittenCell.Number(50, 2))));
        await portal.Save(7, 100, basedOn: 1, change: content => content with { PaymentTerms = "In 30 days" });

        await supplier.PressAndFollow(preview, "Save 1 line");

        var content = await Content(portal);
        Assert.Equal(("In 30 days", 50m), (content.PaymentTerms, content.Lines.Single(line => line.ItemNumber == "0002").UnitPrice));
    }

    [Theory]
    [InlineData("other event", "20060001/0")]
    [InlineData("other currency", "are in USD")]
    [InlineData("no table", "no table")]
    [InlineData("old", ".xlsx")]
    [InlineData("damaged", "damaged")]
    [InlineData("nothing", "hoose an .xlsx file")]
    [InlineData("too many", "ore than 10,000 rows")]
    public async Task A_file_that_is_no_such_sheet_is_refused_with_what_to_do(string what, string said)
    {
        var portal = await shared.Once(() => Portal.With(Databases.Sqlite, Asking(2)));
        var supplier = portal.SignedIn("supplier:7");
        var row = Row(2, """<c r="F2"><v>8</v></c>""");
        var file = what switch
        {
            "other event" => Foreign(row, tab: "20060001-0"),
            "other currency" => Foreign(row, price: "Цена без НДС, USD"),
            "no table" => Foreign(row, price: "Сколько"),
            "old" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]],
            "damaged" => Foreign("<row r=\"2\"><c r=\"A2\"><v>1</v></row>"),
            "too many" => Foreign(string.Concat(Enumerable.Range(2, 10_000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\"><v>{i}</v></c></row>"))),
            _ => [],
        };

        var page = what == "nothing" ? await (await supplier.PressWithFiles(await supplier.Page(PricesPath), "Show what will change", [])).Parsed()
            : await supplier.Upload(file, what == "old" ? "prices.xls" : "prices.xlsx", HttpStatusCode.UnprocessableEntity);

        Assert.Contains(said, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_rows_are_read_and_two_thousand_lines_are_saved_from_the_preview()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Given.Draft(items: 2000));
        var supplier = portal.SignedIn("supplier:7");
        var file = Simple([.. Enumerable.Range(1, 9_999).Select(i => ($"{i:0000}", WrittenCell.Empty, WrittenCell.Number(i + 0.25m, 2)))]);

        var preview = await supplier.Upload(file);

        Assert.Contains("7,999 cells can’t be taken", preview.Text(), StringComparison.Ordinal);
        await supplier.PressAndFollow(preview, "Save 2,000 lines");
        Assert.Equal(2000, (await Content(portal)).Lines.Count(line => line.UnitPrice == int.Parse(line.ItemNumber, System.Globalization.CultureInfo.InvariantCulture) + 0.25m));
    }

    [Fact]
    public async Task After_the_deadline_there_is_no_file_to_fill_and_nothing_is_taken()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Asking(2));
        var supplier = portal.SignedIn("supplier:7");
        var page = await supplier.Page(PricesPath);
        portal.Clock.SetUtcNow(Given.Deadline);

        var late = await supplier.PressWithFiles(page, "Show what will change", [("File", "prices.xlsx", Simple(("1", WrittenCell.Empty, WrittenCell.Number(1))))]);

        Assert.Equal(Portal.OfferPath, late.Headers.Location!.ToString());
        Assert.Equal(Portal.OfferPath, (await supplier.GetAsync(PricesPath)).Headers.Location!.ToString());
    }

    private static bool IsUnlocked(SpreadsheetDocument document, Cell cell) =>
        document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).Protection?.Locked?.Value is false;

    private static Task<OfferContent> Content(Portal portal) => portal.WorkingCopy(7);
}
