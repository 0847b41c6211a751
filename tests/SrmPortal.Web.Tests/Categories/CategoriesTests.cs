using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Categories;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using SrmPortal.Web.Tests.Reference;
using SrmPortal.Web.Tests.Registration;
using static SrmPortal.Web.Tests.Registration.WrongInput;

namespace SrmPortal.Web.Tests.Categories;

/// <summary>The administrator keeps the classifier: node by node, or by a sheet. Nothing that is used is lost.</summary>
public sealed class CategoriesTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    private const string List = "/administration/categories";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_category_is_added_renamed_withdrawn_and_brought_back(string database)
    {
        await using var portal = await Applicants.Portal(database);
        var administrator = await portal.Administrator();

        var page = await administrator.PressAndFollow(await administrator.Page($"{List}/new?under=t12"), "Add the category", ("Code", "t12.05"), ("Name", "Трубы сварные"), ("NameEn", "Welded pipes"), ("NeedsCommission", "true"));
        Assert.Contains("Welded pipes", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        page = await administrator.PressAndFollow(page, "Save", ("Name", "Трубы электросварные"), ("NeedsCommission", "false"));
        var added = await portal.Seen(Scope.System, db => db.Categories.SingleAsync(c => c.Code == "t12.05"));
        Assert.Equal(("/t12/t12.05/", "Трубы электросварные", "Welded pipes", false), (added.Path, added.Name, added.NameEn, added.NeedsCommission));

        page = await administrator.PressAndFollow(await administrator.Page($"{List}/t12"), "Withdraw it");
        Assert.Contains("3 categories are withdrawn", page.Text(), StringComparison.Ordinal);
        Assert.Contains("bring that back first", (await administrator.Page($"{List}/t12.05")).Text(), StringComparison.Ordinal);
        await administrator.PressAndFollow(page, "Bring it back");
        await administrator.PressAndFollow(await administrator.Page($"{List}/t12.05"), "Bring it back");

        Assert.Equal(["t12.04"], await portal.Seen(Scope.System, db => db.Categories.Where(c => c.IsRetired).Select(c => c.Code).ToListAsync()));
        var recorded = await portal.Seen(Scope.System, db => db.Audit.Where(a => a.Action.StartsWith("Category")).OrderBy(a => a.Id).Select(a => new { a.Action, a.Subject, a.Details }).ToListAsync());
        Assert.Equal([(nameof(CategoryAdded), "t12.05"), (nameof(CategoryChanged), "t12.05")], recorded.Take(2).Select(one => (one.Action, one.Subject)));
        Assert.Equal((3, 2), (recorded.Count(one => one.Action == nameof(CategoryWithdrawn)), recorded.Count(one => one.Action == nameof(CategoryRestored))));
        Assert.Contains("Трубы сварные / Welded pipes; commission", recorded[1].Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_withdrawn_is_not_offered_and_stays_where_it_was_chosen()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var (administrator, chooser, newcomer) = (await portal.Administrator(), portal.Applicant(), portal.Applicant());
        await AtDocuments(chooser, portal);
        var (pipes, seamless) = (await portal.CategoryKey("t12"), await portal.CategoryKey("t12.04"));
        var before = await newcomer.PressAndFollow(await newcomer.PressAndFollow(await newcomer.PressAndFollow(await newcomer.Page("/registration/country"), "Save and continue", [.. Applicants.Start, ("Email", "other@snab.example")]),
            "Save and continue", Applicants.Company), "Save and continue", Applicants.People);
        await administrator.PressAndFollow(await administrator.Page($"{List}/t12"), "Withdraw it");

        var later = await chooser.Page("/registration/products");
        Assert.True(later.QuerySelector($".tree [name=Categories][value='{seamless}']")!.HasAttribute("checked"));
        await chooser.PressAndFollow(later, "Save and continue");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await newcomer.Press(before, "Save and continue", ("Categories", seamless))).StatusCode);
        var offered = await newcomer.Page("/registration/products");
        Assert.Empty(offered.QuerySelectorAll($"[name=Categories][value='{seamless}'], [name=Categories][value='{pipes}']"));
        Assert.DoesNotContain("t12", await newcomer.GetStringAsync("/registration/products/found?q=pipes"), StringComparison.Ordinal);
        Assert.DoesNotContain(SpreadsheetReader.Read(await (await administrator.GetAsync("/suppliers/import/template.xlsx")).Content.ReadAsStreamAsync()).Single(sheet => sheet.Name == "Categories").Rows, row => row[0].Text == "t12.04");
    }

    [Theory]
    [InlineData("Code", "t12", "There is a category with the code t12")]
    [InlineData("Code", "a b", "Enter a code of up to 20")]
    [InlineData("NameEn", " ", "Enter a name of up to 200")]
    public async Task What_is_wrong_is_said_at_its_field(string field, string typed, string message)
    {
        var portal = await shared.Once(() => Applicants.Portal(Databases.Sqlite));
        var administrator = await portal.Administrator();
        List<(string, string)> fields = [("Code", "t50"), ("Name", "Имя"), ("NameEn", "Name")];
        fields.RemoveAll(one => one.Item1 == field);

        SaysAt(await Refused(administrator, await administrator.Page($"{List}/new"), "Add the category", [.. fields, (field, typed)]), field, message);
    }

    [Fact]
    public async Task Who_is_second_is_told_and_nobody_but_the_administrator_is_let_in()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var administrator = await portal.Administrator();
        var (first, second) = (await administrator.Page($"{List}/t12"), await administrator.Page($"{List}/t12"));
        await administrator.PressAndFollow(first, "Save", ("Name", "Первый"));

        await Refused(administrator, second, "Save", [("Name", "Второй")]);

        Assert.Equal("Первый", await portal.Seen(Scope.System, db => db.Categories.Where(c => c.Code == "t12").Select(c => c.Name).SingleAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("buyer").GetAsync(List)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"{List}/nowhere")).StatusCode);
        Assert.Contains("Found 1 of 3.", (await administrator.Page($"{List}?q=БЕСШОВН")).Text(), StringComparison.Ordinal);
        Assert.Contains("Pipes", (await administrator.Page($"{List}?q=seamless")).QuerySelector("tbody th")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_sheet_is_taken_over_once_and_says_nothing_new_the_second_time(string database)
    {
        await using var portal = await Applicants.Portal(database);
        var administrator = await portal.Administrator();
        var sheet = CategorySheets.File(["t12.04", "t12", "Бесшовные", "Seamless pipes", "да", ""], ["t60.1", "t60", "Тара", "Packing", "", ""], ["t60", "", "Прочее", "Other", "", ""], ["t41", "", "Автоперевозки", "Road transport", "", "да"]);

        var preview = await administrator.Look(sheet);
        Assert.Equal(["2", "1", "1", "0", "0"], preview.QuerySelectorAll(".facts dd").Select(dd => dd.TextContent.Trim()));
        Assert.Equal(3, await portal.Seen(Scope.System, db => db.Categories.CountAsync()));
        await administrator.PressAndFollow(preview, "Take it over");
        var again = await administrator.Look(sheet);

        Assert.Contains("says the same already", again.Text(), StringComparison.Ordinal);
        var tree = await portal.Seen(Scope.System, db => db.Categories.OrderBy(c => c.Path).ToListAsync());
        Assert.Equal(["/t12/", "/t12/t12.04/", "/t41/", "/t60/", "/t60/t60.1/"], tree.Select(c => c.Path));
        Assert.Equal((true, true), (tree[1].NeedsCommission, tree[2].IsRetired));
        // The empty cell says no.
        Assert.False(tree[2].NeedsCommission);
        var recorded = await portal.Seen(Scope.System, db => db.Audit.SingleAsync(a => a.Action == nameof(CategoriesImported)));
        Assert.Contains("t60.1", recorded.Details, StringComparison.Ordinal);
        Assert.Equal("tree.xlsx", recorded.Subject);
    }

    [Fact]
    public async Task With_one_error_nothing_is_taken_over_and_each_is_named_by_its_cell()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var administrator = await portal.Administrator();

        var preview = await administrator.Look(CategorySheets.File(["t60", "", "Прочее", "", "", ""], ["t61", "t99", "Тара", "Packing", "", ""], ["t62", "", "Краски", "Paints", "", ""]));

        Assert.Equal(["Категории!D2", "Категории!B3"], preview.QuerySelectorAll("[aria-labelledby=faults] tbody th").Select(cell => cell.TextContent));
        Assert.Contains("There is no category t99", preview.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(preview.QuerySelectorAll("button"), button => button.TextContent == "Take it over");
        var (action, fields) = preview.Tampered();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.PostAsync(action, new FormUrlEncodedContent(fields))).StatusCode);
        Assert.Equal(3, await portal.Seen(Scope.System, db => db.Categories.CountAsync()));
    }

    [Fact]
    public async Task What_is_no_sheet_of_categories_is_refused_at_the_field()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var administrator = await portal.Administrator();
        foreach (var (name, content, message) in new (string, byte[], string)[]
        {
            ("tree.pdf", Given.Pdf, "not an .xlsx file"),
            ("tree.xlsx", SpreadsheetWriter.Write(new WrittenSheet("Категории", [new("Имя")], [])), "no column “Code”"),
            ("tree.xlsx", CategorySheets.File(), "no category in the file"),
        })
        {
            var answer = await administrator.PressWithFiles(await administrator.Page($"{List}/import"), "Show what would change", [("File", name, content)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(message, (await answer.Parsed()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal($"{List}/import", (await administrator.GetAsync($"{List}/import/preview?token=none")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_classifier_of_3000_is_taken_over_saved_and_put_in_again_as_it_was()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var administrator = await portal.Administrator();
        string[][] rows =
        [
            .. Enumerable.Range(10, 10).SelectMany(i => Enumerable.Range(0, 12).SelectMany(j => Enumerable.Range(0, 24).Select(k => new[] { $"{i}.{j:00}.{k:00}", $"{i}.{j:00}", $"Позиция {i}.{j}.{k}", $"Item {i}.{j}.{k}", "", "" })
                .Append([$"{i}.{j:00}", $"{i}", $"Группа {i}.{j}", $"Group {i}.{j}", "", ""])).Append([$"{i}", "", $"Раздел {i}", $"Part {i}", i == 19 ? "да" : "", ""])),
        ];
        await administrator.PressAndFollow(await administrator.Look(CategorySheets.File(rows)), "Take it over");

        Assert.Equal(rows.Length + 3, await portal.Seen(Scope.System, db => db.Categories.CountAsync()));
        var saved = await administrator.GetByteArrayAsync($"{List}/tree.xlsx");
        Assert.Contains("says the same already", (await administrator.Look(saved)).Text(), StringComparison.Ordinal);
        foreach (var path in new[] { List, $"{List}?q=item", $"{List}/10", $"{List}/10.03" })
        {
            Assert.True((await administrator.GetStringAsync(path)).Length < 250_000, path);
        }

        Assert.Contains("300", (await administrator.Page(List)).QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
    }
}

internal static class Looking
{
    public static async Task<IDocument> Look(this HttpClient administrator, byte[] sheet)
    {
        var answer = await administrator.PressWithFiles(await administrator.Page("/administration/categories/import"), "Show what would change", [("File", "tree.xlsx", sheet)]);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{answer.StatusCode} {(await answer.Parsed()).Text()}");
        return await administrator.Page(answer.Headers.Location!.ToString());
    }

    /// <summary>The form of the preview, as if it had its button.</summary>
    public static (string Action, IEnumerable<KeyValuePair<string, string>> Fields) Tampered(this IDocument preview)
    {
        var form = (IHtmlFormElement)preview.QuerySelector("form[action*='import/preview']")!;
        return (form.GetAttribute("action")!, form.QuerySelectorAll<IHtmlInputElement>("input").Select(input => KeyValuePair.Create(input.Name!, input.Value)));
    }
}
