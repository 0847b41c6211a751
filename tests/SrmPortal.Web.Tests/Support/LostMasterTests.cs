using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Features.Company;
using SrmPortal.Web.Features.Support;
using SrmPortal.Web.Tests.Accounts;
using static SrmPortal.Web.Tests.Support.GivenSupport;

namespace SrmPortal.Web.Tests.Support;

/// <summary>A company's master user is gone. Its letter, two people of the support and a day of patience give it another one.</summary>
public sealed class LostMasterTests
{
    private const string NewMaster = "valeeva@supplier7.example";

    private static Task<string> CodeOfMaster(Portal portal) => GivenMaster.CodeOf(portal, GivenMaster.Master);

    private static async Task Refused<T>(string code, Func<Task<T>> deed) =>
        Assert.Equal([code], (await Assert.ThrowsAsync<RuleViolation>(deed)).Broken.Select(rule => rule.Code));

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_letter_two_people_and_one_click_too_many_make_one_new_master(string database)
    {
        await using var portal = await WithSupport(database);
        var (first, second) = (portal.SupportPerson(), portal.SupportPerson(Second));
        var form = await first.Page((await first.Page(Company)).QuerySelector("a[href$='/lost-master']")!.GetAttribute("href")!);
        var colleagues = await second.Page(Letter);
        (string, string)[] typed = [.. OfLetter, ("Blocks", await CodeOfMaster(portal))];
        foreach (var (file, bytes) in new[] { ("Письмо.exe", "MZ\u0090"u8.ToArray()), ("Письмо.pdf", "no document"u8.ToArray()) })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await first.PressWithFiles(form, "Open the case", [("Letter", file, bytes)], typed)).StatusCode);
        }

        var empty = await (await first.Press(form, "Open the case", ("Phone", "12"))).Parsed();
        Assert.NotEmpty(empty.QuerySelectorAll(".field-err [name=Phone]"));
        Assert.Equal(["Letter", "SignedBy", "FullName", "Position", "Phone", "Email"], (await (await first.Press(await first.Page(Letter), "Open the case")).Parsed()).QuerySelectorAll(".field-err input").Select(field => field.GetAttribute("name")));
        // A double click, and a colleague with the same letter.
        string[] opened = [.. (await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => first.PressWithFiles(form, "Open the case", [("Letter", "Письмо.pdf", Given.Pdf)], typed)))).Select(answer => answer.Headers.Location!.ToString())];
        Assert.Single(opened.Distinct());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await second.PressWithFiles(colleagues, "Open the case", [("Letter", "Письмо.pdf", Given.Pdf)], typed)).StatusCode);
        Assert.Equal((1, 1), await portal.Seen(Scope.System, async db => (await db.LostMasterCases.CountAsync(), await db.Files.CountAsync(f => f.LostMasterCaseId != null))));

        var number = (await portal.Case()).Number;
        var page = await first.Page(opened[0]);
        var letter = page.QuerySelector("a[href^='/files/']")!.GetAttribute("href")!;
        Assert.Equal("attachment", (await second.GetAsync(letter)).Content.Headers.ContentDisposition!.DispositionType);
        foreach (var stranger in new[] { "supplier:7:71", "staff:1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn(stranger).GetAsync(letter)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await first.Press(page, "The letter is checked", ("IsGenuine", "true"), ("Note", "x"))).StatusCode);
        var done = await first.PressAndFollow(page, "The letter is checked", ("IsGenuine", "true"), ("SignerIsHead", "true"), ("WasCalledBack", "true"), ("Note", "+7 343 300-10-20"));
        Assert.False(done.HasButton("Approve"));
        Assert.Contains("a colleague approves it", done.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await first.Send(done, $"/support/cases/{number}/approval")).StatusCode);
        await portal.DeliverMail();
        Assert.Empty(portal.MailsTo($"staff{First}@group.example"));
        Assert.Single(portal.MailsTo($"staff{Second}@group.example"), mail => mail.Subject!.StartsWith("Second person needed", StringComparison.Ordinal));
        Assert.Contains("1 case waits for you", (await second.Page("/")).Text(), StringComparison.Ordinal);
        Assert.Contains("No case waits for you", (await first.Page("/")).Text(), StringComparison.Ordinal);

        Assert.Equal(1, await HowManyDid([Second, Third], by => portal.Decides(by, decide => decide.Approve(number, portal.Time()))));
        Assert.Equal(1, await HowManyDid([First, Second, Third], by => portal.Decides(by, decide => decide.Restore(number, portal.Time()))));

        var master = await portal.MembershipOf(NewMaster);
        Assert.Equal((MembershipRights.Master, MembershipState.Active, portal.Time().AddHours(24)), (master.Rights, master.State, master.NoSubmissionUntil));
        Assert.Equal(MembershipState.BlockedByStaff, (await portal.MembershipOf("person71@supplier7.example")).State);
        Assert.NotEqual(HttpStatusCode.OK, (await portal.SignedIn("supplier:7:71").GetAsync("/company")).StatusCode);
        await portal.DeliverMail();
        foreach (var old in new[] { "person70@supplier7.example", "person71@supplier7.example" })
        {
            Assert.Single(portal.MailsTo(old), mail => mail.Subject!.EndsWith("has a new master user on the portal", StringComparison.Ordinal));
        }

        Assert.Equal(["Вы — мастер-пользователь", "Доступ к порталу поставщика"], portal.MailsTo(NewMaster).Select(mail => mail.Subject!.Split(':')[0]).Order());
        Assert.Contains(number[..4], (await first.Page($"/support/cases?closed=true&text={number}")).Text(), StringComparison.Ordinal);
        await Refused(SupportRules.WrongState, () => portal.Decides(Second, decide => decide.Refuse(number, "late", portal.Time())));
    }

    [Fact]
    public async Task For_a_day_a_new_master_neither_submits_nor_withdraws_nor_lets_somebody_else_do_it()
    {
        // The contact person of the company becomes its master too.
        await using var portal = await WithSupport();
        await portal.Submit(7, Given.InTime.AddHours(-3), await portal.Save(7, 100));
        await GivenMaster.AddPerson(portal, 7, 72, new MembershipRights(true, false, false, false));
        var number = await portal.Checked(("Email", "PERSON70@supplier7.example"));
        await portal.Decides(Second, decide => decide.Approve(number, portal.Time()));
        await portal.Decides(First, decide => decide.Restore(number, portal.Time().AddHours(-2)));
        var master = await portal.MembershipOf("person70@supplier7.example");
        Assert.Equal((true, true, true), (master.Rights.IsMasterUser, master.Rights.IsContactPerson, master.Rights.MaySubmit));

        var browser = portal.SignedIn("supplier:7:70");
        const string Held = "you neither submit nor withdraw offers until";
        var withdrawal = await (await browser.Press(await browser.Page(Portal.OfferPath + "/withdraw"), "Withdraw version 1", ("Password", Portal.Password))).Parsed();
        Assert.Contains(Held, withdrawal.Text(), StringComparison.Ordinal);
        await portal.Save(7, 90, 1);
        Assert.Contains(Held, (await browser.Page(Portal.OfferPath + "/review")).Text(), StringComparison.Ordinal);
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.OfferVersions.CountAsync()));

        // Nor through a colleague who is let in, or gets the right, just now.
        await browser.PressAndFollow(await browser.Page("/company/people/add"), "Add and send access", ("FullName", "Helper"), ("Email", "helper@supplier7.example"));
        var colleague = $"/company/people/{await GivenMaster.CodeOf(portal, 72)}";
        await browser.PressAndFollow(await browser.Page(colleague), "Save", ("Position", "Manager"));
        Assert.Null((await portal.MembershipOf("person72@supplier7.example")).NoSubmissionUntil);
        await browser.PressAndFollow(await browser.Page(colleague), "Save", ("MaySubmit", "true"));
        Assert.All(new[] { "helper@supplier7.example", "person72@supplier7.example" }, email => Assert.Equal(master.NoSubmissionUntil, portal.MembershipOf(email).GetAwaiter().GetResult().NoSubmissionUntil));
        Assert.Contains("Neither submits nor withdraws until", (await portal.SupportPerson().Page("/support/people/SRM000000070")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_day_the_new_master_submits_like_anybody()
    {
        await using var portal = await WithSupport();
        var number = await portal.Checked(("Email", "person70@supplier7.example"));
        await portal.Decides(Second, decide => decide.Approve(number, portal.Time()));
        await portal.Decides(First, decide => decide.Restore(number, portal.Time().AddHours(-24)));

        await portal.Save(7, 100);

        Assert.DoesNotContain("you neither submit nor withdraw", (await portal.SignedIn("supplier:7:70").Page(Portal.OfferPath + "/review")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_another_company_is_asked_first_and_is_held_from_the_same_hour()
    {
        await using var portal = await WithSupport();
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddSupplier(db, 8, MembershipRights.Contact);
            return 0;
        });
        var number = await portal.Checked(("Email", "person80@supplier8.example"));
        Assert.Contains("Works for another company", (await portal.SupportPerson().Page($"/support/cases/{number}")).Text(), StringComparison.Ordinal);
        await portal.Decides(Second, decide => decide.Approve(number, portal.Time()));
        await portal.Decides(Second, decide => decide.Restore(number, portal.Time()));

        var master = await portal.MembershipOf("person80@supplier8.example");
        Assert.Equal((MembershipState.PendingAcceptance, true, "Person 80", portal.Time().AddHours(24)), (master.State, master.Rights.IsMasterUser, master.Account.FullName, master.NoSubmissionUntil));
        Assert.Equal(MembershipState.Active, (await portal.MembershipOf("person71@supplier7.example")).State);
        await portal.DeliverMail();
        Assert.Contains(portal.MailsTo("person80@supplier8.example"), mail => mail.Subject!.Contains("asks you to work for it", StringComparison.Ordinal));
        var asked = portal.SignedIn("supplier:8:80");
        await asked.PressAndFollow(await asked.Page("/choose-company"), "Agree");
        Assert.Equal(HttpStatusCode.OK, (await portal.SignedIn("supplier:7:80").GetAsync("/company/people/add")).StatusCode);
    }

    [Fact]
    public async Task What_a_letter_may_not_bring_about_is_refused()
    {
        await using var portal = await WithSupport();
        var first = portal.SupportPerson();
        var (form, code) = (await first.Page(Letter), await CodeOfMaster(portal));
        async Task Says(string words, params (string, string)[] typed)
        {
            var answer = await first.PressWithFiles(form, "Open the case", [("Letter", "Письмо.pdf", Given.Pdf)], [.. OfLetter.Where(field => typed.All(other => other.Item1 != field.Item1)), .. typed]);
            Assert.Contains(words, (await answer.Parsed()).Text(), StringComparison.Ordinal);
        }

        await Says("is among those who are to lose access", ("Email", "person71@supplier7.example"), ("Blocks", code));
        await Says("can’t be used for a contact person", ("Email", "staff1@group.example"));
        Assert.Equal(HttpStatusCode.NotFound, (await first.GetAsync("/support/companies/S99999999/lost-master")).StatusCode);
        var number = await portal.Checked();
        await portal.Seen(Scope.System, async db =>
        {
            (await db.Suppliers.SingleAsync(s => s.Id == 7)).Suspend("Проверка", null, portal.Time());
            return await db.SaveChangesAsync();
        });
        await portal.Decides(Second, decide => decide.Approve(number, portal.Time()));
        await Refused(SupportRules.CompanySuspended, () => portal.Decides(Second, decide => decide.Restore(number, portal.Time())));
        Assert.False(await portal.Seen(Scope.System, db => db.Accounts.AnyAsync(a => a.Email == NewMaster)));

        var refused = await first.PressAndFollow(await first.Page($"/support/cases/{number}"), "Refuse the case", ("Reason", "Компания приостановлена"));
        Assert.Contains("Компания приостановлена", refused.Text(), StringComparison.Ordinal);
        await portal.DeliverMail();
        var told = Assert.Single(portal.MailsTo(NewMaster));
        Assert.Contains("Компания приостановлена", told.TextBody, StringComparison.Ordinal);
        await Says("The company is suspended", ("Key", Guid.NewGuid().ToString()));
    }

    /// <summary>All at once; how many were not refused.</summary>
    private static async Task<int> HowManyDid(long[] people, Func<long, Task<LostMasterCase?>> deed)
    {
        var outcomes = await Task.WhenAll(people.Select(person => Task.Run(async () => await Record.ExceptionAsync(() => deed(person)))));
        Assert.All(outcomes.OfType<Exception>(), thrown => Assert.Equal(SupportRules.WrongState, Assert.Single(Assert.IsType<RuleViolation>(thrown).Broken).Code));
        return outcomes.Count(outcome => outcome is null);
    }
}
