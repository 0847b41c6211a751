using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Offers;
using SrmPortal.Web.Features.Opening;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Tests.Opening;

/// <summary>A round /1, and a /2, among some of those who took part: as the buyer and the suppliers meet it.</summary>
public sealed class NextRoundTests
{
    private const string NextPath = Portal.RoundPath + "/next", Second = "/events/20067776/1", Third = "/events/20067776/2";

    private static readonly DateTime SecondDeadline = new(2026, 12, 8, 9, 0, 0, DateTimeKind.Utc), ThirdDeadline = SecondDeadline.AddDays(7);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_submits_anew_and_whose_earlier_offer_stands_are_compared_and_awarded_together_through_to_a_third_round(string database)
    {
        await using var portal = await OpenedEvent.Begin(database);
        var buyer = portal.SignedIn("buyer");
        await Publish(buyer, portal, "0");

        // 9 is left out and told so; 7 and 8 are invited; nothing can be decided on /0 any more.
        await portal.DeliverMail();
        await portal.DeliverMail();
        Assert.Contains("continued without your company", Assert.Single(portal.MailsTo("person90@supplier9.example")).Subject, StringComparison.Ordinal);
        Assert.Contains("Invitation", Assert.Single(portal.MailsTo("person70@supplier7.example")).Subject, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:9").GetAsync(Second)).StatusCode);
        Assert.Contains("isn’t invited", (await portal.SignedIn("supplier:9").Page(Portal.OfferPath)).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Next round", (await buyer.Page(Portal.ComparisonPath)).QuerySelectorAll("a.btn").Select(button => button.TextContent));
        Assert.Equal(RoundState.Superseded, (await portal.StoredRound()).State);

        // A key of its own, from the first keystroke.
        var keys = await portal.Seen(Scope.System, db => db.Set<RoundKey>().OrderBy(key => key.RoundId).Select(key => key.WrappedBySealing).ToListAsync());
        Assert.Equal(2, keys.Count);
        Assert.NotEqual(keys[0], keys[1]);

        // 7 begins with its earlier price and lowers it; 8 does nothing.
        var supplier = portal.SignedIn("supplier:7");
        var form = await supplier.Page(Second + "/offer");
        Assert.Equal("100.00", form.Value("Lines[0001].UnitPrice"));
        Assert.Contains("at most 100.00", form.Text(), StringComparison.Ordinal);
        Assert.Contains("takes part with the offer to 20067776/0", form.Text(), StringComparison.Ordinal);
        var review = await supplier.PressAndFollow(form, "Review and submit", ("Lines[0001].UnitPrice", "95"), ("ValidUntil", "1 Apr 2027"), ("Vat", "GENERAL"));
        await supplier.PressAndFollow(review, "Submit the offer", ("BlanksAreMeant", "true"), ("Signs", "true"));
        await Open(portal, 1, SecondDeadline);

        var matrix = await buyer.Page(Second + "/comparison?against=earlier");
        Assert.All(new[] { "the offer of 20067776/0 stands", "−5%", "earlier 100.00" }, said => Assert.Contains(said, matrix.Text(), StringComparison.Ordinal));
        Assert.Contains("95.00", matrix.QuerySelector("td.best")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("your offer to 20067776/0 takes part", (await portal.SignedIn("supplier:8").Page(Second + "/offer")).Text(), StringComparison.Ordinal);

        // The third round: 8 stands from the first, through the second.
        await Publish(buyer, portal, "1");
        await Open(portal, 2, ThirdDeadline);
        matrix = await buyer.Page(Third + "/comparison");
        Assert.Contains("the offer of 20067776/0 stands", matrix.Text(), StringComparison.Ordinal);
        Assert.Contains("the offer of 20067776/1 stands", matrix.Text(), StringComparison.Ordinal);
        review = await buyer.PressAndFollow(OpenedEvent.Chosen(matrix, ("0001", 7), ("0002", 8)), "Review the decision", ("Justification", "The best prices."));
        await buyer.PressAndFollow(review, "Make the decision");
        Assert.Equal([(7L, 95m), (8L, 110m)], (await portal.Seen(Scope.System, db => db.AwardLines.OrderBy(l => l.SupplierId).ToListAsync())).Select(l => (l.SupplierId, l.UnitPrice)));
        Assert.Contains("the offer of 20067776/0 stands", (await buyer.Page(Third + "/protocol")).Text(), StringComparison.Ordinal);
        Assert.Contains("Partly accepted", (await portal.SignedIn("supplier:8").Page(Third + "/offer")).Text(), StringComparison.Ordinal);
        portal.ForgetMails();
        await portal.DeliverMail();
        await portal.DeliverMail();
        Assert.Contains("20067776/2", portal.MailsTo("person80@supplier8.example")[^1].Subject, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_documents_come_along_as_copies_of_their_own_and_what_the_antivirus_holds_does_not(string database)
    {
        await using var portal = await Portal.With(database, OpenedEvent.Draft(), 7, 8, 9, 10);
        var buyer = portal.SignedIn("buyer");
        await portal.Seen(Scope.System, db => db.Rounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RoundState.Draft)));
        foreach (var name in new[] { "Задание.pdf", "Held.pdf" })
        {
            await buyer.PressWithFiles(await buyer.Page(Portal.RoundPath + "/draft/documents"), "Attach the document", [("File", name, Encoding.UTF8.GetBytes($"%PDF-1.7 {name}"))], ("Title", "What is to be done"));
        }

        await portal.Seen(Scope.System, async db => await db.Files.Where(f => f.Name == "Held.pdf").ExecuteUpdateAsync(set => set.SetProperty(f => f.Scan, ScanState.Waiting))
            + await db.Rounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RoundState.Published)));
        await OpenedEvent.Offer(portal);
        await Publish(buyer, portal, "0");

        var supplier = portal.SignedIn("supplier:7");
        var link = Assert.Single((await supplier.Page(Second + "/documents")).QuerySelectorAll("main a[href^='/files/']"));
        Assert.Contains("What is to be done", (await supplier.Page(Second + "/documents")).Text(), StringComparison.Ordinal);
        Assert.Equal("%PDF-1.7 Задание.pdf", await (await supplier.GetAsync(link.GetAttribute("href"))).Content.ReadAsStringAsync());
        // Who was left out keeps the first round's, and does not get this one.
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:9").GetAsync(link.GetAttribute("href"))).StatusCode);
        Assert.Equal(3, (await portal.Seen(Scope.System, db => db.Files.Select(f => f.StoreName).Distinct().ToListAsync())).Count);
    }

    [Fact]
    public async Task A_rise_is_refused_at_its_field_in_the_form_in_a_sheet_and_in_a_block_and_what_was_typed_stays()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        await Publish(portal.SignedIn("buyer"), portal, "0");
        var supplier = portal.SignedIn("supplier:8");
        var form = await supplier.Page(Second + "/offer");

        var refused = await supplier.Press(form, "Save", ("Lines[0001].UnitPrice", "110.01"), ("Lines[0002].UnitPrice", "109"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Parsed();
        Assert.Contains("Your price in round 20067776/0 was 110 RUB", page.QuerySelector("#e0001_UnitPrice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector("[name='Lines[0001].UnitPrice']")!.GetAttribute("aria-invalid"));
        Assert.Equal("110.01", page.Value("Lines[0001].UnitPrice"));
        Assert.Null(page.QuerySelector("#e0002_UnitPrice"));
        Assert.Equal(3, await portal.Seen(Scope.System, db => db.Offers.CountAsync()));

        var sheet = SpreadsheetWriter.Write(new WrittenSheet("20067776-1", [new SheetColumn("No."), new SheetColumn("Quantity offered"), new SheetColumn("Price without VAT, RUB")],
            [[WrittenCell.Text("0001"), WrittenCell.Number(12, 3), WrittenCell.Number(110.5m, 2)], [WrittenCell.Text("0002"), WrittenCell.Number(12, 3), WrittenCell.Number(100, 2)]]));
        var preview = await (await supplier.PressWithFiles(await supplier.Page(Second + "/offer/prices"), "Show what will change", [("File", "prices.xlsx", sheet)])).Parsed();
        Assert.Contains("prices may only fall", preview.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("C2", preview.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        form = await supplier.PressAndFollow(preview, "Save 1 line");
        Assert.Equal(("110.00", "100.00"), (form.Value("Lines[0001].UnitPrice"), form.Value("Lines[0002].UnitPrice")));
    }

    [Fact]
    public async Task Nothing_takes_part_of_who_declined_or_took_a_new_offer_back_and_without_any_offer_nothing_is_opened()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        await Publish(portal.SignedIn("buyer"), portal, "0");
        var eight = portal.SignedIn("supplier:8");
        await eight.PressAndFollow(await eight.Page(Second + "/decline"), "Decline", ("Reason", "No capacity"));
        await Submit(portal, 7, 90);
        var round = await RoundId(portal, 1);
        await portal.As(Portal.Supplier(7), async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            (await db.Offers.Include(o => o.Round.Event).SingleAsync(o => o.Round.Id == round)).Withdraw(maySubmit: true, portal.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(OpeningOutcome.NothingToOpen, await Open(portal, 1, SecondDeadline));
    }

    [Fact]
    public async Task What_is_wrong_on_the_page_that_begins_it_is_said_there_and_a_second_one_is_not_begun()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var page = await buyer.Page(NextPath);
        Assert.Equal(3, page.QuerySelectorAll("input[name=Suppliers]:checked").Length);

        var refused = await (await buyer.Press(page, "Begin the draft of round 20067776/1",
            ("Suppliers", "-S00000007"), ("Suppliers", "-S00000008"), ("Suppliers", "-S00000009"), ("DeadlineDate", "8 Dec 2026"))).Parsed();
        Assert.Contains("give the time too", refused.Text(), StringComparison.Ordinal);
        Assert.Empty(refused.QuerySelectorAll("input[name=Suppliers]:checked"));
        refused = await (await buyer.Press(refused, "Begin the draft of round 20067776/1", ("DeadlineTime", "12:00"))).Parsed();
        Assert.Contains("Choose at least one supplier.", refused.Text(), StringComparison.Ordinal);

        page = await buyer.Page(NextPath);
        await buyer.PressAndFollow(page, "Begin the draft of round 20067776/1");
        Assert.Contains("Round 20067776/1 is there already.", (await buyer.Page(NextPath)).Text(), StringComparison.Ordinal);
        Assert.Contains("is there already", (await (await buyer.Send(page, NextPath + "?culture=en", ("Suppliers", "S00000007"), ("Items", "0001"), ("Kind", "Rebidding"))).Parsed()).Text(), StringComparison.Ordinal);
        Assert.Equal(2, await portal.Seen(Scope.System, db => db.Rounds.CountAsync()));

        // Deciding on the first is still possible, and then the second can't go out.
        var review = await buyer.PressAndFollow(OpenedEvent.Chosen(await buyer.Page(Portal.ComparisonPath), ("0001", 7), ("0002", 8)), "Review the decision", ("Justification", "The best prices."));
        await buyer.PressAndFollow(review, "Make the decision");
        Assert.Contains("The round before is not under evaluation any more", (await buyer.Page(Second + "/draft/publish")).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:7").GetAsync(Second)).StatusCode);
    }

    [Fact]
    public async Task How_many_rounds_there_are_is_shown_from_the_first_and_no_more_are_begun()
    {
        await using var portal = await new Portal(Databases.Sqlite).Filled(new Round(new SourcingEvent("20067776", 1, Portal.BuyerId, 2), 0, Given.Terms with { AnnouncedRounds = 1 }, new RoundItem("0001", "Pipe", 12, "t")), 7);
        Assert.Contains("Round 1 of at most 1.", (await portal.SignedIn("supplier:7").Page(Portal.RoundPath)).Text(), StringComparison.Ordinal);
        await portal.Offer(7, ("0001", 100));
        await portal.Open();
        var buyer = portal.SignedIn("buyer");

        var page = await buyer.Page(NextPath);
        Assert.Contains("The number of rounds that was announced, at most 1, is reached.", page.Text(), StringComparison.Ordinal);
        Assert.False(page.HasButton("Begin the draft of round 20067776/1"));
    }

    private static async Task Publish(HttpClient buyer, Portal portal, string no)
    {
        var from = int.Parse(no, System.Globalization.CultureInfo.InvariantCulture);
        var page = await buyer.Page($"/events/20067776/{no}/next");
        var (name, deadline) = ($"20067776/{from + 1}", from == 0 ? "8 Dec 2026" : "15 Dec 2026");
        (string, string)[] typed = [("DeadlineDate", deadline), ("DeadlineTime", "12:00"), .. from == 0 ? [("Suppliers", "-S00000009")] : Array.Empty<(string, string)>()];
        await buyer.PressAndFollow(page, $"Begin the draft of round {name}", typed);
        var publish = await buyer.Page($"/events/{name}/draft/publish");
        Assert.Contains(from == 0 ? "Supplier 9; they are told so at once." : "Invited by name", publish.Text(), StringComparison.Ordinal);
        await buyer.PressAndFollow(publish, "Publish and invite 2 suppliers");
    }

    private static Task<long> RoundId(Portal portal, int no) => portal.Seen(Scope.System, db => db.Rounds.Where(r => r.No == no).Select(r => r.Id).SingleAsync());

    private static async Task Submit(Portal portal, long supplier, decimal price)
    {
        var (round, now) = (await RoundId(portal, 1), portal.Clock.GetUtcNow().UtcDateTime);
        var content = Portal.Lines("RUB", ("0001", price)) with { ValidUntil = new DateOnly(2027, 4, 1) };
        await portal.As(Portal.Supplier(supplier), services => services.GetRequiredService<SaveOffer>().Save(round, content, 0, now));
        await portal.As(Portal.Supplier(supplier), services => services.GetRequiredService<SubmitOffer>()
            .Submit(round, new SubmitForm { WorkingCopyNo = 1, Key = Guid.NewGuid(), BlanksAreMeant = true, Signs = true }, now));
    }

    private static async Task<OpeningOutcome> Open(Portal portal, int no, DateTime deadline)
    {
        var at = deadline + Given.Drain;
        portal.Clock.SetUtcNow(at.AddMinutes(1));
        var round = await RoundId(portal, no);
        return await portal.As(Scope.StaffOf(Portal.BuyerId, Domain.Accounts.StaffRoles.Buyer), services => services.GetRequiredService<OpenRound>().Open(round, at));
    }
}
