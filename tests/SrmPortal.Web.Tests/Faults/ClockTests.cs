using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure.StartUp;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>Deadlines are decided by this server's clock: a wrong one decides nothing, a slow database changes nothing.</summary>
public sealed class ClockTests
{
    private const string Price = "Lines[0001].UnitPrice";
    private const string Event = "/events/20067776/0";
    private const string Submit = "Submit the offer";
    private const string Refused = "This server’s clock cannot be relied on just now";

    [Fact]
    public async Task A_wrong_clock_takes_no_submission_says_so_and_keeps_what_is_saved()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var supplier = portal.SignedIn("supplier:7");
        await supplier.PressAndFollow(await supplier.Page(Portal.OfferPath), "Save", (Price, "90"), ("ValidUntil", "1 Mar 2027"));
        var review = await supplier.Page($"{Portal.OfferPath}/review");
        await GoWrong(portal);

        var answer = await supplier.Press(review, Submit, ("Signs", "true"));

        var page = await answer.Parsed();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(Refused, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("На часы этого сервера", await portal.SignedIn("supplier:7", "ru").GetStringAsync($"{Portal.OfferPath}/review"), StringComparison.Ordinal);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.OfferVersions.CountAsync()));

        // Saving binds nobody, and goes on.
        Assert.Equal("91.00", (await supplier.PressAndFollow(await supplier.Page(Portal.OfferPath), "Save", (Price, "91"))).Value(Price));

        await BeRight(portal);
        var receipt = await supplier.Press(await supplier.Page($"{Portal.OfferPath}/review"), Submit, ("Signs", "true"));
        Assert.EndsWith("/versions/1", receipt.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_clock_still_answers_a_second_press_with_the_receipt_of_the_first()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 90);
        var supplier = portal.SignedIn("supplier:7");
        var review = await supplier.Page($"{Portal.OfferPath}/review");
        await supplier.PressAndFollow(review, Submit, ("Signs", "true"));
        await GoWrong(portal);

        var again = await supplier.Press(review, Submit, ("Signs", "true"));

        Assert.EndsWith("/versions/1", again.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_clock_withdraws_nothing()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 90);
        await portal.Submit(7, Given.InTime);
        var supplier = portal.SignedIn("supplier:7");
        var withdrawal = await supplier.Page($"{Portal.OfferPath}/withdraw");
        await GoWrong(portal);

        var answer = await supplier.Press(withdrawal, "Withdraw version 1", ("Password", Portal.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(Refused, (await answer.Parsed()).Text(), StringComparison.Ordinal);
        Assert.Equal(OfferState.Submitted, await portal.Seen(Portal.Supplier(7), db => db.Offers.Select(o => o.State).SingleAsync()));
    }

    [Fact]
    public async Task A_wrong_clock_opens_nothing_by_hand_or_by_itself_and_its_page_offers_no_button()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 90);
        await portal.Submit(7, Given.InTime);
        var buyer = portal.SignedIn("buyer");
        portal.Clock.SetUtcNow(Portal.Openable);
        var opening = await buyer.Page(Portal.OpeningPath);
        await GoWrong(portal);

        var answer = await buyer.Press(opening, "Confirm and open", ("Password", Portal.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(Refused, (await answer.Parsed()).Text(), StringComparison.Ordinal);
        var page = await buyer.Page(Portal.OpeningPath);
        Assert.Contains(Refused, page.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Confirm and open", page.Text(), StringComparison.Ordinal);
        await portal.Seen(Scope.System, db => db.Rounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.OpeningRule, OpeningRule.Automatic)));
        Assert.Equal(0, await portal.OpenDue());

        await BeRight(portal);
        Assert.Equal(1, await portal.OpenDue());
        Assert.Equal([90m], await portal.Seen(Portal.Buyer, db => db.OfferLines.Select(line => line.UnitPrice).ToListAsync()));
    }

    [Fact]
    public async Task A_wrong_clock_publishes_cancels_and_extends_nothing()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await GoWrong(portal);

        var cancelled = portal.As(Portal.Buyer, services => services.GetRequiredService<CancelRound>().Cancel(portal.RoundId, Portal.BuyerId, "The repair is postponed", Given.InTime));
        var published = portal.As(Portal.Buyer, services => services.GetRequiredService<PublishRound>().Publish(portal.RoundId, Portal.BuyerId, Given.OnPublishing));

        Assert.Equal(SharedRules.ClockWrong, (await Assert.ThrowsAsync<RuleViolation>(() => cancelled)).Broken.Single().Code);
        Assert.Equal(SharedRules.ClockWrong, (await Assert.ThrowsAsync<RuleViolation>(() => published)).Broken.Single().Code);

        var extended = portal.As(Portal.Buyer, services => services.GetRequiredService<Clarify>().Extend(portal.RoundId, Given.Deadline.AddDays(1), null, "Holidays", Given.InTime));
        Assert.Equal(SharedRules.ClockWrong, (await Assert.ThrowsAsync<RuleViolation>(() => extended)).Broken.Single().Code);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_an_hour_decides_nothing_from_the_first_moment_on_and_each_form_keeps_what_was_typed()
    {
        var hands = new Hands();
        await using var portal = new Portal(Databases.Sqlite, services => services.AddSingleton<TimeProvider>(hands)) { Settings = new() { ["Portal:WatchClock"] = "true" } };
        await portal.Filled();
        await portal.Save(7, 90);
        var deadline = Given.WholeMinute(hands.GetUtcNow().UtcDateTime.AddMinutes(30));
        await portal.Seen(Scope.System, db => db.Rounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.Deadline, deadline)));
        await portal.Seen(Scope.System, db => db.Audit.ExecuteUpdateAsync(set => set.SetProperty(a => a.At, new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc))));
        var (supplier, buyer) = (portal.SignedIn("supplier:7", "ru"), portal.SignedIn("buyer", "ru"));
        var (review, extend, cancel) = (await supplier.Page($"{Portal.OfferPath}/review"), await buyer.Page($"{Event}/extend"), await buyer.Page($"{Event}/cancel"));
        var before = await Stored(portal);

        hands.Moved = TimeSpan.FromHours(-1);

        var later = deadline.AddDays(1).ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (client, page, button, typed) in new (HttpClient, AngleSharp.Dom.IDocument, string, (string Name, string Value)[])[]
        {
            (supplier, review, "Подать предложение", [("Signs", "true")]),
            (buyer, extend, "Продлить срок приёма", [("DeadlineDate", later), ("DeadlineTime", "12:00"), ("Reason", "Праздники")]),
            (buyer, cancel, "Отменить процедуру", [("Reason", "Ремонт отложен")]),
        })
        {
            var answer = await client.Press(page, button, typed);
            var again = await answer.Parsed();
            Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity, $"{button}: {answer.StatusCode} {again.Text()}");
            Assert.Contains("На часы этого сервера сейчас нельзя положиться", again.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
            Assert.All(typed.Where(field => field.Name != "Signs"), field => Assert.Equal(field.Value, again.Value(field.Name) ?? again.QuerySelector($"[name='{field.Name}']")!.TextContent.Trim()));
        }

        Assert.Equal(before, await Stored(portal));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await supplier.GetAsync("/health/ready")).StatusCode);
        hands.Moved = TimeSpan.Zero;
        Assert.EndsWith("/versions/1", (await supplier.Press(review, "Подать предложение", ("Signs", "true"))).Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_is_looked_at_before_the_first_request_is_answered()
    {
        // The clock of tests stands still at another time than the database's.
        await using var portal = new Portal(Databases.Sqlite) { Settings = new() { ["Portal:WatchClock"] = "true" } };

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await portal.CreateClient().GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task A_database_that_is_slow_from_the_first_query_on_makes_nobody_late_who_saves_submits_or_withdraws_in_time()
    {
        var database = new SlowDatabase();
        await using var portal = await Portal.With(Databases.Sqlite, services => services.Intercept(database), null);
        await portal.GivePassword(70);
        var supplier = await portal.SignInAs("SRM000000070");
        var form = await supplier.Page(Portal.OfferPath);

        async Task<HttpResponseMessage> Press(AngleSharp.Dom.IDocument page, string button, params (string, string)[] typed)
        {
            portal.Clock.AdjustTime(Given.LastMillisecond);
            database.Meanwhile = () => portal.Clock.SetUtcNow(Given.Deadline.AddSeconds(20));
            var answer = await supplier.Press(page, button, typed);
            Assert.True(database.Meanwhile is null, "A request of somebody who is signed in asks the database who it is.");
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect, (await answer.Parsed()).Text());
            portal.Clock.AdjustTime(Given.InTime);
            return answer;
        }

        await Press(form, "Save", (Price, "90"), ("ValidUntil", "1 Mar 2027"));
        await Press(await supplier.Page($"{Portal.OfferPath}/review"), Submit, ("Signs", "true"));
        Assert.Equal(Given.LastMillisecond, await portal.Seen(Portal.Supplier(7), db => db.OfferVersions.Select(v => v.At).SingleAsync()));
        await Press(await supplier.Page($"{Portal.OfferPath}/withdraw"), "Withdraw version 1", ("Password", Portal.Password));
        Assert.Equal(OfferState.Withdrawn, await portal.Seen(Portal.Supplier(7), db => db.Offers.Select(o => o.State).SingleAsync()));
    }

    /// <summary>All that the three deeds would leave.</summary>
    private static Task<(int, int, int, int)> Stored(Portal portal) => portal.Seen(Scope.System, async db => (
        await db.OfferVersions.IgnoreQueryFilters([Walls.Company, Walls.Sealed]).CountAsync(), await db.RoundChanges.CountAsync(), await db.Outbox.CountAsync(), await db.Audit.CountAsync()));

    /// <summary>The tests' clock is days away from the database's.</summary>
    private static async Task GoWrong(Portal portal)
    {
        await portal.Services.GetRequiredService<ClockWatch>().Compare();
        Assert.NotNull(portal.Services.GetRequiredService<ClockWatch>().Fault);
    }

    private static async Task BeRight(Portal portal)
    {
        // What tests record lies at the tests' time; here only the comparison with the database counts.
        await portal.Seen(Scope.System, db => db.Audit.ExecuteUpdateAsync(set => set.SetProperty(a => a.At, new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc))));
        var now = portal.Clock.GetUtcNow();
        Back(portal, TimeProvider.System.GetUtcNow());
        await portal.Services.GetRequiredService<ClockWatch>().Compare();
        Assert.Null(portal.Services.GetRequiredService<ClockWatch>().Fault);
        Back(portal, now);
    }

    private static void Back(Portal portal, DateTimeOffset to) => portal.Clock.AdjustTime(to);

    /// <summary>With its first command time passes.</summary>
    private sealed class SlowDatabase : DbCommandInterceptor
    {
        public Action? Meanwhile { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            var meanwhile = Meanwhile;
            Meanwhile = null;
            meanwhile?.Invoke();
            return new(result);
        }
    }

    /// <summary>The machine's clock, whose hands somebody can move; time itself goes on.</summary>
    private sealed class Hands : TimeProvider
    {
        public TimeSpan Moved { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Moved;
    }
}
