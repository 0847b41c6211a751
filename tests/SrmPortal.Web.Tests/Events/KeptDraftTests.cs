using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Publishing;
using static SrmPortal.Web.Tests.Events.Drafts;

namespace SrmPortal.Web.Tests.Events;

/// <summary>The draft's forms save themselves while they are filled in.</summary>
public sealed partial class KeptDraftTests
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

    /// <summary>Another buyer becomes one of the team.</summary>
    private static Task<int> Joins(Portal portal, string path) => portal.Seen(Scope.System, async db =>
    {
        await Portal.AddStaff(db, 2, StaffRoles.Buyer);
        var number = path.Split('/')[2];
        (await db.Rounds.Include(r => r.Event).SingleAsync(r => r.Event.Number == number)).ChangeTeam([2]);
        return await db.SaveChangesAsync();
    });

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

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_new_item_or_question_that_is_typed_and_not_added_comes_back_for_its_writer_alone(string database)
    {
        await using var portal = await Portal.With(database);
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));

        var kept = await Keep(buyer, await buyer.Page($"{path}/items/new"), "Save the item", ("Name", "Pipe <b>"), ("Quantity", "сорок"), ("Unit", "t"));
        await Keep(buyer, await buyer.Page($"{path}/questions/new"), "Save the question", ("Text", "Who makes it?"), ("Type", "OneOfList"), ("IsMandatory", "true"));
        Assert.True(IsSaid(kept, "whole"));
        Assert.Contains("not added yet", kept.GetAttribute("data-said"), StringComparison.Ordinal);
        Assert.Empty((await Stored(portal, path)).Items);

        var item = await buyer.Page($"{path}/items/new");
        Assert.Equal(("Pipe <b>", "сорок"), (item.Value("Name"), item.Value("Quantity")));
        Assert.Equal("t", item.QuerySelector("[name=Unit] option[selected]")!.GetAttribute("value"));
        Assert.Contains("have not added it", item.Text(), StringComparison.Ordinal);
        Assert.Null(item.QuerySelector(".error-summary"));
        var question = await buyer.Page($"{path}/questions/new");
        Assert.Equal("Who makes it?", question.QuerySelector("[name=Text]")!.TextContent.Trim());
        Assert.NotNull(question.QuerySelector("[name=Type][value=OneOfList][checked]"));
        Assert.NotNull(question.QuerySelector("[name=IsMandatory][type=checkbox][checked]"));

        // A colleague of the team begins with an empty form.
        await Joins(portal, path);
        Assert.Equal("", (await portal.SignedIn("staff:2").Page($"{path}/items/new")).Value("Name") ?? "");

        // What is refused stays kept; what is added is there once, and the form is empty again; what is thrown away is gone.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await buyer.Press(item, "Save the item")).StatusCode);
        Assert.Equal("сорок", (await buyer.Page($"{path}/items/new")).Value("Quantity"));
        await buyer.PressAndFollow(item, "Save the item", ("Quantity", "40"));
        Assert.Equal(("Pipe <b>", 40m), Assert.Single((await Stored(portal, path)).Items.Select(one => (one.Name, one.Quantity))));
        Assert.Equal("", (await buyer.Page($"{path}/items/new")).Value("Name") ?? "");
        var empty = await buyer.PressAndFollow(question, "Throw it away");
        Assert.Equal("", empty.QuerySelector("[name=Text]")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_is_typed_for_a_draft_that_is_published_meanwhile_is_not_kept_and_it_says_so()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));
        var page = await buyer.Page($"{path}/questions/new");
        var tooLong = await Keep(buyer, page, "Save the question", ("Text", new string('x', 30_000)));
        Assert.True(IsSaid(tooLong, "over"));
        var id = (await Stored(portal, path)).Id;
        await portal.Seen(Scope.System, async db => await db.Rounds.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RoundState.PendingApproval)));

        var kept = await Keep(buyer, page, "Save the question", ("Text", "Who?"));

        Assert.True(IsSaid(kept, "over"));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.DraftTexts.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_choice_of_suppliers_saves_itself_and_two_who_choose_at_once_lose_nothing(string database)
    {
        await using var portal = await Portal.With(database, null, 7, 8);
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));
        var (mine, theirs) = (await buyer.Page($"{path}/suppliers?all=true"), await buyer.Page($"{path}/suppliers?all=true"));
        var ids = mine.QuerySelectorAll("[name=Chosen]:not([disabled])").Select(box => box.GetAttribute("value")!).ToArray();
        Assert.True(ids.Length >= 2);

        var kept = await Keep(buyer, mine, "Save the choice", ("Chosen", ids[0]));
        Assert.Equal("chosen: 1", kept.QuerySelector("#chosen")!.TextContent);
        await Keep(buyer, theirs, "Save the choice", ("Chosen", ids[1]));
        Assert.Equal(ids[..2].Order(), (await Stored(portal, path)).ChosenSuppliers.Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)).Order());

        await Keep(buyer, mine, "Save the choice", ("Chosen", $"-{ids[0]}"));
        Assert.Equal(ids[1], Assert.Single((await Stored(portal, path)).ChosenSuppliers).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task One_sitting_stands_in_the_history_once_and_everybody_who_worked_on_it_does()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var page = await Begin(buyer, "Pipes");
        var number = PathOf(page).Split('/')[2];
        Task<int> Records() => portal.Seen(Scope.System, db => db.Audit.CountAsync(record => record.Action == nameof(RoundRevised) && record.Subject == $"{number}/0"));

        foreach (var days in new[] { "30 days", "45 days", "60 days" })
        {
            await Keep(buyer, page, "Save the draft", ("PaymentTerms", days));
        }

        Assert.Equal(1, await Records());
        await buyer.PressAndFollow(page, "Save the draft");
        Assert.Equal(2, await Records());
        await Joins(portal, PathOf(page));
        var colleague = portal.SignedIn("staff:2");
        await Keep(colleague, await colleague.Page(PathOf(page)), "Save the draft", ("PaymentTerms", "90 days"));
        Assert.Equal(3, await Records());
        portal.Clock.Advance(ReviseDraft.Sitting);
        await Keep(colleague, await colleague.Page(PathOf(page)), "Save the draft", ("PaymentTerms", "120 days"));
        Assert.Equal(4, await Records());

        // A right that is given is never left out.
        await Keep(colleague, await colleague.Page(PathOf(page)), "Save the draft", ("Team", "-2"));
        Assert.Equal((4, 2), (await Records(), await portal.Seen(Scope.System, db => db.Audit.CountAsync(record => record.Action == nameof(TeamChanged) && record.Subject == $"{number}/0"))));
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
    }
}
