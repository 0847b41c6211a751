using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>Where a person is signed in, and how that is ended from elsewhere.</summary>
public sealed class OpenSessionsTests
{
    private const string UserName = "SRM000000070";

    [Fact]
    public async Task A_person_sees_the_own_sessions_in_words_and_ends_one_from_another()
    {
        await using var portal = await WithPasswords();
        var office = await SignedIn(portal, "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 YaBrowser/25.8 Safari/537.36", "203.0.113.18");
        portal.Clock.Advance(TimeSpan.FromMinutes(20));
        var phone = await SignedIn(portal, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", "198.51.100.7");
        portal.Clock.Advance(TimeSpan.FromMinutes(2));

        var page = await phone.Page("/profile/security");
        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToArray();
        Assert.Equal(2, rows.Length);
        Assert.Contains("Safari, iPhone", rows[0], StringComparison.Ordinal);
        Assert.Contains("This session", rows[0], StringComparison.Ordinal);
        Assert.Contains("198.51.100.7", rows[0], StringComparison.Ordinal);
        Assert.Contains("Yandex Browser, Windows", rows[1], StringComparison.Ordinal);

        await phone.PressIn(page, "Yandex Browser", "Sign out there");
        Assert.Equal(HttpStatusCode.Redirect, (await office.GetAsync("/profile")).StatusCode);
        Assert.Single((await phone.Page("/profile/security")).QuerySelectorAll("tbody tr"));
        Assert.Contains("had ended already", (await phone.PressAndFollow(page, "Sign out there")).Text(), StringComparison.Ordinal);
        Assert.Contains("SessionEnded", await portal.Seen(Scope.System, db => db.Audit.Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task All_others_are_ended_at_once_or_all_and_here_too()
    {
        await using var portal = await WithPasswords();
        HttpClient[] browsers = [await portal.SignInAs(UserName), await portal.SignInAs(UserName), await portal.SignInAs(UserName)];
        var colleague = await portal.SignInAs("SRM000000080");

        var offer = await browsers[1].Page(Portal.OfferPath);
        await browsers[0].PressAndFollow(await browsers[0].Page("/profile/security"), "Sign out everywhere but here");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.Redirect], await Task.WhenAll(browsers.Select(async one => (await one.GetAsync("/profile")).StatusCode)));

        // A page that stood open there writes nothing, not even for later.
        await browsers[1].Press(offer, "Save", ("Lines[0001].UnitPrice", "90"));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Offers.CountAsync()));

        await portal.SignInAs(UserName, browser: browsers[1]);
        var left = await browsers[0].PressAndFollow(await browsers[0].Page("/profile/security"), "Sign out everywhere");
        Assert.Contains("You are signed out everywhere, here too.", left.Text(), StringComparison.Ordinal);
        Assert.All(await Task.WhenAll(browsers.Select(async one => (await one.GetAsync("/profile")).StatusCode)), status => Assert.Equal(HttpStatusCode.Redirect, status));
        Assert.Equal(HttpStatusCode.OK, (await colleague.GetAsync("/profile")).StatusCode);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        await using var portal = await WithPasswords();
        var victim = await portal.SignInAs(UserName);
        var mark = Convert.ToHexString(await portal.Seen(Scope.System, db => db.OpenSessions.Select(s => s.Mark).SingleAsync()));
        var other = await portal.SignInAs("SRM000000080");

        foreach (var session in new[] { mark, "", "zz", new string('0', 64) })
        {
            await other.Send(await other.Page("/profile/security"), "/profile/sessions/end", ("Session", session));
        }

        Assert.Equal(HttpStatusCode.OK, (await victim.GetAsync("/profile")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_signing_in_anew_and_a_new_password_leave_no_row_behind()
    {
        await using var portal = await WithPasswords();
        Task<int> Rows() => portal.Seen(Scope.System, db => db.OpenSessions.CountAsync());
        var browser = await portal.SignInAs(UserName);
        await portal.SignInAs("SRM000000080", browser: browser);
        Assert.Equal(1, await Rows());
        await browser.PressAndFollow(await browser.Page("/profile"), "Sign out");
        Assert.Equal(0, await Rows());

        await portal.SignInAs(UserName);
        portal.Clock.Advance(TimeSpan.FromHours(25));
        browser = await portal.SignInAs(UserName);
        Assert.Equal(1, await Rows());
        await portal.SignInAs(UserName);
        await browser.PressAndFollow(await browser.Page("/profile/password"), "Change the password", ("OldPassword", Portal.Password), ("NewPassword", "заря над тихой рекой"));
        Assert.Equal(1, await Rows());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/profile")).StatusCode);
    }

    [Fact]
    public async Task When_a_session_was_used_is_noted_once_a_minute()
    {
        await using var portal = await WithPasswords();
        var browser = await portal.SignInAs(UserName);
        var began = portal.Clock.GetUtcNow().UtcDateTime;
        async Task<TimeSpan> Noted(int seconds)
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(seconds));
            await browser.GetAsync("/profile");
            return await portal.Seen(Scope.System, db => db.OpenSessions.Select(s => s.LastUsedAt).SingleAsync()) - began;
        }

        Assert.Equal(TimeSpan.Zero, await Noted(59));
        Assert.Equal(TimeSpan.FromSeconds(60), await Noted(1));
        Assert.Equal(TimeSpan.FromSeconds(60), await Noted(59));
    }

    [SqliteFact]
    public async Task Who_comes_while_another_is_noted_is_noted_with_him_and_waits_for_nothing()
    {
        await using var portal = await WithPasswords();
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        byte[][] marks = [.. Enumerable.Range(0, 30).Select(i => OpenSession.MarkOf($"{i}"))];
        await portal.Seen(Scope.System, db =>
        {
            db.AddRange(marks.Select(mark => new OpenSession { AccountId = 70, Mark = mark, BeganAt = now.AddHours(-1), LastUsedAt = now.AddHours(-1) }));
            return db.SaveChangesAsync();
        });
        TaskCompletionSource submitting = new();
        var slow = portal.Seen(Scope.System, db => db.InTransaction(async () =>
        {
            await submitting.Task;
            return true;
        }));
        var uses = portal.Services.GetRequiredService<SessionUses>();

        Task[] notes = [.. marks.Select(mark => uses.Note(mark, now))];
        await Task.WhenAll(notes[1..]);
        Assert.False(notes[0].IsCompleted);
        submitting.SetResult();
        await Task.WhenAll(notes[0], slow);

        Assert.All(await portal.Seen(Scope.System, db => db.OpenSessions.Select(s => s.LastUsedAt).ToListAsync()), used => Assert.Equal(now, used));
    }

    [Fact]
    public async Task What_is_known_of_a_session_is_forgotten_a_day_after_it_began()
    {
        await using var portal = await WithPasswords();
        await portal.SignInAs(UserName);
        portal.Clock.Advance(TimeSpan.FromHours(23));
        await portal.SignInAs("SRM000000080");
        portal.Clock.Advance(TimeSpan.FromHours(2));

        await portal.As(Scope.System, async services =>
        {
            await services.GetRequiredService<ForgetSessions>().DoWhatIsDue(portal.Clock.GetUtcNow().UtcDateTime, default);
            return true;
        });

        Assert.Equal(80, await portal.Seen(Scope.System, db => db.OpenSessions.Select(s => s.AccountId).SingleAsync()));
    }

    private static async Task<HttpClient> SignedIn(Portal portal, string userAgent, string network)
    {
        var browser = portal.Browser(network);
        browser.DefaultRequestHeaders.UserAgent.ParseAdd(userAgent);
        return await portal.SignInAs(UserName, browser: browser);
    }

    private static async Task<Portal> WithPasswords()
    {
        var portal = await Portal.With(Databases.Sqlite, null, 7, 8);
        await portal.GivePassword(70);
        await portal.GivePassword(80);
        return portal;
    }
}
