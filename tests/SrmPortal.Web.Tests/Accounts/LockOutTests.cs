using System.Net;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>Three wrong passwords close signing in where they came from, and nowhere else.</summary>
public sealed class LockOutTests
{
    private const string UserName = "SRM000000070", Email = "person70@supplier7.example", Stranger = "198.51.100.66";

    [Theory]
    [InlineData(UserName)]
    [InlineData("SRM999999999")]
    public async Task Three_wrong_passwords_close_it_for_a_quarter_of_an_hour_whether_the_name_exists_or_not(string login)
    {
        await using var portal = await WithPassword();
        var browser = portal.Browser(Stranger);

        Assert.Contains("is wrong", await Tried(browser, login), StringComparison.Ordinal);
        Assert.Contains("is wrong", await Tried(browser, login), StringComparison.Ordinal);
        Assert.Contains("is closed here until", await Tried(browser, login), StringComparison.Ordinal);
        Assert.Contains("is closed here until", await Tried(browser, login, Portal.Password), StringComparison.Ordinal);

        portal.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Contains("is wrong", await Tried(browser, login), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_can_not_close_it_for_the_holder()
    {
        await using var portal = await WithPassword();
        var office = await portal.SignInAs(UserName);
        await office.PressAndFollow(await office.Page(Portal.OfferPath), "Sign out");
        var running = await portal.SignInAs(UserName, network: "203.0.113.99");

        await Close(portal.Browser(Stranger));

        Assert.Equal(HttpStatusCode.OK, (await running.GetAsync(Portal.OfferPath)).StatusCode);
        await portal.SignInAs(UserName, browser: office);
        await portal.SignInAs(UserName, network: "203.0.113.200");
    }

    [Fact]
    public async Task A_browser_that_is_known_goes_on_where_a_stranger_in_the_same_network_closed_it()
    {
        await using var portal = await WithPassword();
        var office = await portal.SignInAs(UserName);

        await Close(portal.Browser());

        Assert.Contains("is closed here until", await Tried(portal.Browser(), UserName, Portal.Password), StringComparison.Ordinal);
        await portal.SignInAs(UserName, browser: office);
    }

    [Fact]
    public async Task A_known_browser_has_its_own_three()
    {
        await using var portal = await WithPassword();
        var office = await portal.SignInAs(UserName);

        await Close(office);

        Assert.Contains("is closed here until", await Tried(office, UserName, Portal.Password), StringComparison.Ordinal);
        await portal.SignInAs(UserName);
    }

    [Fact]
    public async Task A_hundred_networks_together_are_stopped_and_known_browsers_go_on()
    {
        await using var portal = await WithPassword();
        var office = await portal.SignInAs(UserName);

        var closed = 0;
        for (var i = 1; i <= 45; i++)
        {
            var browser = portal.Browser($"192.0.2.{i}");
            await Tried(browser, UserName);
            closed += (await Tried(browser, UserName)).Contains("is closed here until", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.InRange(closed, 10, 20);
        await portal.SignInAs(UserName, browser: office);
    }

    [Fact]
    public async Task The_holder_opens_it_by_the_mailed_link_and_is_safe_in_that_browser()
    {
        await using var portal = await WithPassword();
        var browser = portal.Browser();
        await Close(browser);
        await portal.DeliverMail();
        var mail = Assert.Single(portal.MailsTo(Email));
        Assert.Contains("Wrong passwords for " + UserName, mail.Subject!, StringComparison.Ordinal);
        var link = portal.LinkMailedTo(Email);

        await portal.Browser(Stranger).GetAsync(link);
        Assert.Contains("is closed", await Tried(browser, UserName, Portal.Password), StringComparison.Ordinal);
        await browser.PressAndFollow(await browser.Page(link), "Open signing in for me");
        await Close(portal.Browser());

        await portal.SignInAs(UserName, browser: browser);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Nobody_is_mailed_for_a_name_that_nobody_has()
    {
        await using var portal = await WithPassword();

        await Close(portal.Browser(Stranger), "SRM999999999");
        await portal.DeliverMail();

        Assert.Empty(portal.Mails);
    }

    [Fact]
    public async Task Two_wrong_ones_long_ago_do_not_count()
    {
        await using var portal = await WithPassword();
        var browser = portal.Browser();
        await Tried(browser, UserName);
        await Tried(browser, UserName);

        portal.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Contains("is wrong", await Tried(browser, UserName), StringComparison.Ordinal);
        await portal.SignInAs(UserName, browser: browser);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Many_at_once_are_no_more_than_one_after_another(string provider)
    {
        await using var portal = await WithPassword(provider);
        var browsers = Enumerable.Range(0, 10).Select(_ => portal.Browser(Stranger)).ToArray();

        var answers = await Task.WhenAll(browsers.Select(browser => Tried(browser, UserName)));

        Assert.Equal(2, answers.Count(answer => answer.Contains("is wrong", StringComparison.Ordinal)));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Outbox.CountAsync(m => m.Kind == "SignInLocked")));
    }

    private static async Task Close(HttpClient browser, string login = UserName)
    {
        for (var i = 0; i < 3; i++)
        {
            await Tried(browser, login);
        }
    }

    private static async Task<string> Tried(HttpClient browser, string login, string password = "quite-another-one") =>
        (await (await browser.TrySignIn(login, password)).Parsed()).Text();

    private static async Task<Portal> WithPassword(string provider = Databases.Sqlite)
    {
        var portal = await Portal.With(provider);
        await portal.ReadAllMails();
        await portal.GivePassword(70);
        return portal;
    }
}
