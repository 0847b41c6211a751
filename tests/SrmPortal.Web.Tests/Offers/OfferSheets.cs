using System.Net;
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
        string[] heads = ["№", "Материал", "Позиция", "Единица", "Количество в предложении", price, "НДС строки", "Дата поставки", "Аналог", "Комментарий", "Требуется", "Цена за"];
        return ForeignSheet.Of(heads, rows, after, tab);
    }

    /// <summary>Text in a cell.</summary>
    public static string Text(string address, string text) => ForeignSheet.Text(address, text);

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
