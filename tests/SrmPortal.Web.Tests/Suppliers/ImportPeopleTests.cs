using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers.Import;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using SrmPortal.Web.Tests.Accreditation;
using static SrmPortal.Web.Tests.Suppliers.ImportSheets;

namespace SrmPortal.Web.Tests.Suppliers;

/// <summary>A sheet that names further people of a supplier that is there: they are added when it is confirmed, and nobody else is touched.</summary>
public sealed class ImportPeopleTests
{
    private const string Known = "person1@supplier1.example", Newcomer = "ivanova@supplier1.example";

    private static readonly string Head = $"staff:{DeskPortal.Head}";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task New_people_are_added_on_confirmation_and_get_access_only_when_it_is_sent(string provider)
    {
        await using var portal = await DeskPortal.With(provider);
        var browser = await WithSupplier(portal);
        // The known one as another person with fewer rights; somebody new; somebody who only signs.
        var sheet = Sheets([Company(1), Company(2)],
            [Of(1, Known, "Самозванцев Пётр", contact: "да", master: "нет"), Of(1, Newcomer, "Иванова Анна Петровна", contact: "да"), Of(1, "sidorov@supplier1.example", "Сидоров Семён", signs: "да"), Person(2)]);

        var preview = await browser.Preview(sheet);
        Assert.Equal("New people", State(preview, 2));
        var said = preview.QuerySelector("#row-2")!.TextContent;
        Assert.Contains($"{Known} · is there already", said, StringComparison.Ordinal);
        Assert.Contains($"{Newcomer} · is added", said, StringComparison.Ordinal);
        Assert.Contains("sidorov@supplier1.example · signs only, is not added", said, StringComparison.Ordinal);
        Assert.Contains("1 new person", preview.QuerySelector(".band")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Memberships.CountAsync()));

