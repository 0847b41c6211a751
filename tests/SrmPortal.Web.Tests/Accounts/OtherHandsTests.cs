using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Features.Account;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>Links and sessions in other hands or for several companies: each opens what is its holder's, and no more.</summary>
public sealed class OtherHandsTests
{
    private const string Address = "kovaleva@uraltrubsnab.example", UserName = "SRM000000070";

    [Fact]
    public async Task An_activation_link_opened_by_somebody_else_who_is_signed_in_activates_its_own_account_alone()
    {
        await using var portal = await With(7, 8);
        await portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return await db.InTransaction(async () => SendAccess.To(await Saved(db, await services.GetRequiredService<OpenAccount>()
                .For(new NewPerson("Ковалёва Марина Сергеевна", Address, null, null, "en"), 7, MembershipRights.Contact)), portal.Clock.GetUtcNow().UtcDateTime));
        });
        await portal.DeliverMail();
        var colleague = await portal.SignInAs("SRM000000080");
        var profile = await colleague.Page("/profile");

        var page = await colleague.Page(portal.LinkMailedTo(Address));
        Assert.Contains("Ковалёва Марина Сергеевна", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await colleague.Press(page, "Set the password and sign in", ("NewPassword", "ночь улица фонарь аптека"));
        await colleague.AcceptTexts();

        // The browser is the new person's now; a form of the one before is refused, and that one's account is as it was.
        Assert.Contains("Ковалёва", (await colleague.Page("/profile")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await colleague.Press(profile, "Save", ("Phone", "+7 343 226-41-99"))).StatusCode);
        Assert.Null(await portal.Seen(Scope.System, db => db.Accounts.Where(a => a.Id == 80).Select(a => a.Phone).SingleAsync()));
        await portal.SignInAs("SRM000000080");
    }

    [Fact]
    public async Task Of_two_companies_one_may_block_the_person_and_the_other_goes_on_in_the_same_session()
    {
        await using var portal = await With(7, 8);
        await portal.Seen(Scope.System, async db =>
        {
            db.Add(new Membership(await db.Accounts.SingleAsync(a => a.Id == 70), 8, MembershipRights.Contact));
            return await db.SaveChangesAsync();
        });
        var browser = await portal.SignInAs(UserName);
        await browser.PressIn(await browser.Page("/choose-company"), "Supplier 7", "Choose");
        var elsewhere = await portal.SignInAs(UserName);
        await elsewhere.PressIn(await elsewhere.Page("/choose-company"), "Supplier 8", "Choose");
        var offerOf7 = await browser.Page(Portal.OfferPath);

        await portal.Seen(Scope.System, async db =>
        {
            (await db.Memberships.Include(m => m.Account).SingleAsync(m => m.AccountId == 70 && m.SupplierId == 7)).Block();
            return await db.SaveChangesAsync();
        });
        portal.Clock.Advance(TimeSpan.FromSeconds(59));

        var asked = await browser.GetAsync(Portal.OfferPath);
        Assert.Equal((HttpStatusCode.Redirect, "/choose-company?returnUrl=" + Uri.EscapeDataString(Portal.OfferPath)), (asked.StatusCode, asked.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/administration")).StatusCode);
        Assert.NotEqual(HttpStatusCode.Redirect, (await browser.Press(offerOf7, "Save", ("Lines[0001].UnitPrice", "90"))).StatusCode);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Offers.CountAsync()));
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync(Portal.OfferPath)).StatusCode);
        var choice = await browser.Page(asked.Headers.Location!.ToString());
        Assert.DoesNotContain("Supplier 7", choice.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Portal.OfferPath, (await browser.PressIn(choice, "Supplier 8", "Choose")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Portal.OfferPath)).StatusCode);
    }

    private static async Task<Membership> Saved(PortalDbContext db, Membership membership)
    {
        await db.SaveChangesAsync();
        return membership;
    }

    private static async Task<Portal> With(params long[] suppliers)
    {
        var portal = await Portal.With(Databases.Sqlite, null, suppliers);
        await portal.ReadAllMails();
        foreach (var supplier in suppliers)
        {
            await portal.GivePassword(supplier * 10);
        }

        return portal;
    }
}
