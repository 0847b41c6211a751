using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Keeping;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Practising;

/// <summary>Destroys practice events some days after their deadline, whatever became of them.</summary>
public sealed class ForgetPractice(PortalDbContext db, ForgetEvents events, IFileStore store) : IDeed
{
    /// <returns>How many.</returns>
    public async Task<int> Forget(DateTime now, CancellationToken stopping)
    {
        var before = now - Round.PracticeKept;
        var over = await db.Rounds.AsNoTracking().Where(r => r.Event.PracticeOfId != null && r.Deadline < before).OrderBy(r => r.Id).Select(r => new { r.Event.Id, r.Event.Number }).ToListAsync(stopping);
        foreach (var one in over)
        {
            Array.ForEach(await db.InTransaction(() =>
            {
                db.Record(new PracticeRemoved(one.Number));
                return Remove(one.Id);
            }), store.Delete);
            stopping.ThrowIfCancellationRequested();
        }

        return over.Count;
    }

    /// <summary>One, in the transaction of the caller and in the system's scope. Notices that lead to it go too.</summary>
    internal async Task<string[]> Remove(long eventId)
    {
        await db.Notifications.Where(n => db.MailDeliveries.Any(d => d.Id == n.DeliveryId && db.Rounds.Any(r => r.Id == d.RoundId && r.Event.Id == eventId))).ExecuteDeleteAsync();
        return await events.Remove(eventId);
    }
}
