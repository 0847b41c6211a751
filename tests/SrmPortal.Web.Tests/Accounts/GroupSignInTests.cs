using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Features.Account;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>The group's own sign-in, against a provider on this machine.</summary>
public sealed class GroupSignInTests
{
    private const string Staff = "staff1@group.example";

    [Fact]
    public async Task A_buyer_comes_in_by_a_link_through_the_groups_sign_in_without_a_password_of_the_portal()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var portal = await With(provider);
        provider.Claims = new() { ["email"] = "Staff1@Group.example", ["email_verified"] = true };
        var browser = portal.Browser();
        var link = (await browser.Page("/sign-in?returnUrl=/profile")).QuerySelectorAll("a").Single(a => a.TextContent.Contains("group’s account", StringComparison.Ordinal)).GetAttribute("href")!;

        var arrived = await provider.Walk(browser, link);

        Assert.Equal("/profile", arrived.Headers.Location!.ToString());
        Assert.Contains("Buyer 1", (await browser.Page("/profile")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        // Whose role needs a second step has taken it there.
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/events")).StatusCode);
        Assert.Contains("SignedIn", await portal.Seen(Scope.System, db => db.Audit.Select(a => a.Action).ToListAsync()));
        // The portal's own accounts stay the way in beside it.
        await portal.GivePassword(70);
        await portal.SignInAs("SRM000000070");
    }

    [Fact]
    public async Task Who_came_that_way_signs_in_there_anew_before_opening_a_round()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var portal = await With(provider);
        provider.Clock = portal.Clock;
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        portal.Clock.SetUtcNow(Given.Deadline + Given.Drain);
        provider.Claims = new() { ["email"] = Staff, ["email_verified"] = true };
        var browser = portal.Browser();
        await provider.Walk(browser, "/sign-in/group");
        var opening = "/events/20067776/0/opening";
        string Anew(IDocument page) => page.QuerySelectorAll("a").Single(a => a.TextContent.Contains("Sign in anew", StringComparison.Ordinal)).GetAttribute("href")!;
        var page = await browser.Page(opening);

        // Without a password and without having been there anew nothing is confirmed.
        Assert.False(await portal.As(Portal.Buyer, async services => await services.GetRequiredService<PasswordCheck>().IsRight("")));
        provider.AsksAnew = false;
        Assert.Contains("why=NotAnew", (await provider.Walk(browser, Anew(page))).Headers.Location!.ToString(), StringComparison.Ordinal);
        provider.AsksAnew = true;
        provider.Claims["email"] = "person70@supplier7.example";
        Assert.Contains("why=NobodyHere", (await provider.Walk(browser, Anew(page))).Headers.Location!.ToString(), StringComparison.Ordinal);
        provider.Claims["email"] = Staff;
        Assert.Equal(opening, (await provider.Walk(browser, Anew(page))).Headers.Location!.ToString());
        Assert.Contains("You have signed in anew", (await browser.Page(opening)).Text(), StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        page = await browser.Page(opening);
        Assert.DoesNotContain("You have signed in anew", page.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Press(page, "Confirm and open")).StatusCode);

        await provider.Walk(browser, Anew(page));
        Assert.Contains("/comparison", (await browser.Press(await browser.Page(opening), "Confirm and open")).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_told_verified_or_not_of_the_group_is_refused_with_a_page_that_says_so()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var portal = await With(provider);
        foreach (var (email, isVerified, said) in new (string?, bool?, string)[]
        {
            (null, true, "has not told the portal your e-mail"),
            (Staff, false, "has not confirmed that the e-mail is yours"),
            (Staff, null, "has not confirmed that the e-mail is yours"),
            ("nobody@group.example", true, "no account of the group’s people"),
            ("person70@supplier7.example", true, "no account of the group’s people"),
            ("stаff1@group.example", true, "no account of the group’s people"),
        })
        {
            provider.Claims = [];
            if (email is not null)
            {
                provider.Claims["email"] = email;
            }

            if (isVerified is { } verified)
            {
                provider.Claims["email_verified"] = verified;
            }

            var browser = portal.Browser();
            var answer = await provider.Walk(browser, "/sign-in/group");

            var page = await browser.GetAsync(answer.Headers.Location!.ToString());
            Assert.Equal((email, HttpStatusCode.Forbidden), (email, page.StatusCode));
            Assert.Contains(said, (await page.Parsed()).Text(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/profile")).StatusCode);
            Assert.Equal(0, await portal.Seen(Scope.System, db => db.OpenSessions.CountAsync()));
        }
    }

    [Fact]
    public async Task Who_gives_up_a_forged_answer_and_a_provider_that_is_away_have_a_page_and_without_one_there_is_no_way()
    {
        var provider = await OpenIdProvider.Start();
        await using var portal = await With(provider);
        var browser = portal.Browser();
        provider.Refuses = true;
        Assert.Contains("why=Provider", (await provider.Walk(browser, "/sign-in/group")).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("why=Provider", (await browser.GetAsync("/sign-in/group/answer?code=x&state=forged")).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await browser.GetAsync("/sign-in/group/arrived")).Headers.Location!.ToString());
        Assert.Contains("sign in with your user name", (await (await browser.GetAsync("/sign-in/group/refused?why=Provider")).Parsed()).Text(), StringComparison.Ordinal);

        await provider.DisposeAsync();
        await using var other = await With(provider);
        var away = await other.Browser(language: "ru").GetAsync("/sign-in/group");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Contains("не отвечает", (await away.Parsed()).Text(), StringComparison.Ordinal);

        await using var without = await Portal.With(Databases.Sqlite);
        Assert.Equal(HttpStatusCode.NotFound, (await without.Browser().GetAsync("/sign-in/group")).StatusCode);
        Assert.DoesNotContain("group’s account", (await without.Browser().Page("/sign-in")).Text(), StringComparison.Ordinal);
    }

    // The cookies of the way there are kept by a test's browser only while they last by the real clock.
    private static Task<Portal> With(OpenIdProvider provider) => new Portal(Databases.Sqlite, services =>
        services.PostConfigure<OpenIdConnectOptions>(GroupSignIn.Scheme, options => options.TimeProvider = TimeProvider.System))
    {
        Settings =
        {
            ["OpenIdConnect:Authority"] = provider.Address,
            ["OpenIdConnect:ClientId"] = OpenIdProvider.Client,
            ["OpenIdConnect:ClientSecret"] = OpenIdProvider.Secret,
            ["Portal:TwoStep:Roles"] = nameof(StaffRoles.Buyer),
        },
    }.Filled();
}
