using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Keeping;

/// <summary>Destroys notices of long ago with the mails that were their copies, as far as nothing of them waits any more.</summary>
public sealed class ForgetNotices(PortalDbContext db) : IDeed
{
    private const int Batch = 1000;

    /// <returns>How many entries of people's lists.</returns>
    public async Task<int> Forget(DateTime before, CancellationToken stopping)
    {
        var gone = await Each(db.Notifications.Where(n => n.PutAt < before).Select(n => n.Id), upTo => db.Notifications.Where(n => n.PutAt < before && n.Id <= upTo).ExecuteDeleteAsync(stopping), stopping);
        var mails = db.MailDeliveries.Where(d => d.State != DeliveryState.Queued && d.SettledAt < before && !db.Notifications.Any(n => n.DeliveryId == d.Id));
        var bounces = db.Bounces.Where(b => mails.Any(d => d.Id == b.DeliveryId));
        await Each(bounces.Select(b => b.Id), upTo => bounces.Where(b => b.Id <= upTo).ExecuteDeleteAsync(stopping), stopping);
        await Each(mails.Select(d => d.Id), upTo => mails.Where(d => d.Id <= upTo).ExecuteDeleteAsync(stopping), stopping);
        var told = db.Outbox.Where(m => m.State == OutboxState.FannedOut && m.WrittenAt < before && !db.MailDeliveries.Any(d => d.OutboxId == m.Id));
        await Each(told.Select(m => m.Id), upTo => told.Where(m => m.Id <= upTo).ExecuteDeleteAsync(stopping), stopping);
        return gone;
    }

    // In pieces, so that nobody else waits long for the writer's turn.
    private async Task<int> Each(IQueryable<long> ids, Func<long, Task<int>> delete, CancellationToken stopping)
    {
        var gone = 0;
        while (await ids.OrderBy(id => id).Take(Batch).ToListAsync(stopping) is { Count: > 0 } piece)
        {
            gone += await db.InTransaction(() => delete(piece[^1]));
        }

        return gone;
    }
}
