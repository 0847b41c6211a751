using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Domain.Sourcing;
using static SrmPortal.Web.Tests.Events.Drafts;

namespace SrmPortal.Web.Tests.Events;

/// <summary>Items of a draft: their quantities, and their numbers for ever.</summary>
public sealed class DraftItemsTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    [Theory]
    [InlineData("abc")]
    [InlineData("-5")]
    [InlineData("1e5")]
    [InlineData("1.2345")]
    public async Task A_quantity_that_is_none_is_marked_and_kept_in_the_list_and_at_the_item(string typed)
    {
        var portal = await shared.Once(() => Portal.With(Databases.Sqlite));
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));
        await buyer.PressAndFollow(await buyer.Page($"{path}/items/new"), "Save the item", ("Name", "Pipe"), ("Quantity", "5"), ("Unit", "t"));

        foreach (var (page, button, field) in new[] { ($"{path}/items", "Save the draft", "Items[0001].Quantity"), ($"{path}/items/0001", "Save the item", "Quantity") })
        {
            var answer = await buyer.Press(await buyer.Page(page), button, (field, typed));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var again = await answer.Parsed();
            Assert.Equal(typed, again.Value(field));
            Assert.Equal("true", again.QuerySelector($"[name='{field}']")!.GetAttribute("aria-invalid"));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Items_keep_their_numbers_when_others_are_changed_removed_or_pasted(string database)
    {
        await using var portal = await Portal.With(database);
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));
        await buyer.PressAndFollow(await buyer.Pasted(path, "Pipe 57\t4.2\tt\t15.01.2027\t118900\nPipe 76\t1200\tpcs\r\n\r\nPipe 89\t\tшт"), "Add 3 rows");
        await buyer.PressAndFollow(await buyer.Page($"{path}/items"), "Save the draft", ("Items[0003].Quantity", "7"));
        await buyer.PressAndFollow(await buyer.Page($"{path}/items/0002"), "Remove the item");
        await buyer.PressAndFollow(await buyer.Page($"{path}/items/0001"), "Save the item", ("Name", "Pipe 57×4"));
        await buyer.PressAndFollow(await buyer.Page($"{path}/items/new"), "Save the item", ("Name", "Pipe 108"));

        var number = path.Split('/')[2];
        var items = await portal.Seen(Portal.Buyer, db => db.Rounds.AsNoTracking().Where(r => r.Event.Number == number).SelectMany(r => r.Items)
            .OrderBy(i => i.Number).Select(i => new { i.Number, i.Name, i.Quantity, i.Unit, i.TargetPrice }).ToListAsync());
        Assert.Equal([("0001", "Pipe 57×4", 4.2m, "t", 118900m), ("0003", "Pipe 89", 7, "pcs", null), ("0004", "Pipe 108", 0, "pcs", (decimal?)null)],
            items.Select(i => (i.Number, i.Name, i.Quantity, i.Unit, i.TargetPrice)));
    }
}
