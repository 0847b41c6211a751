using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Publishing;
using static SrmPortal.Web.Tests.Events.Drafts;

namespace SrmPortal.Web.Tests.Events;

/// <summary>The draft's forms save themselves while they are filled in.</summary>
public sealed class KeptDraftTests
{
    /// <summary>Sends a form as its script does.</summary>
    private static async Task<IElement> Keep(HttpClient buyer, IDocument page, string button, params (string Name, string Value)[] typed)
    {
        var (_, fields) = page.Form(button, typed);
        var address = page.QuerySelector("form[data-autosave]")!.GetAttribute("data-autosave")!;
        var answer = await buyer.PostAsync(address, new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var kept = (await answer.Parsed()).GetElementById("kept")!;
        if (!IsSaid(kept, "over"))
        {
            page.QuerySelector("input[name=BasedOn]")!.SetAttribute("value", kept.GetAttribute("data-mark")!);
        }

        return kept;
    }

    private static bool IsSaid(IElement kept, string what) => kept.GetAttribute($"data-{what}") == "true";

    private static async Task<Round> Stored(Portal portal, string path)
    {
        var number = path.Split('/')[2];
        return await portal.Seen(Scope.System, db => db.Rounds.AsNoTracking().Include(r => r.Event).SingleAsync(r => r.Event.Number == number));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_typed_is_saved_again_and_again_and_the_check_list_follows(string database)
    {
        await using var portal = await Portal.With(database);
        var buyer = portal.SignedIn("buyer");
        var page = await Begin(buyer, "Pipes");

        var kept = await Keep(buyer, page, "Save the draft", ("DeadlineDate", "15.12.2026"), ("DeadlineTime", "14:00"));
        Assert.True(IsSaid(kept, "whole"));
        Assert.DoesNotContain("Set the deadline", kept.QuerySelector("#checklist")!.TextContent, StringComparison.Ordinal);
        kept = await Keep(buyer, page, "Save the draft", ("EstimatedValue", "900000.50"));
        Assert.StartsWith("Saved ", kept.GetAttribute("data-said"), StringComparison.Ordinal);

        var stored = await Stored(portal, PathOf(page));
        Assert.Equal((RoundState.Draft, 900_000.50m, new DateTime(2026, 12, 15, 11, 0, 0, DateTimeKind.Utc)), (stored.State, stored.EstimatedValue, stored.Deadline));
        await buyer.PressAndFollow(page, "Save the draft", ("PaymentTerms", "30 days"));
        Assert.Equal("30 days", (await Stored(portal, PathOf(page))).PaymentTerms);
        var revision = stored.Revision;
        await Keep(buyer, await buyer.Page(PathOf(page)), "Save the draft");
        Assert.Equal(revision + 1, (await Stored(portal, PathOf(page))).Revision);
    }

    [Fact]
    public async Task What_cannot_be_understood_stays_as_it_was_saved_and_the_rest_is_kept()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var page = await Begin(buyer, "Pipes");
        await Keep(buyer, page, "Save the draft", ("EstimatedValue", "900"), ("DeadlineDate", "15.12.2026"), ("DeadlineTime", "14:00"));

        var kept = await Keep(buyer, page, "Save the draft", ("EstimatedValue", "1e5"), ("DeadlineTime", ""), ("PaymentTerms", "30 days"), ("Rates[1].Code", "USD"), ("Rates[1].Rate", "abc"));

        Assert.False(IsSaid(kept, "whole"));
        Assert.Contains("but for 3 fields", kept.GetAttribute("data-said"), StringComparison.Ordinal);
        var stored = await Stored(portal, PathOf(page));
        Assert.Equal((900m, true, "30 days", 1), (stored.EstimatedValue, stored.HasDeadline, stored.PaymentTerms, stored.Rates.Count));
        var answer = await buyer.Press(page, "Save the draft");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("1e5", (await answer.Parsed()).Value("EstimatedValue"));
    }

    [Fact]
    public async Task One_that_a_colleague_has_overtaken_saves_nothing_and_says_so()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var mine = await Begin(buyer, "Pipes");
        await Keep(buyer, await buyer.Page(PathOf(mine)), "Save the draft", ("PaymentTerms", "60 days"));

        var kept = await Keep(buyer, mine, "Save the draft", ("DeliveryTerms", "By rail"));

        Assert.True(IsSaid(kept, "over"));
        Assert.Contains("colleague", kept.GetAttribute("data-said"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(("60 days", ""), ((await Stored(portal, PathOf(mine))).PaymentTerms, (await Stored(portal, PathOf(mine))).DeliveryTerms));
        var answer = await buyer.Press(mine, "Save the draft", ("DeliveryTerms", "By rail"));
        Assert.Contains("A colleague saved: 60 days", (await answer.Parsed()).GetElementById("PaymentTerms-e")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_arrives_after_the_publishing_changes_nothing()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var page = await Begin(buyer, "Pipes");
        var path = PathOf(page);
        await Keep(buyer, page, "Save the draft", ("DeadlineDate", "15.12.2026"), ("DeadlineTime", "14:00"), ("EstimatedValue", "900"));
        await buyer.PressAndFollow(await buyer.Pasted(path, "Pipe\t1\tt"), "Add 1 row");
        var choice = await buyer.Page($"{path}/suppliers?all=true");
        await buyer.PressAndFollow(choice, "Save the choice", ("Chosen", choice.Value("Chosen")!));
        var id = (await Stored(portal, path)).Id;
        await portal.As(Portal.Buyer, services => services.GetRequiredService<PublishRound>().Publish(id, Portal.BuyerId, Given.OnPublishing));

        var kept = await Keep(buyer, page, "Save the draft", ("PaymentTerms", "30 days"));

        Assert.True(IsSaid(kept, "over"));
        Assert.Equal((RoundState.Published, ""), ((await Stored(portal, path)).State, (await Stored(portal, path)).PaymentTerms));
    }

    [Fact]
    public async Task Items_quantities_questions_and_lots_save_themselves_too_and_what_is_gone_is_said()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));
        await buyer.PressAndFollow(await buyer.Pasted(path, "Pipe 1\t1\tt\nPipe 2\t2\tt"), "Add 2 rows");
        await buyer.PressAndFollow(await buyer.Page($"{path}/questions/new"), "Save the question", ("Text", "Who?"));

        await Keep(buyer, await buyer.Page($"{path}/items"), "Save the draft", ("Items[0001].Quantity", "7"), ("Items[0002].Quantity", "abc"));
        var item = await buyer.Page($"{path}/items/0002");
        await Keep(buyer, item, "Save the item", ("Name", "Pipe two"), ("TargetPrice", "x"));
        await Keep(buyer, await buyer.Page($"{path}/questions/1"), "Save the question", ("Text", "Who makes it?"));
        await Keep(buyer, await buyer.Page($"{path}/lots"), "Save the lots", ("Lots[1].Title", "Pipes"), ("Lots[1].Items", "1"), ("Lots[2].Title", "Others"), ("Lots[2].Items", "9"));

        var stored = await Stored(portal, path);
        Assert.Equal([("Pipe 1", 7, 1), ("Pipe two", 2, null)], stored.Items.OrderBy(one => one.Number).Select(one => (one.Name, one.Quantity, one.Lot)));
        Assert.Equal(("Who makes it?", "Pipes"), (Assert.Single(stored.Questions).Text, Assert.Single(stored.Lots).Title));

        await buyer.PressAndFollow(item, "Remove the item");
        Assert.True(IsSaid(await Keep(buyer, item, "Save the item", ("Name", "Pipe 3")), "over"));
        Assert.Equal("", (await buyer.Page($"{path}/items/new")).QuerySelector("form[action*='/items/new']")!.GetAttribute("data-autosave"));
    }
}
