using System.Net;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>A buyer who buys for one works or one company sees and begins nothing elsewhere. The event of the stand is of works 1, and run by buyer 1.</summary>
public sealed class StaffScopeTests
{
    private const long Elsewhere = 3, OfCompany = 4;

    private const string Event = "/events/20067776/0";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_buyer_of_another_works_finds_nothing_of_an_event_and_a_colleague_in_its_team_finds_it(string database)
    {
        await using var portal = await Portal.With(database, null, 7);
        await OtherWorks(portal);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        await portal.Open();
        static async Task<int> Seen(PortalDbContext db) => await db.Events.CountAsync() + await db.Rounds.CountAsync() + await db.Offers.CountAsync() + await db.OfferVersions.CountAsync()
            + await db.OfferLines.CountAsync() + await db.OpenedOffers.CountAsync() + await db.Set<RoundChange>().CountAsync() + await db.Invitations.CountAsync(i => db.Rounds.Any(r => r.Id == i.Round.Id));
        var all = await portal.Seen(Portal.Buyer, Seen);
        Assert.True(all > 5);

        Assert.Equal(0, await portal.Seen(Scope.StaffOf(Elsewhere, StaffRoles.Buyer), Seen));
        var stranger = portal.SignedIn($"staff:{Elsewhere}");
        foreach (var path in new[] { "", "/suppliers", "/offers", "/comparison", "/comparison.xlsx", "/award", "/opening", "/protocol", "/history", "/print", "/team", "/documents", "/clarifications", "/draft" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Event + path)).StatusCode);
        }

        Assert.DoesNotContain("20067776/0", (await stranger.Page("/events")).Text(), StringComparison.Ordinal);

        await portal.Seen(Scope.System, async db =>
        {
            (await db.Rounds.Include(r => r.Event).SingleAsync()).ChangeTeam([Elsewhere]);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(all, await portal.Seen(Scope.StaffOf(Elsewhere, StaffRoles.Buyer), Seen));
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(Event + "/team")).StatusCode);
    }

    [Fact]
    public async Task A_buyer_of_a_company_buys_for_its_works_and_no_others()
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, 7);
        await OtherWorks(portal);
        var buyer = portal.SignedIn($"staff:{OfCompany}");

        var page = await buyer.Page("/events/new");
        Assert.Equal(["2"], page.QuerySelectorAll("#SiteId option").Select(option => option.GetAttribute("value")!).Where(value => value.Length > 0));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await buyer.Press(page, "Begin the draft", ("Title", "Pipes"), ("SiteId", "1"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await buyer.Press(page, "Begin the draft", ("Title", "Pipes"), ("SiteId", "2"))).StatusCode);
        Assert.Equal([2L], await portal.Seen(Scope.System, db => db.Events.Where(e => e.BuyerId == OfCompany).Select(e => e.SiteId).ToListAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await buyer.GetAsync("/events/new/from/20067776/0")).StatusCode);
    }

    /// <summary>Works 2 of a company of its own, a buyer of that works, and one of that company.</summary>
    private static Task<int> OtherWorks(Portal portal) => portal.Seen(Scope.System, async db =>
    {
        var site = new Site(new GroupCompany("Трубы", "Pipes"), "Окский завод", "Oka works", "Выкса", "Vyksa", "Europe/Moscow");
        db.Add(site);
        await db.SaveChangesAsync();
        await Portal.AddStaff(db, Elsewhere, StaffRoles.Buyer, site.Id);
        await Portal.AddStaff(db, OfCompany, StaffRoles.Buyer);
        var buyer = await db.Accounts.Include(a => a.Appointments).SingleAsync(a => a.Id == OfCompany);
        buyer.TakeDuties(new StaffDuties(StaffRoles.Buyer, [], [new BuyerPlace(site.Company.Id, null)]), otherAdministrators: 1);
        return await db.SaveChangesAsync();
    });
}
