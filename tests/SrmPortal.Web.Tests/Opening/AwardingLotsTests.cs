using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Tests.Opening;

/// <summary>Offers for lots: compared lot by lot, chosen as a whole, and each lot with what became of it.</summary>
public sealed class AwardingLotsTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_lot_is_compared_and_chosen_as_a_whole_and_keeps_what_became_of_it(string database)
    {
        await using var portal = await Opened(database);
        var buyer = portal.SignedIn("buyer");
        var matrix = await buyer.Page(Portal.ComparisonPath);

        // The lots' own order: 0002 stands in the first one. 7 lacks an item of the first lot, 8 and 9 have it whole.
        Assert.Equal(["Lot 1. Fittings", "Pipe 0002", "Pipe 0003", "Lot 2. Pipes", "Pipe 0001"], matrix.QuerySelectorAll(".matrix tbody th b").Select(head => head.TextContent));
        var cells = matrix.QuerySelectorAll("tr.lot")[0].QuerySelectorAll("td");
        Assert.Contains("1 of 2", cells[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("best of complete", cells[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("choose the lot", cells[3].TextContent, StringComparison.Ordinal);
        Assert.Contains("not offered", matrix.QuerySelectorAll("tr.lot")[1].QuerySelectorAll("td")[2].TextContent, StringComparison.Ordinal);

        // With one button the lot, and what else was chosen on the page; a typed reason stays.
        matrix = await Whole(buyer, OpenedEvent.Chosen(matrix, ("0001", 9)), "1:S00000009");
        Assert.Equal([("0001", 9L), ("0002", 9L), ("0003", 9L)], await Lines(portal));
        Assert.Contains("chosen as a whole", matrix.QuerySelectorAll("tr.lot")[0].QuerySelectorAll("td")[3].TextContent, StringComparison.Ordinal);
        Assert.Contains("chosen 2 of 2", matrix.QuerySelectorAll("tr.lot")[0].TextContent, StringComparison.Ordinal);
        matrix.QuerySelector<IHtmlInputElement>("input[name='Reasons[0001]']")!.Value = "Delivered at once.";
        matrix = await Whole(buyer, matrix, "1:S00000008");
        Assert.Equal([("0001", 9L), ("0002", 8L), ("0003", 8L)], await Lines(portal));
        Assert.Equal("Delivered at once.", matrix.QuerySelector<IHtmlInputElement>("input[name='Reasons[0001]']")!.Value);

        // The second lot is not bought.
        var split = await buyer.Page(Portal.ComparisonPath + "/0001");
        await buyer.PressAndFollow(split, "Save the item", ("IsNotBought", "true"), ("Reason", "Found in the store."), ("Shares[0].Quantity", ""), ("Shares[1].Quantity", ""));
        var review = await buyer.PressAndFollow(await buyer.Page(Portal.ComparisonPath), "Review the decision", ("Reasons[0002]", "Cheapest as a lot."), ("Justification", "The lot is cheapest."));
        Assert.Equal(["Lot 1. Fittings|chosen 2 of 2|Supplier 8|2,280.00", "Lot 2. Pipes|chosen 1 of 1|—|0.00"], Lots(review));
        var decided = await buyer.PressAndFollow(review, "Make the decision");
        Assert.Equal(["Lot 1. Fittings|awarded|Supplier 8|2,280.00", "Lot 2. Pipes|not bought|—|0.00"], Lots(decided));
        Assert.Equal([LotState.Awarded, LotState.NotAwarded], (await portal.Seen(Scope.System, db => db.Rounds.AsNoTracking().SingleAsync())).Lots.OrderBy(lot => lot.No).Select(lot => lot.State));
        Assert.Contains("Lot 2. Pipes not bought", string.Join(' ', (await buyer.Page(Portal.RoundPath + "/protocol")).QuerySelectorAll("tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim())))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_saves_and_chooses_no_lot_and_a_lot_or_supplier_that_is_not_there_is_refused()
    {
        await using var portal = await Opened(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var matrix = await buyer.Page(Portal.ComparisonPath);
        var first = matrix.QuerySelector("form:has(.matrix)")!.QuerySelector("button[type=submit]")!;
        Assert.Equal(("Save", null), (first.TextContent, first.GetAttribute("name")));

        foreach (var wrong in new[] { "1:S00000010", "3:S00000009", "2:S00000008", "x", "1:2:3", "-1:S00000009" })
        {
            matrix.QuerySelector("button[name=WholeLot]")!.SetAttribute("value", wrong);
            Assert.Equal((wrong, HttpStatusCode.UnprocessableEntity), (wrong, (await Send(buyer, matrix)).StatusCode));
        }

        Assert.Empty(await Lines(portal));
    }

    private static async Task<Portal> Opened(string database)
    {
        var round = new Round(new SourcingEvent("20067776", 1, Portal.BuyerId), 0, Given.Terms, Enumerable.Range(1, 3).Select(i => new RoundItem($"{i:0000}", $"Pipe {i:0000}", 12, "t")));
        round.ReplaceLots([new RoundLot(1, "Fittings"), new RoundLot(2, "Pipes")], new Dictionary<string, int> { ["0001"] = 2, ["0002"] = 1, ["0003"] = 1 });
        var portal = await Portal.With(database, round, 7, 8, 9);
        await portal.Offer(7, ("0001", 100), ("0002", 80));
        await portal.Offer(8, ("0002", 90), ("0003", 100));
        await portal.Offer(9, ("0001", 110), ("0002", 95), ("0003", 105));
        await portal.Open();
        portal.Clock.SetUtcNow(Portal.Openable.AddMinutes(1));
        return portal;
    }

    private static Task<HttpResponseMessage> Send(HttpClient buyer, IDocument matrix) =>
        buyer.Send(matrix, Portal.ComparisonPath + "?culture=en", ("Revision", "0"), ("WholeLot", matrix.QuerySelector("button[name=WholeLot]")!.GetAttribute("value")!));

    private static Task<IDocument> Whole(HttpClient buyer, IDocument matrix, string lot) =>
        buyer.PressAndFollow(matrix, matrix.QuerySelector($"button[value='{lot}']")!.TextContent);

    private static Task<List<(string, long)>> Lines(Portal portal) => portal.Seen(Scope.System, async db =>
        (await db.AwardLines.OrderBy(l => l.ItemNumber).ToListAsync()).ConvertAll(l => (l.ItemNumber, l.SupplierId)));

    private static string[] Lots(IDocument page) => [.. page.QuerySelectorAll("section[aria-labelledby=lots] tbody tr")
        .Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim().Replace('\u00A0', ' '))))];
}
