using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
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
            ("hello"u8.ToArray(), "text.xlsx", ""),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "old.xls", ""),
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
        Assert.Single(await portal.Seen(Scope.System, db => db.SupplierImports.ToListAsync()));

        await portal.Make(browser, preview);

        Assert.Empty(await portal.Seen(Scope.System, db => db.SupplierImports.Select(i => i.Companies).SingleAsync()));
    }

    [Fact]
    public Task A_sheet_is_put_in_again_after_it_was_corrected() => Corrected(rows: 200, bad: 10);

    [ProofFact]
    public Task A_sheet_of_a_thousand_rows_with_fifty_bad_ones_is_put_in_again_after_it_was_corrected() => Corrected(rows: 1000, bad: 50);

    [ProofFact]
    public async Task Five_thousand_companies_are_read_shown_and_made_within_reason_of_time_and_memory()
    {
        await using var portal = await DeskPortal.With();
        var browser = portal.SignedIn(Head);
        browser.Timeout = TimeSpan.FromMinutes(10);
        var file = File(5000);
        var watch = Stopwatch.StartNew();
        var before = GC.GetTotalAllocatedBytes();

        var preview = await browser.Preview(file);
        var (read, allocated) = (watch.Elapsed, GC.GetTotalAllocatedBytes() - before);
        Assert.Equal(ImportPage.Size, preview.QuerySelectorAll("tbody tr").Length);
        Assert.True(preview.DocumentElement.OuterHtml.Length < 400_000);
        watch.Restart();
        var done = await portal.Make(browser, preview);

        Assert.Contains("5,000 suppliers made", done.Text(), StringComparison.Ordinal);
        Assert.Equal(5000, await portal.Seen(Scope.System, db => db.Suppliers.CountAsync()));
        var said = $"read in {read}, {allocated / 1048576} MB allocated, made in {watch.Elapsed}";
        Console.WriteLine(said);
        Assert.True(read < TimeSpan.FromSeconds(60) && allocated < 2_000_000_000L && watch.Elapsed < TimeSpan.FromMinutes(8), said);
        var tooLong = await browser.Upload(File(5001));
        Assert.Contains("more than 5000 rows", (await tooLong.Parsed()).QuerySelector("#File-e")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_contradicts_the_portal_is_a_conflict_with_its_cell_and_changes_nothing()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        var underReview = (await portal.RegistrationOf(number)).TaxKey;
        var browser = portal.SignedIn(Head);
        await portal.Make(browser, await browser.Preview(File(2)));

        var preview = await browser.Preview(File(3, row => Set(row, (1, "ООО Совсем другое"), (5, "770702002"))));
        Assert.Equal(("Conflict", "Is a supplier already", "New"), (State(preview, 2), State(preview, 3), State(preview, 4)));
        Assert.Contains("Компании!B2: the portal has “Общество с ограниченной ответственностью «Поставщик 1»” here", preview.QuerySelector("#row-2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Компании!F2", preview.QuerySelector("#row-2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2"], (await browser.Page($"{preview.QuerySelector(".tabs a[href*=Conflict]")!.GetAttribute("href")}")).QuerySelectorAll("tbody tr").Select(row => row.Id!["row-".Length..]));

        preview = await browser.Preview(File(1, row => Set(row, (4, underReview)), person => Set(person, (0, underReview))));
        Assert.Equal("Conflict", State(preview, 2));
        Assert.Contains("Компании!E2: A registration of this company is at the accreditation desk", preview.QuerySelector("#row-2")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Make them suppliers", preview.Text(), StringComparison.Ordinal);
        Assert.Equal(2, await portal.Seen(Scope.System, db => db.Suppliers.CountAsync()));
    }

    [Fact]
    public async Task What_a_killed_process_has_left_goes_on_from_where_it_stands()
    {
        await using var portal = await DeskPortal.With();
        var browser = portal.SignedIn(Head);
        var preview = await browser.Preview(File(60));
        var token = await portal.Seen(Scope.System, async db =>
        {
            var import = await db.SupplierImports.SingleAsync();
            import.Confirm(putsZerosBack: true);
            await db.SaveChangesAsync();
            return import.Token;
        });
        await portal.As(Scope.System, async services =>
        {
            await services.GetRequiredService<ImportSuppliers>().GoOn(token, portal.Now(), () => false);
            return true;
        });
        Assert.Equal(25, await portal.Seen(Scope.System, db => db.Suppliers.CountAsync()));
        Assert.Contains("25 of 60", (await browser.Page($"/suppliers/import/{token}")).Text(), StringComparison.Ordinal);

        await portal.FinishImports();

        Assert.Contains("60 suppliers made", (await browser.Page($"/suppliers/import/{token}")).Text(), StringComparison.Ordinal);
        Assert.NotNull(preview);
    }

    /// <summary>Every bad row lacks its check digit; corrected, the same sheet brings in these alone.</summary>
    private static async Task Corrected(int rows, int bad)
    {
        await using var portal = await DeskPortal.With();
        var browser = portal.SignedIn(Head);
        browser.Timeout = TimeSpan.FromMinutes(5);
        var (companies, people) = (Enumerable.Range(1, rows).Select(Company).ToList(), Enumerable.Range(1, rows).Select(Person).ToList());
        var step = rows / bad;
        for (var i = 0; i < rows; i += step)
        {
            companies[i][4] = people[i][0] = InnOf(i + 1)[..^1] + (InnOf(i + 1)[^1] == '0' ? '1' : '0');
        }

        var preview = await browser.Preview(SpreadsheetWriter.Write(Companies(companies), People(people)));
        Assert.Contains($"{rows - bad} new companies", preview.Text(), StringComparison.Ordinal);
        var faults = await browser.Page($"{preview.QuerySelector(".tabs a[href*=Faulty]")!.GetAttribute("href")}");
        Assert.Equal(bad, faults.QuerySelectorAll("tbody tr").Length);
        Assert.All(Enumerable.Range(0, bad), i => Assert.Contains($"Компании!E{(i * step) + 2}:", faults.QuerySelector($"#row-{(i * step) + 2}")!.TextContent, StringComparison.Ordinal));
        Assert.Contains($"{rows - bad} suppliers made", (await portal.Make(browser, preview)).Text(), StringComparison.Ordinal);

        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        preview = await browser.Preview(File(rows));
        Assert.Contains($"{bad} new companies", preview.Text(), StringComparison.Ordinal);
        Assert.Contains($"{rows - bad} are suppliers already", preview.Text(), StringComparison.Ordinal);
        Assert.Contains($"{bad} suppliers made", (await portal.Make(browser, preview)).Text(), StringComparison.Ordinal);
        Assert.Equal(rows, await portal.Seen(Scope.System, db => db.Suppliers.CountAsync()));
        Assert.Equal(rows, await portal.Seen(Scope.System, db => db.Memberships.CountAsync()));
    }

    private static string State(IDocument preview, int row) => preview.QuerySelector($"#row-{row} .st")!.TextContent.Trim();

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

    internal static byte[] File(int count, Action<string[]>? company = null, Action<string[]>? person = null)
    {
        var (companies, people) = (Enumerable.Range(1, count).Select(Company).ToList(), Enumerable.Range(1, count).Select(Person).ToList());
        company?.Invoke(companies[0]);
        person?.Invoke(people[0]);
        return SpreadsheetWriter.Write(Companies(companies), People(people));
    }

    private static string InnOf(int i) => Inn.WithCheckDigits($"{770000000 + i}");

    private static string[] Company(int i) =>
        ["Россия", $"Общество с ограниченной ответственностью «Поставщик {i}»", $"ООО «Поставщик {i}»", "ООО", InnOf(i), "770701001", "", "", "", "", "66", "12.04", ""];

    private static string[] Person(int i) =>
        [InnOf(i), $"Петров Пётр {i}", "Директор", "+7 343 226-41-80", $"person{i}@supplier{i}.example", "да", "да", "", "", ""];

    private static void Set(string[] row, params (int Column, string Value)[] cells) => Array.ForEach(cells, cell => row[cell.Column] = cell.Value);

    private static WrittenSheet Companies(IEnumerable<string[]> rows) => Sheet(ImportColumns.CompaniesRu, ImportColumns.Companies, rows);

    private static WrittenSheet People(IEnumerable<string[]> rows) => Sheet(ImportColumns.PeopleRu, ImportColumns.People, rows);

    private static WrittenSheet Sheet(string name, IReadOnlyList<ImportColumn> columns, IEnumerable<string[]> rows) =>
        new(name, [.. columns.Select(column => new SheetColumn(column.Ru))], rows.Select(row => row.Select(WrittenCell.Text).ToArray()));
}

internal static class Importing
{
    /// <summary>Confirms what is in the file, and lets the portal go on with what takes longer than a page may.</summary>
    public static async Task<IDocument> Make(this Portal portal, HttpClient browser, IDocument preview, params (string Name, string Value)[] typed)
    {
        var answer = await browser.Press(preview, "Make them suppliers", typed);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{answer.StatusCode} {(await answer.Parsed()).Text()}");
        await portal.FinishImports();
        return await browser.Page(answer.Headers.Location!.ToString());
    }

    public static Task<bool> FinishImports(this Portal portal) => portal.As(Scope.System, async services =>
    {
        await services.GetRequiredService<FinishImports>().DoWhatIsDue(portal.Now(), default);
        return true;
    });

    public static async Task<HttpResponseMessage> Upload(this HttpClient browser, byte[] file, string name = "suppliers.xlsx")
    {
        var page = await browser.Page("/suppliers/import");
        var (action, fields) = page.Form("Show what is in it");
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "File", name);
        return await browser.PostAsync(action, form);
    }

    public static async Task<IDocument> Preview(this HttpClient browser, byte[] file)
    {
        var answer = await browser.Upload(file);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{answer.StatusCode} {(await answer.Parsed()).Text()}");
        return await browser.Page(answer.Headers.Location!.ToString());
    }
}
