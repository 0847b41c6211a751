using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using static SrmPortal.Web.Tests.Accounts.GivenMaster;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>The company's room and what a master user does there. Person 71 is the master of company 7, person 70 a contact.</summary>
public sealed class CompanyPeopleTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    [Fact]
    public async Task A_master_adds_a_contact_person_who_gets_in_by_the_mail()
    {
        await using var portal = await WithMaster();
        var master = portal.SignedIn("supplier:7:71");

        var list = await master.PressAndFollow(await master.Page("/company/people/add"), "Add and send access",
            ("FullName", " Гусева  Анна Викторовна "), ("Email", "guseva@supplier7.example"), ("Phone", "+7 343 226-41-85"), ("Position", "Специалист по ВЭД"), ("MaySubmit", "false"));
        Assert.Contains("Гусева Анна Викторовна", list.Text(), StringComparison.Ordinal);
        Assert.Contains("Not activated", list.Text(), StringComparison.Ordinal);
        await portal.DeliverMail();
        var browser = portal.Browser();
        await browser.Press(await browser.Page(portal.LinkMailedTo("guseva@supplier7.example")), "Set the password and sign in", ("NewPassword", Portal.Password));
        await browser.AcceptTexts();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Portal.OfferPath)).StatusCode);
        Assert.False(await portal.Seen(Scope.System, db => db.Memberships.Where(m => m.Account.Email == "guseva@supplier7.example").Select(m => m.Rights.MaySubmit).SingleAsync()));
    }

    [Theory]
    [InlineData("FullName", "", "Enter surname")]
    [InlineData("Email", "not an address", "Enter one e-mail address")]
    [InlineData("Email", "a@b.example, c@d.example", "Enter one e-mail address")]
    [InlineData("Email", "person70@SUPPLIER7.example", "in the company’s list already")]
    [InlineData("Email", "staff1@group.example", "can’t be used for a contact person")]
    [InlineData("Phone", "call me", "country’s code")]
    [InlineData("IsContactPerson", "false", "at least one role")]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays(string field, string value, string message)
    {
        var portal = await shared.Once(() => WithMaster());
        var master = portal.SignedIn("supplier:7:71");
        List<(string, string)> typed = [("FullName", "Гусева Анна"), ("Email", "guseva@supplier7.example"), ("Position", "Специалист"), ("MaySubmit", "false")];
        typed.RemoveAll(one => one.Item1 == field);

        var answer = await master.Press(await master.Page("/company/people/add"), "Add and send access", [.. typed, (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Parsed();
        Assert.Contains(message, page.QuerySelector(".field-err")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Специалист", page.Value("Position"));
    }

    [Fact]
    public async Task Whose_account_is_closed_is_not_asked_to_agree()
    {
        await using var portal = await WithMaster();
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddSupplier(db, 8, MembershipRights.Contact);
            (await db.Accounts.SingleAsync(a => a.Id == 80)).Deactivate();
            return await db.SaveChangesAsync();
        });
        var master = portal.SignedIn("supplier:7:71");

        var answer = await (await master.Press(await master.Page("/company/people/add"), "Add and send access", ("FullName", "Гусева Анна"), ("Email", "person80@supplier8.example"))).Parsed();

        Assert.Contains("This account is deactivated.", answer.QuerySelector(".field-err")!.TextContent, StringComparison.Ordinal);
        Assert.False(await portal.Seen(Scope.System, db => db.Memberships.AnyAsync(m => m.AccountId == 80 && m.SupplierId == 7)));
    }

    [Fact]
    public async Task A_contact_person_sees_the_people_and_changes_nothing()
    {
        await using var portal = await WithMaster();
        var code = await CodeOf(portal, Master);
        var contact = portal.SignedIn("supplier:7");

        var list = await contact.Page("/company/people");
        Assert.Contains("Person 71", list.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(list.QuerySelectorAll("main button[type=submit]"), button => button.TextContent != "Find");
        foreach (var path in new[] { "/company/people/add", $"/company/people/{code}", $"/company/people/{code}/block" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await contact.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await contact.PostAsync(path, new FormUrlEncodedContent([]))).StatusCode);
        }
    }

    [Fact]
    public async Task People_of_another_company_are_not_there()
    {
        await using var portal = await WithMaster();
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddSupplier(db, 8, MembershipRights.Contact);
            return 0;
        });
        var foreign = await CodeOf(portal, 80);
        var master = portal.SignedIn("supplier:7:71");
        var own = await CodeOf(portal, 70);

        Assert.DoesNotContain("Person 80", (await master.Page("/company/people")).Text(), StringComparison.Ordinal);
        foreach (var path in new[] { foreign, foreign + "/block", "0000000000" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await master.GetAsync("/company/people/" + path)).StatusCode);
        }

        foreach (var deed in new[] { "", "/block", "/unblock", "/access", "/reset" })
        {
            var fields = (await master.Page($"/company/people/{own}")).Form("Save").Fields;
            Assert.Equal(HttpStatusCode.NotFound, (await master.PostAsync($"/company/people/{foreign}{deed}", new FormUrlEncodedContent(fields))).StatusCode);
        }

        Assert.Equal(MembershipState.Active, await portal.Seen(Scope.System, db => db.Memberships.Where(m => m.AccountId == 80).Select(m => m.State).SingleAsync()));
    }

    [Fact]
    public async Task Nothing_that_is_not_asked_for_is_taken_from_a_form()
    {
        await using var portal = await WithMaster();
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddSupplier(db, 8, MembershipRights.Contact);
            return 0;
        });
        var master = portal.SignedIn("supplier:7:71");
        var code = await CodeOf(portal, 70);
        var (action, fields) = (await master.Page($"/company/people/{code}")).Form("Save", ("Position", "Директор"));

        await master.PostAsync(action, new FormUrlEncodedContent([.. fields, new("SupplierId", "8"), new("State", "BlockedByStaff"), new("AccountId", "80"),
            new("Email", "evil@evil.example"), new("Account.State", "Deactivated"), new("UserName", "SRM1"), new("NewPassword", Portal.Password), new("WasAccepted", "false")]));

        var membership = await portal.Seen(Scope.System, db => db.Memberships.AsNoTracking().Include(m => m.Account).SingleAsync(m => m.Code == code));
        Assert.Equal(("Директор", 7, 70, MembershipState.Active), (membership.Position, membership.SupplierId, membership.AccountId, membership.State));
        Assert.Equal(("person70@supplier7.example", "SRM000000070", AccountState.Active), (membership.Account.Email, membership.Account.UserName, membership.Account.State));
    }

    [Fact]
    public async Task A_person_of_two_companies_keeps_name_and_address_and_is_not_told_of_before_agreeing()
    {
        await using var portal = await WithMaster();
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddSupplier(db, 8, MembershipRights.Contact);
            return 0;
        });
        var master = portal.SignedIn("supplier:7:71");

        var list = await master.PressAndFollow(await master.Page("/company/people/add"), "Add and send access", ("FullName", "Guess Who"), ("Email", "person80@supplier8.example"));
        Assert.Contains("Has not agreed yet", list.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Person 80", list.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("SRM000000080", list.Text(), StringComparison.Ordinal);

        await portal.Seen(Scope.System, async db =>
        {
            (await db.Memberships.Include(m => m.Account).SingleAsync(m => m.SupplierId == 7 && m.AccountId == 80)).Accept();
            return await db.SaveChangesAsync();
        });
        var code = await portal.Seen(Scope.System, db => db.Memberships.Where(m => m.SupplierId == 7 && m.AccountId == 80).Select(m => m.Code).SingleAsync());
        var (action, fields) = (await master.Page($"/company/people/{code}")).Form("Save");
        await master.PostAsync(action, new FormUrlEncodedContent([.. fields, new("FullName", "Taken Over"), new("Email", "evil@evil.example")]));

        Assert.Equal("Person 80", await portal.Seen(Scope.System, db => db.Accounts.Where(a => a.Id == 80).Select(a => a.FullName).SingleAsync()));
    }

    [Fact]
    public async Task A_wrong_address_is_mended_before_anybody_has_been_in_by_it()
    {
        await using var portal = await WithMaster();
        var master = portal.SignedIn("supplier:7:71");
        await master.PressAndFollow(await master.Page("/company/people/add"), "Add and send access", ("FullName", "Гусева Анна"), ("Email", "guzeva@supplier7.example"));
        await portal.DeliverMail();
        var wrong = portal.LinkMailedTo("guzeva@supplier7.example");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));

        var edit = await master.Page((await master.Page("/company/people")).LinkIn("Гусева", "Change"));
        await master.PressAndFollow(edit, "Save", ("Email", "guseva@supplier7.example"));
        await portal.DeliverMail();

        Assert.Equal(HttpStatusCode.Gone, (await portal.Browser().GetAsync(wrong)).StatusCode);
        await portal.Browser().Page(portal.LinkMailedTo("guseva@supplier7.example"));
    }

    [Fact]
    public async Task A_master_starts_a_reset_and_fills_no_mailbox()
    {
        await using var portal = await WithMaster();
        await portal.GivePassword(70);
        var master = portal.SignedIn("supplier:7:71");

        await master.PressIn(await master.Page("/company/people"), "Person 70", "Reset the password");
        await portal.DeliverMail();

        Assert.Contains("The master user of your company has started this for you.", portal.MailsTo("person70@supplier7.example")[^1].TextBody!.ReplaceLineEndings(" "), StringComparison.Ordinal);
        // What is refused sends no mail, and so uses up none of those that may be sent.
        for (var times = 0; times < 4; times++)
        {
            await Refused(portal, MembershipRules.IsActivated, async people => await people.SendAgain(await CodeOf(portal, 70), Given.InTime));
        }

        // Nobody's mailbox is filled, and nobody is told that a mail is on its way when none is.
        await master.PressIn(await master.Page("/company/people"), "Person 70", "Reset the password");
        await master.PressIn(await master.Page("/company/people"), "Person 70", "Reset the password");
        var refused = await master.PressIn(await master.Page("/company/people"), "Person 70", "Reset the password");
        Assert.Contains("Several links have been sent within the hour.", (await refused.Parsed()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Access_is_sent_again_to_whom_has_not_come_yet_three_times_an_hour()
    {
        await using var portal = await WithMaster();
        var master = portal.SignedIn("supplier:7:71");
        await master.PressAndFollow(await master.Page("/company/people/add"), "Add and send access",
            ("FullName", "Гусева Анна"), ("Email", "guseva@supplier7.example"), ("Position", "Специалист"), ("MaySubmit", "false"));

        async Task<HttpResponseMessage> Send() => await master.PressIn(await master.Page("/company/people"), "Гусева Анна", "Send access again");
        await portal.DeliverMail();
        var before = portal.MailsTo("guseva@supplier7.example").Count;

        for (var times = 0; times < 3; times++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await Send()).StatusCode);
        }

        var refused = await Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Several links have been sent within the hour.", (await refused.Parsed()).Text(), StringComparison.Ordinal);
        await portal.DeliverMail();
        Assert.Equal(before + 3, portal.MailsTo("guseva@supplier7.example").Count);

        portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Redirect, (await Send()).StatusCode);
    }

    [Fact]
    public async Task Of_two_masters_who_change_a_person_the_second_is_shown_what_changed()
    {
        await using var portal = await WithMaster();
        var master = portal.SignedIn("supplier:7:71");
        var code = await CodeOf(portal, 70);
        var (one, other) = (await master.Page($"/company/people/{code}"), await master.Page($"/company/people/{code}"));

        await master.PressAndFollow(one, "Save", ("Position", "Директор"));
        var answer = await master.Press(other, "Save", ("Position", "Менеджер"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Директор", await portal.Seen(Scope.System, db => db.Memberships.Where(m => m.AccountId == 70).Select(m => m.Position).SingleAsync()));
    }

    [Fact]
    public async Task People_are_found_by_name_state_and_role()
    {
        await using var portal = await WithMaster();
        var master = portal.SignedIn("supplier:7:71");

        static int Rows(IDocument page) => page.QuerySelectorAll("tbody tr").Length;
        Assert.Equal(2, Rows(await master.Page("/company/people")));
        Assert.Equal(1, Rows(await master.Page("/company/people?role=master")));
        Assert.Equal(1, Rows(await master.Page("/company/people?q=SUPPLIER7.example&role=contact")));
        Assert.Equal(0, Rows(await master.Page("/company/people?state=blocked")));
    }
}
