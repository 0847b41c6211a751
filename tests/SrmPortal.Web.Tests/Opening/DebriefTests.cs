using AngleSharp;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Results;
using SrmPortal.Web.Tests.Events;

namespace SrmPortal.Web.Tests.Opening;

/// <summary>What suppliers learn of what was not chosen, as the event said before they offered; and what their company's results are afterwards.</summary>
public sealed class DebriefTests
{
    [Theory]
    [InlineData(Debrief.Nothing, "Only the own outcome", null, null)]
    [InlineData(Debrief.Rank, "The own place by price", "place 3 by price", "place 2 by price")]
    [InlineData(Debrief.PriceGap, "By how many percent the own price is above", "20% above the chosen one", "10% above the chosen one")]
    public async Task A_supplier_learns_what_the_event_allows_and_no_name_or_price_of_others(Debrief debrief, string rule, string? dearest, string? second)
    {
        await using var portal = await Opened(debrief);
        Assert.Contains(rule, (await portal.SignedIn("supplier:9").Page(Portal.RoundPath)).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("by price", (await portal.SignedIn("supplier:9").Page(Portal.OfferPath)).Text(), StringComparison.Ordinal);
        await Decide(portal);
        await portal.DeliverMail();

        foreach (var (supplier, said) in new[] { (9, dearest), (8, second) })
        {
            var page = await portal.SignedIn($"supplier:{supplier}").Page(Portal.OfferPath);
            var cell = page.QuerySelector("tbody tr td:nth-of-type(3)")!.TextContent;
            Assert.Equal(said is null ? "Not chosen" : $"Not chosen {said}", string.Join(' ', cell.Split((char[])[' ', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)));
            Assert.All(new[] { "Supplier 7", "100.00" }, secret => Assert.DoesNotContain(secret, page.Text(), StringComparison.Ordinal));
            var mail = Assert.Single(portal.MailsTo($"person{supplier}0@supplier{supplier}.example")).TextBody!;
            Assert.All(new[] { "Supplier 7", "100.00" }, secret => Assert.DoesNotContain(secret, mail, StringComparison.Ordinal));
        }

        // 9 offers one of two items: only a gap can be told of the whole; 8 offers both, and only that one is lost.
        string Letter(int supplier) => string.Join(' ', Assert.Single(portal.MailsTo($"person{supplier}0@supplier{supplier}.example")).TextBody!.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        var letter = Letter(9);
        Assert.Equal(debrief is Debrief.PriceGap, letter.Contains("20% above the chosen one", StringComparison.Ordinal));
        Assert.DoesNotContain("place", letter, StringComparison.Ordinal);
        Assert.Equal(debrief is Debrief.Rank, Letter(8).Contains("has place 1 by price", StringComparison.Ordinal));
        var winner = await portal.SignedIn("supplier:7").Page(Portal.OfferPath);
        Assert.DoesNotContain("by price", winner.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("chosen one", winner.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rule_is_chosen_in_the_draft_and_is_none_of_an_amendments_matters()
    {
        await using var portal = await Portal.With(Databases.Sqlite, new Round(new SourcingEvent("20067776", 1, Portal.BuyerId), 0, Given.Terms with { Debrief = Debrief.Rank }, new RoundItem("0001", "Pipe", 12, "t")), 7);
        var buyer = portal.SignedIn("buyer");
        static string? Chosen(IDocument form) => form.QuerySelector("input[name=Debrief][checked]")!.GetAttribute("value");
        var form = await Drafts.Begin(buyer, "Pipes");
        Assert.Equal("Nothing", Chosen(form));

        await buyer.PressAndFollow(form, "Save the draft", ("Debrief", "PriceGap"));

        Assert.Equal("PriceGap", Chosen(await buyer.Page(Drafts.PathOf(form))));
        Assert.Equal("Rank", Chosen(await buyer.PressAndFollow(await buyer.Page("/events/new/from/20067776/0"), "Begin the draft", ("Title", "Pipes again"))));
        Assert.DoesNotContain(typeof(RoundContent).GetProperties(), property => property.Name == "Debrief");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_company_finds_its_own_results_by_words_outcome_and_year_and_none_of_others(string database)
    {
        var commands = new CommandLog();
        await using var portal = await Opened(Debrief.PriceGap, database, commands);
        var nine = portal.SignedIn("supplier:9");
        Assert.Contains("No results yet", (await nine.Page("/results")).Text(), StringComparison.Ordinal);
        await Decide(portal);
        commands.Begin();

        var page = await portal.SignedIn("supplier:8").Page("/results");

        Assert.InRange(commands.Count, 1, 10);
        Assert.Equal(["20067776/0|Pipes|1 Dec 2026|2,640.00 RUB|Partly accepted|1,320.00 RUB|50%|10% above the chosen one"], Rows(page));
        Assert.Equal(["20067776/0|Pipes|1 Dec 2026|1,440.00 RUB|Not chosen|—|—|20% above the chosen one"], Rows(await nine.Page("/results")));
        Assert.Equal(["20067776/0|Pipes|1 Dec 2026|1,200.00 RUB|Accepted|1,200.00 RUB|100%|—"], Rows(await portal.SignedIn("supplier:7").Page("/results")));
        Assert.Empty(Rows(await portal.SignedIn("supplier:10").Page("/results")));
        foreach (var (query, found) in new[] { ("outcome=declined", 1), ("outcome=accepted", 0), ("q=*677*", 1), ("q=pip*", 1), ("q=valves", 0), ("year=2026", 1), ("year=2025", 0), ("page=2", 0), ("outcome=not-opened", 0), ("year=abc&outcome=xyz&page=-1", 1) })
        {
            Assert.Equal((query, found), (query, Rows(await nine.Page($"/results?{query}")).Length));
        }

        Assert.Equal([9L], await portal.Seen(Portal.Supplier(9), db => db.OfferResults.Select(r => r.SupplierId).ToListAsync()));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await portal.SignedIn("buyer").GetAsync("/results")).StatusCode);
    }

    [Fact]
    public async Task Results_go_over_pages_the_latest_first()
    {
        await using var portal = await Opened(Debrief.Nothing);
        await portal.Seen(Scope.System, async db =>
        {
            for (var i = 1; i <= ResultsFilter.PageSize + 3; i++)
            {
                var round = Given.Published(new Round(new SourcingEvent($"200688{i:00}", 1, Portal.BuyerId, 2), 0, Given.Terms with { Title = $"Pipes {i}" }, new RoundItem("0001", "Pipe", 12, "t")), 7);
                db.Add(Given.SubmittedOffer(round));
                round.Cancel(Portal.BuyerId, "Not needed any more.", Given.OnPublishing.AddMinutes(i));
                await db.SaveChangesAsync();
            }

            return true;
        });

        var seven = portal.SignedIn("supplier:7");
        var (first, second) = (await seven.Page("/results"), await seven.Page("/results?page=2"));
        Assert.Equal((ResultsFilter.PageSize, 3), (Rows(first).Length, Rows(second).Length));
        Assert.StartsWith("20068828/0|Pipes 28", Rows(first)[0], StringComparison.Ordinal);
        Assert.StartsWith("20068801/0|Pipes 1", Rows(second)[^1], StringComparison.Ordinal);
        Assert.Contains(first.QuerySelectorAll("a"), link => link.GetAttribute("href") == "/results?page=2");
        Assert.Empty(Rows(await portal.SignedIn("supplier:8").Page("/results?page=2")));
    }

    [Fact]
    public async Task Results_name_what_was_cancelled_or_not_opened()
    {
        await using var portal = await Opened(Debrief.Nothing);
        await Decide(portal);
        await portal.Seen(Scope.System, db => db.Offers.Where(o => o.SupplierId == 8).ExecuteUpdateAsync(set => set.SetProperty(o => o.OpenedIntact, (bool?)null).SetProperty(o => o.State, Domain.Offers.OfferState.NeedsConfirmation)));
        Assert.Contains("Not opened", Assert.Single(Rows(await portal.SignedIn("supplier:8").Page("/results?outcome=not-opened"))), StringComparison.Ordinal);
        await portal.Seen(Scope.System, db => db.Rounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RoundState.Cancelled)));
        Assert.Contains("Event cancelled", Assert.Single(Rows(await portal.SignedIn("supplier:9").Page("/results?outcome=cancelled"))), StringComparison.Ordinal);
    }

    private static async Task<Portal> Opened(Debrief debrief, string database = Databases.Sqlite, CommandLog? commands = null)
    {
        var portal = await Portal.With(database, services => services.Intercept(commands ?? new CommandLog()), new Round(new SourcingEvent("20067776", 1, Portal.BuyerId, 2), 0, Given.Terms with { Debrief = debrief, Title = "Pipes" },
            new RoundItem("0001", "Pipe 219×8", 12, "t"), new RoundItem("0002", "Elbow", 12, "t")), 7, 8, 9, 10);
        await OpenedEvent.Offer(portal);
        return portal;
    }

    private static async Task Decide(Portal portal)
    {
        var buyer = portal.SignedIn("buyer");
        var page = await buyer.PressAndFollow(OpenedEvent.Chosen(await buyer.Page(Portal.ComparisonPath), ("0001", 7), ("0002", 8)), "Review the decision", ("Justification", "The best prices."));
        await buyer.PressAndFollow(page, "Make the decision");
    }

    private static string[] Rows(IDocument page) => [.. page.QuerySelectorAll("main table.tbl tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim().Replace('\u00A0', ' '))))];
}
