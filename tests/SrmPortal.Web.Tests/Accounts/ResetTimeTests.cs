using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>Neither what is answered nor how long it takes tells whether anybody has that name.</summary>
public sealed class ResetTimeTests
{
    [Fact]
    public Task A_forgotten_password_takes_about_as_long_for_a_name_that_nobody_has() => Compare(12, TimeSpan.FromMilliseconds(100));

    [ProofFact]
    public Task A_forgotten_password_takes_as_long_for_a_name_that_nobody_has() => Compare(50, TimeSpan.FromMilliseconds(10));

    private static async Task Compare(int samples, TimeSpan within)
    {
        await using var portal = await new Portal(Databases.Sqlite) { Settings = { ["Portal:AnonymousFormsPerMinute"] = "100000" } }.Filled();
        await portal.GivePassword(70);
        var browser = portal.Browser();
        var page = await browser.Page("/forgotten");
        var (known, unknown) = (new List<TimeSpan>(), new List<TimeSpan>());
        async Task Ask(string login, List<TimeSpan> times)
        {
            var began = Stopwatch.GetTimestamp();
            var answer = await browser.Press(page, "Send the mail", ("Login", login));
            times.Add(Stopwatch.GetElapsedTime(began));
            Assert.Equal("/forgotten/sent", answer.Headers.Location!.ToString());
        }

        for (var i = 0; i < samples + 5; i++)
        {
            // The three mails of an hour begin anew.
            portal.Clock.Advance(TimeSpan.FromMinutes(61));
            await Ask("person70@supplier7.example", known);
            await Ask("nobody77@supplier7.example", unknown);
        }

        // Both are queued alike; who gets a mail is decided afterwards.
        Assert.Equal(2 * (samples + 5), await portal.Seen(Scope.System, db => db.Outbox.CountAsync(m => m.Kind == "NewPasswordAsked")));
        Assert.InRange((Median(known.Skip(5)) - Median(unknown.Skip(5))).Duration(), TimeSpan.Zero, within);
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times) => times.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : default;
}

/// <summary>How often visitors may send a form, by network and by the account or address that it names.</summary>
public sealed class AnonymousLimitTests
{
    [Theory]
    [InlineData("/sign-in", "en", "Sign in", "Too many forms in a short time")]
    [InlineData("/forgotten", "ru", "Отправить письмо", "Слишком много форм")]
    public async Task A_network_that_sends_too_many_forms_is_told_to_wait_in_the_readers_language_and_others_go_on(string path, string language, string button, string said)
    {
        await using var portal = await new Portal(Databases.Sqlite) { Settings = { ["Portal:AnonymousFormsPerMinute"] = "3" } }.Filled();
        await portal.GivePassword(70);
        var browser = portal.Browser("198.51.100.66", language);
        var page = await browser.Page(path);
        (string, string)[] typed = path == "/sign-in" ? [("Login", "SRM999999999"), ("Password", "no-such-password")] : [("Login", "SRM999999999")];
        for (var i = 0; i < 3; i++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await browser.Press(page, button, typed)).StatusCode);
        }

        var refused = await browser.Press(page, button, typed);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains(said, (await refused.Parsed()).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await browser.Page(path);
        await portal.SignInAs("SRM000000070", network: "203.0.113.18");
    }

    [Fact]
    public async Task Nobodys_mailbox_is_filled_by_registrations_begun_in_its_name()
    {
        await using var portal = await new Portal(Databases.Sqlite).Filled();
        async Task<HttpResponseMessage> Begin(int no)
        {
            var browser = portal.Browser($"192.0.2.{no}");
            return await browser.Press(await browser.Page("/registration/country"), "Save and continue",
                ("Country", "RU"), ("LastName", "Белова"), ("FirstName", "Анна"), ("Email", "Victim@firma.example"));
        }

        for (var i = 1; i <= 5; i++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await Begin(i)).StatusCode);
        }

        var refused = await Begin(6);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("5 mails were sent within an hour", (await refused.Parsed()).Text(), StringComparison.Ordinal);
        Assert.Equal(5, await portal.Seen(Scope.System, db => db.Registrations.CountAsync()));
        portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Redirect, (await Begin(7)).StatusCode);
    }
}
