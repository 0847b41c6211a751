using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;
using static SrmPortal.Web.Tests.Events.Drafts;

namespace SrmPortal.Web.Tests.Events;

/// <summary>An earlier event as the start of a new one.</summary>
public sealed class CopyEventTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_earlier_event_is_found_and_taken_over_without_what_was_of_its_time(string database)
    {
        await using var portal = await Portal.With(database, Given.Draft(items: 3), 7, 8);
        await portal.As(Scope.System, services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return db.InTransaction(async () =>
            {
                (await db.Suppliers.SingleAsync(s => s.Id == 8)).Suspend("Debt", null, Given.OnPublishing);
                return true;
            });
        });
        var buyer = portal.SignedIn("buyer");
        var found = await buyer.Page("/events/new/from?q=*776*");
        Assert.Equal("20067776/0 · Request for proposals", Assert.Single(found.QuerySelectorAll("tbody .sub")).TextContent);
        Assert.Contains("Nothing is found by “washers”", (await buyer.Page("/events/new/from?q=washers")).Text(), StringComparison.Ordinal);

        var page = await buyer.Page(found.QuerySelector("tbody a")!.GetAttribute("href")!);
        Assert.Contains("Supplier 8 (suspended)", page.Text(), StringComparison.Ordinal);
        var draft = await buyer.PressAndFollow(page, "Begin the draft", ("Title", "Pipes again"));

        Assert.Contains("The draft is begun as 20067776/0 was.", draft.Text(), StringComparison.Ordinal);
        var number = PathOf(draft).Split('/')[2];
        var begun = await portal.Seen(Scope.System, db => db.Rounds.AsNoTracking().Include(r => r.Event).SingleAsync(r => r.Event.Number == number));
        Assert.Equal((RoundState.Draft, false, "Pipes again", 3), (begun.State, begun.HasDeadline, begun.Title, begun.Items.Count));
        Assert.Equal([7], begun.ChosenSuppliers);
        Assert.Equal([null, null], begun.Rates.Select(rate => rate.Rate));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Invitations.CountAsync(i => i.Round.Id == begun.Id)));
        Assert.DoesNotContain("9999", (await buyer.Page($"{PathOf(draft)}/preview")).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(draft.QuerySelectorAll(".checks .no"), fault => fault.TextContent.Contains("item", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_not_ticked_stays_behind_and_input_that_is_wrong_comes_back()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Given.Draft(items: 3));
        var buyer = portal.SignedIn("buyer");
        var page = await buyer.Page("/events/new/from/20067776/0");

        var answer = await buyer.Press(page, "Begin the draft", ("Title", ""), ("WithItems", "false"), ("WithSuppliers", "false"), ("Kind", "Tender"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var again = await answer.Parsed();
        Assert.Contains("Say in a line what is bought.", again.Text(), StringComparison.Ordinal);
        Assert.Equal([false, true, true, false], new[] { "WithItems", "WithQuestions", "WithTerms", "WithSuppliers" }.Select(box => again.QuerySelector($"[name={box}][type=checkbox]")!.HasAttribute("checked")));
        var draft = await buyer.PressAndFollow(again, "Begin the draft", ("Title", "Only the terms"));

        var number = PathOf(draft).Split('/')[2];
        var begun = await portal.Seen(Scope.System, db => db.Rounds.AsNoTracking().SingleAsync(r => r.Event.Number == number));
        Assert.Equal((EventKind.Tender, 0, 0, 1_000_000m), (begun.Kind, begun.Items.Count, begun.ChosenSuppliers.Count, begun.EstimatedValue));
    }

    [Fact]
    public async Task Neither_a_draft_nor_an_event_of_another_site_is_taken()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Given.Draft());
        var (buyer, stranger) = (portal.SignedIn("buyer"), portal.SignedIn("staff:2"));
        var draft = PathOf(await Begin(buyer, "Pipes")).Replace("/draft", "", StringComparison.Ordinal).Replace("/events/", "/events/new/from/", StringComparison.Ordinal);
        await portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.Add(new Site(await db.GroupCompanies.FirstAsync(), "Онежский завод", "Onega works", "Кондопога", "Kondopoga", "Europe/Moscow"));
            await db.SaveChangesAsync();
            await Portal.AddStaff(db, 2, StaffRoles.Buyer, siteId: 2);
            return true;
        });

        Assert.Equal(HttpStatusCode.NotFound, (await buyer.GetAsync(draft)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/events/new/from/20067776/0")).StatusCode);
        Assert.Empty((await stranger.Page("/events/new/from")).QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Send(await stranger.Page("/events/new"), "/events/new/from/20067776/0", ("Title", "Stolen"), ("SiteId", "2"), ("Kind", "Tender"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("supplier:7").GetAsync("/events/new/from")).StatusCode);
        var other = await buyer.Send(await buyer.Page("/events/new"), "/events/new/from/20067776/0", ("Title", "Elsewhere"), ("SiteId", "99"), ("Kind", "Tender"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }
}
