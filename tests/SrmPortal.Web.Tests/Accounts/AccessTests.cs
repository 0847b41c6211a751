using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Features.Account;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>Mailed links: the first password, a forgotten one.</summary>
public sealed class AccessTests
{
    private const string Address = "kovaleva@uraltrubsnab.example", Chosen = "ночь улица фонарь аптека";

    [Fact]
    public async Task A_new_person_sets_a_password_by_the_link_and_is_in()
    {
        await using var portal = await WithNewPerson();
        Assert.Empty(portal.MailsTo(Address));
        var userName = await Send(portal);
        var link = portal.LinkMailedTo(Address);
        var said = string.Join(' ', portal.MailsTo(Address)[^1].TextBody!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(new[] { userName, "Who processes the data.", "From Supplier 7, which named you", "Which data, and what for.", "Your rights." }, part => Assert.Contains(part, said, StringComparison.Ordinal));
        var browser = portal.Browser();

        // A scanner opens it first, and changes nothing.
        await portal.Browser().GetAsync(link);
        var page = await browser.Page(link);
        Assert.Contains(userName, page.Text(), StringComparison.Ordinal);
        var answer = await browser.Press(page, "Set the password and sign in", ("NewPassword", Chosen));

        Assert.Equal("/", answer.Headers.Location!.ToString());
        await browser.AcceptTexts();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/company")).StatusCode);
        await portal.SignInAs(userName, Chosen);
        await portal.SignInAs(Address, Chosen);
    }

    [Fact]
    public async Task A_bad_password_is_refused_at_its_field_and_the_link_stays_good()
    {
        await using var portal = await WithNewPerson();
        await Send(portal);
        var browser = portal.Browser();
        var page = await browser.Page(portal.LinkMailedTo(Address));

        foreach (var password in new[] { "short", "йцукенгшщзхъ", "ковалёва навсегда" })
        {
            var refused = await browser.Press(page, "Set the password and sign in", ("NewPassword", password));
            Assert.Equal((password, HttpStatusCode.UnprocessableEntity), (password, refused.StatusCode));
            page = await refused.Parsed();
            Assert.NotNull(page.QuerySelector("#NewPassword-e"));
        }

        // The same page, sent again with a better one.
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Press(page, "Set the password and sign in", ("NewPassword", Chosen))).StatusCode);
    }

    [Theory]
    [InlineData("🐘🦊🐝🌲🌊🔥🚲🎻🍏🧭🪁🎈")]
    [InlineData(" пробел в начале и в конце ")]
    public async Task A_password_of_any_characters_opens_what_it_closed(string password)
    {
        await using var portal = await WithNewPerson();
        var userName = await Send(portal);
        var browser = portal.Browser();
        await browser.Press(await browser.Page(portal.LinkMailedTo(Address)), "Set the password and sign in", ("NewPassword", password));

        await portal.SignInAs(userName, password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await portal.Browser().TrySignIn(userName, password.ToUpperInvariant() + "x")).StatusCode);
    }

    [Fact]
    public async Task A_letter_composed_in_another_way_is_the_same_letter()
    {
        await using var portal = await WithNewPerson();
        var userName = await Send(portal);
        var browser = portal.Browser();
        await browser.Press(await browser.Page(portal.LinkMailedTo(Address)), "Set the password and sign in", ("NewPassword", "чайный клипер й"));

        await portal.SignInAs(userName, "чайный клипер й".Normalize(System.Text.NormalizationForm.FormD));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_link_works_once_and_says_so(string provider)
    {
        await using var portal = await WithNewPerson(provider);
        await Send(portal);
        var link = portal.LinkMailedTo(Address);
        var (first, second) = (portal.Browser(), portal.Browser("198.51.100.7"));
        var (mine, theirs) = (await first.Page(link), await second.Page(link));

        var answers = await Task.WhenAll(
            first.Press(mine, "Set the password and sign in", ("NewPassword", Chosen)), second.Press(theirs, "Set the password and sign in", ("NewPassword", Chosen + "!")));

        Assert.Single(answers, answer => answer.Headers.Location?.ToString() == "/");
        var again = await portal.Browser().GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Contains("This link has been used", (await again.Parsed()).Text(), StringComparison.Ordinal);
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Credentials.CountAsync()));
    }

    [Fact]
    public async Task A_link_that_is_too_old_says_so_and_sends_a_new_one_to_the_address_on_file()
    {
        await using var portal = await WithNewPerson();
        await Send(portal);
        var old = portal.LinkMailedTo(Address);
        portal.Clock.Advance(TimeSpan.FromDays(7));
        var browser = portal.Browser();
        var page = await (await browser.GetAsync(old)).Parsed();
        Assert.Contains("This link is too old", page.Text(), StringComparison.Ordinal);

        await browser.PressAndFollow(page, "Send a new link to my address");
        await portal.DeliverMail();

        var link = portal.LinkMailedTo(Address);
        Assert.NotEqual(old, link);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Press(await browser.Page(link), "Set the password and sign in", ("NewPassword", Chosen))).StatusCode);
    }

    [Fact]
    public async Task A_newer_link_makes_the_older_one_invalid()
    {
        await using var portal = await WithNewPerson();
        await Send(portal);
        var old = portal.LinkMailedTo(Address);
        var browser = portal.Browser();
        var page = await browser.Page(old);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await Send(portal);

        var refused = await browser.Press(page, "Set the password and sign in", ("NewPassword", Chosen));

        Assert.NotEqual(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Contains("There is a newer link", (await refused.Parsed()).Text(), StringComparison.Ordinal);
        await browser.Page(portal.LinkMailedTo(Address));
    }

    [Fact]
    public async Task A_link_that_never_was_is_not_found()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.ReadAllMails();

        foreach (var path in new[] { "/activate/abc", "/new-password/abc", "/unlock/abc" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().GetAsync(path)).StatusCode);
        }
    }

    [Theory]
    [InlineData("SRM000000070", true)]
    [InlineData("person70@supplier7.example", true)]
    [InlineData("SRM999999999", false)]
    [InlineData("nobody@nowhere.example", false)]
    public async Task Forgotten_answers_the_same_and_writes_only_to_who_is_there(string login, bool exists)
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.ReadAllMails();
        await portal.GivePassword(70);
        var browser = portal.Browser();

        var answer = await browser.Press(await browser.Page("/forgotten"), "Send the mail", ("Login", login));
        Assert.Equal("/forgotten/sent", answer.Headers.Location!.ToString());
        Assert.Empty(portal.Mails);
        await portal.DeliverMail();

        Assert.Equal(exists ? 1 : 0, portal.Mails.Count);
        if (exists)
        {
            Assert.Contains("SRM000000070", portal.Mails[0].TextBody, StringComparison.Ordinal);
            var page = await browser.Page(portal.LinkMailedTo("person70@supplier7.example"));
            await browser.Press(page, "Set the password and sign in", ("NewPassword", Chosen));
            await portal.SignInAs("SRM000000070", Chosen);
        }
    }

    [Fact]
    public async Task A_link_for_a_forgotten_password_works_for_an_hour()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.ReadAllMails();
        await portal.GivePassword(70);
        var browser = portal.Browser();
        await browser.Press(await browser.Page("/forgotten"), "Send the mail", ("Login", "SRM000000070"));
        await portal.DeliverMail();
        var link = portal.LinkMailedTo("person70@supplier7.example");

        portal.Clock.Advance(TimeSpan.FromMinutes(59));
        await browser.Page(link);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Nobodys_mailbox_is_filled()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.ReadAllMails();
        await portal.GivePassword(70);
        var browser = portal.Browser();
        for (var i = 0; i < 6; i++)
        {
            var answer = await browser.Press(await browser.Page("/forgotten"), "Send the mail", ("Login", "SRM000000070"));
            Assert.Equal("/forgotten/sent", answer.Headers.Location!.ToString());
        }

        await portal.DeliverMail();

        Assert.Equal(3, portal.Mails.Count);
    }

    [Fact]
    public async Task Who_has_not_been_let_in_yet_gets_nothing_by_forgotten()
    {
        await using var portal = await WithNewPerson();
        var browser = portal.Browser();

        await browser.Press(await browser.Page("/forgotten"), "Send the mail", ("Login", Address));
        await portal.DeliverMail();

        Assert.Empty(portal.Mails);
    }

    [Fact]
    public async Task No_token_and_no_password_lies_anywhere_in_clear()
    {
        await using var portal = await WithNewPerson();
        await Send(portal);
        var link = portal.LinkMailedTo(Address);
        var browser = portal.Browser();
        await browser.Press(await browser.Page(link), "Set the password and sign in", ("NewPassword", "quokka-under-cedars"));

        var stored = portal.EverythingStored;

        Assert.DoesNotContain(link.Split('/')[^1], stored, StringComparison.Ordinal);
        Assert.DoesNotContain("quokka-under-cedars", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("quokka-under-cedars", string.Concat(portal.Mails.Select(mail => mail.TextBody)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_with_an_account_is_asked_keeps_the_password_and_agrees()
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, 7, 8);
        await portal.ReadAllMails();
        await portal.GivePassword(70);
        await portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return await db.InTransaction(async () =>
            {
                var membership = await services.GetRequiredService<OpenAccount>()
                    .For(new NewPerson("Somebody Else", "PERSON70@supplier7.example", null, null, "en"), 8, MembershipRights.Contact);
                await db.SaveChangesAsync();
                return SendAccess.To(membership, portal.Clock.GetUtcNow().UtcDateTime);
            });
        });
        await portal.DeliverMail();
        Assert.Contains(portal.MailsTo("person70@supplier7.example"), mail => mail.Subject!.Contains("Supplier 8 asks you", StringComparison.Ordinal));

        var browser = await portal.SignInAs("SRM000000070");
        var choice = await browser.Page("/choose-company");
        await browser.PressIn(choice, "Supplier 8", "Agree");

        Assert.Equal("Supplier 8", (await browser.Page("/company")).QuerySelector("h1")!.TextContent);
        Assert.Equal("Person 70", await portal.Seen(Scope.System, db => db.Accounts.Where(a => a.Id == 70).Select(a => a.FullName).SingleAsync()));
    }

    private static async Task<Portal> WithNewPerson(string provider = Databases.Sqlite)
    {
        var portal = await Portal.With(provider);
        await portal.ReadAllMails();
        await portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return await db.InTransaction(async () => await services.GetRequiredService<OpenAccount>()
                .For(new NewPerson("Ковалёва Марина Сергеевна", Address, "+7 343 226-41-82", "Менеджер", "en"), 7, MembershipRights.Contact));
        });
        return portal;
    }

    private static async Task<string> Send(Portal portal)
    {
        var userName = await portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return await db.InTransaction(async () =>
            {
                var membership = await db.Memberships.Include(m => m.Account).SingleAsync(m => m.SupplierId == 7 && m.Account.Email == Address);
                SendAccess.To(membership, portal.Clock.GetUtcNow().UtcDateTime);
                return membership.Account.UserName;
            });
        });
        await portal.DeliverMail();
        return userName;
    }
}
