using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Keeping;
using SrmPortal.Web.Features.Offers;
using SrmPortal.Web.Features.Opening;
using SrmPortal.Web.Features.Practising;
using SrmPortal.Web.Tests.Everywhere;

namespace SrmPortal.Web.Tests.Practising;

/// <summary>A supplier's own event to try an offer on: by the pages and deeds of every event, seen by nobody else, told to nobody else.</summary>
public sealed class PracticeTests
{
    private static readonly StaffRoles AllRoles = Enum.GetValues<StaffRoles>().Aggregate((all, one) => all | one);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_supplier_begins_it_submits_sees_it_opened_and_begins_anew_and_nobody_else_is_told_or_sees_it(string database)
    {
        await using var portal = await Portal.With(database, null, 7, 8);
        await portal.ReadAllMails();
        await AddColleague(portal);
        var (supplier, now) = (portal.SignedIn("supplier:7"), portal.Clock.GetUtcNow().UtcDateTime);

        // Two presses at once, and one more from another page.
        var numbers = await Task.WhenAll(Start(portal), Start(portal));
        var home = await supplier.Page("/");
        var card = await supplier.PressAndFollow(home, "Go to the practice event");
        var number = Assert.Single(numbers.Distinct());
        Assert.Contains($"/events/{number}/0", card.QuerySelector(".tabs a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("This is practice.", card.QuerySelector(".note-warn")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("None: this is practice.", card.Text(), StringComparison.Ordinal);
        Assert.False(card.HasButton("Decline to take part"));
        var refused = await supplier.Send(card, $"/events/{number}/0/clarifications", ("Kind", "Explanation"), ("Text", "Why?"));
        Assert.Contains("there is no buyer to ask", (await refused.Parsed()).Text(), StringComparison.Ordinal);
        Assert.Contains("Practice", (await supplier.Page("/events")).QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(number, StringComparison.Ordinal)).QuerySelector(".st-box")!.TextContent, StringComparison.Ordinal);

        var round = await portal.Seen(Portal.Supplier(7), db => db.Rounds.AsNoTracking().Include(r => r.Event).SingleAsync(r => r.PracticeOfId == 7));
        await LivedInPortal.Submit(portal, Portal.Supplier(7), round, now);
        var receipt = await supplier.Page($"/events/{number}/0/offer/versions/1");
        Assert.Contains("This is practice.", receipt.Text(), StringComparison.Ordinal);
        var file = await supplier.GetStringAsync($"/events/{number}/0/offer/versions/1/receipt.json");
        Assert.Contains("\"practice\": true", file, StringComparison.Ordinal);

        var sealedPage = await supplier.PressAndFollow(await supplier.Page("/practice"), "Open it now");
        Assert.Contains("It is being opened.", sealedPage.Text(), StringComparison.Ordinal);
        Assert.Equal(["5"], (await supplier.GetAsync("/practice")).Headers.GetValues("Refresh"));
        Assert.Equal(0, await Due(portal, now));
        Assert.Equal(1, await Due(portal, now + Given.Drain));

        var opened = (await supplier.Page("/practice")).Text();
        Assert.Contains("Opened: exactly the version that you submitted.", opened, StringComparison.Ordinal);
        Assert.Contains("Bolt M16×60", opened, StringComparison.Ordinal);
        var verify = await supplier.Page("/verify");
        var checkedReceipt = await supplier.Press(verify, "Check", ("pasted", file));
        var verified = (await checkedReceipt.Parsed()).Text();
        Assert.Contains("Exactly this version was opened", verified, StringComparison.Ordinal);
        Assert.Contains("This is practice.", verified, StringComparison.Ordinal);

        await SeenByNobodyElse(portal, number);
        await portal.DeliverMail();
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Notifications.CountAsync(n => n.Title.Contains(number))));
        Assert.Equal(["Practice: Offer submitted", "person70@supplier7.example"], portal.Mails.SelectMany(mail => new[] { mail.Subject!.Split(':')[..2].Aggregate((a, b) => $"{a}:{b}"), Assert.Single(mail.To.Mailboxes).Address }));
        Assert.Contains("This is practice: nothing is bought", portal.Mails[0].TextBody!, StringComparison.Ordinal);

