using System.Net;
using AngleSharp.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using static SrmPortal.Web.Tests.Events.Drafts;
using static SrmPortal.Web.Tests.ForeignSheet;

namespace SrmPortal.Web.Tests.Events;

/// <summary>Items out of a file or a pasted block: looked at first, each bad cell by its name, and nothing written before.</summary>
public sealed class ItemsFromSheetTests
{
    private static readonly string[] Heads = ["Лот", "Код материала", "Наименование", "Кол-во, ед.", "Ед. изм.", "Цена за", "Срок поставки", "Ориентир, ₽", "Категория"];

    private static IEnumerable<string> Faults(IDocument preview) => preview.QuerySelectorAll(".error-summary li, section[aria-labelledby=wrong] li").Select(fault => string.Join(' ', fault.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static byte[] Sheet(params string?[][] rows) => Of(Heads, string.Concat(rows.Select((row, i) =>
        $"<row r=\"{i + 2}\">{string.Concat(row.Select((cell, column) => cell is null ? "" : cell[0] == '<' ? cell.Replace("@", SheetAddress.Of(column, i + 2), StringComparison.Ordinal) : Text(SheetAddress.Of(column, i + 2), cell)))}</row>")));

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_file_with_other_heads_in_any_order_is_previewed_and_then_added_once(string database)
    {
        await using var portal = await Portal.With(database);
        var buyer = portal.SignedIn("buyer", "ru");
        var path = PathOf(await Begin(portal.SignedIn("buyer"), "Pipes"));
        var file = Sheet(
            ["Трубы", "3100401", "Труба\u00A057×4", "<c r=\"@\"><f>2+2.5</f><v>4.5</v></c>", "тн", "1", "15.01.2027", "118 900,50"],
            ["Трубы", "3100402", "=cmd|' /C calc'!A0", "1200", "шт.", "100", null, null],
            ["Отводы", null, "Отвод", null, "компл", null, null, null],
            [null, null, null, null, null, null, null, null]);

        var preview = await buyer.Uploaded(path, file);
        Assert.Empty(Faults(preview));
        Assert.Contains("Можно добавить 3 строки", preview.Text(), StringComparison.Ordinal);
        Assert.Contains("нет количества", preview.Text(), StringComparison.Ordinal);
        Assert.Empty(await portal.ItemsOf(path));

        var items = await buyer.PressAndFollow(preview, "Добавить 3 строки");
        Assert.Equal(["Лот 1. Трубы", "Лот 2. Отводы"], items.QuerySelectorAll("tr.lot").Select(row => row.TextContent.Trim()));
        // A second click of the same button.
        Assert.Equal(HttpStatusCode.Redirect, (await buyer.Press(preview, "Добавить 3 строки")).StatusCode);

        var stored = await portal.ItemsOf(path);
        Assert.Equal(
        [
            new RoundItem("0001", "Труба 57×4", 4.5m, "t") { MaterialNumber = "3100401", Lot = 1, DeliveryDate = new DateOnly(2027, 1, 15), TargetPrice = 118_900.50m },
            new RoundItem("0002", "=cmd|' /C calc'!A0", 1200, "pcs") { MaterialNumber = "3100402", Lot = 1, PriceUnit = 100 },
            new RoundItem("0003", "Отвод", 0, "set") { Lot = 2 },
        ], stored);
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(RoundRevised))));
    }

    [Fact]
    public async Task Each_cell_that_cannot_be_taken_is_named_and_the_sound_rows_can_be_added_without_them()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer", "ru");
        var path = PathOf(await Begin(portal.SignedIn("buyer"), "Pipes"));
        string?[] Row(int column, string? cell) => [.. Enumerable.Range(0, 9).Select(i => i == column ? cell : i == 2 ? "Труба" : null)];
        var file = Sheet(Row(2, "Труба"), Row(3, "4.240"), Row(3, "<c r=\"@\"><v>-5</v></c>"), Row(3, "<c r=\"@\"><f>A1</f></c>"), Row(3, "<c r=\"@\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"),
            Row(4, "фарлонг"), Row(5, "7"), Row(6, "<c r=\"@\"><v>5</v></c>"), Row(6, "31.02.2027"), Row(7, "12,34567"), Row(8, "12.99"), [null, "3100401", null], Row(2, new string('Т', 401)));

        var preview = await buyer.Uploaded(path, file);

        var faults = Faults(preview).ToArray();
        Assert.Equal(["D3", "D4", "D5", "D6", "E7", "F8", "G9", "G10", "H11", "I12", "C13", "C14"], faults.Where(fault => fault.Contains(": ", StringComparison.Ordinal)).Select(fault => fault.Split(':')[0]));
        Assert.Contains("4240", faults[0], StringComparison.Ordinal);
        Assert.Contains("Единицы «фарлонг» нет", faults[4], StringComparison.Ordinal);
        Assert.Contains("В строке нет наименования", faults.Single(fault => fault.StartsWith("C13", StringComparison.Ordinal)), StringComparison.Ordinal);
        await buyer.PressAndFollow(preview, "Добавить 1 строку без ошибок");
        Assert.Equal("Труба", Assert.Single(await portal.ItemsOf(path)).Name);
    }

    [Fact]
    public async Task Hidden_rows_are_read_and_said_and_cells_made_one_are_named()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));
        var file = Of(["Name", "Quantity", "Unit"],
            $"<row r=\"2\" hidden=\"1\">{Text("A2", "Pipe 1")}<c r=\"B2\"><v>5</v></c>{Text("C2", "t")}</row><row r=\"3\">{Text("A3", "Pipe 2")}{Text("C3", "t")}</row>",
            "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>");

        var preview = await buyer.Uploaded(path, file);

        Assert.Contains("1 hidden row of the sheet was read like the others.", preview.Text(), StringComparison.Ordinal);
        Assert.StartsWith("B3: ", Assert.Single(Faults(preview)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_table_of_items_is_refused_at_the_field_and_says_what_to_do()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));
        byte[] oldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]];
        var tooMany = SpreadsheetWriter.Write(new WrittenSheet("Items", [new SheetColumn("Name"), new SheetColumn("Quantity")],
            Enumerable.Range(1, 10_000).Select(i => new[] { WrittenCell.Text($"Pipe {i}"), WrittenCell.Number(1) })));
        foreach (var (file, name, message) in new[]
        {
            (oldOffice, "items.xls", ".xlsx"),
            (tooMany, "items.xlsx", "2,000"),
            (Of(["Price", "Vat"], ""), "items.xlsx", "“Name” and “Quantity”"),
            (Of(["Name", "Quantity"], ""), "items.xlsx", "nothing below the heads"),
            (new byte[] { 1, 2, 3 }, "items.xlsx", ".xlsx"),
        })
        {
            var page = await buyer.Uploaded(path, file, name, HttpStatusCode.UnprocessableEntity);
            Assert.Contains(message, page.GetElementById("File-e")!.TextContent, StringComparison.Ordinal);
        }

        var without = await buyer.PressWithFiles(await buyer.Page($"{path}/items/import"), "Show what will be added", []);
        Assert.Contains("Choose a file", (await without.Parsed()).GetElementById("File-e")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "Наименование")]
    [InlineData("en", "Name")]
    public async Task The_empty_sheet_has_the_heads_and_the_items_come_back_as_they_went_out(string language, string head)
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer", language);
        var path = PathOf(await Begin(portal.SignedIn("buyer"), "=1+1"));
        using (var empty = SpreadsheetDocument.Open(new MemoryStream(await buyer.GetByteArrayAsync($"{path}/items/template.xlsx")), isEditable: false))
        {
            Assert.Contains(empty.WorkbookPart!.WorksheetParts.First().Worksheet!.Descendants<Row>().First().Elements<Cell>(), cell => cell.InnerText == head);
        }

        var price = language == "ru" ? "1234,5678" : "1234.5678";
        await buyer.PressAndFollow(await buyer.Pasted(path, $"Лот\tName\tQuantity\tUnit\tFull name\tTarget price\nTubes\t=HYPERLINK(\"x\")\t4\tt\t\"Two\nlines, \"\"quoted\"\"\"\t{price}"), language == "ru" ? "Добавить 1 строку" : "Add 1 row");
        var before = await portal.ItemsOf(path);
        var file = await buyer.GetByteArrayAsync($"{path}/items/items.xlsx");
        using (var written = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false))
        {
            Assert.Empty(written.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()));
        }

        var preview = await buyer.Uploaded(path, file);
        await buyer.PressAndFollow(preview, language == "ru" ? "Добавить 1 строку" : "Add 1 row", ("Instead", "true"));

        Assert.Equal(before, await portal.ItemsOf(path));
        Assert.Equal(("=HYPERLINK(\"x\")", "Two\nlines, \"quoted\"", 1234.5678m), (before[0].Name, before[0].FullName, before[0].TargetPrice));
    }

    [Fact]
    public async Task Bad_cells_of_a_pasted_block_are_named_and_mended_in_the_preview_and_nothing_is_written_before()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));

        var preview = await buyer.Pasted(path, "Pipe\tabc\nPipe\t1\tfurlong\nPipe\t1\u00A0200.5\tt\n\t\t\n\n");

        Assert.Equal(["row 1, column 2", "row 2, column 3"], Faults(preview).Select(fault => fault.Split(':')[0]));
        Assert.Empty(await portal.ItemsOf(path));
        var mended = preview.GetElementById("again")!.TextContent.Replace("abc", "2", StringComparison.Ordinal).Replace("furlong", "m", StringComparison.Ordinal);
        var again = await buyer.Pasted(path, mended);
        Assert.Empty(Faults(again));
        await buyer.PressAndFollow(again, "Add 3 rows");
        Assert.Equal([2, 1, 1200.5m], (await portal.ItemsOf(path)).Select(item => item.Quantity));

        var nothing = await buyer.Pasted(path, "\n\t\n", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("at least one row", nothing.GetElementById("Rows-e")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_looked_at_before_a_colleague_changed_the_items_are_not_added_unseen()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));
        var preview = await buyer.Pasted(path, "Pipe 57\t4.2\tt");
        await buyer.PressAndFollow(await buyer.Page($"{path}/items/new"), "Save the item", ("Name", "Another"));

        var refused = await buyer.Press(preview, "Add 1 row");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Parsed();
        Assert.Contains("changed meanwhile", page.GetElementById("Rows-e")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pipe 57", page.QuerySelector("textarea[name=Rows]")!.TextContent, StringComparison.Ordinal);
        var shown = await (await buyer.Press(page, "Show what will be added")).Parsed();
        await buyer.PressAndFollow(shown, "Add 1 row");
        Assert.Equal(["Another", "Pipe 57"], (await portal.ItemsOf(path)).Select(item => item.Name));
    }

    [Fact]
    public async Task Two_thousand_rows_are_previewed_and_added_and_one_more_is_refused()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));
        string Rows(int count) => string.Join('\n', Enumerable.Range(1, count).Select(i => $"Seamless pipe {i}\t{i}\tt\t15.01.2027\t100.5"));

        await buyer.PressAndFollow(await buyer.Pasted(path, Rows(2000)), "Add 2,000 rows");

        Assert.Equal(2000, (await portal.ItemsOf(path)).Count);
        Assert.Contains("2,000", (await (await buyer.Press(await buyer.Pasted(path, Rows(1)), "Add 1 row")).Parsed()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        await buyer.Pasted(path, Rows(2001), HttpStatusCode.UnprocessableEntity);
    }
}
