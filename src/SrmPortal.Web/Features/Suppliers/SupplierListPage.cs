using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Common;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>The filters of the list, as they stand in the address.</summary>
public sealed class SupplierFilter
{
    public string? Text { get; init; }

    public SupplierState? State { get; init; }

    public int Page { get; init; } = 1;

    public int PageNo => PagerTagHelper.PageOf(Page, SupplierListPage.Size);
}

/// <summary>Suppliers for staff: by name, searched, by state.</summary>
public sealed class SupplierListPage
{
    public const int Size = 25;

    public required SupplierFilter Filter { get; init; }

    public required IReadOnlyList<Row> Rows { get; init; }

    public required int Count { get; init; }

    public static async Task<SupplierListPage> Read(PortalDbContext db, SupplierFilter filter, DateTime now)
    {
        var suppliers = InState(db.Suppliers.AsNoTracking(), filter.State, now);
        if (Search.Folded(filter.Text ?? "") is { Length: > 0 } text)
        {
            // С-3094-7716 is the number S30947716.
            var number = string.Concat(text.Where(char.IsAsciiDigit));
            var (pattern, exact) = (Search.Pattern(text), number.Length == 8 && !text.Contains('*', StringComparison.Ordinal) ? "S" + number : "");
            suppliers = suppliers.Where(s => EF.Functions.Like(s.SearchText, pattern, "\\") || s.Number == exact);
        }

        return new SupplierListPage
        {
            Filter = filter,
            Count = await suppliers.Take(PagerTagHelper.Most + 1).CountAsync(),
            Rows = await suppliers.OrderBy(s => s.Name).ThenBy(s => s.Id).Skip((filter.PageNo - 1) * Size).Take(Size)
                .Select(s => new Row(s.Number, s.Name, s.Country, s.TaxKey, Supplier.StateAt(s.State, s.SuspendedUntil, s.AccreditedUntil, now), s.AccreditedUntil, s.Categories.Count)).ToListAsync(),
        };
    }

    public sealed record Row(string Number, string Name, string Country, string TaxNumber, SupplierState State, DateTime AccreditedUntil, int Categories);

    // The same as Supplier.StateAt, which asks one supplier.
    private static IQueryable<Supplier> InState(IQueryable<Supplier> suppliers, SupplierState? state, DateTime now) => state switch
    {
        SupplierState.Suspended => suppliers.Where(s => s.State == SupplierState.Suspended && (s.SuspendedUntil == null || s.SuspendedUntil > now)),
        SupplierState.Expired => suppliers.Where(s => (s.State != SupplierState.Suspended || s.SuspendedUntil <= now) && s.AccreditedUntil <= now),
        SupplierState.Accredited => suppliers.Where(s => (s.State != SupplierState.Suspended || s.SuspendedUntil <= now) && s.AccreditedUntil > now),
        _ => suppliers,
    };
}
