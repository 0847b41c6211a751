using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Keeping;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Keeping;

/// <summary>Destroys events that came to their end long ago, with rounds, offers, receipts, protocols and documents. Each goes as a whole or not at all.</summary>
public sealed class ForgetEvents(PortalDbContext db, HangingRows rows, IFileStore store) : IDeed
{
    /// <param name="before">What came to its end earlier goes.</param>
    /// <param name="stopping">Ends it after the event that is being destroyed.</param>
    /// <returns>How many.</returns>
    public async Task<int> Forget(DateTime before, CancellationToken stopping)
    {
        var ids = await Over(before).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(stopping);
        foreach (var id in ids)
        {
            Array.ForEach(await db.InTransaction(() => Remove(id)), store.Delete);
            stopping.ThrowIfCancellationRequested();
        }

        return ids.Count;
    }

    private IQueryable<SourcingEvent> Over(DateTime before) => db.Events.Where(e => db.Rounds.Any(r => r.Event == e) && !db.Rounds.Any(r => r.Event == e
        && (!RoundStates.Final.Contains(r.State) || r.Deadline >= before || r.DecidedAt >= before || r.CancelledAt >= before)));

    /// <summary>One event with all that hangs on it, in the transaction of the caller and in the system's scope.</summary>
    /// <returns>Where the bytes of its files lie, to be deleted when the transaction has ended.</returns>
    internal async Task<string[]> Remove(long id)
    {
        // The latest round first: its offers may stand from those of the one before.
        foreach (var round in await db.Rounds.Where(r => r.Event.Id == id).OrderByDescending(r => r.No).Select(r => r.Id).ToListAsync())
        {
            await rows.Delete<Round>(round);
        }

        var files = db.Files.Where(f => f.EventId == id);
        var names = await files.Select(f => f.StoreName).ToArrayAsync();
        await files.ExecuteDeleteAsync();
        await rows.Delete<SourcingEvent>(id);
        return names;
    }
}