        var anew = await supplier.PressAndFollow(await supplier.Page("/practice"), "Destroy it and begin anew");
        Assert.DoesNotContain(number, anew.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await supplier.GetAsync($"/events/{number}/0")).StatusCode);
        Assert.Equal((1, 0, 0), await portal.Seen(Scope.System, async db =>
            (await db.Events.CountAsync(e => e.PracticeOfId != null), await db.OfferLines.CountAsync(), await db.Set<RoundKey>().CountAsync(k => k.Round.Event.Number == number))));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Notifications.CountAsync(n => n.PersonId == 70 && n.Title.Contains(number))));
        // The page from before, sent again, takes nothing away.
        Assert.NotEqual(number, await portal.As(Portal.Supplier(7), services => services.GetRequiredService<StartPractice>().Start(number, portal.Clock.GetUtcNow().UtcDateTime)));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(PracticeRemoved))));
    }

    [Fact]
    public async Task Only_who_may_submit_for_an_accredited_company_begins_it_and_one_that_is_left_alone_is_opened_and_later_destroyed()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var viewer = Scope.Supplier(70, 7, CompanyRights.ContactPerson);
        Assert.Equal(PracticeRules.MayNot, await Refused(portal, viewer));

        var number = await Start(portal);
        var end = await portal.Seen(Portal.Supplier(7), db => db.Rounds.Where(r => r.PracticeOfId == 7).Select(r => r.Deadline).SingleAsync());
        Assert.Equal(PracticeRules.MayNot, (await Assert.ThrowsAsync<RuleViolation>(() => portal.As(viewer, services => services.GetRequiredService<EndPractice>().End(number, Given.InTime)))).Broken.Single().Code);
        Assert.False(await portal.As(Portal.Supplier(8), services => services.GetRequiredService<EndPractice>().End(number, Given.InTime)));

        // Saved and not submitted: nobody is reminded, and there is nothing to open.
        var round = await portal.Seen(Portal.Supplier(7), db => db.Rounds.AsNoTracking().Include(r => r.Event).SingleAsync(r => r.PracticeOfId == 7));
        await portal.Save(7, 100, round: round);
        Assert.Contains("has made no other offers", (await portal.SignedIn("supplier:7").Page($"{Portal.OfferPath}/prices")).Text(), StringComparison.Ordinal);
        Assert.Equal(0, await portal.As(Scope.System, services => services.GetRequiredService<RemindOfOffers>().Run(end.AddHours(-1))));
        await Due(portal, end + Given.Drain);
        Assert.Contains("There was nothing to open.", (await portal.SignedIn("supplier:7").Page("/practice")).Text(), StringComparison.Ordinal);

        Assert.Equal(1, await Practising(portal, end + Round.PracticeKept));
        Assert.Equal(0, await Practising(portal, end + Round.PracticeKept + TimeSpan.FromSeconds(1)));
        Assert.Equal((0, 1), await portal.Seen(Scope.System, async db => (await db.RetentionRuns.SumAsync(r => r.Events), await db.Events.CountAsync())));

        await portal.Seen(Scope.System, async db =>
        {
            (await db.Suppliers.SingleAsync(s => s.Id == 7)).Suspend("Unpaid", null, Given.InTime);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(Domain.Suppliers.SupplierRules.Suspended, await Refused(portal, Portal.Supplier(7)));
        var page = await portal.SignedIn("supplier:7").Page("/practice");
        Assert.False(page.HasButton("Begin the practice event"));
    }

    /// <summary>Neither by a query of any role, nor by a page of another company, nor in any number.</summary>
    private static async Task SeenByNobodyElse(Portal portal, string number)
    {
        foreach (var scope in new[] { Scope.StaffOf(Portal.BuyerId, AllRoles), Scope.StaffOf(Portal.BuyerId, StaffRoles.Auditor), Portal.Supplier(8) })
        {
            Assert.Equal(0, await portal.Seen(scope, async db => await db.Events.CountAsync(e => e.PracticeOfId != null) + await db.Rounds.CountAsync(r => r.PracticeOfId != null)
                + await db.Offers.CountAsync() + await db.OfferVersions.CountAsync() + await db.OfferLines.CountAsync() + await db.OpenedOffers.CountAsync() + await db.OpenedAnswers.CountAsync()
                + await db.OpenedAttachments.CountAsync() + await db.Invitations.CountAsync(i => i.IsPractice) + await db.MailDeliveries.CountAsync(d => d.SecretUntilOpening)
                + await db.Audit.CountAsync(a => EF.Functions.Like(a.Subject, "P%"))));
        }

        Assert.Equal(6, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Subject == number + "/0")));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:8").GetAsync($"/events/{number}/0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("buyer").GetAsync($"/events/{number}/0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:8").GetAsync($"/events/{number}/0/offer/versions/1")).StatusCode);
        // It has taken no number of the real series.
        Assert.Equal("20060001", await portal.Seen(Scope.System, db => db.NextEventNumber()));
    }

    private static async Task<int> Practising(Portal portal, DateTime now)
    {
        await portal.As(Scope.System, services => services.GetRequiredService<Retention>().Destroy(now));
        return await portal.Seen(Scope.System, db => db.Events.CountAsync(e => e.PracticeOfId != null));
    }

    private static Task<string> Start(Portal portal) => portal.As(Portal.Supplier(7), services => services.GetRequiredService<StartPractice>().Start(null, portal.Clock.GetUtcNow().UtcDateTime));

    private static async Task<string> Refused(Portal portal, Scope scope) => (await Assert.ThrowsAsync<RuleViolation>(
        () => portal.As(scope, services => services.GetRequiredService<StartPractice>().Start(null, Given.InTime)))).Broken.Single().Code;

    private static Task<int> Due(Portal portal, DateTime now)
    {
        portal.Clock.SetUtcNow(now);
        return portal.Services.GetRequiredService<OpenDueRounds>().Run(CancellationToken.None);
    }

    private static Task<int> AddColleague(Portal portal) => portal.Seen(Scope.System, async db =>
    {
        var colleague = new UserAccount("SRM000000771", "colleague@supplier7.example", "Colleague", "en");
        colleague.Activate();
        db.Add(new Membership(colleague, 7, new MembershipRights(true, true, false, true)));
        return await db.SaveChangesAsync();
    });
}
