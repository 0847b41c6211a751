using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using static SrmPortal.Web.Tests.Events.Drafts;

namespace SrmPortal.Web.Tests.Events;

/// <summary>Lots from the draft to the supplier's offer.</summary>
public sealed class LotsOnPagesTests
{
    private static async Task<string> DraftOf(HttpClient buyer, int items)
    {
        var path = PathOf(await Begin(buyer, "Pipes"));
        await buyer.PressAndFollow(await buyer.Pasted(path, string.Join('\n', Enumerable.Range(1, items).Select(i => $"Pipe {i}\t1\tt"))), $"Add {items} rows");
        return path;
    }

    private static IEnumerable<string> Groups(IDocument page) => page.QuerySelectorAll(".lot th").Select(head => head.TextContent.Trim());

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Items_are_put_into_lots_by_numbers_and_ranges_and_suppliers_see_them_grouped(string database)
    {
        await using var portal = await Portal.With(database, GivenInLots());
        var buyer = portal.SignedIn("buyer");
        var path = await DraftOf(buyer, 6);
        await buyer.PressAndFollow(await buyer.Page($"{path}/lots"), "Save the lots", ("Lots[1].Title", "Pipes"), ("Lots[1].Items", "1-3, 6"), ("Lots[2].Title", "Fittings"), ("Lots[2].Items", "0004–0005"));

        var items = await buyer.Page($"{path}/items");
        Assert.Equal(["Lot 1. Pipes", "Lot 2. Fittings"], Groups(items));
        Assert.Equal(["0001", "0002", "0003", "0006", "0004", "0005"], items.QuerySelectorAll("td.id").Select(cell => cell.TextContent));
        var lots = await buyer.Page($"{path}/lots");
        Assert.Equal(("0001–0003, 0006", "0004–0005"), (lots.Value("Lots[1].Items"), lots.Value("Lots[2].Items")));
        await buyer.PressAndFollow(await buyer.Page($"{path}/items/0006"), "Save the item", ("Lot", "2"));
        Assert.Equal("0004–0006", (await buyer.Page($"{path}/lots")).Value("Lots[2].Items"));

        var supplier = portal.SignedIn("supplier:7");
        foreach (var page in new[] { "", "/items", "/print", "/offer" })
        {
            Assert.Equal(["Lot 1. Pipes", "Lot 2. Fittings"], Groups(await supplier.Page($"/events/20067776/0{page}")));
        }

        // The sheet of prices says them too, and is taken back with them.
        var file = await supplier.GetByteArrayAsync($"{Portal.OfferPath}/prices.xlsx");
        var rows = SpreadsheetReader.Read(new MemoryStream(file))[0].Rows;
        Assert.Equal(("Lot", "Lot 1. Pipes", "Lot 2. Fittings"), (rows[0][1].Text, rows[1][1].Text, rows[^1][1].Text));
        var prices = await supplier.Page($"{Portal.OfferPath}/prices");
        var preview = await (await supplier.PressWithFiles(prices, "Show what will change", [("File", "prices.xlsx", file)])).Parsed();
        Assert.Contains("Nothing would change", preview.Text(), StringComparison.Ordinal);
        Assert.Null(preview.QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task Numbers_that_name_nothing_and_items_of_two_lots_are_refused_at_their_fields_and_kept()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var path = await DraftOf(buyer, 3);

        var answer = await buyer.Press(await buyer.Page($"{path}/lots"), "Save the lots",
            ("Lots[1].Title", "Pipes"), ("Lots[1].Items", "1, 77"), ("Lots[2].Title", new string('T', 201)), ("Lots[2].Items", "1, two"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("200", (await answer.Parsed()).GetElementById("Lots_2__Title-e")!.TextContent, StringComparison.Ordinal);

        answer = await buyer.Press(await answer.Parsed(), "Save the lots", ("Lots[2].Title", "Fittings"));
        var page = await answer.Parsed();
        Assert.Contains("“77” names no item", page.GetElementById("Lots_1__Items-e")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("“two” names no item", page.GetElementById("Lots_2__Items-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1, two", page.Value("Lots[2].Items"));
        answer = await buyer.Press(page, "Save the lots", ("Lots[1].Items", "1"), ("Lots[2].Items", "1-3"));
        Assert.Contains("belongs to lot 1 already", (await answer.Parsed()).GetElementById("Lots_2__Items-e")!.TextContent, StringComparison.Ordinal);

        await buyer.PressAndFollow(await answer.Parsed(), "Save the lots", ("Lots[2].Items", "2"));
        var links = (await buyer.Page(path)).QuerySelectorAll(".checks .no a").Where(a => a.GetAttribute("href")!.Contains("/lots", StringComparison.Ordinal)).Select(a => a.TextContent);
        Assert.Equal(["Items of no lot: 1 (0003)."], links);
    }

    private static Round GivenInLots()
    {
        var round = Given.Draft(items: 3);
        round.ReplaceLots([new RoundLot(1, "Pipes"), new RoundLot(2, "Fittings")], new Dictionary<string, int> { ["0001"] = 2, ["0002"] = 1, ["0003"] = 1 });
        return round;
    }
}
