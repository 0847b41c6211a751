using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Features.Team;
using static SrmPortal.Web.Tests.Events.EventAddress;

namespace SrmPortal.Web.Tests.Events;

/// <summary>Who runs an event: the team, a deputy for some days, another buyer for good.</summary>
public sealed class TeamTests
{
    [Fact]
    public async Task The_team_changes_after_publishing_too_and_whoever_leaves_can_act_no_more()
    {
        await using var portal = await Stand();
        var (buyer, colleague) = (portal.SignedIn("buyer"), portal.SignedIn("staff:2"));
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"{Event}/extend")).StatusCode);

        await buyer.PressAndFollow(await buyer.Page($"{Event}/team"), "Save the team", ("Members", "2"));
        Assert.Equal(HttpStatusCode.OK, (await colleague.GetAsync($"{Event}/extend")).StatusCode);

        // A supplier knows the responsible buyer alone.
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("supplier:7").GetAsync($"{Event}/team")).StatusCode);
        Assert.DoesNotContain("Buyer 2", (await portal.SignedIn("supplier:7").Page(Event)).Text(), StringComparison.Ordinal);

        var page = await buyer.Page($"{Event}/team");
        var (action, fields) = page.Form("Save the team");
        await buyer.PostAsync(action, new FormUrlEncodedContent(fields.Where(field => field.Key != "Members")));
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"{Event}/extend")).StatusCode);
        Assert.False((await colleague.Page($"{Event}/team")).HasButton("Save the team"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_deputy_acts_from_the_first_to_the_last_day_also_in_events_that_come_meanwhile(string database)
    {
        await using var portal = await Stand(database);
        var (buyer, deputy) = (portal.SignedIn("buyer"), portal.SignedIn("staff:2"));
        await portal.ReadAllMails();

        // Named for tomorrow and the day after.
        await buyer.PressAndFollow(await buyer.Page("/absence"), "Name the deputy", ("DeputyId", "2"), ("From", "2 Dec 2026"), ("Until", "3 Dec 2026"));
        Assert.Equal(HttpStatusCode.NotFound, (await deputy.GetAsync("/events/20068888/0/extend")).StatusCode);
        await portal.DeliverMail();
        Assert.Contains("2 Dec 2026 — 3 Dec 2026", Assert.Single(portal.MailsTo("staff2@group.example")).Subject!.Replace('\u00A0', ' '), StringComparison.Ordinal);

        await At(portal, new DateTime(2026, 12, 1, 21, 0, 0, DateTimeKind.Utc));
        Assert.Equal(HttpStatusCode.OK, (await deputy.GetAsync("/events/20068888/0/extend")).StatusCode);
        Assert.Contains("20068888/0", (await deputy.Page("/events?mine=true")).Text(), StringComparison.Ordinal);
        Assert.Contains("instead of Buyer 1", (await deputy.Page("/events/20068888/0/team")).Text(), StringComparison.Ordinal);
        await Publish(portal, "20068889");
        await At(portal, new DateTime(2026, 12, 2, 9, 0, 0, DateTimeKind.Utc));
        Assert.Equal(HttpStatusCode.OK, (await deputy.GetAsync("/events/20068889/0/extend")).StatusCode);

        // Saving the team in between doesn't send the deputy away, and doesn't make the place a permanent one.
        await buyer.PressAndFollow(await buyer.Page("/events/20068888/0/team"), "Save the team");
        await At(portal, new DateTime(2026, 12, 3, 21, 0, 0, DateTimeKind.Utc));
        Assert.Equal(HttpStatusCode.NotFound, (await deputy.GetAsync("/events/20068888/0/extend")).StatusCode);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Events.SelectMany(e => e.Team).CountAsync()));
    }

    [Fact]
    public async Task A_deputyship_ends_by_a_button_and_wrong_ones_are_refused_at_their_fields()
    {
        await using var portal = await Stand();
        var buyer = portal.SignedIn("buyer");
        async Task Refused(string words, params (string, string)[] typed) =>
            Assert.Contains(words, (await (await buyer.Press(await buyer.Page("/absence"), "Name the deputy", typed)).Parsed()).Text(), StringComparison.Ordinal);

        await Refused("Choose a colleague.", ("From", "2 Dec 2026"), ("Until", "3 Dec 2026"));
        await Refused("before the first", ("DeputyId", "2"), ("From", "5 Dec 2026"), ("Until", "3 Dec 2026"));
        await Refused("over already", ("DeputyId", "2"), ("From", "1 Nov 2026"), ("Until", "3 Nov 2026"));
        await Refused("At most 366 days", ("DeputyId", "2"), ("From", "2 Dec 2026"), ("Until", "5 Dec 2028"));

        var named = await buyer.PressAndFollow(await buyer.Page("/absence"), "Name the deputy", ("DeputyId", "2"), ("From", "1 Dec 2026"), ("Until", "9 Dec 2026"));
        Assert.Equal(HttpStatusCode.OK, (await portal.SignedIn("staff:2").GetAsync("/events/20068888/0/extend")).StatusCode);
        // Another buyer of the works, who sees nobody's deputyship but the own, sends no deputy away.
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 3, StaffRoles.Buyer);
            return await db.SaveChangesAsync();
        });
        var third = portal.SignedIn("staff:3");
        await third.PressAndFollow(await third.Page("/absence"), "Name the deputy", ("DeputyId", "1"), ("From", "1 Dec 2026"), ("Until", "9 Dec 2026"));
        Assert.Equal(HttpStatusCode.OK, (await portal.SignedIn("staff:2").GetAsync("/events/20068888/0/extend")).StatusCode);
        await buyer.PressAndFollow(named, "End Buyer 2");
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("staff:2").GetAsync("/events/20068888/0/extend")).StatusCode);
        var colleague = portal.SignedIn("staff:2");
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.Send(await colleague.Page("/absence"), "/absence/1/end")).StatusCode);
    }

    [Fact]
    public async Task All_undecided_events_go_to_another_buyer_of_the_same_works_and_that_one_is_told_once()
    {
        await using var portal = await Stand();
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 3, StaffRoles.Buyer, siteId: 99);
            return await db.SaveChangesAsync();
        });
        var buyer = portal.SignedIn("buyer");
        Assert.Contains("doesn’t buy for these works", (await buyer.Page("/absence/hand-over?toId=3")).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Hand over 2", (await buyer.Page("/absence/hand-over?toId=3")).Text(), StringComparison.Ordinal);
        await portal.ReadAllMails();

        var page = await buyer.Page("/absence/hand-over?toId=2");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await buyer.Press(page, "Hand over 2 events")).StatusCode);
        await buyer.PressAndFollow(page, "Hand over 2 events", ("Reason", "Moves to logistics"));

        Assert.Equal([2L, 2L], await portal.Seen(Scope.System, db => db.Events.Select(e => e.BuyerId).ToListAsync()));
        Assert.Contains("mailto:staff2@group.example", (await portal.SignedIn("supplier:7").Page("/events/20068888/0")).Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await buyer.GetAsync("/events/20068888/0/extend")).StatusCode);
        await portal.DeliverMail();
        Assert.Contains("20068888/0", Assert.Single(portal.MailsTo("staff2@group.example")).TextBody, StringComparison.Ordinal);
        Assert.Equal(2, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(EventHandedOver))));
    }

    [Fact]
    public async Task A_buyer_hands_over_nothing_of_anybody_else()
    {
        await using var portal = await Stand();
        var colleague = portal.SignedIn("staff:2");
        Assert.Contains("There is nothing to hand over", (await colleague.Page("/absence/hand-over?fromId=1&toId=1")).Text(), StringComparison.Ordinal);

        var sent = await colleague.Send(await colleague.Page("/absence"), "/absence/hand-over", ("FromId", "1"), ("ToId", "1"), ("Reason", "I want them"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Equal([1L, 1L], await portal.Seen(Scope.System, db => db.Events.Select(e => e.BuyerId).ToListAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.GetAsync("/administration/hand-over?fromId=1&toId=2")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("supplier:7").GetAsync("/absence")).StatusCode);
    }

    [Fact]
    public async Task A_deputy_who_is_blocked_or_buys_elsewhere_leaves_the_team_until_that_is_over_and_the_colleague_sees_it()
    {
        await using var portal = await Stand();
        var (buyer, deputy, now) = (portal.SignedIn("buyer"), portal.SignedIn("staff:2"), portal.Clock.GetUtcNow().UtcDateTime);
        Task<bool> InTeam() => portal.Seen(Scope.System, db => db.Events.AnyAsync(e => e.Number == "20068888" && e.Team.Any(m => m.AccountId == 2)));
        Task<int> Is(Action<UserAccount> change) => portal.Seen(Scope.System, async db =>
        {
            change(await db.Accounts.Include(a => a.Appointments).SingleAsync(a => a.Id == 2));
            return await db.SaveChangesAsync();
        });
        await buyer.PressAndFollow(await buyer.Page("/absence"), "Name the deputy", ("DeputyId", "2"), ("From", "1 Dec 2026"), ("Until", "9 Dec 2026"));
        Assert.True(await InTeam());

        await Is(person => person.Block("Has left", 1, now));
        await At(portal, now);
        Assert.False(await InTeam());
        Assert.Contains("can’t sign in now", (await buyer.Page("/absence")).Text(), StringComparison.Ordinal);
        await Is(person => person.Unblock());
        await At(portal, now);
        Assert.True(await InTeam());
        Assert.Equal(HttpStatusCode.OK, (await deputy.GetAsync("/events/20068888/0/extend")).StatusCode);

        await Is(person => person.TakeDuties(new StaffDuties(StaffRoles.Buyer, [], [new BuyerPlace(null, 99)]), 1));
        await At(portal, now);
        Assert.False(await InTeam());
        Assert.Equal(HttpStatusCode.NotFound, (await deputy.GetAsync("/events/20068888/0")).StatusCode);
    }

    [Fact]
    public async Task A_deputyship_pressed_twice_is_one_and_a_draft_that_is_saved_meanwhile_makes_no_member_of_the_deputy()
    {
        await using var portal = await Stand();
        await portal.Seen(Scope.System, async db =>
        {
            db.Add(new Round(new SourcingEvent("20069999", 1, 1), 0, Given.Terms with { Deadline = Given.Deadline.AddDays(9) }, new RoundItem("0001", "Pipe", 1, "t")));
            return await db.SaveChangesAsync();
        });
        var buyer = portal.SignedIn("buyer");
        var page = await buyer.Page("/absence");
        (string, string)[] days = [("DeputyId", "2"), ("From", "1 Dec 2026"), ("Until", "9 Dec 2026")];
        await buyer.PressAndFollow(page, "Name the deputy", days);
        Assert.Contains("named for some of these days already", (await (await buyer.Press(page, "Name the deputy", days)).Parsed()).Text(), StringComparison.Ordinal);

        await buyer.PressAndFollow(await buyer.Page("/events/20069999/0/draft"), "Save the draft", ("Title", "Pipes"));

        Assert.Equal([(2L, (long?)1L)], (await portal.Seen(Scope.System, db => db.Events.Where(e => e.Number == "20069999").SelectMany(e => e.Team).Select(m => new { m.AccountId, m.StandsInForId }).ToListAsync()))
            .Select(m => (m.AccountId, m.StandsInForId)));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Deputyships.CountAsync()));
        // Nobody has changed the team, and the history doesn't say so.
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(TeamChanged))));
    }

    [Fact]
    public async Task The_administrator_hands_over_for_somebody_who_has_left_and_an_approver_of_an_event_does_not_get_it()
    {
        await using var portal = await Stand();
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 5, StaffRoles.Administrator);
            var round = await db.Rounds.SingleAsync(r => r.Event.Number == "20068888");
            db.Entry(round).Property(r => r.State).CurrentValue = RoundState.AwardProposed;
            db.Entry(round).Property(r => r.ApproverId).CurrentValue = 2;
            return await db.SaveChangesAsync();
        });
        var administrator = portal.SignedIn("staff:5");

        var page = await administrator.Page("/administration/hand-over?fromId=1&toId=2");
        Assert.Contains("has to decide on it", page.Text(), StringComparison.Ordinal);
        await administrator.PressAndFollow(page, "Hand over 1 event", ("Reason", "Has left"));

        Assert.Equal([1L, 2L], await portal.Seen(Scope.System, db => db.Events.Select(e => e.BuyerId).Order().ToListAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync("/events/20068888/0")).StatusCode);
    }

    /// <summary>Buyer 1 runs 20067776, which closes on the first of December, and 20068888, which stays open; buyer 2 is a colleague.</summary>
    private static async Task<Portal> Stand(string database = Databases.Sqlite)
    {
        var portal = await Portal.With(database, null, 7);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 2, StaffRoles.Buyer);
            return await db.SaveChangesAsync();
        });
        await Publish(portal, "20068888");
        return portal;
    }

    private static Task Publish(Portal portal, string number) => portal.As(Scope.System, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var draft = new Round(new SourcingEvent(number, 1, 1), 0, Given.Terms with { Deadline = Given.Deadline.AddDays(20) }, new RoundItem("0001", "Pipe", 1, "t"));
        draft.ChooseSuppliers([7]);
        db.Add(draft);
        await db.SaveChangesAsync();
        return await services.GetRequiredService<PublishRound>().Publish(draft.Id, 1, Given.OnPublishing);
    });

    private static Task At(Portal portal, DateTime now)
    {
        portal.Clock.SetUtcNow(now);
        return portal.As(Scope.System, services => services.GetRequiredService<StandIn>().Run(now));
    }
}
