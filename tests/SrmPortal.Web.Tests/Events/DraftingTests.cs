using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Publishing;
using static SrmPortal.Web.Tests.Events.Drafts;

namespace SrmPortal.Web.Tests.Events;

/// <summary>A buyer takes an event from its first line to the invitations.</summary>
public sealed class DraftingTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    private const string Deadline = "15.12.2026";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_buyer_drafts_an_event_and_publishes_it_and_the_suppliers_are_mailed_once(string database)
    {
        await using var portal = await Portal.With(database);
        var buyer = portal.SignedIn("buyer");
        var draft = await Begin(buyer, "Труба бесшовная");
        Assert.Contains("Deadline for offers", draft.Text(), StringComparison.Ordinal);
        var path = PathOf(draft);

        draft = await buyer.PressAndFollow(draft, "Save the draft", ("DeadlineDate", Deadline), ("DeadlineTime", "14:00"), ("EstimatedValue", "900000.50"));
        Assert.Contains("The draft is saved.", draft.Text(), StringComparison.Ordinal);
        var item = await buyer.PressAndFollow(await buyer.Page($"{path}/items/new"), "Save the item", ("Name", "Pipe 57×4"), ("Quantity", "4.2"), ("Unit", "t"), ("TargetPrice", "100"));
        Assert.Contains("0001", item.Text(), StringComparison.Ordinal);
        await buyer.PressAndFollow(await buyer.Page($"{path}/questions/new"), "Save the question", ("Text", "Who is the maker?"), ("IsMandatory", "true"));
        var choice = await buyer.Page($"{path}/suppliers?all=true");
        await buyer.PressAndFollow(choice, "Save the choice", ("Chosen", choice.Value("Chosen")!));
        await portal.DeliverMail();
        var before = portal.Mails.Count;

        var last = await buyer.Page($"{path}/publish");
        Assert.Contains("15 Dec 2026 14:00 (Moscow, UTC+3)", last.Text().Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Empty(last.QuerySelectorAll(".checks .no"));
        var published = await buyer.Press(last, "Publish and invite 1 supplier");
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await buyer.Press(last, "Publish and invite 1 supplier")).StatusCode);
        await portal.DeliverMail();
        await portal.DeliverMail();

        var mail = Assert.Single(portal.Mails.Skip(before));
        Assert.Equal("person70@supplier7.example", mail.To.Mailboxes.Single().Address);
        Assert.Equal("staff1@group.example", mail.ReplyTo.Mailboxes.Single().Address);
        Assert.Contains("Труба бесшовная", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"{Portal.PublicUrl}{path.Replace("/draft", "", StringComparison.Ordinal)}", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Set<Data.Sealing.RoundKey>().CountAsync(k => k.Round.Title == "Труба бесшовная")));

        var seen = await portal.SignedIn("supplier:7").Page(path.Replace("/draft", "", StringComparison.Ordinal));
        Assert.Contains("Accepting offers", seen.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("900", seen.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_list_names_everything_that_is_missing_at_once_each_with_a_link_to_its_place()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));
        await buyer.PressAndFollow(await buyer.Page($"{path}/items/new"), "Save the item", ("Name", "Pipe"));
        await buyer.PressAndFollow(await buyer.Page($"{path}/questions/new"), "Save the question", ("Type", "OneOfList"));

        var publish = await buyer.Page($"{path}/publish?culture=en");
        Assert.False(publish.HasButton("Send for approval"));
        var refused = await buyer.Send(publish, $"{path}/publish/approval?culture=en", ("ApproverId", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);

        var links = (await buyer.Page(path)).QuerySelectorAll(".checks .no a").Select(a => (a.TextContent, Address: a.GetAttribute("href")!)).ToArray();
        Assert.Equal(["#DeadlineDate", "#EstimatedValue", "#Items_0001__Quantity", "#Text", "#Options", ""],
            links.Select(link => link.Address.Contains('#', StringComparison.Ordinal) ? link.Address[link.Address.IndexOf('#', StringComparison.Ordinal)..] : ""));
        foreach (var (_, address) in links.Where(link => link.Address.Contains('#', StringComparison.Ordinal)))
        {
            var page = await buyer.Page(address.Split('#')[0]);
            Assert.True(page.GetElementById(address.Split('#')[1]) is not null, $"{address} leads nowhere.");
        }
    }

    [Theory]
    [InlineData("15.12.2026", "14:00:30", "DeadlineTime", "Write the time")]
    [InlineData("31.02.2027", "14:00", "DeadlineDate", "31.02.2027")]
    [InlineData("15.12.2026", "", "DeadlineTime", "Give the time too")]
    [InlineData("", "14:00", "DeadlineDate", "Give the date too")]
    [InlineData("28.03.2027", "02:30", "DeadlineTime", "Europe/Berlin")]
    public async Task A_deadline_that_cannot_be_understood_is_refused_at_its_field_and_kept(string date, string time, string field, string message)
    {
        var portal = await shared.Once(() => Portal.With(Databases.Sqlite));
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));
        var round = path.Split('/')[2];
        await portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return await db.Rounds.Where(r => r.Event.Number == round).ExecuteUpdateAsync(set => set.SetProperty(r => r.TimeZone, "Europe/Berlin"));
        });

        var answer = await buyer.Press(await buyer.Page(path), "Save the draft", ("DeadlineDate", date), ("DeadlineTime", time), ("PaymentTerms", "30 days"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Parsed();
        Assert.Contains(message, page.GetElementById($"{field}-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((date, time), (page.Value("DeadlineDate"), page.Value("DeadlineTime")));
        Assert.Contains("30 days", page.QuerySelector("[name=PaymentTerms]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20.11.2026", "is in the past")]
    [InlineData("02.12.2026", "At least 24 hours")]
    public async Task A_deadline_that_is_too_near_is_saved_and_blocks_publishing(string date, string message)
    {
        var portal = await shared.Once(() => Portal.With(Databases.Sqlite));
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));

        var saved = await buyer.PressAndFollow(await buyer.Page(path), "Save the draft", ("DeadlineDate", date), ("DeadlineTime", "11:00"), ("EstimatedValue", "1"));
        Assert.Contains(message, saved.QuerySelector(".checks")!.TextContent, StringComparison.Ordinal);
        var publish = await buyer.Page($"{path}/publish");
        Assert.True(publish.HasButton("Back to the draft"));
        Assert.False(publish.HasButton("Publish and invite 0 suppliers"));
        var refused = await buyer.Send(publish, $"{path}/publish");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(message, (await refused.Parsed()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_tabs_the_second_is_shown_what_the_first_saved_and_decides(string database)
    {
        await using var portal = await Portal.With(database);
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));
        var (first, second, items) = (await buyer.Page(path), await buyer.Page(path), await buyer.Page($"{path}/items/new"));
        await buyer.PressAndFollow(first, "Save the draft", ("PaymentTerms", "30 days"));
        await buyer.PressAndFollow(items, "Save the item", ("Name", "Another part of the draft"));

        var answer = await buyer.Press(second, "Save the draft", ("PaymentTerms", "60 days"), ("DeliveryTerms", "By rail"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Parsed();
        Assert.Contains("A colleague saved: 30 days", page.GetElementById("PaymentTerms-e")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("60 days", page.QuerySelector("[name=PaymentTerms]")!.TextContent, StringComparison.Ordinal);
        var decided = await buyer.PressAndFollow(page, "Save the draft");
        Assert.Contains("60 days", decided.QuerySelector("[name=PaymentTerms]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("By rail", decided.QuerySelector("[name=DeliveryTerms]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_buyer_of_another_site_sees_no_draft_and_a_colleague_outside_the_team_changes_none()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.Add(new Site(await db.GroupCompanies.FirstAsync(), "Онежский завод", "Onega works", "Кондопога", "Kondopoga", "Europe/Moscow"));
            await db.SaveChangesAsync();
            await Portal.AddStaff(db, 2, StaffRoles.Buyer, siteId: 2);
            await Portal.AddStaff(db, 3, StaffRoles.Buyer, siteId: 1);
            return true;
        });
        var buyer = portal.SignedIn("buyer");
        var draft = await buyer.PressAndFollow(await buyer.Page("/events/new"), "Begin the draft", ("Title", "Pipes"), ("SiteId", "1"));
        var path = PathOf(draft);

        foreach (var page in new[] { "", "/items", "/items/new", "/questions", "/suppliers", "/publish", "/delete", "/preview" })
        {
            var strange = await portal.SignedIn("staff:2").GetAsync(path + page);
            Assert.True(strange.StatusCode is HttpStatusCode.NotFound, $"{page}: {strange.StatusCode} {await strange.Content.ReadAsStringAsync()}");
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("supplier:7").GetAsync(path + page)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await portal.SignedIn("staff:3").GetAsync(path)).StatusCode);
        var (action, fields) = draft.Form("Save the draft");
        var stranger = portal.SignedIn("staff:3");
        var token = (await stranger.Page("/events/new")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await stranger.PostAsync(action, new FormUrlEncodedContent(fields.Where(field => field.Key != "__RequestVerificationToken").Append(new("__RequestVerificationToken", token))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Only the event’s team can do this.", (await answer.Parsed()).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Onega", (await portal.SignedIn("staff:3").Page("/events/new")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_decides_by_a_forged_form_what_the_form_does_not_ask()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var draft = await Begin(buyer, "Pipes");
        var (action, fields) = draft.Form("Save the draft");

        await buyer.PostAsync(action, new FormUrlEncodedContent(fields.Concat(
            [new("State", "Published"), new("ApproverId", "1"), new("SiteId", "2"), new("Event.BuyerId", "9"), new("Team", "777"), new("CategoryIds", "999"), new("NoticeEdition", "9")])));

        var number = PathOf(draft).Split('/')[2];
        var round = await portal.Seen(Scope.System, db => db.Rounds.Include(r => r.Event).SingleAsync(r => r.Event.Number == number));
        Assert.Equal((RoundState.Draft, null, 1, 1, null), (round.State, round.ApproverId, round.SiteId, round.Event.BuyerId, round.NoticeEdition));
        Assert.Empty(round.Event.Team);
        Assert.Empty(round.Categories);
        var auction = await buyer.PostAsync(action, new FormUrlEncodedContent(fields.Select(field => field.Key == "Kind" ? new("Kind", "ReverseAuction") : field)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, auction.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Numbers_never_come_twice_however_many_begin_at_once(string database)
    {
        await using var portal = await Portal.With(database);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => portal.As(Portal.Buyer, services =>
            services.GetRequiredService<BeginEvent>().Begin(new NewForm { Title = "Pipes", SiteId = 1 }))));

        Assert.Equal(12, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.Equal(8, number.Length));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_open_event_invites_every_accredited_supplier_of_its_categories_or_those_above(string database)
    {
        await using var portal = await Portal.With(database);
        var number = await portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var pipes = new Category(null, "12", "Трубы", "Pipes");
            var seamless = new Category(pipes, "12.04", "Бесшовные", "Seamless");
            var other = new Category(null, "13", "Прокат", "Rolled steel");
            db.AddRange(pipes, seamless, other);
            await db.SaveChangesAsync();
            Supplier Make(long key, Category category, DateTime until) => new($"S{key:00000000}", Given.Company(key), [], [category.Id], Given.OnPublishing.AddYears(-1), until);
            var suspended = Make(53, pipes, Given.OnPublishing.AddYears(1));
            suspended.Suspend("Debt", null, Given.OnPublishing);
            db.AddRange(Make(51, pipes, Given.OnPublishing.AddYears(1)), Make(52, seamless, Given.OnPublishing.AddYears(1)), suspended,
                Make(54, other, Given.OnPublishing.AddYears(1)), Make(55, seamless, Given.OnPublishing.AddDays(-1)));
            var draft = new Round(new SourcingEvent("20069999", 1, 1), 0,
                Given.Terms with { Audience = Audience.OpenToCategories, Categories = [seamless.Id] }, new RoundItem("0001", "Pipe", 1, "t"));
            db.Add(draft);
            await db.SaveChangesAsync();
            await services.GetRequiredService<PublishRound>().Publish(draft.Id, 1, Given.OnPublishing);
            return draft.Event.Number;
        });

        var invited = await portal.Seen(Scope.System, db => db.Invitations.Where(i => i.Round.Event.Number == number)
            .Join(db.Suppliers, i => i.SupplierId, s => s.Id, (_, s) => s.Number).OrderBy(n => n).ToListAsync());
        Assert.Equal(["S00000051", "S00000052"], invited);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_draft_is_deleted_for_good_and_an_event_without_rounds_with_it(string database)
    {
        await using var portal = await Portal.With(database);
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));
        await buyer.PressAndFollow(await buyer.Page($"{path}/items/new"), "Save the item", ("Name", "Pipe"));

        await buyer.PressAndFollow(await buyer.Page($"{path}/delete"), "Delete the draft");

        Assert.Equal(HttpStatusCode.NotFound, (await buyer.GetAsync(path)).StatusCode);
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Events.CountAsync()));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(DraftDeleted))));
    }
}
