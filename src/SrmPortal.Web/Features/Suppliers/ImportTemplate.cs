using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>The empty spreadsheet to fill, in the reader's language, with the lists of codes behind.</summary>
internal static class ImportTemplate
{
    private const int RowsToFill = 500;

    public static byte[] Write(IEnumerable<Category> categories) => SpreadsheetWriter.Write(
        new WrittenSheet(Language.IsRussian ? ImportColumns.CompaniesRu : ImportColumns.CompaniesEn, [.. ImportColumns.Companies.Select(Column)], []) { RowsToFill = RowsToFill },
        new WrittenSheet(Language.IsRussian ? ImportColumns.PeopleRu : ImportColumns.PeopleEn, [.. ImportColumns.People.Select(Column)], []) { RowsToFill = RowsToFill },
        List(Language.IsRussian ? "Категории" : "Categories", categories.Select(one => (one.Code, Language.IsRussian ? one.Name : one.NameEn))),
        List(Language.IsRussian ? "Регионы" : "Regions", SupplyRegions.OfRussia.Concat(SupplyRegions.OtherCountries).Select(one => (one.Code, one.Name))));

    private static SheetColumn Column(ImportColumn column) => new(column.Head, column.Width)
    {
        Choices = column.Field switch
        {
            nameof(CompanyDetails.LegalForm) => ImportColumns.FormChoices,
            ImportColumns.Contact or ImportColumns.Master or ImportColumns.Signatory => ImportColumns.YesNo,
            _ => [],
        },
    };

    private static WrittenSheet List(string name, IEnumerable<(string Code, string Name)> rows) => new(name,
        [new SheetColumn(Language.IsRussian ? "Код" : "Code", 14), new SheetColumn(Language.IsRussian ? "Название" : "Name", 60)],
        rows.Select(row => new[] { WrittenCell.Text(row.Code), WrittenCell.Text(row.Name) }));
}
