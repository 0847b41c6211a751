using System.Diagnostics;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Web.Features.Suppliers;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using SrmPortal.Web.Tests.Accreditation;
using static SrmPortal.Web.Tests.Suppliers.ImportSheets;

namespace SrmPortal.Web.Tests.Suppliers;

/// <summary>Large sheets, sheets that are put in again, and those that contradict what the portal knows.</summary>
public sealed class ImportAgainTests
{
    private static readonly string Head = $"staff:{DeskPortal.Head}";

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
}
