using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Features.Changes;
using SrmPortal.Web.Tests.Accounts;

namespace SrmPortal.Web.Tests.Room;

/// <summary>A company asks to change what its accreditation rests on; reviewers decide.</summary>
public sealed class ChangesTests
{
    internal const long Reviewer = 51, OtherReviewer = 52;

    /// <summary>Company 7 as a real one is, with its master 71 and its contact 70; two reviewers.</summary>
    internal static async Task<Portal> WithRoom(string provider = Databases.Sqlite)
    {
        var portal = await GivenMaster.WithMaster(provider);
        await portal.Seen(Scope.System, async db =>
        {
            foreach (var reviewer in new[] { Reviewer, OtherReviewer })
            {
                await Portal.AddStaff(db, reviewer, StaffRoles.Reviewer);
            }

            var supplier = await db.Suppliers.SingleAsync(s => s.Id == 7);
            db.Entry(supplier).ComplexProperty(s => s.Company).CurrentValue = GivenRegistration.Company;
            return await db.SaveChangesAsync();
        });
        return portal;
    }

    internal static DateTime Now(Portal portal) => portal.Clock.GetUtcNow().UtcDateTime;

    private static Task<Supplier> Company(Portal portal) => portal.Seen(Scope.System, db => db.Suppliers.AsNoTracking().Include(s => s.FurtherAccounts).SingleAsync(s => s.Id == 7));

