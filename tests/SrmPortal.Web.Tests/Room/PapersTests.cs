using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Features.Changes;
using SrmPortal.Web.Features.Company;
using SrmPortal.Web.Tests.Accounts;

namespace SrmPortal.Web.Tests.Room;

/// <summary>Documents, signatories, categories and the history of a company, kept by its master user.</summary>
public sealed class PapersTests
{
    [Fact]
    public async Task A_certificate_is_given_replaced_removed_and_its_end_is_told_to_the_masters()
    {
        await using var portal = await ChangesTests.WithRoom();
        var (master, contact) = (portal.SignedIn("supplier:7:71"), portal.SignedIn("supplier:7:70"));
        var day = DateOnly.FromDateTime(ChangesTests.Now(portal));
        var form = await master.Page("/company/documents/add");
        Assert.Contains("Choose a file", (await (await master.Press(form, "Keep the document", ("Kind", "quality"), ("ValidUntil", "01.02.2099"))).Parsed()).Text(), StringComparison.Ordinal);
        Assert.Contains("It has lapsed", (await (await master.PressWithFiles(form, "Keep the document", [("Files", "ISO.pdf", Given.Pdf)], ("Kind", "quality"), ("ValidUntil", "01.02.2020"))).Parsed()).Text(), StringComparison.Ordinal);

        await master.PressWithFiles(form, "Keep the document", [("Files", "ISO.pdf", Given.Pdf)], ("Kind", "quality"), ("Number", "ISO 9001"), ("ValidUntil", $"{day.AddDays(20):dd.MM.yyyy}"));
        var page = await contact.Page("/company/documents");
        Assert.Contains("in 20 days", page.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await contact.GetAsync(page.QuerySelector("table a[href^='/files/']")!.GetAttribute("href"))).StatusCode);
        Assert.DoesNotContain(page.QuerySelectorAll("main a"), link => link.TextContent is "Replace" or "Remove");
        foreach (var later in new[] { 0, 0, 14 })
        {
            portal.Clock.Advance(TimeSpan.FromDays(later));
            await portal.As(Scope.System, services => services.GetRequiredService<WatchPapers>().Run(ChangesTests.Now(portal)));
        }

        await portal.DeliverMail();
        Assert.Equal(2, portal.MailsTo("person71@supplier7.example").Count(mail => mail.Subject!.StartsWith("Documents of", StringComparison.Ordinal)));
        Assert.DoesNotContain(portal.MailsTo("person70@supplier7.example"), mail => mail.Subject!.StartsWith("Documents of", StringComparison.Ordinal));