        var done = await portal.Make(browser, preview);
        Assert.Contains("1 supplier made", done.Text(), StringComparison.Ordinal);
        Assert.Contains("1 person added", done.Text(), StringComparison.Ordinal);
        var (known, added) = (await Membership(portal, Known), await Membership(portal, Newcomer));
        Assert.Equal((new MembershipRights(true, true, false, true), "Петров Пётр 1"), (known.Rights, known.Account.FullName));
        Assert.Equal((MembershipRights.Contact, AccountState.NotActivated, null), (added.Rights, added.Account.State, added.Account.AccessSentAt));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Signatories.CountAsync()));
        await portal.DeliverMail();
        Assert.Empty(portal.MailsTo(Newcomer));
        var before = portal.MailsTo(Known).Count;

        var sent = await browser.PressAndFollow(done, "Send to all");
        await portal.DeliverMail();
        Assert.Contains("2 people get a mail", sent.Text(), StringComparison.Ordinal);
        Assert.Single(portal.MailsTo(Newcomer));
        // Who works for a company sees its offers: its master is told.
        var told = Assert.Single(portal.MailsTo(Known).Skip(before));
        Assert.Contains("Новые люди", told.Subject, StringComparison.Ordinal);
        Assert.Contains(Newcomer, told.TextBody, StringComparison.Ordinal);

        var again = await browser.Preview(sheet);
        Assert.Equal(("Is a supplier already", "Is a supplier already"), (State(again, 2), State(again, 3)));
        Assert.False(again.HasButton("Add the people") || again.HasButton("Make them suppliers"));
    }

    [Fact]
    public async Task People_alone_can_be_added_without_naming_the_master_anew_and_who_has_an_account_is_asked()
    {
        await using var portal = await DeskPortal.With();
        var browser = await WithSupplier(portal);
        await portal.Make(browser, await browser.Preview(Sheets([Company(2)], [Person(2)])));
        const string Elsewhere = "person2@supplier2.example";
        await Activate(portal, Elsewhere);

        var preview = await browser.Preview(Sheets([Company(1)], [Of(1, Elsewhere, "Петров Пётр 2", contact: "да")]));
        Assert.False(preview.HasButton("Make them suppliers"));
        var answer = await browser.PressAndFollow(preview, "Add the people");
        await portal.FinishImports();
        var done = await browser.Page($"/suppliers/import/{await portal.Seen(Scope.System, db => db.SupplierImports.OrderBy(i => i.Id).Select(i => i.Token).LastAsync())}");
        Assert.Contains("1 person has got no mail yet", done.Text(), StringComparison.Ordinal);
        Assert.Contains("was a supplier, people added", done.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(answer);

        var before = (await MailsAfterDelivery(portal, Elsewhere)).Count;
        var sent = await browser.PressAndFollow(done, "Send to all");
        Assert.Contains("Everybody has got a mail", sent.Text(), StringComparison.Ordinal);
        Assert.Equal(before + 1, (await MailsAfterDelivery(portal, Elsewhere)).Count);
        Assert.Equal([MembershipState.Active, MembershipState.PendingAcceptance], await portal.Seen(Scope.System, db => db.Memberships.Where(m => m.Account.Email == Elsewhere).OrderBy(m => m.Id).Select(m => m.State).ToListAsync()));
        Assert.Equal(before + 1, (await MailsAfterDelivery(portal, Elsewhere)).Count);
    }

    [Fact]
    public async Task A_wrong_person_a_blocked_one_and_a_contradicting_company_add_nobody()
    {
        await using var portal = await DeskPortal.With();
        var browser = await WithSupplier(portal);
        await portal.Seen(Scope.System, async db =>
        {
            (await db.Memberships.Include(m => m.Account).SingleAsync()).Block(byStaff: true);
            return await db.SaveChangesAsync();
        });

        var wrong = await browser.Preview(Sheets([Company(1)], [Of(1, "нет почты", "Иванова Анна", contact: "да")]));
        Assert.Equal("Error", State(wrong, 2));
        Assert.Contains("Люди!E2", wrong.QuerySelector("#row-2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Is a supplier already", State(await browser.Preview(Sheets([Company(1)], [Person(1)])), 2));
        var company = Company(1);
        Set(company, (5, "770702002"));
        var conflict = await browser.Preview(Sheets([company, Company(2)], [Of(1, Newcomer, "Иванова Анна", contact: "да"), Person(2)]));
        Assert.Equal("Conflict", State(conflict, 2));
        Assert.Contains($"{Newcomer} · is not added", conflict.QuerySelector("#row-2")!.TextContent, StringComparison.Ordinal);
        await portal.Make(browser, conflict);

        Assert.Equal([MembershipState.BlockedByStaff, MembershipState.Active], await portal.Seen(Scope.System, db => db.Memberships.OrderBy(m => m.Id).Select(m => m.State).ToListAsync()));
        Assert.Equal(2, await portal.Seen(Scope.System, db => db.Suppliers.CountAsync()));
    }

    [Fact]
    public async Task A_supplier_whose_renewal_is_at_the_desk_gets_its_people_all_the_same()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        await portal.Pass(number, DeskPortal.Usual);
        var supplier = await portal.Seen(Scope.System, db => db.Suppliers.SingleAsync());
        await portal.Seen(Scope.System, async db =>
        {
            // As if it had been sent: what matters is whose it is.
            var renewal = db.Entry(await db.Registrations.SingleAsync());
            renewal.Property(r => r.RenewsSupplierId).CurrentValue = supplier.Id;
            renewal.Property(r => r.State).CurrentValue = RegistrationState.InReview;
            return await db.SaveChangesAsync();
        });
        var browser = portal.SignedIn(Head);
        var row = Company(1);
        Set(row, (1, supplier.Company.FullName), (4, supplier.TaxKey), (5, supplier.Company.Kpp));

        var preview = await browser.Preview(Sheets([row], [Of(1, Newcomer, "Иванова Анна Петровна", contact: "да", number: supplier.TaxKey)]));
        Assert.Equal("New people", State(preview, 2));
        var done = await browser.PressAndFollow(preview, "Add the people");

        Assert.Empty(await portal.Seen(Scope.System, db => db.SupplierImports.Where(i => i.State == ImportState.Done).Select(i => i.Refused).SingleAsync()));
        Assert.Contains("1 person added", done.Text(), StringComparison.Ordinal);
    }

    private static async Task<HttpClient> WithSupplier(Portal portal)
    {
        var browser = portal.SignedIn(Head);
        await portal.Make(browser, await browser.Preview(Sheets([Company(1)], [Person(1)])));
        await Activate(portal, Known);
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        return browser;
    }

    private static Task<int> Activate(Portal portal, string email) => portal.Seen(Scope.System, async db =>
    {
        (await db.Accounts.SingleAsync(a => a.Email == email)).Activate();
        return await db.SaveChangesAsync();
    });

    private static Task<Membership> Membership(Portal portal, string email) =>
        portal.Seen(Scope.System, db => db.Memberships.Include(m => m.Account).SingleAsync(m => m.Account.Email == email));

    private static async Task<IReadOnlyList<object>> MailsAfterDelivery(Portal portal, string email)
    {
        await portal.DeliverMail();
        return [.. portal.MailsTo(email)];
    }

    private static byte[] Sheets(string[][] companies, string[][] people) => SpreadsheetWriter.Write(Companies(companies), People(people));

    private static string[] Of(int company, string email, string name, string contact = "", string master = "", string signs = "", string? number = null) =>
        [number ?? InnOf(company), name, "Менеджер", "+7 343 226-41-80", email, contact, master, signs, "", ""];

    private static string State(IDocument preview, int row) => preview.QuerySelector($"#row-{row} .st")!.TextContent.Trim();
}
