using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Features.Common;

namespace SrmPortal.Web.Features.Support;

/// <summary>The filters of the list, as they stand in the address.</summary>
public sealed class CasesFilter
{
    /// <summary>Number of the case; number, name or tax number of the company.</summary>
    public string? Text { get; init; }

    /// <summary>What was done or refused, instead of what is open.</summary>
    public bool Closed { get; init; }

    public int Page { get; init; } = 1;

    public int PageNo => PagerTagHelper.PageOf(Page, CasesPage.Size);
}

/// <summary>Cases of lost masters: open ones, the longest waiting on top, or those that are closed.</summary>
/// <param name="Filter">As asked.</param>
/// <param name="Rows">Of this page.</param>
/// <param name="Count">Counted up to one more than the pager names.</param>
/// <param name="Mine">How many of the open ones the reader can take further now.</param>
/// <param name="Now">In UTC.</param>
public sealed record CasesPage(CasesFilter Filter, IReadOnlyList<CasesPage.Row> Rows, int Count, int Mine, DateTime Now)
{
    public const int Size = 25;

    private static readonly LostMasterState[] Open = [LostMasterState.New, LostMasterState.Checked, LostMasterState.Approved];

    public static async Task<CasesPage> Read(PortalDbContext db, Scope scope, CasesFilter filter, DateTime now)
    {
        var me = scope.PersonId;
        var cases = db.LostMasterCases.AsNoTracking().Where(c => Open.Contains(c.State) != filter.Closed);
        var rows = cases.Join(db.Suppliers.AsNoTracking(), one => one.SupplierId, supplier => supplier.Id, (one, supplier) => new { Case = one, Supplier = supplier });
        if (Search.Folded(filter.Text ?? "") is { Length: > 0 } text)
        {
            var (pattern, number) = (Search.Pattern(text), string.Concat(text.Where(char.IsAsciiDigit)));
            rows = rows.Where(row => EF.Functions.Like(row.Supplier.SearchText, pattern, "\\") || row.Case.Number == number);
        }

        var ordered = filter.Closed ? rows.OrderByDescending(row => row.Case.ClosedAt).ThenByDescending(row => row.Case.Id) : rows.OrderBy(row => row.Case.OpenedAt).ThenBy(row => row.Case.Id);
        var shown = await ordered.Skip((filter.PageNo - 1) * Size).Take(Size)
            .Join(db.Accounts.AsNoTracking(), row => row.Case.OpenedById, account => account.Id, (row, account) => new { row.Case, row.Supplier.Number, row.Supplier.Name, account.FullName }).ToListAsync();
        return new CasesPage(
            filter,
            [.. shown.Select(row => new Row(row.Case, row.Number, row.Name, UserAccount.ShortNameOf(row.FullName)))],
            await rows.Take(PagerTagHelper.Most + 1).CountAsync(),
            await db.LostMasterCases.CountAsync(c => c.State == LostMasterState.New || c.State == LostMasterState.Approved || (c.State == LostMasterState.Checked && c.OpenedById != me && c.CheckedById != me)),
            now);
    }

    /// <param name="Case">The case.</param>
    /// <param name="Number">Of the supplier.</param>
    /// <param name="Company">Its name.</param>
    /// <param name="OpenedBy">Surname and initials.</param>
    public sealed record Row(LostMasterCase Case, string Number, string Company, string OpenedBy);
}
