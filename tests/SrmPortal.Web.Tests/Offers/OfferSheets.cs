using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Offers;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Tests.Offers;

/// <summary>Spreadsheets with prices, and their way into the portal.</summary>
internal static class OfferSheets
{
    public const string PricesPath = Portal.OfferPath + "/prices";

    /// <summary>A sheet with English heads; each row begins with the line's number, then quantity and price.</summary>
    public static byte[] Simple(params (string Line, WrittenCell Quantity, WrittenCell Price)[] rows) => SpreadsheetWriter.Write(new WrittenSheet("20067776-0",
        [new SheetColumn("No."), new SheetColumn("Quantity offered"), new SheetColumn("Price without VAT, RUB")],
        rows.Select(row => new[] { WrittenCell.Text(row.Line), row.Quantity, row.Price })));

    /// <summary>A sheet as another program writes it: the heads in row 1, then the rows as XML, and what follows them.</summary>
    public static byte[] Foreign(string rows, string after = "", string tab = "20067776-0", string price = "Цена без НДС, RUB")
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Relations = "http://schemas.openxmlformats.org/package/2006/relationships",
            Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        string[] heads = ["№", "Материал", "Позиция", "Единица", "Количество в предложении", price, "НДС строки", "Дата поставки", "Аналог", "Комментарий", "Требуется", "Цена за"];
        var head = $"<row r=\"1\">{string.Concat(heads.Select((text, i) => $"<c r=\"{SheetAddress.Of(i, 1)}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>";
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in new[]
            {
                ("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Type}.worksheet+xml"/></Types>"""),
                ("_rels/.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
                ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="{tab}" sheetId="1" r:id="r1"/></sheets></workbook>"""),
                ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
                ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{head}{rows}</sheetData>{after}</worksheet>"""),
            })
            {
                using var part = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    /// <summary>Text in a cell.</summary>
    public static string Text(string address, string text) => $"<c r=\"{address}\" t=\"inlineStr\"><is><t>{WebUtility.HtmlEncode(text)}</t></is></c>";

    public static string Row(int no, string cells, string attributes = "") => $"<row r=\"{no}\"{attributes}>{Text($"A{no}", $"{no - 1:0000}")}{cells}</row>";

    /// <summary>Chooses the file, and gets the preview or the page with what is wrong.</summary>
    public static async Task<IDocument> Upload(this HttpClient supplier, byte[] file, string name = "Цены.xlsx", HttpStatusCode expected = HttpStatusCode.OK)
    {
        var page = await supplier.Page(PricesPath);
        var button = page.DocumentElement.GetAttribute("lang") == "ru" ? "Показать, что изменится" : "Show what will change";
        var answer = await supplier.PressWithFiles(page, button, [("File", name, file)]);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Parsed();
    }

    public static Round Asking(int items, bool partial = false, Func<RoundItem, RoundItem>? item = null) => new(new SourcingEvent("20067776", 1, 1), 0,
        Given.Terms with { AllowsPartialQuantities = partial, AllowsSubstitutes = true },
        Enumerable.Range(1, items).Select(i => new RoundItem($"{i:0000}", $"Pipe {i}", 12, "t") { MaterialNumber = $"31004{i:00}" }).Select(one => item?.Invoke(one) ?? one));

    /// <summary>The rows of the preview: line, cell, what it becomes.</summary>
    public static IEnumerable<string> Changes(this IDocument preview) => preview.QuerySelectorAll("table tbody tr").Select(row =>
        string.Join(' ', row.QuerySelectorAll("td.id, td:nth-child(3), ins").Select(cell => cell.TextContent.Trim().Replace('\u00A0', ' '))));

    public static IEnumerable<string> Faults(this IDocument preview) => preview.QuerySelectorAll(".error-summary li").Select(fault => fault.TextContent.Trim());
}
