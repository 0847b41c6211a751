using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Suppliers.Identifiers;
using SrmPortal.Web.Features.Suppliers;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using SrmPortal.Web.Tests.Accreditation;

namespace SrmPortal.Web.Tests.Suppliers;

/// <summary>The sheets that a pilot begins with: companies that are well filled in, of which a test spoils what it is about.</summary>
internal static class ImportSheets
{
    public static byte[] File(int count, Action<string[]>? company = null, Action<string[]>? person = null)
    {
        var (companies, people) = (Enumerable.Range(1, count).Select(Company).ToList(), Enumerable.Range(1, count).Select(Person).ToList());
        company?.Invoke(companies[0]);
        person?.Invoke(people[0]);
        return SpreadsheetWriter.Write(Companies(companies), People(people));
    }

    public static string InnOf(int i) => Inn.WithCheckDigits($"{770000000 + i}");

    public static string[] Company(int i) =>
        ["Россия", $"Общество с ограниченной ответственностью «Поставщик {i}»", $"ООО «Поставщик {i}»", "ООО", InnOf(i), "770701001", "", "", "", "", "66", "12.04", ""];

    public static string[] Person(int i) =>
        [InnOf(i), $"Петров Пётр {i}", "Директор", "+7 343 226-41-80", $"person{i}@supplier{i}.example", "да", "да", "", "", ""];

    public static void Set(string[] row, params (int Column, string Value)[] cells) => Array.ForEach(cells, cell => row[cell.Column] = cell.Value);

    public static WrittenSheet Companies(IEnumerable<string[]> rows) => Sheet(ImportColumns.CompaniesRu, ImportColumns.Companies, rows);

    public static WrittenSheet People(IEnumerable<string[]> rows) => Sheet(ImportColumns.PeopleRu, ImportColumns.People, rows);

    public static WrittenSheet Sheet(string name, IReadOnlyList<ImportColumn> columns, IEnumerable<string[]> rows) =>
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
