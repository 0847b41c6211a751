using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Publishing;
using static SrmPortal.Web.Tests.Events.EventAddress;

namespace SrmPortal.Web.Tests.Events;

/// <summary>One round, as suppliers and staff see it before the opening.</summary>
public sealed class EventPageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_supplier_reads_an_event_and_says_whether_it_takes_part_and_the_buyer_sees_both(string database)
    {
        await using var portal = await Portal.With(database, null, 7, 8);
        var supplier = portal.SignedIn("supplier:7");

        var page = await supplier.Page(Event);
        Assert.Contains("1 Dec 2026 12:00 (Moscow, UTC+3)", page.QuerySelector(".band")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("mailto:staff1@group.example?subject=20067776/0", page.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("+7 3435 22-91-17", page.Text(), StringComparison.Ordinal);
        Assert.Contains("Edition 1 of 1 Sep 2026", page.Text().Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(Given.InTime, await portal.Seen(Portal.Supplier(7), db => db.Invitations.Select(i => i.FirstReadAt).SingleAsync()));
        await supplier.PressAndFollow(page, "We will take part");
        var declined = await supplier.PressAndFollow(await supplier.Page($"{Event}/decline"), "Decline", ("Reason", "No capacity until March"));
        Assert.Contains("You declined", declined.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await supplier.Press(await supplier.Page($"{Event}/decline"), "Decline", ("Reason", " "))).StatusCode);

        var seen = await portal.SignedIn("buyer").Page($"{Event}/suppliers");
        var rows = seen.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToArray();
        Assert.Contains("No capacity until March", rows[0], StringComparison.Ordinal);
        Assert.Contains("No answer", rows[1], StringComparison.Ordinal);
        Assert.Equal(["2", "1", "0", "1", "1", "0"], seen.QuerySelectorAll(".counts b").Select(b => b.TextContent));

        portal.Clock.SetUtcNow(Given.Deadline);
        var late = await supplier.Press(page, "We will take part");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Equal(InvitationState.Declined, await portal.Seen(Portal.Supplier(7), db => db.Invitations.Select(i => i.State).SingleAsync()));
    }

    [Fact]
    public async Task Nothing_of_an_offer_shows_on_any_page_of_the_buyer_before_the_opening()
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, 7, 8);
        var (said, saved) = (portal.SignedIn("supplier:7"), portal.SignedIn("supplier:8"));
        await said.PressAndFollow(await said.Page(Event), "We will take part");
        await saved.Page(Event);
        await portal.Save(8, 987654);
        var buyer = portal.SignedIn("buyer");

        async Task<string> Row(string number) => (await buyer.Page($"{Event}/suppliers")).QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(number, StringComparison.Ordinal))
            .TextContent.Replace(number, "", StringComparison.Ordinal).Replace("Supplier 7", "", StringComparison.Ordinal).Replace("Supplier 8", "", StringComparison.Ordinal);
        var before = await Row("S00000008");
        await portal.As(Portal.Supplier(8), services => services.GetRequiredService<SrmPortal.Web.Features.Offers.SubmitOffer>()
            .Submit(portal.RoundId, new SrmPortal.Web.Features.Offers.SubmitForm { WorkingCopyNo = 1, Key = Guid.NewGuid() }, Given.InTime));

        Assert.Equal(before, await Row("S00000008"));
        foreach (var page in new[] { "/", "/events", Event, $"{Event}/suppliers", $"{Event}/items", $"{Event}/questions", $"{Event}/print" })
        {
            var text = (await buyer.Page(page)).Text();
            Assert.DoesNotContain("version", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Saved, not submitted", text, StringComparison.Ordinal);
            Assert.DoesNotContain("987", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_count_of_offers_shows_only_where_the_events_setting_allows_it(bool isShown)
    {
        var draft = new Round(new SourcingEvent("20067776", 1, 1), 0, Given.Terms with { ShowsOfferCount = isShown }, new RoundItem("0001", "Pipe 219×8", 12, "t"));
        await using var portal = await Portal.With(Databases.Sqlite, draft);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);

        Assert.Equal(isShown, (await portal.SignedIn("buyer").Page($"{Event}/suppliers")).Text().Contains("1 offer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Targets_and_estimate_are_shown_to_no_supplier()
    {
        var draft = new Round(new SourcingEvent("20067776", 1, 1), 0, Given.Terms with { EstimatedValue = 7_654_321 },
            new RoundItem("0001", "Pipe", 12, "t") { TargetPrice = 4321.5m, FullName = "Pipe by GOST 8732", Comment = "With certificate" }, new RoundItem("0002", "Bend", 1, "pcs"));
        await using var portal = await Portal.With(Databases.Sqlite, draft);
        var supplier = portal.SignedIn("supplier:7");

        foreach (var path in new[] { Event, $"{Event}/items", $"{Event}/questions", $"{Event}/documents", $"{Event}/print", "/events", "/" })
        {
            var text = (await supplier.Page(path)).Text().Replace("\u00A0", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
            Assert.DoesNotContain("4321", text, StringComparison.Ordinal);
        }

        Assert.Contains("Pipe by GOST 8732", (await supplier.Page($"{Event}/print")).Text(), StringComparison.Ordinal);
        Assert.Contains("With certificate", (await supplier.Page($"{Event}/items")).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await supplier.GetAsync($"{Event}/suppliers")).StatusCode);
    }

    [Fact]
    public async Task Who_has_submitted_withdraws_before_declining_and_a_viewer_answers_nothing()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        var supplier = portal.SignedIn("supplier:7");

        var refused = await supplier.Press(await supplier.Page($"{Event}/decline"), "Decline", ("Reason", "Changed our mind"));

        Assert.Contains("Withdraw it first", (await refused.Parsed()).Text(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleViolation>(() => portal.As(Scope.Supplier(70, 7, CompanyRights.Viewer), services =>
            services.GetRequiredService<SrmPortal.Web.Features.Events.AnswerInvitation>().TakePart(portal.RoundId, Given.InTime)));
    }

    [Theory]
    [InlineData("supplier:7", "decline", "Decline", "Reason")]
    [InlineData("buyer", "extend", "Extend the deadline", "Reason")]
    [InlineData("buyer", "extend", "Answer: the deadline stays", "Answer")]
    public async Task Who_comes_too_late_is_told_so_and_keeps_what_was_typed(string who, string path, string button, string field)
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var asker = portal.SignedIn("supplier:7");
        await asker.PressAndFollow(await asker.Page($"{Event}/clarifications"), "Ask", ("Kind", "MoreTime"), ("Text", "The works answers on Monday"));
        var browser = portal.SignedIn(who);
        var page = await browser.Page($"{Event}/{path}");
        portal.Clock.SetUtcNow(Given.Deadline.AddMilliseconds(1));

        var late = await browser.Press(page, button, (field, "The furnace is down"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var said = await late.Parsed();
        Assert.Contains("The deadline passed on", said.Text(), StringComparison.Ordinal);
        Assert.Equal("The furnace is down", said.QuerySelector($"[name={field}]")!.TextContent.Trim());
        var again = await browser.Page($"{Event}/{path}");
        Assert.Contains("this can’t be done now", again.Text(), StringComparison.Ordinal);
        Assert.Empty(again.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_document_of_the_customer_is_there_for_the_invited_alone_and_its_download_is_kept()
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, 7);
        await portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await Portal.AddSupplier(db, 9, new MembershipRights(true, false, false, true));
            var draft = new Round(new SourcingEvent("20069999", 1, 1), 0, Given.Terms with { Deadline = Given.Deadline.AddDays(9) }, new RoundItem("0001", "Pipe", 1, "t"));
            draft.ChooseSuppliers([7]);
            db.Add(draft);
            return await db.SaveChangesAsync();
        });
        var buyer = portal.SignedIn("buyer");
        var page = await buyer.Page("/events/20069999/0/draft/documents");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("Техническое задание"), "Title" },
            { new ByteArrayContent("%PDF-1.7 content"u8.ToArray()), "File", "zadanie.pdf" },
        };
        Assert.Equal(HttpStatusCode.Redirect, (await buyer.PostAsync("/events/20069999/0/draft/documents", form)).StatusCode);
        var token = await portal.Seen(Scope.System, db => db.Files.Select(f => f.Token).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:7").GetAsync($"/files/{token}")).StatusCode);

        await buyer.Press(await buyer.Page("/events/20069999/0/draft/publish"), "Publish and invite 1 supplier");

        Assert.Contains("Техническое задание", (await portal.SignedIn("supplier:7").Page("/events/20069999/0/documents")).Text(), StringComparison.Ordinal);
        var file = await portal.SignedIn("supplier:7").GetAsync($"/files/{token}");
        Assert.Equal("%PDF-1.7 content", await file.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:9").GetAsync($"/files/{token}")).StatusCode);
        Assert.Equal([(70L, 7L)], await portal.Seen(Scope.System, db => db.Audit.Where(a => a.Action == nameof(RoundDocumentDownloaded)).Select(a => new ValueTuple<long, long>(a.PersonId!.Value, a.ActingFor!.Value)).ToListAsync()));
    }

    [Fact]
    public async Task A_publishing_that_is_rolled_back_invites_nobody()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.DeliverMail();
        var before = portal.Mails.Count;

        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var draft = new Round(new SourcingEvent("20069999", 1, 1), 0, Given.Terms, new RoundItem("0001", "Pipe", 1, "t"));
            draft.ChooseSuppliers([7]);
            db.Add(draft);
            await db.SaveChangesAsync();
            return await db.InTransaction(async () =>
            {
                var round = await db.Rounds.Include(r => r.Event).SingleAsync(r => r.Id == draft.Id);
                round.Publish(1, await services.GetRequiredService<FactsForPublishing>().Of(round, Given.OnPublishing));
                await db.SaveChangesAsync();
                return round.State is RoundState.Published ? throw new InvalidOperationException("The power goes.") : true;
            });
        }));
        await portal.DeliverMail();

        Assert.Equal(before, portal.Mails.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:7").GetAsync("/events/20069999/0")).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_supplier_that_becomes_eligible_later_is_invited_to_running_open_events_once(string database)
    {
        await using var portal = await Portal.With(database);
        await portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var pipes = new Domain.Categories.Category(null, "12", "Трубы", "Pipes");
            db.Add(pipes);
            await db.SaveChangesAsync();
            Domain.Suppliers.Supplier Make(long key) => new($"S{key:00000000}", Given.Company(key), [], [pipes.Id], Given.OnPublishing.AddYears(-1), Given.OnPublishing.AddYears(1));
            var draft = new Round(new SourcingEvent("20069999", 1, 1), 0, Given.Terms with { Audience = Audience.OpenToCategories, Categories = [pipes.Id] }, new RoundItem("0001", "Pipe", 1, "t"));
            db.AddRange(draft, Make(51));
            await db.SaveChangesAsync();
            await services.GetRequiredService<PublishRound>().Publish(draft.Id, 1, Given.OnPublishing);
            db.Add(Make(52));
            return await db.SaveChangesAsync();
        });

        Task<int> Look(DateTime now) => portal.As(Scope.System, services => services.GetRequiredService<InviteToOpenEvents>().Invite(now));
        Assert.Equal(1, await Look(Given.InTime));
        Assert.Equal(0, await Look(Given.InTime));

        Assert.Equal(2, await portal.Seen(Scope.System, db => db.Invitations.CountAsync(i => i.Round.Event.Number == "20069999")));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Outbox.CountAsync(m => m.Kind == nameof(SupplierInvited))));
    }

    [Fact]
    public async Task Of_many_invited_a_page_shows_fifty_and_each_count_leads_to_those_that_it_counts()
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, [.. Enumerable.Range(7, 53).Select(key => (long)key)]);
        var (supplier, buyer) = (portal.SignedIn("supplier:58"), portal.SignedIn("buyer"));
        await supplier.PressAndFollow(await supplier.Page($"{Event}/decline"), "Decline", ("Reason", "No capacity"));
        static string[] Numbers(IDocument page) => [.. page.QuerySelectorAll("tbody th .num").Select(number => number.TextContent)];

        var first = await buyer.Page($"{Event}/suppliers");
        var second = await buyer.Page(first.QuerySelector(".pager a:not([aria-current])")!.GetAttribute("href")!);

        Assert.Equal(["53", "1", "0", "1", "52", "0"], first.QuerySelectorAll(".counts b").Select(count => count.TextContent));
        Assert.Equal((50, "S00000007"), (Numbers(first).Length, Numbers(first)[0]));
        Assert.Equal(["S00000057", "S00000058", "S00000059"], Numbers(second));
        var declined = await buyer.Page(first.QuerySelectorAll(".counts a").Single(link => link.TextContent.Contains("Declined", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Equal(["S00000058"], Numbers(declined));
        Assert.Equal("1 supplier.", declined.QuerySelector("caption")!.TextContent[..11]);

        var again = await buyer.Press(second, "Send again");
        Assert.EndsWith($"{Event}/suppliers?page=2", again.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, Numbers(await buyer.Page($"{Event}/suppliers?page=999&show=nonsense")).Length);
    }

    [Fact]
    public async Task The_buyer_sees_what_became_of_each_mail_and_sends_it_again()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        Assert.Contains("Queued", (await buyer.Page($"{Event}/suppliers")).Text(), StringComparison.Ordinal);
        await portal.DeliverMail();
        var page = await buyer.Page($"{Event}/suppliers");
        Assert.Contains("Handed over", page.Text(), StringComparison.Ordinal);
        Assert.Contains("person70@supplier7.example", page.Text(), StringComparison.Ordinal);

        await buyer.PressAndFollow(page, "Send again");
        await portal.DeliverMail();

        Assert.Equal(2, portal.MailsTo("person70@supplier7.example").Count);
    }
}
