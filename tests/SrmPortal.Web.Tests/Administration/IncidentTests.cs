using System.Net;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers.Import;
using SrmPortal.Web.Features.Keeping;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using SrmPortal.Web.Tests.Registration;

namespace SrmPortal.Web.Tests.Administration;

/// <summary>After strangers may have read something an administrator learns whose data were in it, takes the list away, and that is recorded.</summary>
public sealed class IncidentTests
{
    private const string Path = "/administration/incident";
    private const string Applicant = "Ковалёва Марина Сергеевна", Named = "Юрьев Степан", Outsider = "office@outside.example";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_thing_that_lay_open_names_those_whose_data_were_in_it_and_no_others(string database)
    {
        await using var portal = await Stand(database);
        var administrator = portal.SignedIn("staff:5");

        async Task<string[]> People(string query)
        {
            using var answer = await administrator.GetAsync($"{Path}/report.xlsx?{query}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return [.. Rows(await answer.Content.ReadAsByteArrayAsync())];
        }

        Assert.Equal(["person70@supplier7.example"], Addresses(await People("what=Company&name=supplier+7")));
        Assert.Equal(["office@outside.example", "person70@supplier7.example", "person80@supplier8.example", "staff1@group.example"], Addresses(await People("what=Event&name=2006+7776/0")));
        Assert.Equal(["person70@supplier7.example", "staff1@group.example"], Addresses(await People("what=Account&name=person70@supplier7.example")));
        var all = await People("what=Portal");
        Assert.Superset(new HashSet<string> { Outsider, "person70@supplier7.example", "person80@supplier8.example", "staff5@group.example", "marina@applicant.example", "named@applicant.example", "imported@sheet.example" }, Addresses(all).ToHashSet());
        Assert.Contains(all, row => row.Contains(Applicant, StringComparison.Ordinal) && row.Contains("filled in an application that was not sent", StringComparison.Ordinal));
        Assert.Contains(all, row => row.Contains(Named, StringComparison.Ordinal) && row.Contains("is named in an application that was not sent", StringComparison.Ordinal));
        // What an account of the group lets read is, at the worst, everything.
        Assert.Equal(all.Length, (await People("what=Account&name=staff1@group.example")).Length);
        Assert.Equal(5, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(IncidentReportTaken) && a.PersonId == 5)));
    }

    [Fact]
    public async Task The_page_asks_which_one_is_meant_and_an_erased_person_is_named_no_more()
    {
        await using var portal = await Stand(Databases.Sqlite);
        var administrator = portal.SignedIn("staff:5");
        async Task<string> Page(string query) => (await administrator.Page(Path + query)).Text().Replace('\u00A0', ' ');

        Assert.DoesNotContain("Nothing is found", await Page(""), StringComparison.Ordinal);
        Assert.Contains("Nothing is found", await Page("?what=Event&name=%F0%9F%98%80"), StringComparison.Ordinal);
        Assert.Contains("Nothing is found", await Page("?what=Company&name="), StringComparison.Ordinal);
        var which = await Page("?what=Company&name=supplier");
        Assert.Contains("Which of these?", which, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.GetAsync(Path + "/report.xlsx?what=Company&name=supplier")).StatusCode);
        var company = await Page("?what=Company&name=supplier+7");
        Assert.Contains("person70@supplier7.example", company, StringComparison.Ordinal);
        Assert.DoesNotContain("person80@supplier8.example", company, StringComparison.Ordinal);
        foreach (var who in new[] { "supplier:7", "staff:1" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn(who).GetAsync(Path + "?what=Portal")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn(who).GetAsync(Path + "/report.xlsx?what=Portal")).StatusCode);
        }

        await portal.Seen(Scope.System, async db =>
        {
            var account = await db.Accounts.SingleAsync(a => a.Id == 70);
            account.RevokeConsent(Given.InTime);
            account.Erase(Given.InTime);
            return await db.SaveChangesAsync();
        });
        Assert.DoesNotContain("supplier7.example", await Page("?what=Portal"), StringComparison.Ordinal);
    }

    private static async Task<Portal> Stand(string database)
    {
        var portal = await Portal.With(database, null, 7, 8);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 5, StaffRoles.Administrator);
            var registration = new SupplierRegistration(Guid.NewGuid(), new Applicant("Ковалёва", "Марина", "Сергеевна", "marina@applicant.example", "ru"), "RU", Given.OnPublishing);
            registration.FillPeople(["RU-66"], [GivenRegistration.Everything with { FullName = Named, Email = "named@applicant.example" }], Given.OnPublishing);
            db.Add(registration);
            var round = await db.Rounds.Include(r => r.Event).SingleAsync();
            var import = new SupplierImport("0123456789abcdef0123", "list.xlsx",
                [new ImportedCompany { People = [GivenRegistration.Everything with { FullName = "Из Таблицы", Email = "imported@sheet.example" }] }], [], 5, Given.OnPublishing);
            import.Confirm(putsZerosBack: true);
            db.Add(import);
            db.Add(new OutsideInvitation(round, new OutsideCompany("Снаружи", Outsider, "RU", "7707083893"), Portal.BuyerId, Given.OnPublishing));
            return await db.SaveChangesAsync();
        });
        return portal;
    }

    private static string[] Addresses(IEnumerable<string> rows) => [.. rows.SelectMany(row => row.Split('|')).Where(cell => cell.Contains('@', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Rows(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return [.. SpreadsheetReader.Read(stream, new SpreadsheetLimits())[0].Rows.Skip(1).Select(row => string.Join('|', row.Cells.Values.Select(cell => cell.Text)))];
    }
}
