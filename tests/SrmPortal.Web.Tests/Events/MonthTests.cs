using System.Globalization;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Tests.Opening;

namespace SrmPortal.Web.Tests.Events;

/// <summary>The figures of a month, the lists behind them, and what to do next.</summary>
public sealed class MonthTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_figure_of_a_month_leads_to_as_many_events_as_it_counts(string database)
    {
        await using var portal = await Portal.With(database, new Round(new SourcingEvent("20067776", 1, Portal.BuyerId, 2), 0, Given.Terms,
            new RoundItem("0001", "Pipe 219×8", 12, "t") { TargetPrice = 110 }, new RoundItem("0002", "Elbow", 12, "t") { TargetPrice = 120 }), 7, 8, 9);
        await OpenedEvent.Offer(portal);
        // Another one that was opened in the same month, without any offer stored, and decided in the month before.
        await portal.BoughtBefore("20060001", "4711", 100);
        var buyer = portal.SignedIn("buyer");
        var review = await buyer.PressAndFollow(OpenedEvent.Chosen(await buyer.Page(Portal.ComparisonPath), ("0001", 7), ("0002", 8)), "Review the decision", ("Justification", "The best prices."));
        await buyer.PressAndFollow(review, "Make the decision");

        var month = await buyer.Page("/events/month?month=2026-12&mine=true");

        // 12 × 110 + 12 × 120 at the targets, 12 × 100 + 12 × 110 paid.
        Assert.Contains("240.00\u00A0RUB", month.Text(), StringComparison.Ordinal);
        Assert.Contains("8.7%", month.Text(), StringComparison.Ordinal);
        Assert.Equal("1.5", Figure(month, "Offers on average"));
        Assert.Equal("0%", Figure(month, "With one offer only: 0"));
        Assert.Equal("1", Figure(month, "Awarded"));
        Assert.Contains("3.0", month.QuerySelectorAll("tbody tr")[0].TextContent, StringComparison.Ordinal);
        var figures = month.QuerySelectorAll("ul.counts a").Where(figure => int.TryParse(figure.QuerySelector("b")!.TextContent, CultureInfo.InvariantCulture, out _)).ToArray();
        Assert.NotEmpty(figures);
        foreach (var figure in figures)
        {
            var list = await buyer.Page(figure.GetAttribute("href")!);
            Assert.Equal(int.Parse(figure.QuerySelector("b")!.TextContent, CultureInfo.InvariantCulture), list.QuerySelectorAll("table.tbl tbody tr").Length);
        }

        Assert.Equal("2", Figure(await buyer.Page("/events/month?month=2026-11&mine=true"), "All"));
        Assert.Empty((await buyer.Page("/events?mine=true&opened=2026-12&offers=one")).QuerySelectorAll("table.tbl tbody tr"));
        Assert.Contains("With one offer", (await buyer.Page("/events?offers=one")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_outside_learns_by_a_filter_how_many_offers_there_are_and_another_site_sees_none_of_it()
    {
        await using var portal = await Portal.With(Databases.Sqlite, OpenedEvent.Draft(), 7, 8, 9, 10);
        await portal.Offer(7, ("0001", 100));
        await portal.Open();
        portal.Clock.SetUtcNow(Portal.Openable.AddMinutes(1));
        await portal.AddStaffMember(5, StaffRoles.Buyer, site: 99);

        Assert.Single((await portal.SignedIn("buyer").Page("/events?offers=one&opened=2026-12")).QuerySelectorAll("table.tbl tbody tr"));
        foreach (var filter in new[] { "offers=one", "opened=2026-11", "decided=2026-12" })
        {
            Assert.Single((await portal.SignedIn("supplier:7").Page($"/events?{filter}")).QuerySelectorAll("table.tbl tbody tr"));
        }

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await portal.SignedIn("supplier:7").GetAsync("/events/month")).StatusCode);
        Assert.Equal("0", Figure(await portal.SignedIn("staff:5").Page("/events/month?month=2026-12"), "Opened in the month"));
    }

    [Fact]
    public async Task The_list_says_what_to_do_next_and_leads_there()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");

        var next = (await buyer.Page("/events?mine=true")).QuerySelector("td .sub a")!;

        Assert.StartsWith("Compare and choose", next.TextContent, StringComparison.Ordinal);
        Assert.Equal(Portal.ComparisonPath, next.GetAttribute("href"));
        Assert.Equal("Complete and publish, Answer the suppliers, Open the offers, No offers: end it, Change the decision", string.Join(", ",
            Next(RoundState.Draft), Next(RoundState.Published, question: true), Next(RoundState.Closed), Next(RoundState.Closed, empty: true), Next(RoundState.Opened, returned: true)));
    }

    private static string? Next(RoundState state, bool question = false, bool empty = false, bool returned = false) => Features.Events.NextStep.Of(new Features.Events.EventList.Row
    {
        Number = "20067776",
        No = 0,
        Kind = EventKind.Tender,
        Title = "",
        Place = "",
        PlaceEn = "",
        StoredState = state is RoundState.Closed ? RoundState.Published : state,
        Deadline = state is RoundState.Closed ? Given.OnPublishing : Given.Deadline,
        WasOpened = false,
        Buyer = null,
        Invitation = null,
        Offer = null,
        HasOpenQuestion = question,
        IsFoundEmpty = empty,
        IsReturned = returned,
    }, Given.OnPublishing)?.Words;

    private static string Figure(IDocument page, string words) =>
        page.QuerySelectorAll("ul.counts li").First(one => one.TextContent.EndsWith(words, StringComparison.Ordinal)).QuerySelector("b")!.TextContent;
}