    [Fact]
    public async Task A_new_name_is_pending_for_everybody_is_compared_by_the_desk_and_counts_when_approved()
    {
        await using var portal = await WithRoom();
        var (master, contact, desk) = (portal.SignedIn("supplier:7:71"), portal.SignedIn("supplier:7:70"), portal.SignedIn($"staff:{Reviewer}"));
        var form = await master.Page((await master.Page("/company")).QuerySelector("a[href$='/changes/details']")!.GetAttribute("href")!);

        var request = await master.PressAndFollow(form, "Send the request", ("ShortName", "ООО «УралТруб»"), ("Why", "Решение № 4"));
        Assert.Contains("Is being reviewed", request.Text(), StringComparison.Ordinal);
        Assert.Contains("is pending since", (await contact.Page("/company")).Text(), StringComparison.Ordinal);
        Assert.Empty((await master.Page("/company")).QuerySelectorAll("a[href$='/changes/details']"));
        Assert.Contains("is pending since", (await master.Page("/company/changes/details")).Text(), StringComparison.Ordinal);
        Assert.Equal("Supplier 7", (await Company(portal)).Name);

        var review = await desk.Page((await desk.Page("/accreditation/changes")).QuerySelector("table a")!.GetAttribute("href")!);
        Assert.Equal(("ООО «УралТрубСнаб»", "ООО «УралТруб»"), (review.QuerySelector("del")!.TextContent, review.QuerySelector("ins")!.TextContent));
        await desk.PressAndFollow(review, "Approve the change");

        Assert.Equal("ООО «УралТруб»", (await Company(portal)).Name);
        var approved = await contact.Page($"/company/changes/{await portal.Seen(Scope.System, db => db.ChangeRequests.Select(c => c.Code).SingleAsync())}");
        Assert.Contains("Approved", approved.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Buyer 51", approved.Text(), StringComparison.Ordinal);
        await portal.DeliverMail();
        Assert.Equal(["Supplier 7 asks to change its data", "The change of data of ООО «УралТруб» is approved"],
            portal.MailsTo("person71@supplier7.example").Select(mail => mail.Subject!.Replace("ООО «УралТруб» asks", "Supplier 7 asks", StringComparison.Ordinal)));
        Assert.Contains("ООО «УралТруб»", (await desk.Page("/accreditation/changes?done=true&kind=Identity&text=урал")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_added_with_a_letter_and_two_reviewers_and_can_become_the_main_one()
    {
        await using var portal = await WithRoom();
        var master = portal.SignedIn("supplier:7:71");
        var (first, second) = (portal.SignedIn($"staff:{Reviewer}"), portal.SignedIn($"staff:{OtherReviewer}"));
        (string, string)[] typed = [("BankCode", "044525225"), ("BankName", "ПАО «Промкредит»"), ("BankAccount", "4 0 7 0 2 8 1 0 2 3 8 0 0 0 0 1 2 3 4 6"), ("CorrespondentAccount", "30101810400000000225")];

        var form = await master.Page("/company/bank/add");
        var wrong = await (await master.PressWithFiles(form, "Send the request", [("Papers", "Письмо.pdf", Given.Pdf)], [.. typed[..2], ("BankAccount", "40702810138000012346")])).Parsed();
        Assert.Contains("ПАО «Промкредит»", wrong.Value("BankName"), StringComparison.Ordinal);
        Assert.NotEmpty(wrong.QuerySelectorAll(".field-err [name=BankAccount]"));
        Assert.Contains("Attach a letter", (await (await master.Press(form, "Send the request", typed)).Parsed()).Text(), StringComparison.Ordinal);
        var sent = await master.PressWithFiles(form, "Send the request", [("Papers", "Письмо.pdf", Given.Pdf)], typed);
        var path = sent.Headers.Location!.ToString();
        Assert.Contains("Письмо.pdf", (await master.Page(path)).Text(), StringComparison.Ordinal);
        var desk = path.Replace("/company/", "/accreditation/", StringComparison.Ordinal);

        Assert.Contains("1 change of company data waits", (await first.Page("/")).Text(), StringComparison.Ordinal);
        var letter = (await first.Page(desk)).QuerySelectorAll(".files a").Single().GetAttribute("href");
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync(letter)).StatusCode);
        Assert.Equal(Reviewer, await portal.Seen(Scope.System, db => db.Audit.Where(a => a.Action == nameof(DocumentDownloaded)).Select(a => a.PersonId).SingleAsync()));
        await first.PressAndFollow(await first.Page(desk), "Approve as the first reviewer");
        Assert.DoesNotContain("of company data wait", (await first.Page("/")).Text(), StringComparison.Ordinal);
        Assert.False((await first.Page(desk)).HasButton("Approve as the second reviewer"));
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => portal.As(Scope.StaffOf(Reviewer, StaffRoles.Reviewer), services => services.GetRequiredService<ReviewChange>().Approve(desk.Split('/')[^1], Now(portal))));
        Assert.Equal(ChangeRules.SecondPerson, Assert.Single(refusal.Broken).Code);
        Assert.Single((await Company(portal)).BankAccounts);
        await portal.DeliverMail();
        Assert.Contains(portal.MailsTo($"staff{OtherReviewer}@group.example"), mail => mail.Subject!.StartsWith("Second reviewer needed", StringComparison.Ordinal));
        Assert.DoesNotContain(portal.MailsTo($"staff{Reviewer}@group.example"), mail => mail.Subject!.StartsWith("Second reviewer needed", StringComparison.Ordinal));

        Assert.Contains("1 change of company data waits", (await second.Page("/")).Text(), StringComparison.Ordinal);
        await second.PressAndFollow(await second.Page(desk), "Approve as the second reviewer");
        Assert.Equal([GivenRegistration.Company.BankAccount, "40702810238000012346"], (await Company(portal)).BankAccounts.Select(account => account.Account));
        var page = await master.Page("/company/bank");
        await master.PressAndFollow(await master.Page(page.LinkIn("40702810238000012346", "Make it the main one")), "Send the request");
        Assert.Equal(GivenRegistration.Company.BankAccount, (await Company(portal)).Company.BankAccount);
        Assert.Contains("is pending since", (await portal.SignedIn("supplier:7:70").Page("/company/bank")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_refused_with_a_reason_or_withdrawn_and_is_nobody_elses()
    {
        await using var portal = await WithRoom();
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddSupplier(db, 8, MembershipRights.Master);
            return 0;
        });
        var (master, desk) = (portal.SignedIn("supplier:7:71"), portal.SignedIn($"staff:{Reviewer}"));
        var form = await master.Page("/company/changes/details");
        var taken = await master.Press(form, "Send the request", ("TaxNumber", "7736050003"));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var path = taken.Headers.Location!.ToString();

        foreach (var stranger in new[] { "supplier:8:80", "staff:1" })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await portal.SignedIn(stranger).GetAsync(path)).StatusCode);
        }

