using System.Net;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Features.Support;
using SrmPortal.Web.Tests.Accounts;
using SrmPortal.Web.Tests.Registration;
using static SrmPortal.Web.Tests.Support.GivenSupport;

namespace SrmPortal.Web.Tests.Support;

/// <summary>Somebody calls. The support asks who it is, and only then helps; each deed is told to the holder.</summary>
public sealed class HelpingCallersTests
{
    private const string Holder = "person71@supplier7.example", Right = Portal.Password;

    private static readonly (string, string)[] Answers = [("Facts", nameof(CallerFact.TaxNumber)), ("Facts", nameof(CallerFact.Colleague))];

    private static async Task Refused<T>(string code, Func<Task<T>> deed) =>
        Assert.Equal([code], (await Assert.ThrowsAsync<RuleViolation>(deed)).Broken.Select(rule => rule.Code));

    private static Task<UserAccount?> Recognised(Portal portal, string userName = "SRM000000071", long by = First) =>
        portal.Helps(by, help => help.Recognise(userName, Enum.GetValues<CallerFact>(), portal.Time()));

    [Fact]
    public async Task Nothing_is_done_before_the_caller_has_answered_and_a_closed_sign_in_is_opened_after()
    {
        await using var portal = await WithSupport();
        await portal.GivePassword(71);
        for (var i = 0; i < 3; i++)
        {
            await portal.Browser().TrySignIn(Holder, "wrong-wrong-wrong");
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await portal.Browser().TrySignIn(Holder, Right)).StatusCode);
        var support = portal.SupportPerson();
        var page = await support.Page((await support.Page("/support?q=PERSON71")).QuerySelector("main .tbl a")!.GetAttribute("href")!);
        Assert.Contains("Signing in closed in part until", page.Text(), StringComparison.Ordinal);
        Assert.False(page.HasButton("Open signing in"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await support.Send(page, Master + "/unlock")).StatusCode);
        var few = await WrongInput.Refused(support, page, "The caller has answered", Answers[..1]);
        Assert.Equal([nameof(CallerFact.TaxNumber)], few.QuerySelectorAll("[name=Facts][checked]").Select(box => box.GetAttribute("value")));
        Assert.Contains("stands in mails too", (await (await support.Press(page, "The caller has answered", Answers[0], ("Facts", nameof(CallerFact.AccreditedOn)))).Parsed()).Text(), StringComparison.Ordinal);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.CallerChecks.CountAsync()));

        var known = await support.PressAndFollow(page, "The caller has answered", Answers);
        var colleague = portal.SupportPerson(Second);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await colleague.Send(await colleague.Page(Master), Master + "/unlock")).StatusCode);
        await support.PressAndFollow(known, "Open signing in");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await support.Press(known, "Open signing in")).StatusCode);

        await portal.SignInAs(Holder);
        await portal.DeliverMail();
        Assert.Contains(portal.MailsTo(Holder), mail => mail.Subject!.StartsWith("The support opened signing in", StringComparison.Ordinal));
        var told = await portal.Seen(Scope.System, db => db.Audit.Where(a => a.Action == nameof(CallerRecognised) || a.Action == nameof(HelpGiven)).OrderBy(a => a.Id).Select(a => new { a.Action, a.PersonId, a.Subject }).ToListAsync());
        Assert.Equal([(nameof(CallerRecognised), First, "SRM000000071"), (nameof(HelpGiven), First, "SRM000000071")], told.Select(one => (one.Action, one.PersonId!.Value, one.Subject)));
        portal.Clock.Advance(CallerCheck.ValidFor);
        Assert.False((await support.Page(Master)).HasButton("Send a link for a new password"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await support.Press(known, "Send a link for a new password")).StatusCode);
    }

    [Fact]
    public async Task A_lost_second_step_is_switched_off_for_a_reason_and_whoever_is_in_is_out()
    {
        await using var portal = await WithSupport();
        await portal.GivePassword(71);
        var holder = await portal.SignInAs(Holder);
        await Authenticator.For(portal, holder);
        var support = portal.SupportPerson();
        var known = await support.PressAndFollow(await support.Page(Master), "The caller has answered", Answers);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await support.Press(known, "Switch the second step off", ("Reason", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/profile")).StatusCode);

        var done = await support.PressAndFollow(known, "Switch the second step off", ("Reason", "Телефон украден"));

        Assert.False(done.HasButton("Switch the second step off"));
        Assert.Equal(HttpStatusCode.Redirect, (await holder.GetAsync("/profile")).StatusCode);
        await portal.SignInAs(Holder);
        await portal.DeliverMail();
        Assert.Single(portal.MailsTo(Holder), mail => mail.Subject!.StartsWith("Two-step sign-in is off", StringComparison.Ordinal));
        Assert.Contains("Телефон украден", await portal.Seen(Scope.System, db => db.Audit.Where(a => a.Action == nameof(HelpGiven)).Select(a => a.Details).SingleAsync()), StringComparison.Ordinal);
        await Refused(SecondStepRules.IsOff, () => portal.Helps(First, help => help.SwitchOffSecondStep("SRM000000071", "again", portal.Time())));

        // The group's own people go to the administrator; nobody vouches for oneself.
        await Recognised(portal, "SRM000000001");
        await Refused(SupportRules.OfStaff, () => portal.Helps(First, help => help.SwitchOffSecondStep("SRM000000001", "lost", portal.Time())));
        await Refused(SupportRules.Oneself, () => Recognised(portal, "SRM000000061"));
        await support.PressAndFollow(await support.Page(Master), "End all sessions");
        await Refused(SupportRules.NoSession, () => portal.Helps(First, help => help.EndSessions("SRM000000071", portal.Time())));
    }

    [Fact]
    public async Task The_link_that_is_due_goes_to_the_address_on_file()
    {
        await using var portal = await WithSupport();
        var master = portal.SignedIn("supplier:7:71");
        await master.PressAndFollow(await master.Page("/company/people/add"), "Add and send access", ("FullName", "New Person"), ("Email", "new@supplier7.example"));
        await portal.DeliverMail();
        var old = portal.LinkMailedTo("new@supplier7.example");
        var userName = (await portal.MembershipOf("new@supplier7.example")).Account.UserName;
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        var support = portal.SupportPerson();
        var path = $"/support/people/{userName}";
        Assert.Contains("Works", (await support.Page(path)).QuerySelector("#links")!.ParentElement!.ParentElement!.TextContent, StringComparison.Ordinal);
        var known = await support.PressAndFollow(await support.Page(path), "The caller has answered", Answers);
        await support.PressAndFollow(known, "Send access again");
        await portal.DeliverMail();

        var link = portal.LinkMailedTo("new@supplier7.example");
        Assert.NotEqual(old, link);
        var page = (await support.Page(path)).Text();
        Assert.Contains("Superseded", page, StringComparison.Ordinal);
        Assert.Contains("Handed over to the mail server", page, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('/')[^1], page, StringComparison.Ordinal);

        // Meanwhile the account is activated: what was due isn't any more.
        var person = portal.Browser();
        await person.Press(await person.Page(link), "Set the password and sign in", ("NewPassword", "sinitsa-na-vetke-42"));
        Assert.Contains("has changed meanwhile", (await (await support.Press(known, "Send access again")).Parsed()).Text(), StringComparison.Ordinal);
        for (var i = 0; i < 3; i++)
        {
            await support.PressAndFollow(await support.Page(path), "Send a link for a new password");
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await support.Press(await support.Page(path), "Send a link for a new password")).StatusCode);
        await portal.DeliverMail();
        Assert.Contains("/new-password/", portal.LinkMailedTo("new@supplier7.example"), StringComparison.Ordinal);

        // Who is blocked everywhere is let in by the company, not by the support.
        await portal.Seen(Scope.System, async db =>
        {
            (await db.Memberships.Include(m => m.Account).SingleAsync(m => m.Account.UserName == userName)).Block();
            return await db.SaveChangesAsync();
        });
        await Refused(SupportRules.NoAccess, () => portal.Helps(First, help => help.SendAccess(userName, DueAccess.NewPassword, portal.Time())));
    }

    [Fact]
    public async Task A_page_of_the_support_knows_nothing_of_offers()
    {
        await using var portal = await WithSupport();
        await portal.Save(7, 987_654.32m);
        await portal.Submit(7, Given.InTime);
        portal.Clock.SetUtcNow(Portal.Openable);
        await portal.Open();
        await portal.DeliverMail();
        var receipts = await portal.Seen(Scope.System, db => db.OfferVersions.Select(v => v.ReceiptNumber).ToListAsync());
        var support = portal.SupportPerson();

        foreach (var path in new[] { "/", "/support?q=person", "/support?q=supplier&companies=true", "/support/people/SRM000000070", Master, Company, Letter, "/support/cases", "/suppliers/S00000007", "/notifications" })
        {
            var text = (await support.Page(path)).DocumentElement.OuterHtml;
            Assert.All(["987", "20067776", .. receipts], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }

        foreach (var path in new[] { "/events", "/events/20067776/0", "/events/20067776/0/offers", "/events/20067776/0/comparison", "/events/20067776/0/offer" })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await support.GetAsync(path)).StatusCode);
        }

        var seen = await portal.Seen(ScopeOf(First), async db => await db.Offers.CountAsync() + await db.OfferVersions.CountAsync() + await db.Invitations.CountAsync() + await db.Rounds.CountAsync() + await db.Set<Data.Happenings.MailDelivery>().CountAsync(d => d.RoundId != null));
        Assert.Equal(0, seen);
    }

    [Fact]
    public async Task People_and_companies_are_found_by_whatever_the_caller_names()
    {
        await using var portal = await WithSupport();
        await GivenMaster.AddPerson(portal, 7, 72, MembershipRights.Contact);
        await portal.Seen(Scope.System, async db =>
        {
            (await db.Accounts.SingleAsync(a => a.Id == 72)).ChangePerson("Фёдоров Павел Леонидович", null);
            return await db.SaveChangesAsync();
        });
        var support = portal.SupportPerson();
        foreach (var typed in new[] { "федоров", "ФЁДОРОВ ПАВ", "SRM000000072", "srм 000000072", "Person72@Supplier7.example", "*павел*" })
        {
            Assert.Equal("Фёдоров Павел Леонидович", (await support.Page("/support?q=" + Uri.EscapeDataString(typed))).QuerySelector("main .tbl a")?.TextContent);
        }

        var tax = await portal.Seen(Scope.System, db => db.Suppliers.Where(s => s.Id == 7).Select(s => s.TaxKey).SingleAsync());
        foreach (var typed in new[] { "supplier 7", "S00000007", "S-0000-0007", tax })
        {
            Assert.Equal(Company, (await support.Page($"/support?companies=true&q={Uri.EscapeDataString(typed)}")).QuerySelector("main .tbl a")?.GetAttribute("href"));
        }

        Assert.Contains("Nothing found", (await support.Page("/support?q=100%25")).Text(), StringComparison.Ordinal);
    }
}
