using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Opening;
using SrmPortal.Web.Features.Team;

namespace SrmPortal.Web.Tests.Opening;

/// <summary>From sealed to open.</summary>
public sealed class OpeningTests
{
    private static readonly (string, string) RightPassword = ("Password", Portal.Password);

    [Fact]
    public async Task The_portal_wakes_to_the_very_moment_at_which_a_round_opens_by_itself()
    {
        await using var portal = await Portal.With(Databases.Sqlite, new Round(new SourcingEvent("20067776", 1, 1), 0, Given.Terms with { OpeningRule = OpeningRule.Automatic }, new RoundItem("0001", "Pipe", 12, "t")));
        var (due, tenSeconds) = (portal.Services.GetRequiredService<OpenDueRounds>(), TimeSpan.FromSeconds(10));
        Task<TimeSpan> WaitAt(DateTime now)
        {
            portal.Clock.SetUtcNow(now);
            return due.UntilNext(tenSeconds, CancellationToken.None);
        }

        Assert.Equal(tenSeconds, await WaitAt(Portal.Openable.AddMinutes(-1)));
        Assert.Equal(TimeSpan.FromMilliseconds(3210), await WaitAt(Portal.Openable.AddMilliseconds(-3210)));
        Assert.Equal(0, await portal.OpenDue());
        portal.Clock.SetUtcNow(Portal.Openable);
        Assert.Equal(1, await portal.OpenDue());
        Assert.Equal(tenSeconds, await WaitAt(Portal.Openable));
    }

