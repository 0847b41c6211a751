using System.Diagnostics;
using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using Xunit.Abstractions;

namespace SrmPortal.Web.Tests.Opening;

/// <summary>From the opened offers to the outcome that everybody is told.</summary>
public sealed class AwardingTests(ITestOutputHelper output)
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_buyer_chooses_by_item_with_reasons_and_everybody_is_told_the_own_outcome(string database)
    {
        await using var portal = await OpenedEvent.Begin(database);
        var buyer = portal.SignedIn("buyer");
        var matrix = await buyer.Page(Portal.ComparisonPath);
        Assert.Contains("best price", matrix.QuerySelector("input[name='Choices[0001]'][value='S00000007']")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("+10%", matrix.Text(), StringComparison.Ordinal);

        // 0001 from the dearer, 0002 from the only one: the reason is asked for on the page and by the decision.
        matrix = await buyer.PressAndFollow(OpenedEvent.Chosen(matrix, ("0001", 8), ("0002", 8)), "Save");
        var review = await buyer.Page(Portal.AwardPath);
        Assert.False(review.HasButton("Make the decision"));
        var refused = await (await buyer.Send(review, $"{Portal.AwardPath}/decide?culture=en", ("Revision", "1"))).Parsed();
        Assert.Contains("Item 0001: say why it is not the best price.", refused.Text(), StringComparison.Ordinal);
        Assert.Contains("what the decision as a whole rests on", refused.Text(), StringComparison.Ordinal);
        Assert.Equal(RoundState.Opened, (await portal.StoredRound()).State);
        await portal.DeliverMail();
        Assert.Empty(portal.MailsTo("person80@supplier8.example"));

        review = await buyer.PressAndFollow(matrix, "Review the decision", ("Reasons[0001]", "Delivered a month earlier."), ("Justification", "Time."));
        await buyer.PressAndFollow(review, "Make the decision");

        Assert.Equal([OfferState.Declined, OfferState.Accepted, OfferState.Declined],
            await portal.Seen(Scope.System, db => db.Offers.OrderBy(o => o.SupplierId).Select(o => o.State).ToListAsync()));
        var protocol = (await buyer.Page(Portal.RoundPath + "/protocol")).Text();
        Assert.All(new[] { "Delivered a month earlier.", "Time.", "Supplier 8", "2,640.00" }, said => Assert.Contains(said, protocol, StringComparison.Ordinal));
        await portal.DeliverMail();
        await portal.DeliverMail();
        Assert.Contains("Not chosen", Assert.Single(portal.MailsTo("person70@supplier7.example")).Subject, StringComparison.Ordinal);
        var accepted = Assert.Single(portal.MailsTo("person80@supplier8.example"));
        Assert.Contains("Accepted", accepted.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("110", accepted.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Supplier 7", accepted.TextBody, StringComparison.Ordinal);
        Assert.Empty(portal.MailsTo("person100@supplier10.example"));
        Assert.Equal(3, await portal.Seen(Scope.System, db => db.Notifications.CountAsync(n => n.SupplierId != null && n.Kind == "AwardOutcome")));
    }

    [Fact]
    public async Task A_supplier_sees_the_own_lines_after_the_decision_and_nothing_of_others()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var page = await buyer.PressAndFollow(OpenedEvent.Chosen(await buyer.Page(Portal.ComparisonPath), ("0001", 7), ("0002", 8)), "Review the decision", ("Justification", "The best prices."));
        Assert.Equal(0, await portal.Seen(Portal.Supplier(7), db => db.AwardLines.CountAsync()));

        await buyer.PressAndFollow(page, "Make the decision");

        Assert.Equal([("0001", 12m, 100m)], (await portal.Seen(Portal.Supplier(7), db => db.AwardLines.ToListAsync())).Select(l => (l.ItemNumber, l.Quantity, l.UnitPrice)));
        Assert.Equal([8L], await portal.Seen(Portal.Supplier(8), db => db.AwardLines.Select(l => l.SupplierId).ToListAsync()));
        Assert.Equal(0, await portal.Seen(Portal.Supplier(9), db => db.AwardLines.CountAsync()));
        Assert.Equal(0, await portal.Seen(Portal.Supplier(7), db => db.Awards.CountAsync()));
        foreach (var role in new[] { StaffRoles.Support, StaffRoles.Reviewer, StaffRoles.HeadOfDesk, StaffRoles.Administrator })
        {
            Assert.Equal(0, await portal.Seen(Scope.StaffOf(99, role), async db => await db.Awards.CountAsync() + await db.AwardLines.CountAsync()));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Above_the_threshold_somebody_else_approves_and_nobody_is_told_before(string database)
    {
        await using var portal = await new Portal(database) { Settings = { ["Portal:AwardApprovalThreshold"] = "2000" } }.Filled(OpenedEvent.Draft(), 7, 8, 9, 10);
        await OpenedEvent.Offer(portal);
        await portal.AddStaffMember(3, StaffRoles.Approver);
        await portal.AddStaffMember(13, StaffRoles.Approver);
        var (buyer, approver) = (portal.SignedIn("buyer"), portal.SignedIn("staff:3"));
        Assert.Equal(HttpStatusCode.NotFound, (await approver.GetAsync(Portal.AwardPath)).StatusCode);
        var review = await buyer.PressAndFollow(OpenedEvent.Chosen(await buyer.Page(Portal.ComparisonPath), ("0001", 7), ("0002", 8)), "Review the decision", ("Justification", "The best prices."));
        Assert.DoesNotContain("Make the decision", review.Text(), StringComparison.Ordinal);
        Assert.Contains("Choose who is to approve", (await (await buyer.Press(review, "Send for approval")).Parsed()).Text(), StringComparison.Ordinal);

        OpenedEvent.Choose(review, "Approver", "SRM000000003");
        var waiting = await buyer.PressAndFollow(review, "Send for approval");
        Assert.DoesNotContain("Approve the decision", waiting.QuerySelectorAll("button").Select(button => button.TextContent));
        Assert.Equal(RoundState.AwardProposed, (await portal.StoredRound()).State);
        await SeenAsOpened(portal.SignedIn("supplier:7"));
        await portal.DeliverMail();
        Assert.Contains("Decision to approve", Assert.Single(portal.MailsTo("staff3@group.example")).Subject, StringComparison.Ordinal);

        var back = await approver.Page(Portal.AwardPath);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("staff:13").GetAsync(Portal.AwardPath)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await approver.Press(back, "Return to the author")).StatusCode);
        await approver.PressAndFollow(back, "Return to the author", ("Comment", "Split 0001."));
        Assert.Contains("Split 0001.", (await buyer.Page(Portal.ComparisonPath)).Text(), StringComparison.Ordinal);

        review = await buyer.Page(Portal.AwardPath);
        OpenedEvent.Choose(review, "Approver", "SRM000000003");
        await buyer.PressAndFollow(review, "Send for approval");
        await portal.DeliverMail();
        Assert.Empty(portal.MailsTo("person70@supplier7.example"));
        await approver.PressAndFollow(await approver.Page(Portal.AwardPath), "Approve the decision");

        Assert.Equal(RoundState.Awarded, (await portal.StoredRound()).State);
        await portal.DeliverMail();
        Assert.Single(portal.MailsTo("person70@supplier7.example"));
        var protocol = (await approver.Page(Portal.RoundPath + "/protocol")).Text();
        Assert.Contains("Split 0001.", protocol, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_is_split_or_not_bought_on_its_own_page()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var split = await buyer.Page(Portal.ComparisonPath + "/0001");

        var wrong = await (await buyer.Press(split, "Save the item", ("Shares[0].Quantity", "7"), ("Shares[1].Quantity", "5.5"))).Parsed();
        Assert.Contains("12 was asked for", wrong.QuerySelector("[id='Shares_0__Quantity-e']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("5.5", wrong.Value("Shares[1].Quantity"));
        var abc = await (await buyer.Press(split, "Save the item", ("Shares[0].Quantity", "abc"))).Parsed();
        Assert.Equal("abc", abc.Value("Shares[0].Quantity"));

        var matrix = await buyer.PressAndFollow(split, "Save the item", ("Shares[0].Quantity", "7"), ("Shares[1].Quantity", "5"));
        Assert.Contains("chosen: 7.000 t", matrix.Text().Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal([("0001", 7L, 7m, 700m), ("0001", 8L, 5m, 550m)],
            (await portal.Seen(Portal.Buyer, db => db.AwardLines.OrderBy(l => l.SupplierId).ToListAsync())).Select(l => (l.ItemNumber, l.SupplierId, l.Quantity, l.Amount)));

        // Saving the page of the comparison leaves the split as it is.
        matrix = await buyer.PressAndFollow(OpenedEvent.Chosen(matrix, ("0002", 8)), "Save");
        Assert.Equal(3, await portal.Seen(Portal.Buyer, db => db.AwardLines.CountAsync()));
        split = await buyer.Page(Portal.ComparisonPath + "/0002");
        split.QuerySelector("input[name='IsNotBought'][type=checkbox]")!.SetAttribute("checked", "checked");
        Assert.Contains("either it is bought, or it is not", (await (await buyer.Press(split, "Save the item")).Parsed()).Text(), StringComparison.Ordinal);
        await buyer.PressAndFollow(split, "Save the item", ("Shares[0].Quantity", ""), ("Reason", "Enough in stock."));
        Assert.Equal(2, await portal.Seen(Portal.Buyer, db => db.AwardLines.CountAsync()));
        Assert.Equal("Enough in stock.", await portal.Seen(Portal.Buyer, async db => (await db.Awards.SingleAsync()).NoteOf("0002")!.Reason));
    }

    [Fact]
    public async Task Two_buyers_who_choose_at_once_are_told_of_each_other()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        var (one, other) = (portal.SignedIn("buyer"), portal.SignedIn("staff:2"));
        var (mine, theirs) = (await one.Page(Portal.ComparisonPath), await other.Page(Portal.ComparisonPath));
        await one.PressAndFollow(OpenedEvent.Chosen(mine, ("0001", 7)), "Save");

        var answer = await other.Press(OpenedEvent.Chosen(theirs, ("0001", 8)), "Save");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var shown = await answer.Parsed();
        Assert.Contains("Item 0001: your colleague chose Supplier 7.", shown.Text(), StringComparison.Ordinal);
        Assert.NotNull(shown.QuerySelector("input[name='Choices[0001]'][value='S00000008'][checked]"));
        Assert.Equal([7L], await portal.Seen(Portal.Buyer, db => db.AwardLines.Select(l => l.SupplierId).ToListAsync()));
        await other.PressAndFollow(shown, "Save");
        Assert.Equal([8L], await portal.Seen(Portal.Buyer, db => db.AwardLines.Select(l => l.SupplierId).ToListAsync()));
    }

    [Fact]
    public async Task A_buyer_of_the_site_who_does_not_run_the_event_reads_and_decides_nothing()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        await portal.AddStaffMember(4, StaffRoles.Buyer);
        await portal.AddStaffMember(5, StaffRoles.Auditor);
        var buyer = portal.SignedIn("buyer");
        var page = OpenedEvent.Chosen(await buyer.Page(Portal.ComparisonPath), ("0001", 7));

        foreach (var reader in new[] { portal.SignedIn("staff:4"), portal.SignedIn("staff:5") })
        {
            var read = await reader.Page(Portal.ComparisonPath);
            Assert.Contains("Supplier 8", read.Text(), StringComparison.Ordinal);
            Assert.DoesNotContain("Save", read.QuerySelectorAll("button").Select(button => button.TextContent));
        }

        var forged = portal.SignedIn("staff:4");
        var token = (await forged.Page(Portal.ComparisonPath)).QuerySelector("form[action*=comparison] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await forged.PostAsync(page.Form("Save").Action, new FormUrlEncodedContent(page.Form("Save").Fields
            .Where(field => field.Key != "__RequestVerificationToken").Append(new("__RequestVerificationToken", token))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Awards.CountAsync()));
    }

    [Fact]
    public async Task Ending_without_an_award_declines_every_opened_offer_and_tells_everybody()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");

        await buyer.PressAndFollow(await buyer.Page(Portal.RoundPath + "/not-awarded"), "End without an award", ("Reason", "All prices above the budget."));

        Assert.All(await portal.Seen(Scope.System, db => db.Offers.Select(o => o.State).ToListAsync()), state => Assert.Equal(OfferState.Declined, state));
        await portal.DeliverMail();
        Assert.All(new[] { 7, 8, 9 }, supplier =>
        {
            var mail = Assert.Single(portal.MailsTo($"person{supplier}0@supplier{supplier}.example"));
            Assert.Contains("Not chosen", mail.Subject, StringComparison.Ordinal);
            Assert.DoesNotContain("budget", mail.TextBody, StringComparison.Ordinal);
        });
    }

    [Fact]
    public Task The_comparison_takes_at_most_ten_commands_page_by_page() => Compares(items: 110, offers: 8);

    [ProofFact]
    public Task The_comparison_takes_at_most_ten_commands_and_stays_quick_with_300_items_of_40_suppliers() => Compares(items: 300, offers: 40);

    private async Task Compares(int items, int offers)
    {
        var asked = Enumerable.Range(1, items).Select(i => new RoundItem($"{i:0000}", $"Pipe {i}", 12, "t")).ToArray();
        long[] suppliers = [.. Enumerable.Range(7, offers).Select(key => (long)key)];
        var commands = new CommandLog();
        await using var portal = await Portal.With(Databases.Sqlite, services => services.Intercept(commands),
            new Round(new SourcingEvent("20067776", 1, Portal.BuyerId), 0, Given.Terms, asked), suppliers);
        foreach (var supplier in suppliers)
        {
            await portal.Offer(supplier, [.. asked.Select((item, i) => (item.Number, 100m + (supplier * (i + 3) % 17)))]);
        }

        await portal.Open();
        var buyer = portal.SignedIn("buyer");
        portal.Clock.SetUtcNow(Portal.Openable);
        await buyer.PressAndFollow(OpenedEvent.Chosen(await buyer.Page(Portal.ComparisonPath), [.. asked.Take(50).Select(item => (item.Number, 7L))]), "Save");

        commands.Begin();
        var watch = Stopwatch.StartNew();
        var last = (items + 49) / 50;
        var page = await buyer.Page($"{Portal.ComparisonPath}?page={last}");
        output.WriteLine($"{watch.ElapsedMilliseconds} ms, {commands.Count} commands, parsing included");

        Assert.InRange(commands.Count, 1, 10);

        var shown = items - (50 * (last - 1));
        Assert.Equal(shown * offers, page.QuerySelectorAll("input[type=radio]").Length);
        Assert.Equal(shown, page.QuerySelectorAll("td.best").Length);
        Assert.Contains($"Shown {items - shown + 1}–{items} of {items}", page.Text(), StringComparison.Ordinal);
    }

    private static async Task SeenAsOpened(HttpClient supplier)
    {
        Assert.Contains("Opened, under evaluation", (await supplier.Page(Portal.RoundPath)).QuerySelector(".band")!.TextContent, StringComparison.Ordinal);
        foreach (var (status, rows) in new[] { ("opened", 1), ("proposed", 1), ("awarded", 0) })
        {
            var list = await supplier.Page($"/events?status={status}");
            Assert.Equal(rows, list.QuerySelectorAll("tbody tr").Length);
            Assert.DoesNotContain("waiting for approval", list.Text(), StringComparison.Ordinal);
        }
    }
}
