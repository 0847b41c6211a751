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
        await using var portal = await Portal.With(Databases.Sqlite, OpensByItself());
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
        await using var portal = await Portal.With(database, OpensByItself());
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
        await using var portal = await Portal.With(Databases.Sqlite, OpensByItself());
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
        var home = await buyer.Page("/");
        Assert.DoesNotContain("to be opened", home.Text(), StringComparison.Ordinal);
        Assert.NotNull(home.QuerySelector($"a[href$='{Portal.RoundPath}/not-awarded']"));
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

    private static Round OpensByItself() =>
        new(new SourcingEvent("20067776", 1, Portal.BuyerId), 0, Given.Terms with { OpeningRule = OpeningRule.Automatic }, new RoundItem("0001", "Pipe 219×8", 12, "t"));
}
