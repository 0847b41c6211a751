using System.Net;
using AngleSharp.Dom;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Web.Tests.Opening;

/// <summary>What a supplier's pages of an event and of its offer say when nothing can be entered any more.</summary>
public sealed class OutcomeTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Everybody_who_took_part_sees_the_own_outcome_of_each_line_and_nothing_of_others(string database)
    {
        await using var portal = await OpenedEvent.Begin(database);
        var before = (await portal.SignedIn("supplier:8").Page(Portal.OfferPath)).Text();
        Assert.Contains("opened and is being evaluated", before, StringComparison.Ordinal);
        Assert.DoesNotContain("The outcome of each line", before, StringComparison.Ordinal);

        await Decide(portal, ("0001", 7), ("0002", 8));

        foreach (var path in new[] { Portal.RoundPath, Portal.OfferPath })
        {
            var best = await portal.SignedIn("supplier:7").Page(path);
            Assert.Contains("Your offer was accepted.", best.Text(), StringComparison.Ordinal);
            Assert.Equal(["0001 Pipe 219×8|12.000 t|100.00|Chosen|1,200.00"], Rows(best));

            var part = await portal.SignedIn("supplier:8").Page(path);
            Assert.Contains("Part of your offer was accepted.", part.Text(), StringComparison.Ordinal);
            Assert.Equal(["0001 Pipe 219×8|12.000 t|110.00|Not chosen|—", "0002 Elbow|12.000 t|110.00|Chosen|1,320.00"], Rows(part));

            var none = await portal.SignedIn("supplier:9").Page(path);
            Assert.Contains("your offer was not chosen", none.Text(), StringComparison.Ordinal);
            Assert.Equal(["0001 Pipe 219×8|12.000 t|120.00|Not chosen|—"], Rows(none));
            Assert.All(new[] { best, part, none }, page => Assert.DoesNotContain("Supplier 1", page.Text(), StringComparison.Ordinal));
            Assert.All(new[] { part, none }, page => Assert.DoesNotContain("100.00", page.Text(), StringComparison.Ordinal));
        }

        var invited = await portal.SignedIn("supplier:10").Page(Portal.RoundPath);
        Assert.Empty(Rows(invited));
        Assert.Contains("You made none", (await portal.SignedIn("supplier:10").Page(Portal.OfferPath)).Text(), StringComparison.Ordinal);
        Assert.Empty(Rows(await portal.SignedIn("buyer").Page(Portal.RoundPath)));
    }

    [Fact]
    public async Task A_line_of_which_less_is_bought_says_how_much()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        await buyer.PressAndFollow(await buyer.Page(Portal.ComparisonPath + "/0001"), "Save the item",
            ("Shares[0].Quantity", "7"), ("Shares[1].Quantity", "5"), ("Reason", "Two sources."));
        await Decide(portal, ("0002", 8));

        var page = await portal.SignedIn("supplier:7").Page(Portal.OfferPath);

        Assert.Equal(["0001 Pipe 219×8|12.000 t|100.00|Chosen in part: 7.000 t|700.00"], Rows(page));
    }

    [Fact]
    public async Task After_the_deadline_an_offer_is_only_read_and_a_form_sent_too_late_comes_back_with_what_was_typed()
    {
        await using var portal = await Portal.With(Databases.Sqlite, OpenedEvent.Draft(), 7, 8);
        await portal.Offer(7, ("0001", 100));
        var supplier = portal.SignedIn("supplier:7");
        var form = await supplier.Page(Portal.OfferPath);
        portal.Clock.SetUtcNow(Given.Deadline);

        var late = await supplier.Press(form, "Save", ("Lines[0001].UnitPrice", "95"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var again = await late.Parsed();
        Assert.Contains("The deadline passed on", again.Text(), StringComparison.Ordinal);
        Assert.Equal("95", again.Value("Lines[0001].UnitPrice"));

        var page = await supplier.Page(Portal.OfferPath);
        Assert.Empty(page.QuerySelectorAll("main form, main input, main select, main button"));
        Assert.Contains("sealed until the opening", page.Text(), StringComparison.Ordinal);
        Assert.Contains("Version 1, as it was submitted", page.Text(), StringComparison.Ordinal);
        Assert.Contains("1,200.00", page.Text(), StringComparison.Ordinal);
        var review = await supplier.GetAsync(Portal.OfferPath + "/review");
        Assert.Equal((HttpStatusCode.Redirect, Portal.OfferPath), (review.StatusCode, review.Headers.Location?.ToString()));
        Assert.Contains("You made none.", (await portal.SignedIn("supplier:8").Page(Portal.OfferPath)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_in_force_at_the_deadline_is_named_so()
    {
        await using var portal = await Portal.With(Databases.Sqlite, OpenedEvent.Draft(), 7, 8);
        await portal.Offer(7, ("0001", 100));
        await Save(portal, 7, "90");
        await Save(portal, 8, "80");
        portal.Clock.SetUtcNow(Given.Deadline);

        var page = await portal.SignedIn("supplier:7").Page(Portal.OfferPath);
        var (changed, saved) = (page.Text(), (await portal.SignedIn("supplier:8").Page(Portal.OfferPath)).Text());

        Assert.Empty(page.QuerySelectorAll("main form, main input, main select"));
        Assert.Contains("What counts is version 1, shown here.", changed, StringComparison.Ordinal);
        Assert.Contains("100.00", changed, StringComparison.Ordinal);
        Assert.DoesNotContain("90.00", changed, StringComparison.Ordinal);
        Assert.Contains("Your offer was saved, but not submitted.", saved, StringComparison.Ordinal);
        Assert.Contains("80.00", saved, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approver_finds_a_proposed_award_at_home_and_among_the_approvals()
    {
        await using var portal = await new Portal(Databases.Sqlite) { Settings = { ["Portal:AwardApprovalThreshold"] = "2000" } }.Filled(OpenedEvent.Draft(), 7, 8, 9, 10);
        await OpenedEvent.Offer(portal);
        await portal.AddStaffMember(3, StaffRoles.Approver);
        var (buyer, approver) = (portal.SignedIn("buyer"), portal.SignedIn("staff:3"));
        var review = await buyer.PressAndFollow(OpenedEvent.Chosen(await buyer.Page(Portal.ComparisonPath), ("0001", 7), ("0002", 8)),
            "Review the decision", ("Justification", "The best prices."));
        OpenedEvent.Choose(review, "Approver", "SRM000000003");
        await buyer.PressAndFollow(review, "Send for approval");

        foreach (var path in new[] { "/", "/approvals" })
        {
            var page = await approver.Page(path);
            Assert.NotNull(page.QuerySelector(".sidenav a[href='/approvals']"));
            Assert.Contains("since 1 Dec 2026", page.QuerySelector(".todo-when")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector($".todo a[href='{Portal.AwardPath}']"));
        }

        Assert.Null((await buyer.Page("/")).QuerySelector(".sidenav a[href='/approvals']"));
        var supplier = portal.SignedIn("supplier:7");
        foreach (var path in new[] { Portal.RoundPath, Portal.RoundPath + "/items", "/events", "/events?status=opened" })
        {
            Assert.DoesNotContain("waiting for approval", (await supplier.Page(path)).Text(), StringComparison.Ordinal);
        }

        Assert.Single((await supplier.Page("/events?status=opened")).QuerySelectorAll("tbody tr"));
        await approver.PressAndFollow(await approver.Page(Portal.AwardPath), "Approve the decision");
        Assert.Empty((await approver.Page("/approvals")).QuerySelectorAll(".todo"));
    }

    private static async Task Decide(Portal portal, params (string Item, long Supplier)[] choices)
    {
        var buyer = portal.SignedIn("buyer");
        var page = await buyer.PressAndFollow(OpenedEvent.Chosen(await buyer.Page(Portal.ComparisonPath), choices), "Review the decision", ("Justification", "The best prices."));
        await buyer.PressAndFollow(page, "Make the decision");
    }

    private static async Task Save(Portal portal, long company, string price)
    {
        var supplier = portal.SignedIn($"supplier:{company}");
        await supplier.PressAndFollow(await supplier.Page(Portal.OfferPath), "Save", ("Lines[0001].UnitPrice", price));
    }

    private static string[] Rows(IDocument page) => [.. page.QuerySelectorAll("[aria-labelledby=outcome] tbody tr")
        .Select(row => string.Join('|', row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))))];
}
