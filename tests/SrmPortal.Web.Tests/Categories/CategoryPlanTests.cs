using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Categories;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Tests.Categories;

/// <summary>What a sheet would do to the classifier, and what is wrong with it, cell by cell.</summary>
public sealed class CategoryPlanTests
{
    private static readonly Category Pipes = new(null, "24", "Трубы", "Pipes"), Seamless = new(Pipes, "24.20", "Бесшовные", "Seamless"), Hot = new(Seamless, "24.20.11", "Горячие", "Hot"), Gone = Retired();

    private static readonly Category[] Tree = [Pipes, Seamless, Hot, Gone];

    [Fact]
    public void What_is_there_is_found_by_its_code_and_what_is_new_is_placed_whatever_the_order_of_the_rows()
    {
        var plan = Of(["24.30.1", "24.30", "Сварные", "Welded", "", ""], ["24.30", "24", "Сварные трубы", "Welded pipes", "да", ""], ["24", "", "Трубы и профили", "Pipes", "", ""], ["24.20", "24", "Бесшовные", "Seamless", "нет", "нет"]);

        Assert.Empty(plan.Faults);
        Assert.Equal([PlannedChange.Add, PlannedChange.Add, PlannedChange.Change, PlannedChange.Nothing], plan.Rows.Select(row => row.Change));
        Assert.Equal(["24", "24.30", "24.20", "24.30.1"], plan.InOrderOfPlaces.Select(row => row.Code));
        Assert.True(plan.Rows[1].NeedsCommission);
    }

    [Fact]
    public void Where_the_column_is_missing_the_codes_say_what_belongs_to_what()
    {
        var plan = CategoryPlan.Of(Read(SpreadsheetWriter.Write(new WrittenSheet("Sheet1", [new("Code"), new("Name in Russian"), new("Name in English")],
            new[] { new[] { "24.20.11.1", "а", "a" }, ["30.1.5", "б", "b"], ["30", "в", "c"], ["24.20", "Бесшовные", "Seamless"] }.Select(row => row.Select(WrittenCell.Text).ToArray())))), Tree);

        Assert.Empty(plan.Faults);
        Assert.Equal(["24.20.11", "30", null, "24"], plan.Rows.Select(row => row.Above));
        Assert.Equal(PlannedChange.Nothing, plan.Rows[3].Change);
    }

    [Theory]
    [InlineData(new[] { "", "", "Имя", "Name", "", "" }, "A2", CategoryRules.BadCode)]
    [InlineData(new[] { "24/20", "", "Имя", "Name", "", "" }, "A2", CategoryRules.BadCode)]
    [InlineData(new[] { "import", "", "Имя", "Name", "", "" }, "A2", CategoryRules.BadCode)]
    [InlineData(new[] { "123456789012345678901", "", "Имя", "Name", "", "" }, "A2", CategoryRules.BadCode)]
    [InlineData(new[] { "30", "", "", "Name", "", "" }, "C2", CategoryRules.NoName)]
    [InlineData(new[] { "24", "", "Трубы", "", "", "" }, "D2", CategoryRules.NoName)]
    [InlineData(new[] { "30.1", "30", "Имя", "Name", "", "" }, "B2", CategoryRules.NoAbove)]
    [InlineData(new[] { "24.20", "", "Бесшовные", "Seamless", "", "" }, "B2", CategoryRules.Moved)]
    [InlineData(new[] { "30", "", "Имя", "Name", "может быть", "" }, "E2", CategoryRules.NotYesOrNo)]
    [InlineData(new[] { "99.1", "99", "Имя", "Name", "", "" }, "F2", CategoryRules.RetiredAbove)]
    public void What_is_wrong_is_named_by_its_cell(string[] row, string cell, string code)
    {
        var fault = Assert.Single(Of(row).Faults);

        Assert.Equal(($"Категории!{cell}", code), (fault.Cell, fault.Code));
    }

    [Fact]
    public void A_code_that_stands_twice_is_named_with_the_row_where_it_stood_first()
    {
        var fault = Assert.Single(Of(["30", "", "Имя", "Name", "", ""], ["31", "", "Имя", "Name", "", ""], ["30", "", "Иное", "Other", "", ""]).Faults);

        Assert.Equal(("Категории!A4", CategoryRules.Twice, "2"), (fault.Cell, fault.Code, fault.Values.Single()));
    }

    [Fact]
    public void Nothing_belongs_to_itself_by_whatever_way()
    {
        var plan = Of(["a", "c", "Имя", "Name", "", ""], ["b", "a", "Имя", "Name", "", ""], ["c", "b", "Имя", "Name", "", ""], ["d", "c", "Имя", "Name", "", ""]);

        Assert.Equal(["Категории!B2", "Категории!B3", "Категории!B4"], plan.Faults.Select(fault => fault.Cell));
        Assert.All(plan.Faults, fault => Assert.Equal(CategoryRules.Circle, fault.Code));
    }

    [Fact]
    public void Who_withdraws_a_group_withdraws_all_below_it_and_offers_nothing_there()
    {
        var whole = Of(["24.20", "24", "Бесшовные", "Seamless", "", "да"]);
        Assert.Equal((PlannedChange.Withdraw, "24.20.11"), (whole.Rows.Single().Change, whole.Withdrawn.Single()));

        var half = Of(["24.20", "24", "Бесшовные", "Seamless", "", "да"], ["24.20.11", "24.20", "Горячие", "Hot", "", "нет"]);
        Assert.Equal(("Категории!F3", CategoryRules.RetiredAbove), (half.Faults.Single().Cell, half.Faults.Single().Code));
    }

    [Fact]
    public void Too_deep_a_place_is_refused()
    {
        string[][] rows = [.. Enumerable.Range(0, 12).Select(i => new[] { $"{new string('x', 17)}{i:00}", i == 0 ? "" : $"{new string('x', 17)}{i - 1:00}", "Имя", "Name", "", "" })];

        Assert.Equal(["Категории!A11", "Категории!A12", "Категории!A13"], Of(rows).Faults.Select(fault => fault.Cell));
    }

    private static Category Retired()
    {
        var category = new Category(null, "99", "Прочее", "Other");
        category.Retire();
        return category;
    }

    private static CategoryPlan Of(params string[][] rows) => CategoryPlan.Of(Read(CategorySheets.File(rows)), Tree);

    private static IReadOnlyList<ReadSheet> Read(byte[] file) => SpreadsheetReader.Read(new MemoryStream(file));
}

internal static class CategorySheets
{
    /// <summary>Code, above, both names, commission, withdrawn; as the portal's own Russian sheet has them.</summary>
    public static byte[] File(params IEnumerable<string[]> rows) => SpreadsheetWriter.Write(new WrittenSheet("Категории",
        [new("Код"), new("Входит в (код)"), new("Название"), new("Название по-английски"), new("Нужна комиссия"), new("Выведена")], rows.Select(row => row.Select(WrittenCell.Text).ToArray())));
}