        master = portal.SignedIn("supplier:7:71");
        Assert.Contains("Give a newer one", (await master.Page("/")).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Give a newer one", (await portal.SignedIn("supplier:7:70").Page("/")).Text(), StringComparison.Ordinal);
        var newer = await master.Page((await master.Page("/company/documents")).LinkIn("ISO 9001", "Replace"));
        await master.PressWithFiles(newer, "Keep the document", [("Files", "ISO.pdf", Given.Pdf)], ("Number", "ISO 9001:2030"), ("ValidUntil", "01.02.2099"));
        var kept = Assert.Single(await portal.Seen(Scope.System, db => db.SupplierDocuments.ToListAsync()));
        Assert.Equal(("ISO 9001:2030", 0), (kept.Number, kept.ValidityTold));
        await master.PressAndFollow(await master.Page($"/company/documents/{kept.Code}/removal"), "Remove the document");
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.SupplierDocuments.CountAsync()));
        await master.PressWithFiles(form, "Keep the document", [("Files", "Сведения.pdf", Given.Pdf)], ("Kind", "declaration"));
        var history = (await Contact(portal).Page("/company/history")).Text();
        Assert.Contains("Document removed: ISO 9001:2030", history, StringComparison.Ordinal);
        Assert.DoesNotContain("Document given: declaration", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_history_has_pages_and_the_oldest_stands_on_the_last()
    {
        await using var portal = await ChangesTests.WithRoom();
        await portal.Seen(Scope.System, async db =>
        {
            db.AddRange(Enumerable.Range(1, 60).Select(no => new AuditRecord
            {
                At = ChangesTests.Now(portal),
                Actor = Actor.Person,
                PersonId = 71,
                ActingFor = 7,
                Action = nameof(SupplierDocumentRemoved),
                AggregateType = nameof(Supplier),
                AggregateId = 7,
                Subject = "S00000007",
                Details = $$"""{"Kind":"declaration","Number":"paper {{no:00}}"}""",
            }));
            return await db.SaveChangesAsync();
        });
        var contact = Contact(portal);

        var first = await contact.Page("/company/history");
        var last = await contact.Page("/company/history?page=2");

        Assert.Contains("paper 60", first.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("paper 01", first.Text(), StringComparison.Ordinal);
        Assert.Contains("paper 01", last.Text(), StringComparison.Ordinal);
        Assert.NotNull(first.QuerySelector("nav.pager a[href='/company/history?page=2']"));
        foreach (var odd in new[] { "0", "-3", "99999" })
        {
            Assert.Equal(HttpStatusCode.OK, (await contact.GetAsync($"/company/history?page={odd}")).StatusCode);
        }
    }

    private static HttpClient Contact(Portal portal) => portal.SignedIn("supplier:7:70");

    [Fact]
    public async Task Who_signs_by_a_power_of_attorney_comes_with_its_file()
    {
        await using var portal = await ChangesTests.WithRoom();
        var master = portal.SignedIn("supplier:7:71");
        var form = await master.Page("/company/signatories/add");
        (string, string)[] typed = [("FullName", "Петров Пётр Петрович"), ("Position", "Заместитель директора"), ("Phone", "+7 343 226-41-83"), ("Email", "petrov@a.example"), ("Basis", "PowerOfAttorney"), ("BasisNumber", "12"), ("BasisDate", "01.11.2026"), ("BasisUntil", "01.11.2099")];
        Assert.Contains("Choose a file", (await (await master.Press(form, "Name the signatory", typed)).Parsed()).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await master.PressWithFiles(form, "Name the signatory", [("Paper", "Доверенность.pdf", Given.Pdf)], [.. typed[..7], ("BasisUntil", "01.11.2020")])).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await master.PressWithFiles(form, "Name the signatory", [("Paper", "Доверенность.pdf", Given.Pdf)], typed)).StatusCode);
        var page = await master.Page("/company/signatories");
        Assert.Contains("2099", page.Text(), StringComparison.Ordinal);
        var change = await master.Page(page.LinkIn("Петров", "Change"));
        Assert.Equal(HttpStatusCode.Redirect, (await master.Press(change, "Save", ("Position", "Директор"))).StatusCode);

        var signatory = await portal.Seen(Scope.System, db => db.Signatories.SingleAsync());
        Assert.Equal("Директор", signatory.Position);
        Assert.NotNull(signatory.PaperId);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await master.Press(await master.Page($"/company/signatories/{signatory.Code}/removal"), "Remove the signatory")).StatusCode);
        await portal.DeliverMail();
        Assert.Single(portal.MailsTo("petrov@a.example"));

        // A longer one is a new one, and somebody else in the same place hears of it as well.
        change = await master.Page($"/company/signatories/{signatory.Code}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await master.Press(change, "Save", ("BasisUntil", "01.12.2099"))).StatusCode);
        change = await master.Page($"/company/signatories/{signatory.Code}");
        Assert.Equal(HttpStatusCode.Redirect, (await master.Press(change, "Save", ("FullName", "Сидорова Анна Ильинична"), ("Email", "sidorova@a.example"))).StatusCode);
        await portal.DeliverMail();
        Assert.Single(portal.MailsTo("sidorova@a.example"));
    }

    [Fact]
    public async Task Further_categories_are_approved_by_themselves_and_one_is_given_up_at_once()
    {
        await using var portal = await ChangesTests.WithRoom();
        await portal.Seen(Scope.System, async db =>
        {
            var pipes = new Category(null, "24", "Трубы", "Pipes");
            db.AddRange(pipes, new Category(pipes, "24.20", "Бесшовные", "Seamless"), new Category(null, "31", "Инструмент", "Tools"));
            return await db.SaveChangesAsync();
        });
        var (master, desk) = (portal.SignedIn("supplier:7:71"), portal.SignedIn($"staff:{ChangesTests.Reviewer}"));
        foreach (var code in new[] { "24", "31" })
        {
            var id = await portal.Seen(Scope.System, db => db.Categories.Where(c => c.Code == code).Select(c => c.Id).SingleAsync());
            var form = await master.Page("/company/categories/add");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await master.Press(form, "Send the request")).StatusCode);
            var searched = await (await master.Press(form, "Find", ("Q", "инструмент"), ("Categories", $"{id}"), ("Why", "Новый цех"))).Parsed();
            Assert.Equal("Новый цех", searched.QuerySelector("[name=Why]")!.TextContent.Trim());
            Assert.Contains(searched.QuerySelectorAll("[name=Categories]"), box => box.GetAttribute("value") == $"{id}");
            var sent = await master.Press(form, "Send the request", ("Categories", $"{id}"));
            await desk.PressAndFollow(await desk.Page(sent.Headers.Location!.ToString().Replace("/company/", "/accreditation/", StringComparison.Ordinal)), "Approve the change");
        }

        Assert.Empty((await master.Page("/company/categories/add")).QuerySelectorAll("[name=Categories]"));
        await master.PressAndFollow(await master.Page("/company/categories/24/removal"), "Remove the category");
        var supplied = await portal.SignedIn("supplier:7:70").Page("/company/categories");
        Assert.Contains("31", supplied.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Pipes", supplied.Text(), StringComparison.Ordinal);
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Set<SupplierCategory>().CountAsync()));
    }

    [Fact]
    public async Task The_activity_of_a_person_is_what_was_done_for_this_company_and_is_the_masters_to_read()
    {
        await using var portal = await ChangesTests.WithRoom();
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddSupplier(db, 8, MembershipRights.Master);
            db.Add(new Membership(await db.Accounts.SingleAsync(a => a.Id == 70), 8, MembershipRights.Master));
            return await db.SaveChangesAsync();
        });
        await portal.Save(7, 100);
        await portal.As(Scope.Supplier(70, 8, CompanyRights.MasterUser), async services =>
        {
            await services.GetRequiredService<CompanyPeople>().Block(await services.GetRequiredService<PortalDbContext>().Memberships.Where(m => m.AccountId == 80).Select(m => m.Code).SingleAsync());
            return 0;
        });
        var code = await portal.Seen(Scope.System, db => db.Memberships.Where(m => m.AccountId == 70 && m.SupplierId == 7).Select(m => m.Code).SingleAsync());

        var page = await portal.SignedIn("supplier:7:71").Page($"/company/people/{code}/activity");

        Assert.Contains("Offer saved: 20067776/0", page.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("was blocked", page.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("supplier:7:70").GetAsync($"/company/people/{code}/activity")).StatusCode);
        Assert.Contains("Person 7. was added", (await portal.SignedIn("supplier:7:70").Page("/company/history")).Text(), StringComparison.Ordinal);
        Assert.Contains("Steel pipes", (await portal.SignedIn("supplier:7:70").Page("/company/history")).Text(), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await portal.SignedIn("supplier:8:80").GetAsync($"/company/people/{code}/activity")).StatusCode);
    }

    [Fact]
    public async Task The_profile_of_a_supplier_is_printed_with_what_the_reader_may_know()
    {
        await using var portal = await ChangesTests.WithRoom();

        var sheet = await portal.SignedIn("staff:1").Page("/suppliers/S00000007/print");
        Assert.Contains(GivenRegistration.Company.FullName, sheet.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(GivenRegistration.Company.BankAccount, sheet.Text(), StringComparison.Ordinal);
        Assert.Contains(GivenRegistration.Company.BankAccount, (await portal.SignedIn($"staff:{ChangesTests.Reviewer}").Page("/suppliers/S00000007/print")).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("supplier:7:70").GetAsync("/suppliers/S00000007/print")).StatusCode);
    }
}
