using SrmPortal.Domain.Categories;
using SrmPortal.Web.Features.Suppliers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Categories;

/// <summary>The tree as a sheet: what is saved from the page can be changed and put in again.</summary>
internal static class CategorySheet
{
    public const string Above = "Above", Commission = "Commission", Withdrawn = "Withdrawn";

    public const string NameRu = "Категории", NameEn = "Categories";

    /// <summary>More than any classifier has.</summary>
    public const int MostRows = 10_000;

    public static readonly SpreadsheetLimits Limits = new(Rows: MostRows, Columns: 20, Unpacked: 64 * 1024 * 1024);

    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        new(nameof(Category.Code), "Код", "Code", 16, IsRequired: true),
        new(Above, "Входит в (код)", "Belongs to (code)", 16),
        new(nameof(Category.Name), "Название", "Name in Russian", 50, IsRequired: true),
        new(nameof(Category.NameEn), "Название по-английски", "Name in English", 50, IsRequired: true),
        new(Commission, "Нужна комиссия", "Needs the commission", 16),
        new(Withdrawn, "Выведена", "Withdrawn", 12),
    ];

    /// <param name="all">By path.</param>
    public static byte[] Write(IEnumerable<Category> all) => SpreadsheetWriter.Write(new WrittenSheet(
        Language.IsRussian ? NameRu : NameEn,
        [.. Columns.Select(column => new SheetColumn(column.Head, column.Width) { Choices = column.Field is Commission or Withdrawn ? ImportColumns.YesNo : [] })],
        all.Select(one => new[]
        {
            WrittenCell.Text(one.Code), WrittenCell.Text(one.CodesThatCover.SkipLast(1).LastOrDefault()), WrittenCell.Text(one.Name), WrittenCell.Text(one.NameEn), YesOrNo(one.NeedsCommission), YesOrNo(one.IsRetired),
        }))
    { RowsToFill = 200 });

    private static WrittenCell YesOrNo(bool yes) => WrittenCell.Text(ImportColumns.YesNo[yes ? 0 : 1]);
}
