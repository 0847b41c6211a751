using System.Net;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>Another address: confirmed where it is, told where it was.</summary>
public sealed class ChangingEmailTests
{
    private const string UserName = "SRM000000070", Old = "person70@supplier7.example", New = "Marina.K@supplier7.example";

    [Fact]
    public async Task It_counts_when_it_is_confirmed_at_the_new_address_and_the_old_one_is_told_twice()
    {
        await using var portal = await WithPassword();
        var browser = await portal.SignInAs(UserName);
        foreach (var (email, password) in new[] { (New, "no"), ("no address", Portal.Password), (Old, Portal.Password), ("person80@supplier8.example", Portal.Password) })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Press(await browser.Page("/profile/email"), "Send the link", ("NewEmail", email), ("Password", password))).StatusCode);
        }

        var asked = await browser.PressAndFollow(await browser.Page("/profile/email"), "Send the link", ("NewEmail", New), ("Password", Portal.Password));
        Assert.Contains($"{New} waits for its confirmation.", asked.Text(), StringComparison.Ordinal);
        Assert.Equal(Old, await AddressOf(portal));
        await portal.DeliverMail();
        Assert.Contains("Another address was named", Assert.Single(portal.MailsTo(Old)).Subject, StringComparison.Ordinal);
        var link = portal.LinkMailedTo(New);
        Assert.DoesNotContain("/new-email/", portal.MailsTo(Old)[0].TextBody, StringComparison.Ordinal);

        // A scanner opens it and changes nothing; the button does, in whatever browser, once.
        var elsewhere = portal.Browser("198.51.100.7");
        var page = await elsewhere.Page(link);
        Assert.Equal(Old, await AddressOf(portal));
        await elsewhere.PressAndFollow(page, "Confirm the address");
        Assert.Equal(New, await AddressOf(portal));
        Assert.Equal(HttpStatusCode.Gone, (await elsewhere.GetAsync(link)).StatusCode);
        await portal.DeliverMail();
        Assert.Contains(portal.MailsTo(Old), mail => mail.Subject!.Contains("The address of", StringComparison.Ordinal));

        await portal.SignInAs(New.ToUpperInvariant());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await portal.Browser().TrySignIn(Old, Portal.Password)).StatusCode);
    }

    [Fact]
    public async Task A_link_is_void_when_another_address_is_named_when_it_is_given_up_and_after_a_day()
    {
        await using var portal = await WithPassword();
        var browser = await portal.SignInAs(UserName);
        async Task<string> Ask(string email)
        {
            await browser.PressAndFollow(await browser.Page("/profile/email"), "Send the link", ("NewEmail", email), ("Password", Portal.Password));
            await portal.DeliverMail();
            return portal.LinkMailedTo(email);
        }

        var first = await Ask("first@supplier7.example");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await Ask("second@supplier7.example");
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(first)).StatusCode);
        var page = await browser.Page(second);
        await browser.PressAndFollow(await browser.Page("/profile/email"), "Keep the present address");
        Assert.Equal(HttpStatusCode.Gone, (await browser.Press(page, "Confirm the address")).StatusCode);

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var third = await Ask("third@supplier7.example");
        portal.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Contains("This link is too old", (await (await browser.GetAsync(third)).Parsed()).Text(), StringComparison.Ordinal);
        Assert.Equal(Old, await AddressOf(portal));
    }

    [Fact]
    public async Task Nobodys_mailbox_is_filled_and_of_two_who_confirm_the_same_address_one_gets_it()
    {
        await using var portal = await WithPassword();
        await portal.GivePassword(80);
        var (one, other) = (await portal.SignInAs(UserName), await portal.SignInAs("SRM000000080"));
        foreach (var browser in new[] { one, other })
        {
            await browser.PressAndFollow(await browser.Page("/profile/email"), "Send the link", ("NewEmail", New), ("Password", Portal.Password));
            await portal.DeliverMail();
        }

        var links = portal.MailsTo(New).Select(mail => mail.TextBody!.Split('\n').First(line => line.Contains("/new-email/", StringComparison.Ordinal)).Trim()).Select(line => new Uri(line).AbsolutePath).ToArray();
        await one.PressAndFollow(await one.Page(links[0]), "Confirm the address");
        var taken = await other.Press(await other.Page(links[1]), "Confirm the address");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);

        for (var i = 0; i < 2; i++)
        {
            await one.PressAndFollow(await one.Page("/profile/email"), "Send the link", ("NewEmail", $"m{i}@supplier7.example"), ("Password", Portal.Password));
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await one.Press(await one.Page("/profile/email"), "Send the link", ("NewEmail", "m4@supplier7.example"), ("Password", Portal.Password))).StatusCode);
    }

    [Fact]
    public async Task A_new_password_by_a_mailed_link_voids_what_a_stranger_had_named()
    {
        await using var portal = await WithPassword();
        var stranger = await portal.SignInAs(UserName);
        await stranger.PressAndFollow(await stranger.Page("/profile/email"), "Send the link", ("NewEmail", "thief@evil.example"), ("Password", Portal.Password));
        await portal.DeliverMail();
        var link = portal.LinkMailedTo("thief@evil.example");
        var browser = portal.Browser();
        await browser.Press(await browser.Page("/forgotten"), "Send the mail", ("Login", UserName));
        await portal.DeliverMail();

        await browser.PressAndFollow(await browser.Page(portal.LinkMailedTo(Old)), "Set the password and sign in", ("NewPassword", "ночь улица фонарь аптека"));

        Assert.Equal(HttpStatusCode.Gone, (await stranger.GetAsync(link)).StatusCode);
        Assert.DoesNotContain("waits for its confirmation", (await browser.Page("/profile/email")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_master_user_names_a_colleagues_new_address_and_the_colleague_confirms_it()
    {
        await using var portal = await GivenMaster.WithMaster();
        await portal.ReadAllMails();
        await portal.GivePassword(70);
        var master = portal.SignedIn("supplier:7:71");
        var people = await master.Page("/company/people");

        var saved = await master.PressAndFollow(await master.Page(people.LinkIn("Person 70", "Change")), "Save", ("Email", New));
        Assert.Contains($"A link is on its way to {New}", saved.Text(), StringComparison.Ordinal);
        await portal.DeliverMail();

        Assert.Equal(Old, await AddressOf(portal));
        Assert.Contains("The master user of your company", Words(portal.MailsTo(New)[0].TextBody!), StringComparison.Ordinal);
        Assert.Single(portal.MailsTo(Old));
        var browser = portal.Browser();
        await browser.PressAndFollow(await browser.Page(portal.LinkMailedTo(New)), "Confirm the address");
        Assert.Equal(New, await AddressOf(portal));

        // Nobody's mailbox is filled this way either, and the own address needs the password.
        async Task<HttpResponseMessage> Named(int no) => await master.Press(await master.Page(people.LinkIn("Person 70", "Change")), "Save", ("Email", $"m{no}@supplier7.example"));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], [(await Named(1)).StatusCode, (await Named(2)).StatusCode, (await Named(3)).StatusCode]);
        Assert.Null((await master.Page(people.LinkIn("Person 71", "Change"))).QuerySelector("[name=Email]"));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Task<string> AddressOf(Portal portal) => portal.Seen(Scope.System, db => db.Accounts.Where(a => a.Id == 70).Select(a => a.Email).SingleAsync());

    private static async Task<Portal> WithPassword()
    {
        var portal = await Portal.With(Databases.Sqlite, null, 7, 8);
        await portal.ReadAllMails();
        await portal.GivePassword(70);
        return portal;
    }
}