    [Fact]
    public async Task Whoever_is_not_to_open_is_told_so_and_no_password_is_looked_at()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 5, StaffRoles.Auditor);
            return true;
        });
        await portal.GivePassword(5);
        portal.Clock.SetUtcNow(Portal.Openable);
        var auditor = portal.SignedIn("staff:5");
        var page = await auditor.Page(Portal.OpeningPath);

        for (var i = 0; i < 4; i++)
        {
            var answer = await auditor.Send(page, Portal.OpeningPath, ("Password", "guess"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Others were named to open", (await answer.Parsed()).Text(), StringComparison.Ordinal);
        }

        Assert.Equal(0, await portal.Seen(Scope.System, db => db.SignInCounters.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_buyer_gives_the_password_and_opens_after_the_drain(string database)
    {
        await using var portal = await Portal.With(database);
        await portal.GivePassword(1);
        await portal.Offer(7, ("0001", 100));
        var buyer = portal.SignedIn("buyer");
        portal.Clock.SetUtcNow(Portal.Openable.AddMilliseconds(-1));
        var early = await buyer.Page(Portal.OpeningPath);
        Assert.Contains("Offers can be opened from 1 Dec 2026 12:00", early.Text().Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("Confirm and open", early.Text(), StringComparison.Ordinal);

        portal.Clock.SetUtcNow(Portal.Openable);
        var page = await buyer.Page(Portal.OpeningPath);
        Assert.Contains("The key of the round can be unwrapped", page.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Supplier 7", page.Text(), StringComparison.Ordinal);
        var wrong = await buyer.Press(page, "Confirm and open", ("Password", "guess"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("This is not your password. Nothing was opened.", (await wrong.Parsed()).Text(), StringComparison.Ordinal);
        Assert.Null((await portal.StoredRound()).OpenedAt);

        var comparison = await buyer.PressAndFollow(page, "Confirm and open", RightPassword);
        Assert.Contains("Supplier 7", comparison.Text(), StringComparison.Ordinal);
        Assert.Contains("100.00", comparison.Text(), StringComparison.Ordinal);

        // Pressed again in another tab, it says that it is open.
        Assert.Equal(HttpStatusCode.Redirect, (await buyer.Press(page, "Confirm and open", RightPassword)).StatusCode);
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.OpeningConfirmations.CountAsync()));
        var receipt = await portal.SignedIn("supplier:7").Page($"{Portal.OfferPath}/versions/1");
        Assert.Contains("The opened version is the one you submitted.", receipt.Text(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_people_open_the_second_another_than_the_first(string database)
    {
        await using var portal = await Portal.With(database, Draft(OpeningRule.TwoOpeners, team: 2));
        await portal.Offer(7, ("0001", 100));
        var (first, second) = (portal.SignedIn("buyer"), portal.SignedIn("staff:2"));
        portal.Clock.SetUtcNow(Portal.Openable);

        var waiting = await first.PressAndFollow(await first.Page(Portal.OpeningPath), "Confirm as the first", RightPassword);
        Assert.Contains("Your confirmation is recorded.", waiting.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Confirm and open", waiting.Text(), StringComparison.Ordinal);
        Assert.Equal(0, await portal.Seen(Portal.Buyer, db => db.OfferLines.CountAsync()));
        await Assert.ThrowsAsync<RuleViolation>(() => portal.Open(Portal.Openable.AddHours(1)));
        await portal.DeliverMail();
        Assert.Contains("Confirm the opening", Assert.Single(portal.MailsTo("staff2@group.example")).Subject, StringComparison.Ordinal);

        portal.Clock.SetUtcNow(Portal.Openable.AddHours(25));
        await second.PressAndFollow(await second.Page(Portal.OpeningPath), "Confirm as the first", RightPassword);
        Assert.Equal(0, await portal.Seen(Portal.Buyer, db => db.OfferLines.CountAsync()));
        await first.PressAndFollow(await first.Page(Portal.OpeningPath), "Confirm and open", RightPassword);

        Assert.Equal(1, await portal.Seen(Portal.Buyer, db => db.OfferLines.CountAsync()));
        Assert.Equal([1L, 2, 1], await portal.Seen(Portal.Buyer, db => db.OpeningConfirmations.OrderBy(c => c.At).Select(c => c.PersonId).ToListAsync()));
    }

    [Fact]
    public async Task Who_has_left_is_replaced_as_an_opener_until_having_confirmed_and_nobody_is_both_of_two()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Draft(OpeningRule.TwoOpeners, team: 2));
        await portal.Offer(7, ("0001", 100));
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 3, StaffRoles.Buyer);
            await Portal.AddStaff(db, 4, StaffRoles.Buyer);
            return await db.SaveChangesAsync();
        });
        Task<int> HandOver(long from, long to) => portal.As(Scope.StaffOf(9, StaffRoles.Administrator), services =>
            services.GetRequiredService<HandOverEvents>().HandOver(from, to, stays: false, "Has left", portal.Clock.GetUtcNow().UtcDateTime));
        Task<(long, long?, long?)> Run() => portal.Seen(Scope.System, async db =>
        {
            var round = await db.Rounds.AsNoTracking().Include(r => r.Event).SingleAsync();
            return (round.Event.BuyerId, round.OpenerId, round.SecondOpenerId);
        });

        await Assert.ThrowsAsync<RuleViolation>(() => HandOver(2, 1));
        Assert.Equal(1, await HandOver(2, 3));
        Assert.Equal((1L, 1L, 3L), await Run());
        Assert.Equal(1, await HandOver(1, 2));
        Assert.Equal((2L, 2L, 3L), await Run());

        portal.Clock.SetUtcNow(Portal.Openable);
        var (first, second) = (portal.SignedIn("staff:2"), portal.SignedIn("staff:3"));
        await first.PressAndFollow(await first.Page(Portal.OpeningPath), "Confirm as the first", RightPassword);
        await HandOver(2, 4);
        Assert.Equal((4L, 2L, 3L), await Run());
        await second.PressAndFollow(await second.Page(Portal.OpeningPath), "Confirm and open", RightPassword);
        Assert.Equal(2, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(OpenerReplaced))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Pressed_twice_at_once_it_opens_once(string database)
    {
        await using var portal = await Portal.With(database, null, 7, 8);
        await portal.Offer(7, ("0001", 100));
        await portal.Offer(8, ("0001", 110));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => portal.Open())));

        Assert.Equal(1, outcomes.Count(outcome => outcome is OpeningOutcome.Opened));
        Assert.Equal(3, outcomes.Count(outcome => outcome is OpeningOutcome.AlreadyOpen));
        Assert.Equal(2, await portal.Seen(Portal.Buyer, db => db.OfferLines.CountAsync()));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Outbox.CountAsync(m => m.Kind == nameof(RoundOpened))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_instances_open_by_themselves_what_is_due_once_also_after_a_standstill(string database)
    {
        await using var portal = await Portal.With(database, Draft(OpeningRule.Automatic));
        await portal.Offer(7, ("0001", 100));
        portal.Clock.SetUtcNow(Portal.Openable.AddMilliseconds(-1));
        Assert.Equal(0, await portal.OpenDue());
        Assert.Null((await portal.StoredRound()).OpenedAt);

        // Everything stood still for a day.
        portal.Clock.SetUtcNow(Portal.Openable.AddDays(1));
        var done = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(portal.OpenDue)));

        Assert.Equal(1, done.Sum());
        Assert.Equal(Portal.Openable.AddDays(1), (await portal.StoredRound()).OpenedAt);
        Assert.Equal(1, await portal.Seen(Portal.Buyer, db => db.OfferLines.CountAsync()));
        Assert.Equal(0, await portal.OpenDue());
        Assert.Contains("by the portal itself", (await portal.SignedIn("buyer").Page(Portal.ComparisonPath)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_opens_by_itself_is_left_sealed_where_its_key_is_not_available_and_the_page_says_so()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Draft(OpeningRule.Automatic));
        await portal.Offer(7, ("0001", 100));
        await portal.Seen(Scope.System, db => db.Set<RoundKey>().ExecuteUpdateAsync(set => set.SetProperty(k => k.SealingThumbprint, "gone")));
        portal.Clock.SetUtcNow(Portal.Openable);

        Assert.Equal(0, await portal.OpenDue());

        Assert.Null((await portal.StoredRound()).OpenedAt);
        Assert.Contains("The vault cannot be opened.", (await portal.SignedIn("buyer").Page(Portal.OpeningPath)).Text(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_opening_that_ends_in_the_middle_has_not_happened_and_is_done_again(string database)
    {
        await using var portal = await Portal.With(database, null, 7, 8);
        await portal.Offer(7, ("0001", 100));
        await portal.Offer(8, ("0001", 110));

        // The process ends after offers were unsealed and lines written, before the commit.
        await portal.As(Portal.Buyer, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.LockRound(portal.RoundId);
            var round = await db.Rounds.Include(r => r.Event).Include(r => r.OpeningConfirmations).SingleAsync(r => r.Id == portal.RoundId);
            round.ConfirmOpening(Portal.BuyerId, Given.Drain, Portal.Openable);
            round.Open(Given.Drain, Portal.Openable);
            await services.GetRequiredService<Data.Sealing.OfferVault>().OpenRound(round);
            return await db.SaveChangesAsync();
        });

        Assert.Equal((RoundState.Published, 0), ((await portal.StoredRound()).State, await portal.Seen(Scope.System, db => db.OfferLines.CountAsync())));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.OpeningConfirmations.CountAsync()));
        Assert.Equal(OpeningOutcome.Opened, await portal.Open());
        Assert.Equal(2, await portal.Seen(Portal.Buyer, db => db.OfferLines.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Without_an_offer_in_force_nothing_is_opened_and_the_event_is_ended_with_a_reason(string database)
    {
        await using var portal = await Portal.With(database);
        await portal.GivePassword(1);
        await portal.Save(7, 100);
        portal.Clock.SetUtcNow(Portal.Openable);
        var buyer = portal.SignedIn("buyer");
        Assert.Equal(HttpStatusCode.OK, (await buyer.GetAsync(Portal.RoundPath + "/not-awarded")).StatusCode);
        Assert.Contains("cannot be ended here", (await buyer.Page(Portal.RoundPath + "/not-awarded")).Text(), StringComparison.Ordinal);

        var empty = await buyer.PressAndFollow(await buyer.Page(Portal.OpeningPath), "Confirm and open", RightPassword);

        Assert.Contains("No offer was in force at the deadline", empty.Text(), StringComparison.Ordinal);
        Assert.Null((await portal.StoredRound()).OpenedAt);
        var end = await buyer.Page(Portal.RoundPath + "/not-awarded");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await buyer.Press(end, "End without an award")).StatusCode);
        var protocol = await buyer.PressAndFollow(end, "End without an award", ("Reason", "Nobody made an offer."));
        Assert.Contains("Nobody made an offer.", protocol.Text(), StringComparison.Ordinal);
        Assert.Equal(RoundState.NotAwarded, (await portal.StoredRound()).State);
        Assert.Equal(OfferState.Saved, await portal.Seen(Scope.System, db => db.Offers.Select(o => o.State).SingleAsync()));
    }

    [Fact]
    public async Task A_broken_seal_is_named_and_alarms_and_the_others_go_on()
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, 7, 8);
        await portal.AddStaffMember(2, StaffRoles.Administrator);
        await portal.Offer(7, ("0001", 100));
        await portal.Offer(8, ("0001", 110));
        await portal.Seen(Scope.System, db => db.OfferVersions.Where(v => v.SupplierId == 7).ExecuteUpdateAsync(set => set.SetProperty(v => v.ContentHash, new byte[32])));

        await portal.Open();

        portal.Clock.SetUtcNow(Portal.Openable);
        var buyer = portal.SignedIn("buyer");
        Assert.Contains("Seal broken: Supplier 7.", (await buyer.Page(Portal.OpeningPath)).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("100.00", (await buyer.Page(Portal.ComparisonPath)).Text(), StringComparison.Ordinal);
        Assert.Contains("the stored content does not match receipt", (await buyer.Page(Portal.RoundPath + "/protocol")).Text(), StringComparison.Ordinal);
        await portal.DeliverMail();
        Assert.Contains("Supplier 7", portal.MailsTo("staff1@group.example").Single(mail => mail.Subject!.Contains("Alarm", StringComparison.Ordinal)).TextBody!, StringComparison.Ordinal);
        Assert.DoesNotContain("Supplier 7", portal.MailsTo("staff2@group.example").Single(mail => mail.Subject!.Contains("Alarm", StringComparison.Ordinal)).TextBody!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StaffRoles.Support, HttpStatusCode.Forbidden)]
    [InlineData(StaffRoles.Reviewer, HttpStatusCode.Forbidden)]
    [InlineData(StaffRoles.HeadOfDesk, HttpStatusCode.Forbidden)]
    [InlineData(StaffRoles.Administrator, HttpStatusCode.Forbidden)]
    [InlineData(StaffRoles.Approver, HttpStatusCode.NotFound)]
    [InlineData(StaffRoles.Buyer, HttpStatusCode.NotFound)]
    public async Task Whom_a_round_does_not_concern_sees_none_of_its_pages(StaffRoles role, HttpStatusCode expected)
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Offer(7, ("0001", 100));
        await portal.Open();
        await portal.Seen(Scope.System, async db =>
        {
            var site = new Site(await db.GroupCompanies.FirstAsync(), "Другой", "Another", "Пермь", "Perm", "Europe/Moscow");
            db.Add(site);
            await db.SaveChangesAsync();
            await Portal.AddStaff(db, 5, role, role is StaffRoles.Buyer ? site.Id : null);
            return 0;
        });
        var person = portal.SignedIn("staff:5");

        foreach (var page in new[] { "opening", "offers", "comparison", "comparison/0001", "comparison/answers", "comparison/terms", "comparison/documents", "award", "protocol", "not-awarded" })
        {
            Assert.Equal((page, expected), (page, (await person.GetAsync($"{Portal.RoundPath}/{page}")).StatusCode));
        }

        var scope = Scope.StaffOf(5, role);
        Assert.Equal(0, await portal.Seen(scope, async db => await db.OpeningConfirmations.CountAsync() + await db.OfferLines.CountAsync()));
    }

    [Fact]
    public async Task A_supplier_sees_none_of_the_buyers_pages()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Offer(7, ("0001", 100));
        await portal.Open();

        foreach (var page in new[] { "opening", "comparison", "award", "protocol" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("supplier:7").GetAsync($"{Portal.RoundPath}/{page}")).StatusCode);
        }

        Assert.Equal(0, await portal.Seen(Portal.Supplier(7), db => db.OpeningConfirmations.CountAsync()));
    }

    private static Round Draft(OpeningRule rule, params long[] team) =>
        new(new SourcingEvent("20067776", 1, Portal.BuyerId, team), 0, Given.Terms with
        {
            OpeningRule = rule,
            OpenerId = rule is OpeningRule.TwoOpeners ? Portal.BuyerId : null,
            SecondOpenerId = rule is OpeningRule.TwoOpeners ? 2 : null,
        }, new RoundItem("0001", "Pipe 219×8", 12, "t"));
}
