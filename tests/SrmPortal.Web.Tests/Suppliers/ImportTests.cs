using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Identifiers;
using SrmPortal.Web.Features.Suppliers;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using SrmPortal.Web.Tests.Accreditation;
using static SrmPortal.Web.Tests.Suppliers.ImportSheets;

namespace SrmPortal.Web.Tests.Suppliers;

/// <summary>Suppliers from a spreadsheet: nothing before the confirmation, no mail before "send", nothing twice.</summary>
public sealed class ImportTests
{
    private static readonly string Head = $"staff:{DeskPortal.Head}";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Fifty_rows_with_five_bad_ones_give_forty_five_suppliers_and_twice_none_more(string provider)
    {
        await using var portal = await DeskPortal.With(provider);
        var browser = portal.SignedIn(Head);
        var file = Fifty();
        var people = await portal.Seen(Scope.System, db => db.Accounts.CountAsync());

        var preview = await browser.Preview(file);

        Assert.Equal(45, preview.QuerySelectorAll("tbody .st-ok").Length);
        var bad = preview.QuerySelectorAll("tbody tr").Where(row => row.QuerySelector(".st-danger") is not null).Select(row => row.TextContent).ToArray();
        Assert.Equal(5, bad.Length);
        Assert.Contains("Компании!E6", bad[0], StringComparison.Ordinal);
        Assert.Contains("Компании!L11", bad[1], StringComparison.Ordinal);
        Assert.Contains("99.99", bad[1], StringComparison.Ordinal);
        Assert.Contains("Компании!A16", bad[2], StringComparison.Ordinal);
        Assert.Contains("Люди!E21", bad[3], StringComparison.Ordinal);
        Assert.Contains("Компании!E26", bad[4], StringComparison.Ordinal);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Suppliers.CountAsync()));
        Assert.Equal(people, await portal.Seen(Scope.System, db => db.Accounts.CountAsync()));

        var done = await portal.Make(browser, preview);

        Assert.Contains("45 suppliers made", done.Text(), StringComparison.Ordinal);
        Assert.Equal(45, await portal.Seen(Scope.System, db => db.Suppliers.CountAsync()));
        await portal.DeliverMail();
        Assert.Empty(portal.Mails);

        var again = await browser.Preview(file);
        Assert.Equal(45, again.QuerySelectorAll("tbody .st-mute").Length);
        // The company that stands twice in the file is another one by its name.
        Assert.Contains("the portal has “Общество с ограниченной ответственностью «Поставщик 24»” here", again.QuerySelector("#row-26")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Make them suppliers", again.Text(), StringComparison.Ordinal);
        Assert.Equal(45, await portal.Seen(Scope.System, db => db.Suppliers.CountAsync()));
    }

    [Fact]
    public async Task Mails_go_out_for_one_supplier_or_for_all_and_only_when_sent()
    {
        await using var portal = await DeskPortal.With();
        var browser = portal.SignedIn(Head);
        var done = await portal.Make(browser, await browser.Preview(File(3)));
        var form = done.QuerySelectorAll<IHtmlButtonElement>("tbody button").First().Form!;

        await browser.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(
            form.QuerySelectorAll<IHtmlInputElement>("input").Select(input => new KeyValuePair<string, string>(input.Name!, input.Value))));
        await portal.DeliverMail();
        Assert.Single(portal.Mails);

        var all = await browser.PressAndFollow(done, "Send to all");
        await portal.DeliverMail();
        Assert.Contains("2 people get a mail", all.Text(), StringComparison.Ordinal);
        Assert.Equal(3, portal.Mails.Count);
        Assert.Equal(3, portal.Mails.Select(mail => mail.To.ToString()).Distinct().Count());

        const string Address = "person1@supplier1.example";
        var person = portal.Browser();
        var set = await person.Press(await person.Page(portal.LinkMailedTo(Address)), "Set the password and sign in", ("NewPassword", Portal.Password));
        Assert.Equal("/", set.Headers.Location?.ToString());
        Assert.Equal(AccountState.Active, await portal.Seen(Scope.System, db => db.Accounts.Where(a => a.Email == Address).Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task A_confirmation_pressed_twice_makes_each_supplier_once()
    {
        await using var portal = await DeskPortal.With();
        var browser = portal.SignedIn(Head);
        var preview = await browser.Preview(File(3));

        var answers = await Task.WhenAll(browser.Press(preview, "Make them suppliers"), browser.Press(preview, "Make them suppliers"));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        await portal.FinishImports();
        Assert.Equal(3, await portal.Seen(Scope.System, db => db.Suppliers.CountAsync()));
        Assert.Contains("3 suppliers made", (await browser.Page(answers[0].Headers.Location!.ToString())).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Zeros_that_a_spreadsheet_has_cut_are_offered(bool taken, int suppliers)
    {
        await using var portal = await DeskPortal.With();
        var browser = portal.SignedIn(Head);
        var inn = Inn.WithCheckDigits("027500000");
        var file = File(2, row => Set(row, (4, inn[1..])), person => Set(person, (0, inn[1..])));

        var preview = await browser.Preview(file);
        Assert.Equal((inn[1..], inn), (preview.QuerySelector("del")!.TextContent, preview.QuerySelector("ins")!.TextContent));
        await portal.Make(browser, preview, ("PutZerosBack", taken ? "true" : "-true"));

        Assert.Equal(suppliers, await portal.Seen(Scope.System, db => db.Suppliers.CountAsync(s => s.TaxKey == inn)));
        Assert.Equal(1 + suppliers, await portal.Seen(Scope.System, db => db.Suppliers.CountAsync()));
    }

    [Fact]
    public async Task A_supplier_of_the_file_has_what_the_file_says()
    {
        await using var portal = await DeskPortal.With();
        var browser = portal.SignedIn(Head);
        var file = File(1, row => Set(row, (10, "66; RU-16, Казахстан"), (12, "31.12.2028")), person => Set(person, (7, "да"), (8, "Д-17"), (9, "30.06.2027")));

        await portal.Make(browser, await browser.Preview(file));

        var supplier = await portal.Seen(Scope.System, db => db.Suppliers.Include(s => s.Signatories).Include(s => s.Categories).SingleAsync());
        Assert.Equal(["RU-66", "RU-16", "KZ"], supplier.Regions);
        Assert.Equal(new DateTime(2028, 12, 31, 15, 0, 0, DateTimeKind.Utc), supplier.AccreditedUntil);
        Assert.Equal((LegalForms.Llc, "770701001"), (supplier.Company.LegalForm, supplier.Company.Kpp));
        Assert.Equal(("Д-17", new DateOnly(2027, 6, 30)), (supplier.Signatories[0].Authority.Number, supplier.Signatories[0].Authority.Until!.Value));
        Assert.Equal(new MembershipRights(true, true, false, true), await portal.Seen(Scope.System, db => db.Memberships.Select(m => m.Rights).SingleAsync()));
        Assert.Single(supplier.Categories);
    }

    [Fact]
    public async Task Wrong_files_are_refused_at_the_field_with_what_to_do()
    {
        await using var portal = await DeskPortal.With();
        var browser = portal.SignedIn(Head);

        foreach (var (content, name, message) in new (byte[], string, string)[]
        {
            ([], "empty.xlsx", "empty"),
            ("hello"u8.ToArray(), "text.xlsx", "not an .xlsx"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "old.xls", "old"),
            ("%PDF-1.7 something"u8.ToArray(), "scan.pdf", "not an .xlsx"),
            (SpreadsheetWriter.Write(new WrittenSheet("Компании", [new SheetColumn("Что-то")], [])), "other.xlsx", "has no column"),
            (SpreadsheetWriter.Write(Companies([]), People([])), "headsonly.xlsx", "nothing in this file"),
        })
        {
            var answer = await browser.Upload(content, name);
            Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity, $"{name}: {answer.StatusCode}");
            var error = (await answer.Parsed()).QuerySelector("#File-e")?.TextContent ?? "";
            Assert.True(error.Length > 10 && error.Contains(message, StringComparison.OrdinalIgnoreCase), $"{name}: {error}");
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Press(await browser.Page("/suppliers/import"), "Show what is in it")).StatusCode);

        // No country checks these by digits: what is too long for the portal would break off the making.
        var foreign = File(1, row => Set(row, (0, "Германия"), (4, "DE123456789"), (5, ""), (6, new string('7', 36))),
            person => Set(person, (0, "DE123456789"), (7, "да"), (8, new string('9', 101)), (9, "30.06.2027")));
        var faulty = (await browser.Preview(foreign)).QuerySelector("#row-2")!.TextContent;
        Assert.All(["Компании!G2", "Люди!I2"], cell => Assert.Contains(cell, faulty, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_looks_like_a_formula_stays_text()
    {
        await using var portal = await DeskPortal.With();
        var browser = portal.SignedIn(Head);
        var file = File(1, row => Set(row, (1, "=HYPERLINK(\"http://evil.example\")"), (2, "@SUM(A1)")));

        await portal.Make(browser, await browser.Preview(file));

        var company = await portal.Seen(Scope.System, db => db.Suppliers.Select(s => s.Company).SingleAsync());
        Assert.Equal(("=HYPERLINK(\"http://evil.example\")", "@SUM(A1)"), (company.FullName, company.ShortName));
    }

    [Fact]
    public async Task The_template_of_either_language_has_the_columns_and_the_codes()
    {
        await using var portal = await DeskPortal.With();
        foreach (var language in new[] { "ru", "en" })
        {
            var template = await portal.SignedIn(Head).GetAsync($"/suppliers/import/template.xlsx?culture={language}");
            Assert.Equal(SpreadsheetWriter.ContentType, template.Content.Headers.ContentType!.MediaType);
            var sheets = SpreadsheetReader.Read(new MemoryStream(await template.Content.ReadAsByteArrayAsync()));
            Assert.Equal(4, sheets.Count);
            Assert.Equal(language == "ru" ? "Компании" : "Companies", sheets[0].Name);
            Assert.Equal(ImportColumns.Companies.Count, sheets[0].Rows[0].Cells.Count);
            Assert.Contains(sheets[2].Rows, row => row[0].Text == "12.04");
        }
    }

    [Fact]
    public async Task Only_administrators_and_the_head_of_the_desk_bring_suppliers_in()
    {
        await using var portal = await DeskPortal.With();
        foreach (var person in new[] { DeskPortal.Buyer, DeskPortal.Finance })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn($"staff:{person}").GetAsync("/suppliers/import")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await portal.SignedIn($"staff:{DeskPortal.Administrator}").GetAsync("/suppliers/import")).StatusCode);
        await portal.SignedIn(Head).Preview(File(1));
        Assert.Equal(0, await portal.Seen(Scope.StaffOf(DeskPortal.Buyer, StaffRoles.Buyer), db => db.SupplierImports.CountAsync()));
    }

    [Fact]
    public async Task What_was_never_confirmed_is_thrown_away_and_what_was_keeps_no_people()
    {
        await using var portal = await DeskPortal.With();
        var browser = portal.SignedIn(Head);
        await browser.Preview(File(1));
        portal.Clock.Advance(TimeSpan.FromDays(4));
        var preview = await browser.Preview(File(2));
        await portal.As(Scope.System, async services =>
        {
            await services.GetRequiredService<ForgetPreviews>().DoWhatIsDue(portal.Now(), default);
            return true;
        });
        Assert.Equal([2], await portal.Seen(Scope.System, db => db.SupplierImports.Select(i => i.RowCount).ToListAsync()));

        await portal.Make(browser, preview);

        Assert.Empty(await portal.Seen(Scope.System, db => db.SupplierImports.Select(i => i.Companies).SingleAsync()));
    }

    // Bad are rows 6, 11, 16 and 26 of companies and 21 of people: check digit, category, country, a company twice, an address.
    private static byte[] Fifty()
    {
        var (companies, people) = (Enumerable.Range(1, 50).Select(Company).ToList(), Enumerable.Range(1, 50).Select(Person).ToList());
        var wrong = InnOf(5)[..^1] + (InnOf(5)[^1] == '0' ? '1' : '0');
        Set(companies[4], (4, wrong));
        Set(people[4], (0, wrong));
        Set(companies[9], (11, "12.04; 99.99"));
        Set(companies[14], (0, "Атлантида"));
        Set(people[19], (4, "нет почты"));
        Set(companies[24], (4, companies[23][4]));
        return SpreadsheetWriter.Write(Companies(companies), People(people));
    }
}
