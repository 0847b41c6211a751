using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Account;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>In and out by the form, with the real cookie.</summary>
public sealed class SigningInTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    private const string UserName = "SRM000000070", Email = "person70@supplier7.example";

    [Theory]
    [InlineData(UserName)]
    [InlineData("srm000000070")]
    [InlineData("SRМ000000070")]
    [InlineData("ыкь000000070")]
    [InlineData("PERSON70@Supplier7.Example")]
    [InlineData("реrson70@supplier7.example")]
    public async Task User_name_and_address_are_taken_as_people_type_them(string login)
    {
        var portal = await SignedInAgainAndAgain();

        var browser = await portal.SignInAs(login);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Portal.OfferPath)).StatusCode);
    }

    [Theory]
    [InlineData(UserName, "wrong-password-here")]
    [InlineData("SRM999999999", Portal.Password)]
    [InlineData("nobody@nowhere.example", Portal.Password)]
    [InlineData("SRM000000080", Portal.Password)]
    public async Task Whoever_it_is_the_answer_is_the_same(string login, string password)
    {
        var portal = await SignedInAgainAndAgain();

        var answer = await portal.Browser().TrySignIn(login, password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Parsed();
        Assert.Contains("User name or password is wrong.", page.Text(), StringComparison.Ordinal);
        Assert.Equal(login, page.Value("Login"));
        Assert.True(string.IsNullOrEmpty(page.Value("Password")));
    }

    [Fact]
    public async Task A_page_that_needs_signing_in_is_come_back_to()
    {
        var portal = await SignedInAgainAndAgain();
        var browser = portal.Browser();
        var sentAway = await browser.GetAsync(Portal.OfferPath + "?a=1");
        Assert.Equal(HttpStatusCode.Redirect, sentAway.StatusCode);

        var answer = await browser.Press(await browser.Page(sentAway.Headers.Location!.PathAndQuery()), "Sign in", ("Login", UserName), ("Password", Portal.Password));

        Assert.Equal(Portal.OfferPath + "?a=1", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_to_another_site(string address)
    {
        var portal = await SignedInAgainAndAgain();
        var browser = portal.Browser();

        var answer = await browser.Press(
            await browser.Page("/sign-in?returnUrl=" + Uri.EscapeDataString(address)), "Sign in", ("Login", UserName), ("Password", Portal.Password));

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Who_signs_out_is_out_and_forms_of_that_session_are_refused()
    {
        await using var portal = await WithPassword();
        var browser = await portal.SignInAs(UserName);
        var offer = await browser.Page(Portal.OfferPath);

        await browser.PressAndFollow(offer, "Sign out");

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(Portal.OfferPath)).StatusCode);
        await portal.SignInAs(UserName, browser: browser);
        var answer = await browser.Press(offer, "Save", ("Lines[0001].UnitPrice", "90"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var shown = await answer.Parsed();
        Assert.Contains("You are signed in as Person", shown.Text(), StringComparison.Ordinal);
        Assert.Equal("90", shown.Value("Lines[0001].UnitPrice"));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Offers.CountAsync()));
    }

    [Fact]
    public async Task A_form_of_somebody_who_has_left_is_refused_for_the_next_one()
    {
        await using var portal = await WithPassword(7, 8);
        await portal.GivePassword(80);
        var browser = await portal.SignInAs(UserName);
        var offer = await browser.Page(Portal.OfferPath);

        await portal.SignInAs("SRM000000080", browser: browser);
        var answer = await browser.Press(offer, "Save", ("Lines[0001].UnitPrice", "90"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Offers.CountAsync()));
    }

    [Fact]
    public async Task A_session_ends_after_an_hour_without_a_step_and_after_twelve_in_any_case()
    {
        await using var portal = await WithPassword();
        var browser = await portal.SignInAs(UserName);

        for (var minutes = 0; minutes < 11 * 60; minutes += 55)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(55));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/profile")).StatusCode);
        }

        portal.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/profile")).StatusCode);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/profile")).StatusCode);

        var other = await portal.SignInAs(UserName);
        portal.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/profile")).StatusCode);
    }

    [Fact]
    public async Task The_cookies_are_for_the_server_alone()
    {
        var portal = await SignedInAgainAndAgain();
        var browser = portal.Browser();

        var answer = await browser.TrySignIn(UserName, Portal.Password);

        var cookies = answer.Headers.GetValues("Set-Cookie").Where(cookie => cookie.StartsWith("srm-session=", StringComparison.Ordinal) || cookie.StartsWith("srm-browser=", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, cookies.Length);
        Assert.All(cookies, cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, cookie => Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session_and_this_one_goes_on()
    {
        await using var portal = await WithPassword();
        var elsewhere = await portal.SignInAs(UserName);
        var browser = await portal.SignInAs(UserName);

        var wrong = await browser.Press(await browser.Page("/profile/password"), "Change the password", ("OldPassword", "no"), ("NewPassword", "заря над тихой рекой"));
        Assert.Contains("The password is wrong.", (await wrong.Parsed()).Text(), StringComparison.Ordinal);
        await browser.PressAndFollow(await browser.Page("/profile/password"), "Change the password", ("OldPassword", Portal.Password), ("NewPassword", "заря над тихой рекой"));

        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/profile")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Portal.OfferPath)).StatusCode);
        await portal.DeliverMail();
        Assert.Contains(portal.MailsTo(Email), mail => mail.Subject!.StartsWith("Your password was changed", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await portal.Browser().TrySignIn(UserName, Portal.Password)).StatusCode);
        await portal.SignInAs(UserName, "заря над тихой рекой");
    }

    [Fact]
    public async Task A_deactivated_account_is_out_with_the_next_request()
    {
        await using var portal = await WithPassword();
        var browser = await portal.SignInAs(UserName);
        await portal.Seen(Scope.System, async db =>
        {
            (await db.Accounts.SingleAsync(a => a.Id == 70)).Deactivate();
            return await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/profile")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await portal.Browser().TrySignIn(UserName, Portal.Password)).StatusCode);
    }

    [Fact]
    public async Task Who_works_for_several_companies_chooses_one_and_a_form_of_the_other_is_refused()
    {
        await using var portal = await WithPassword(7, 8);
        await portal.Seen(Scope.System, async db =>
        {
            db.Add(new Membership(await db.Accounts.SingleAsync(a => a.Id == 70), 8, MembershipRights.Contact));
            return await db.SaveChangesAsync();
        });
        var browser = portal.Browser();
        var choice = await browser.PressAndFollow(await browser.Page("/sign-in?returnUrl=" + Portal.OfferPath), "Sign in", ("Login", UserName), ("Password", Portal.Password));
        Assert.StartsWith("/choose-company?", (await browser.GetAsync(Portal.OfferPath)).Headers.Location?.ToString(), StringComparison.Ordinal);

        var answer = await browser.PressIn(choice, "Supplier 7", "Choose");
        Assert.Equal(Portal.OfferPath, answer.Headers.Location!.ToString());
        var offerOf7 = await browser.Page(Portal.OfferPath);
        await browser.PressIn(await browser.Page("/choose-company"), "Supplier 8", "Choose");

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Press(offerOf7, "Save", ("Lines[0001].UnitPrice", "90"))).StatusCode);
        Assert.Contains("Supplier 8", (await browser.Page(Portal.OfferPath)).QuerySelector(".who.org")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_is_audited_with_where_it_came_from()
    {
        await using var portal = await WithPassword();
        await portal.Browser().TrySignIn(UserName, "wrong-password-here");
        await portal.SignInAs(UserName);

        var actions = await portal.Seen(Scope.System, db => db.Audit.OrderBy(a => a.Id).Where(a => a.Subject == UserName).Select(a => a.Action).ToListAsync());

        Assert.Contains("SignInFailed", actions);
        Assert.Contains("SignedIn", actions);
        Assert.Contains("203.0.113.18", string.Concat(await portal.Seen(Scope.System, db => db.AuditPersonal.Select(p => p.Content).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_of_a_supplier_is_recognised_by_one_command()
    {
        var counted = new CommandLog();
        await using var portal = await Portal.With(Databases.Sqlite, services => services.Intercept(counted), null, 7);
        await portal.GivePassword(70);
        var browser = await portal.SignInAs(UserName);
        await browser.GetAsync("/forgotten");
        counted.Begin();

        await browser.GetAsync("/forgotten");

        Assert.InRange(counted.Count, 1, 2);
    }

    [Fact]
    public async Task As_much_work_is_done_for_a_name_that_nobody_has()
    {
        var counted = new CommandLog();
        await using var portal = await Portal.With(Databases.Sqlite, services => services.Intercept(counted), null, 7);
        await portal.GivePassword(70);

        async Task<int[]> Work(string login, string network)
        {
            var browser = portal.Browser(network);
            List<int> work = [];
            foreach (var (path, button) in new[] { ("/sign-in", "Sign in"), ("/sign-in", "Sign in"), ("/sign-in", "Sign in"), ("/forgotten", "Send the mail") })
            {
                var page = await browser.Page(path);
                counted.Begin();
                await browser.Press(page, button, path == "/sign-in" ? [("Login", login), ("Password", "quite-another-one")] : [("Login", login)]);
                work.Add(counted.Count);
            }

            return [.. work];
        }

        await Work("SRM111111111", "192.0.2.1");
        Assert.Equal(await Work("SRM999999999", "192.0.2.2"), await Work(UserName, "192.0.2.3"));
    }

    [Fact]
    public async Task The_password_is_asked_once_more_and_three_wrong_ones_close_that_way_alone()
    {
        await using var portal = await WithPassword();
        Task<string> Asked(string password) => portal.As(Portal.Supplier(7), async services =>
        {
            try
            {
                return await services.GetRequiredService<PasswordCheck>().IsRight(password) ? "right" : "wrong";
            }
            catch (RuleViolation refused)
            {
                return refused.Broken[0].Code;
            }
        });

        Assert.Equal("right", await Asked(Portal.Password));
        Assert.Equal("wrong", await Asked("no"));
        Assert.Equal("wrong", await Asked(""));
        Assert.Equal(PasswordRules.Closed, await Asked("no"));
        Assert.Equal(PasswordRules.Closed, await Asked(Portal.Password));
        await portal.SignInAs(UserName);
    }

    // One wrong password for a name closes nothing.
    private Task<Portal> SignedInAgainAndAgain() => shared.Once(() => WithPassword());

    private static async Task<Portal> WithPassword(params long[] suppliers)
    {
        var portal = await Portal.With(Databases.Sqlite, null, suppliers);
        await portal.GivePassword(70);
        return portal;
    }
}