        Assert.False((await portal.SignedIn("supplier:7:70").Page(path)).HasButton("Withdraw the request"));
        var code = path.Split('/')[^1];
        var review = await desk.Page($"/accreditation/changes/{code}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Press(review, "Refuse the change")).StatusCode);
        await desk.PressAndFollow(review, "Refuse the change", ("Reason", "Выписки нет"));
        Assert.Contains("Выписки нет", (await master.Page(path)).Text(), StringComparison.Ordinal);

        var again = (await master.Press(await master.Page("/company/changes/details"), "Send the request", ("Kpp", "770801001"))).Headers.Location!.ToString();
        var withdrawn = await master.PressAndFollow(await master.Page(again), "Withdraw the request");
        Assert.Contains("Withdrawn", withdrawn.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Press(review, "Refuse the change", ("Reason", "Поздно"))).StatusCode);
    }

    [Fact]
    public async Task What_nobody_decides_is_overdue_in_the_queue_and_told_to_the_head_once()
    {
        await using var portal = await WithRoom();
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 59, StaffRoles.HeadOfDesk);
            return true;
        });
        var master = portal.SignedIn("supplier:7:71");
        await master.Press(await master.Page("/company/changes/details"), "Send the request", ("TaxNumber", "7736050003"));
        Task<int> Watched() => portal.As(Scope.System, services => services.GetRequiredService<WatchChanges>().Run(Now(portal)));
        portal.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await Watched());
        Assert.DoesNotContain("overdue", (await portal.SignedIn($"staff:{Reviewer}").Page("/accreditation/changes")).Text(), StringComparison.Ordinal);

        portal.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal(1, await Watched());
        Assert.Equal(0, await Watched());

        Assert.Contains("overdue", (await portal.SignedIn($"staff:{Reviewer}").Page("/accreditation/changes")).Text(), StringComparison.Ordinal);
        await portal.DeliverMail();
        Assert.Contains(portal.MailsTo("staff59@group.example"), mail => mail.Subject!.StartsWith("Overdue change of data", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_contact_person_sees_the_company_and_changes_nothing_of_it()
    {
        await using var portal = await WithRoom();
        var contact = portal.SignedIn("supplier:7:70");
        var company = await contact.Page("/company");

        Assert.Contains(GivenRegistration.Company.BankAccount, company.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(company.QuerySelectorAll("main a"), link => link.TextContent is "Change" or "Ask for a change");
        foreach (var path in new[] { "/company/contacts", "/company/changes/details", "/company/bank/add", "/company/bank/1" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await contact.GetAsync(path)).StatusCode);
        }

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => portal.As(Portal.Supplier(7), services => services.GetRequiredService<AskChange>()
            .Ask(DataKind.Identity, new ChangeForm(), supplier => new ChangeContent { Details = supplier.Company with { ShortName = "X" } }, Now(portal))));
        Assert.Equal(MembershipRules.NotMaster, Assert.Single(refusal.Broken).Code);
    }

    [Fact]
    public async Task Phone_and_addresses_count_at_once_with_what_they_were_kept_and_of_two_who_save_the_second_is_told()
    {
        await using var portal = await WithRoom();
        var master = portal.SignedIn("supplier:7:71");
        var (page, other) = (await master.Page("/company/contacts"), await master.Page("/company/contacts"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await master.Press(page, "Save", ("Phone", "no"), ("Regions", "RU-66"))).StatusCode);

        await master.PressAndFollow(page, "Save", ("Phone", "+7 343 226-41-99"), ("ActualAddress.Building", "д. 75"), ("Regions", "RU-66"));
        var stale = await (await master.Press(other, "Save", ("Phone", "+7 343 226-41-11"), ("Regions", "RU-66"))).Parsed();

        Assert.Equal("+7 343 226-41-11", stale.Value("Phone"));
        var company = await Company(portal);
        Assert.Equal(("+7 343 226-41-99", "д. 75", "д. 74"), (company.Company.Phone, company.Company.ActualAddress.Building, company.Company.PostalAddress.Building));
        var kept = await portal.Seen(Scope.System, db => db.Audit.Where(a => a.Action == nameof(ContactsChanged)).Select(a => a.Details).SingleAsync());
        Assert.Contains("226-41-80", kept, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_reviewers_who_decide_at_once_one_decides_and_of_two_requests_at_once_one_is_kept(string provider)
    {
        await using var portal = await WithRoom(provider);
        await GivenMaster.AddPerson(portal, 7, 72, MembershipRights.Master);
        var revision = (await Company(portal)).Revision;
        await Task.WhenAll(new[] { 71L, 72L }.Select(person => portal.As(GivenMaster.MasterScope(person), services => services.GetRequiredService<AskChange>()
            .Ask(DataKind.Identity, new ChangeForm { Revision = revision }, supplier => new ChangeContent { Details = supplier.Company with { ShortName = $"ООО «{person}»" } }, Now(portal))).IsDone()));
        var code = await portal.Seen(Scope.System, db => db.ChangeRequests.Select(c => c.Code).SingleAsync());

        var decided = await Task.WhenAll(
            portal.As(Scope.StaffOf(Reviewer, StaffRoles.Reviewer), services => services.GetRequiredService<ReviewChange>().Approve(code, Now(portal))).IsDone(),
            portal.As(Scope.StaffOf(OtherReviewer, StaffRoles.Reviewer), services => services.GetRequiredService<ReviewChange>().Refuse(code, "No", Now(portal))).IsDone());

        Assert.Single(decided, true);
        Assert.Single(await portal.Seen(Scope.System, db => db.Audit.Where(a => a.Action == nameof(ChangeDecided)).ToListAsync()));
    }
}
