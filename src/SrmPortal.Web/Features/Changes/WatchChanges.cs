using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Changes;

/// <summary>Tells the head of the desk of changes that have waited too long.</summary>
public sealed class WatchChanges(PortalDbContext db) : IRegularDeed
{
    public static TimeSpan Every => TimeSpan.FromMinutes(30);

    public Task DoWhatIsDue(DateTime now, CancellationToken stopping) => Run(now);

    /// <returns>Of how many it was told.</returns>
    public async Task<int> Run(DateTime now)
    {
        // Working days are never shorter than days.
        var before = now.AddDays(1 - ChangeRequest.NormDays);
        var ids = await db.ChangeRequests.Where(c => (c.State == ChangeState.Pending || c.State == ChangeState.SecondReview) && c.AskedAt < before && c.OverdueToldAt == null)
            .OrderBy(c => c.Id).Select(c => c.Id).ToListAsync();
        var calendar = await db.WorkingDays();
        var told = 0;
        foreach (var id in ids)
        {
            told += await db.InTransaction(async () =>
            {
                var request = await db.ChangeRequests.SingleAsync(c => c.Id == id);
                return request.WatchTime(await db.Suppliers.SingleAsync(s => s.Id == request.SupplierId), calendar, now);
            }) ? 1 : 0;
        }

        return told;
    }
}
