using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Features.Common;

namespace SrmPortal.Web.Features.Changes;

/// <summary>The filters of the queue, as they stand in the address.</summary>
public sealed class ChangesFilter
{
    public DataKind? Kind { get; init; }

    /// <summary>Number or name of a company.</summary>
    public string? Text { get; init; }

    /// <summary>What was decided or withdrawn, instead of what waits.</summary>
    public bool Done { get; init; }

    public int Page { get; init; } = 1;

    public int PageNo => PagerTagHelper.PageOf(Page, ChangesDeskPage.Size);
}

/// <summary>Changes that wait for a reviewer, or did.</summary>
/// <param name="Filter">As asked.</param>
/// <param name="Rows">Of this page.</param>
/// <param name="Count">Counted up to one more than the pager names.</param>
/// <param name="Calendar">By which it is counted until when each is to be decided.</param>
/// <param name="Now">In UTC.</param>
public sealed record ChangesDeskPage(ChangesFilter Filter, IReadOnlyList<ChangesDeskPage.Row> Rows, int Count, WorkingDays Calendar, DateTime Now)
{
    public const int Size = 25;

    public static async Task<ChangesDeskPage> Read(PortalDbContext db, Scope scope, ChangesFilter filter, DateTime now)
    {
        var changes = db.ChangeRequests.AsNoTracking();
        changes = filter.Done ? changes.Where(c => c.State != ChangeState.Pending && c.State != ChangeState.SecondReview)
            : changes.Where(c => c.State == ChangeState.Pending || c.State == ChangeState.SecondReview);
        var rows = changes.Join(db.Suppliers.AsNoTracking(), change => change.SupplierId, supplier => supplier.Id, (change, supplier) => new { Change = change, Supplier = supplier });
        if (filter.Kind is { } kind)
        {
            rows = rows.Where(row => row.Change.Kind == kind);
        }

        if (Search.Folded(filter.Text ?? "") is { Length: > 0 } text)
        {
            var pattern = Search.Pattern(text);
            rows = rows.Where(row => EF.Functions.Like(row.Supplier.SearchText, pattern, "\\"));
        }

        var ordered = filter.Done ? rows.OrderByDescending(row => row.Change.AskedAt).ThenByDescending(row => row.Change.Id) : rows.OrderBy(row => row.Change.AskedAt).ThenBy(row => row.Change.Id);
        var me = scope.PersonId;
        var shown = await ordered.Skip((filter.PageNo - 1) * Size).Take(Size)
            .Select(row => new Row(row.Change.Code, row.Change.Kind, row.Change.State, row.Supplier.Number, row.Supplier.Name, row.Change.AskedAt, row.Change.DecidedAt, row.Change.FirstById == me)).ToListAsync();
        return new ChangesDeskPage(filter, shown, await rows.Take(PagerTagHelper.Most + 1).CountAsync(), await db.WorkingDays(), now);
    }

    public DateTime DueOf(Row row) => ChangeRequest.DueOf(row.AskedAt, Calendar);

    /// <param name="Code">Of the request.</param>
    /// <param name="Kind">What is to change.</param>
    /// <param name="State">Where it is.</param>
    /// <param name="Number">Of the supplier.</param>
    /// <param name="Company">Its name.</param>
    /// <param name="AskedAt">In UTC.</param>
    /// <param name="DecidedAt">In UTC; null: not yet.</param>
    /// <param name="IsMineAlready">The reader has agreed to it, and somebody else has to.</param>
    public sealed record Row(string Code, DataKind Kind, ChangeState State, string Number, string Company, DateTime AskedAt, DateTime? DecidedAt, bool IsMineAlready);
}
