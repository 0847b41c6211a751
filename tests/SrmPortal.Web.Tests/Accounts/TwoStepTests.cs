using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Commands;
using SrmPortal.Web.Features.Account;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>Password and authenticator app.</summary>
public sealed class TwoStepTests
{
    private const string UserName = "SRM000000070", Email = "person70@supplier7.example", Stranger = "198.51.100.66";

    [Fact]
    public async Task An_app_is_set_up_by_its_first_code_and_then_asked_at_signing_in()
    {
        await using var portal = await WithPassword();
        var browser = await portal.SignInAs(UserName);
        var wrongPassword = await browser.Press(await browser.Page("/profile/two-step"), "Set up", ("Password", "no"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrongPassword.StatusCode);

        var shown = await browser.PressAndFollow(await browser.Page("/profile/two-step"), "Set up", ("Password", Portal.Password));
        var key = Authenticator.KeyOn(shown);
        Assert.Equal(OneTimeCode.KeyLength, key.Length);
        Assert.StartsWith("otpauth://totp/", shown.QuerySelectorAll("a").Single(link => link.TextContent == "Open the app").GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotNull(shown.QuerySelector("svg.qr path[d]"));
        // Until it is confirmed the password is enough, and a wrong code leaves the same picture.
        await portal.SignInAs(UserName);
        var again = await (await browser.Press(shown, "Switch two-step sign-in on", ("Code", "000000"))).Parsed();
        Assert.Contains("This is not the code", again.Text(), StringComparison.Ordinal);
        Assert.Equal(key, Authenticator.KeyOn(again));
        var app = new Authenticator(key, []);
        var on = await browser.PressAndFollow(again, "Switch two-step sign-in on", ("Code", app.Code(portal)));

        Assert.Equal(RecoveryCode.Count, Authenticator.CodesOn(on).Distinct().Count());
        Assert.Empty(Authenticator.CodesOn(await browser.Page("/profile/two-step")));
        await portal.DeliverMail();
        Assert.Contains(portal.MailsTo(Email), mail => mail.Subject!.StartsWith("Two-step sign-in is on", StringComparison.Ordinal));

        // The code of the set-up counts once; the next one lets in, and leads where the person wanted to go.
        var other = portal.Browser();
        var asked = await other.PressAndFollow(await other.Page("/sign-in?returnUrl=/profile"), "Sign in", ("Login", UserName), ("Password", Portal.Password));
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/profile")).StatusCode);
        var used = await other.Press(asked, "Sign in", ("Code", app.Code(portal)));
        Assert.Contains("The code is wrong", (await used.Parsed()).Text(), StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        var entered = await other.Press(asked, "Sign in", ("Code", app.Code(portal)));
        Assert.Equal("/profile", entered.Headers.Location!.ToString());
        await other.Page("/profile");
    }

    [Fact]
    public async Task A_recovery_code_opens_once_and_the_holder_is_told()
    {
        await using var portal = await WithPassword();
        var app = await Authenticator.For(portal, await portal.SignInAs(UserName));

        async Task<HttpResponseMessage> By(string code)
        {
            var browser = portal.Browser();
            return await browser.Press(await Asked(browser), "Sign in", ("RecoveryCode", code));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await By(app.RecoveryCodes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await By(app.RecoveryCodes[3])).StatusCode);
        await portal.DeliverMail();
        Assert.Contains(portal.MailsTo(Email), mail => mail.TextBody!.Contains("Codes left: 9", StringComparison.Ordinal));

        // New ones make the others void, and need the password.
        var browser = portal.Browser();
        await browser.Press(await Asked(browser), "Sign in", ("Code", app.Code(portal)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Press(await browser.Page("/profile/two-step"), "Make new recovery codes", ("Password", "no"))).StatusCode);
        var renewed = Authenticator.CodesOn(await browser.PressAndFollow(await browser.Page("/profile/two-step"), "Make new recovery codes", ("Password", Portal.Password)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await By(app.RecoveryCodes[4])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await By(renewed[0])).StatusCode);
    }

    [Fact]
    public async Task Three_wrong_codes_close_that_way_tell_the_holder_and_leave_the_holders_browser_open()
    {
        await using var portal = await WithPassword();
        var office = await portal.SignInAs(UserName);
        var app = await Authenticator.For(portal, office);
        var stranger = portal.Browser(Stranger);
        var page = await Asked(stranger);

        async Task<string> Tried(string code) => (await (await stranger.Press(page, "Sign in", ("Code", code))).Parsed()).Text();
        Assert.Contains("The code is wrong", await Tried("000000"), StringComparison.Ordinal);
        Assert.Contains("The code is wrong", await Tried("000001"), StringComparison.Ordinal);
        Assert.Contains("After wrong codes signing in is closed here until", await Tried("000002"), StringComparison.Ordinal);
        Assert.Contains("After wrong codes signing in is closed here until", await Tried(app.Code(portal)), StringComparison.Ordinal);

        await portal.DeliverMail();
        Assert.Contains(portal.MailsTo(Email), mail => mail.Subject!.StartsWith("Wrong codes for", StringComparison.Ordinal));
        await office.Page("/profile");
        await office.PressAndFollow(await office.Page("/profile"), "Sign out");
        Assert.Equal(HttpStatusCode.Redirect, (await office.Press(await Asked(office), "Sign in", ("Code", app.Code(portal)))).StatusCode);
        portal.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Contains("Too much time has passed", await Tried(app.Code(portal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_by_a_mailed_link_does_not_pass_the_second_step_and_voids_the_first()
    {
        await using var portal = await WithPassword();
        var app = await Authenticator.For(portal, await portal.SignInAs(UserName));
        var thief = portal.Browser(Stranger);
        var halfway = await Asked(thief);
        var browser = portal.Browser();
        await browser.Press(await browser.Page("/forgotten"), "Send the mail", ("Login", UserName));
        await portal.DeliverMail();

        var asked = await browser.PressAndFollow(await browser.Page(portal.LinkMailedTo(Email)), "Set the password and sign in", ("NewPassword", "ночь улица фонарь аптека"));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/profile")).StatusCode);
        Assert.Contains("Too much time has passed", (await (await thief.Press(halfway, "Sign in", ("Code", app.Code(portal)))).Parsed()).Text(), StringComparison.Ordinal);
        Assert.Equal("/", (await browser.Press(asked, "Sign in", ("Code", app.Code(portal)))).Headers.Location!.ToString());
    }

    [Fact]
    public async Task It_is_moved_to_another_phone_and_switched_off_with_the_password()
    {
        await using var portal = await WithPassword();
        var browser = await portal.SignInAs(UserName);
        var app = await Authenticator.For(portal, browser);
        var moving = await browser.PressAndFollow(await browser.Page("/profile/two-step"), "Move to another phone", ("Password", Portal.Password));

        // The old phone counts until the new one has shown a code; who gives up stays with it.
        var other = portal.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await other.Press(await Asked(other), "Sign in", ("Code", app.Code(portal)))).StatusCode);
        await browser.PressAndFollow(moving, "Cancel");
        moving = await browser.PressAndFollow(await browser.Page("/profile/two-step"), "Move to another phone", ("Password", Portal.Password));
        var newApp = new Authenticator(Authenticator.KeyOn(moving), []);
        await browser.PressAndFollow(moving, "Switch two-step sign-in on", ("Code", newApp.Code(portal)));
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        var third = portal.Browser();
        var asked = await Asked(third);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await third.Press(asked, "Sign in", ("Code", app.Code(portal)))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await third.Press(asked, "Sign in", ("Code", newApp.Code(portal)))).StatusCode);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Press(await browser.Page("/profile/two-step"), "Switch two-step sign-in off", ("Password", "no"))).StatusCode);
        await browser.PressAndFollow(await browser.Page("/profile/two-step"), "Switch two-step sign-in off", ("Password", Portal.Password));
        await portal.SignInAs(UserName);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.RecoveryCodes.CountAsync()));
    }

    [Fact]
    public async Task Whose_role_needs_it_sets_it_up_before_anything_else_and_can_not_switch_it_off()
    {
        await using var portal = new Portal(Databases.Sqlite) { Settings = { ["Portal:TwoStep:Roles"] = "Administrator, supplier" } };
        await portal.Filled();
        await portal.GivePassword(70);
        var browser = await portal.SignInAs(UserName);

        foreach (var page in new[] { "/", Portal.OfferPath, "/profile", "/notifications" })
        {
            Assert.Equal("/profile/two-step", (await browser.GetAsync(page)).Headers.Location?.ToString());
        }

        Assert.Contains("Your role needs two-step sign-in.", (await browser.Page("/profile/two-step")).Text(), StringComparison.Ordinal);
        await browser.Page("/forgotten");
        await Authenticator.For(portal, browser);
        var offer = await browser.Page(Portal.OfferPath);
        Assert.False((await browser.Page("/profile/two-step")).HasButton("Switch two-step sign-in off"));
        await browser.Send(offer, "/profile/two-step/off", ("Password", Portal.Password));
        Assert.True(await portal.Seen(Scope.System, db => db.SecondSteps.AnyAsync(s => s.OnSince != null)));

        // A buyer is not named in the setting.
        Assert.Equal(HttpStatusCode.OK, (await portal.SignedIn("buyer").GetAsync("/profile")).StatusCode);
    }

    [Fact]
    public async Task Neither_the_key_nor_a_recovery_code_lies_in_clear()
    {
        await using var portal = await WithPassword();
        var app = await Authenticator.For(portal, await portal.SignInAs(UserName));

        var stored = portal.EverythingStored;

        Assert.All(app.RecoveryCodes, code => Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), stored.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal));
        var step = await portal.Seen(Scope.System, db => db.SecondSteps.AsNoTracking().SingleAsync());
        Assert.DoesNotContain(Convert.ToHexString(app.Key), Convert.ToHexString(step.Secret!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_runs_the_portal_switches_it_off_for_somebody_who_has_lost_phone_and_codes_and_the_holder_is_told()
    {
        await using var portal = await WithPassword();
        await Authenticator.For(portal, await portal.SignInAs(UserName));
        async Task<(int, string)> Run(params string[] words)
        {
            await using var output = new StringWriter { NewLine = "\n" };
            return (await portal.As(Scope.System, services => new AccountOneStep(services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<SecondSteps>()).Run(words, output, default)), output.ToString());
        }

        Assert.Equal(64, (await Run()).Item1);
        Assert.Equal((1, "SRM999999999: there is no such account.\n"), await Run("SRM999999999"));
        Assert.Equal((0, $"{UserName}: the second step is off; the holder gets a mail.\n"), await Run(Email));
        Assert.Equal(1, (await Run(UserName)).Item1);

        await portal.SignInAs(UserName);
        await portal.DeliverMail();
        Assert.Contains(portal.MailsTo(Email), mail => mail.Subject!.StartsWith("Two-step sign-in is off", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_who_bring_the_same_code_at_once_one_comes_in(string provider)
    {
        await using var portal = await WithPassword(provider);
        var app = await Authenticator.For(portal, await portal.SignInAs(UserName));
        var (one, other) = (portal.Browser(), portal.Browser(Stranger));
        var (first, second) = (await Asked(one), await Asked(other));

        var byApp = await Task.WhenAll(one.Press(first, "Sign in", ("Code", app.Code(portal))), other.Press(second, "Sign in", ("Code", app.Code(portal))));
        Assert.Single(byApp, answer => answer.StatusCode is HttpStatusCode.Redirect);

        (one, other) = (portal.Browser(), portal.Browser(Stranger));
        (first, second) = (await Asked(one), await Asked(other));
        var byCode = await Task.WhenAll(
            one.Press(first, "Sign in", ("RecoveryCode", app.RecoveryCodes[0])), other.Press(second, "Sign in", ("RecoveryCode", app.RecoveryCodes[0])));
        Assert.Single(byCode, answer => answer.StatusCode is HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_form_that_waits_for_its_person_waits_for_the_code_too()
    {
        await using var portal = await WithPassword();
        var browser = await portal.SignInAs(UserName);
        var app = await Authenticator.For(portal, browser);
        var profile = await browser.Page("/profile");
        portal.Clock.Advance(TimeSpan.FromMinutes(61));
        var ended = await (await browser.Press(profile, "Save", ("Phone", "+7 343 226-41-99"))).Parsed();

        var asked = await (await browser.Press(ended, "Sign in", ("Login", UserName), ("Password", Portal.Password))).Parsed();
        var wrong = await (await browser.Press(asked, "Sign in", ("Code", "000000"))).Parsed();
        var answer = await browser.Press(wrong, "Sign in", ("Code", app.Code(portal)));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.StatusCode);
        Assert.StartsWith("/profile", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static Task<AngleSharp.Dom.IDocument> Asked(HttpClient browser) => Asked(browser, "/sign-in");

    private static async Task<AngleSharp.Dom.IDocument> Asked(HttpClient browser, string path) =>
        await browser.PressAndFollow(await browser.Page(path), "Sign in", ("Login", UserName), ("Password", Portal.Password));

    private static async Task<Portal> WithPassword(string provider = Databases.Sqlite)
    {
        var portal = await Portal.With(provider);
        await portal.ReadAllMails();
        await portal.GivePassword(70);
        return portal;
    }
}
