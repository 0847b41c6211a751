using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Commands;
using SrmPortal.Web.Features.Staff;
using SrmPortal.Web.Tests.Registration;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>The administrator keeps the group's people. Buyer 1 runs the event of the stand; 5 and 6 are administrators.</summary>
public sealed class StaffTests
{
    private const long Administrator = 5, OtherAdministrator = 6;

    private const string List = "/administration/staff";

    [Fact]
    public async Task Whoever_is_invited_comes_in_by_the_mail_in_the_own_language_and_sets_up_the_second_step_first()
    {
        await using var portal = await Stand(twoStep: "Buyer");
        var administrator = portal.SignedIn($"staff:{Administrator}");

        var page = await administrator.PressAndFollow(await administrator.Page(List + "/invite"), "Invite and send access",
            ("FullName", " Ёлкин  Пётр Ильич "), ("Email", "p.elkin@group.example"), ("Phone", "+7 3435 22-91-20"), ("Position", "Закупки"), ("Language", "ru"), ("Roles", "Buyer"));
        Assert.Contains("Invited", page.Text(), StringComparison.Ordinal);
        Assert.Contains("Required, not set up yet", page.Text(), StringComparison.Ordinal);
        WrongInput.SaysAt(await WrongInput.Refused(administrator, page, "Save", [("Email", "")]), "Email", "name@company.com");
        await portal.DeliverMail();
        Assert.Contains("Доступ", Assert.Single(portal.MailsTo("p.elkin@group.example")).Subject!, StringComparison.OrdinalIgnoreCase);
        var browser = portal.Browser();
        await browser.Press(await browser.Page(portal.LinkMailedTo("p.elkin@group.example")), "Set the password and sign in", ("NewPassword", Portal.Password));

        Assert.Equal("/profile/two-step", (await browser.GetAsync("/events/new")).Headers.Location?.ToString());
        await Authenticator.For(portal, browser);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/events/new")).StatusCode);
        var found = await administrator.Page(List + "?text=елкин+петр&role=Buyer&state=Active");
        Assert.Contains("Ёлкин Пётр Ильич", Assert.Single(found.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Contains("On", found.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await administrator.Page(List + "?text=елкин&state=Blocked")).QuerySelectorAll("tbody tr"));
        Assert.Single((await administrator.Page(List + "?text=P.ELKIN@")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays()
    {
        await using var portal = await Stand();
        var administrator = portal.SignedIn($"staff:{Administrator}");
        async Task Refused(string field, string words, params (string, string)[] typed)
        {
            var answer = await administrator.Send(await administrator.Page(List + "/invite"), List + "/invite",
                [.. new[] { ("FullName", "Ёлкин Пётр"), ("Email", "p.elkin@group.example"), ("Position", "Закупки"), ("Roles", "Buyer") }.Where(one => typed.All(other => other.Item1 != one.Item1)), .. typed]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.Parsed();
            Assert.Contains(words, page.QuerySelector($"#{field}")!.Closest(".field")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("Закупки", page.Value("Position"));
        }

        await Refused("FullName", "Enter surname", ("FullName", " "));
        await Refused("Email", "Enter one e-mail", ("Email", "p.elkin"));
        await Refused("Email", "somebody of a supplier", ("Email", "PERSON70@supplier7.example"));
        await Refused("Email", "in the list already", ("Email", "staff1@group.example"));
        await Refused("Phone", "country’s code", ("Phone", "ask me"));
        await Refused("Roles", "at least one role", ("Roles", "None"));
        await Refused("Roles", "at least one role", ("Roles", "Reviewer"));
        await Refused("Roles", "never sees an offer", ("Roles", "Support"), ("Roles", "Auditor"));
        await Refused("Places", "not there any more", ("Places", "s99"));
        await Refused("Checks", "Choose a d", ("Checks", "nothing"));
        Assert.Equal(3, await portal.Seen(Scope.System, db => db.Accounts.CountAsync(a => a.IsStaff)));
    }

    [Fact]
    public async Task Roles_and_works_count_with_the_next_request_and_are_told_and_recorded()
    {
        await using var portal = await Stand(twoStep: "Auditor");
        var (administrator, buyer) = (portal.SignedIn($"staff:{Administrator}"), portal.SignedIn("buyer"));
        Assert.Equal(HttpStatusCode.OK, (await buyer.GetAsync("/events/new")).StatusCode);
        var stale = await administrator.Page($"{List}/SRM000000001/duties");

        var saved = await administrator.PressAndFollow(stale, "Save the roles", ("Roles", "Buyer"), ("Roles", "Auditor"), ("Checks", "legal"), ("Places", "c1"), ("Places", "s1"));
        Assert.Contains("Северсплав", saved.Text().Replace("Seversplav", "Северсплав", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Legal check", saved.Text(), StringComparison.Ordinal);
        // The works of a company that is chosen as a whole adds nothing.
        Assert.Equal([new BuyerPlace(1, null)], (await Person(portal, 1)).Places);
        // A role that needs the second step asks for it with the next request.
        Assert.Equal("/profile/two-step", (await buyer.GetAsync("/events/new")).Headers.Location?.ToString());
        await portal.DeliverMail();
        var mail = Assert.Single(portal.MailsTo("staff1@group.example"), one => one.Subject!.Contains("roles", StringComparison.Ordinal));
        Assert.Contains("Legal check", mail.TextBody, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Press(stale, "Save the roles", ("Roles", "Support"))).StatusCode);
        var page = await administrator.Page($"{List}/SRM000000001/duties");
        Task<HttpResponseMessage> Demote() => administrator.Send(page, $"{List}/SRM000000001/duties", ("Revision", page.Value("Revision")!), ("Roles", "Approver"));
        // Nobody else decides the check.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Demote()).StatusCode);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 3, StaffRoles.Auditor);
            (await db.Accounts.SingleAsync(a => a.Id == 3)).Appoint(StaffRoles.Reviewer, checkCode: "legal");
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Redirect, (await Demote()).StatusCode);
        Assert.Equal(StaffRoles.Approver, (await Person(portal, 1)).Roles);
        Assert.Equal(HttpStatusCode.Forbidden, (await buyer.GetAsync("/events/new")).StatusCode);
        var told = await portal.Seen(Scope.System, db => db.Audit.Where(a => a.PersonId == Administrator).Select(a => a.Action).ToListAsync());
        Assert.Equal(["BuyerPlacesChanged", "StaffAppointed", "StaffDismissed", "StaffDutiesChanged"], told.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_blocked_is_out_at_once_and_what_waits_is_named_with_whom_it_could_go_to()
    {
        await using var portal = await Stand();
        await portal.GivePassword(1);
        var (administrator, buyer) = (portal.SignedIn($"staff:{Administrator}"), await portal.SignInAs("SRM000000001"));
        var person = await administrator.Page($"{List}/SRM000000001");
        for (var i = 0; i < 3; i++)
        {
            await administrator.PressAndFollow(person, "Reset the password");
        }

        // A mailbox gets three an hour, and who asks for more is told so.
        Assert.Contains("Several links have been sent", (await (await administrator.Press(person, "Reset the password")).Parsed()).Text(), StringComparison.Ordinal);
        await portal.DeliverMail();
        var link = portal.LinkMailedTo("staff1@group.example");

        var ask = await administrator.Page($"{List}/SRM000000001/block");
        Assert.Contains("20067776/0", ask.Text(), StringComparison.Ordinal);
        Assert.Contains("nobody yet", ask.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Press(ask, "Block")).StatusCode);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 3, StaffRoles.Buyer);
            return await db.SaveChangesAsync();
        });
        var done = await administrator.PressAndFollow(ask, "Block", ("Reason", "Has left"));

        Assert.Contains("Has left", done.Text(), StringComparison.Ordinal);
        Assert.Contains("Buyer 3", done.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await buyer.GetAsync("/events")).StatusCode);
        Assert.False((await (await portal.Browser().GetAsync(link)).Parsed()).HasButton("Set the password and sign in"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await portal.Browser().TrySignIn("SRM000000001", Portal.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Press(ask, "Block", ("Reason", "Again"))).StatusCode);

        await administrator.PressAndFollow(await administrator.Page($"{List}/SRM000000001"), "Unblock");
        Assert.Equal(HttpStatusCode.Redirect, (await buyer.GetAsync("/events")).StatusCode);
        await portal.SignInAs("SRM000000001", browser: buyer);
        Assert.Equal(HttpStatusCode.OK, (await buyer.GetAsync("/events")).StatusCode);
        await portal.DeliverMail();
        Assert.Contains(portal.MailsTo("staff1@group.example"), mail => mail.Subject!.Contains("open again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_blocks_or_demotes_the_own_account_and_only_the_groups_people_are_kept_here()
    {
        await using var portal = await Stand();
        var administrator = portal.SignedIn($"staff:{Administrator}");
        var other = await administrator.Page($"{List}/SRM000000006/block");
        var own = await administrator.Page($"{List}/SRM000000005");
        Assert.DoesNotContain("Change the roles", own.Text(), StringComparison.Ordinal);

        Assert.Contains("Another administrator can", (await (await administrator.Send(other, $"{List}/SRM000000005/block", ("Reason", "Tired"))).Parsed()).Text(), StringComparison.Ordinal);
        Assert.Contains("Another administrator can", (await (await administrator.Send(other, $"{List}/SRM000000005/duties", ("Revision", own.Value("Revision")!), ("Roles", "Auditor"))).Parsed()).Text(), StringComparison.Ordinal);
        foreach (var deed in new[] { "", "/duties", "/block", "/unblock", "/access", "/reset" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await administrator.Send(other, $"{List}/SRM000000070{deed}", ("Reason", "Rival"), ("FullName", "Nobody"), ("Revision", "1"), ("Roles", "Administrator"))).StatusCode);
        }

        Assert.Equal((AccountState.Active, StaffRoles.Administrator), ((await Person(portal, Administrator)).State, (await Person(portal, Administrator)).Roles));
        var supplier = await Person(portal, 70);
        Assert.Equal((AccountState.Active, false, StaffRoles.None), (supplier.State, supplier.IsStaff, supplier.Roles));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_administrators_who_block_and_demote_each_other_at_once_one_remains(string database)
    {
        await using var portal = await Stand(database);
        var revision = (await Person(portal, Administrator)).Revision;

        var refused = await Task.WhenAll(
            Refusal(portal, Administrator, people => people.Block("SRM000000006", "Coup", Given.InTime)),
            Refusal(portal, OtherAdministrator, people => people.ChangeDuties("SRM000000005", new DutiesForm { Revision = revision, Roles = [StaffRoles.Auditor] })));

        Assert.Equal([StaffRules.NotAdministrator], refused.OfType<string>());
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Administrators().CountAsync()));
    }

    [Fact]
    public async Task Whoever_runs_the_portal_names_an_administrator_who_comes_in_by_the_mail()
    {
        await using var portal = await Stand();
        async Task<(int Code, string Said)> Run(params string[] words)
        {
            using var output = new StringWriter();
            return (await portal.As(Scope.System, services => new AccountAdministrator(services.GetRequiredService<StaffPeople>(), portal.Clock).Run(words, output, default)), output.ToString());
        }

        Assert.Equal(64, (await Run("first@group.example")).Code);
        Assert.Contains("of a supplier", (await Run("person70@supplier7.example", "Person")).Said, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("first@group.example", "Иванов", "Иван", "Иванович")).Code);
        await portal.DeliverMail();
        var browser = portal.Browser();
        await browser.Press(await browser.Page(portal.LinkMailedTo("first@group.example")), "Set the password and sign in", ("NewPassword", Portal.Password));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(List)).StatusCode);

        Assert.Contains("signs in as before", (await Run("STAFF1@group.example", "Somebody")).Said, StringComparison.Ordinal);
        Assert.Equal((StaffRoles.Buyer | StaffRoles.Administrator, "Buyer 1"), ((await Person(portal, 1)).Roles, (await Person(portal, 1)).FullName));
    }

    private static async Task<string?> Refusal(Portal portal, long administrator, Func<StaffPeople, Task> deed)
    {
        try
        {
            return await portal.As(Scope.StaffOf(administrator, StaffRoles.Administrator), async services =>
            {
                await deed(services.GetRequiredService<StaffPeople>());
                return (string?)null;
            });
        }
        catch (RuleViolation violation)
        {
            return violation.Broken.Single().Code;
        }
    }

    private static Task<UserAccount> Person(Portal portal, long key) => portal.Seen(Scope.System, db => db.Accounts.AsNoTracking().Include(a => a.Appointments).SingleAsync(a => a.Id == key));

    private static async Task<Portal> Stand(string database = Databases.Sqlite, string twoStep = "")
    {
        var portal = new Portal(database) { Settings = { ["Portal:TwoStep:Roles"] = twoStep } };
        await portal.Filled();
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, Administrator, StaffRoles.Administrator);
            await Portal.AddStaff(db, OtherAdministrator, StaffRoles.Administrator);
            return await db.SaveChangesAsync();
        });
        return portal;
    }
}
