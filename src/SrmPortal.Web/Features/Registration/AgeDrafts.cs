using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

/// <summary>Each hour: reminds of drafts that nobody touches, ends those that are idle for 30 days with all that is in them, and sweeps up bytes that nobody owns.</summary>
public sealed class AgeDrafts(PortalDbContext db, UnownedFiles files, IFileStore store) : IRegularDeed
{
    private const int Batch = 100;

    /// <summary>Before a draft has been idle for so long there is nothing to say.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(SupplierRegistration.DaysIdle - 7);

    public static TimeSpan Every => TimeSpan.FromHours(1);

    public async Task DoWhatIsDue(DateTime now, CancellationToken stopping)
    {
        await Age(now, stopping);
        await files.Delete(now);
    }

    public async Task Age(DateTime now, CancellationToken stopping)
    {
        var idleSince = now - Quiet;
        var last = 0L;
        while (!stopping.IsCancellationRequested)
        {
            var idle = await db.Registrations.Where(r => r.State == RegistrationState.Draft && r.TouchedAt <= idleSince && r.Id > last)
                .OrderBy(r => r.Id).Select(r => r.Id).Take(Batch).ToListAsync(stopping);
            foreach (var id in idle)
            {
                string[] dropped = [];
                await db.InTransaction(async () =>
                {
                    dropped = [];
                    if (await db.Registrations.SingleOrDefaultAsync(r => r.Id == id && r.State == RegistrationState.Draft, stopping) is { } draft)
                    {
                        draft.Age(now);
                        if (draft.State is RegistrationState.Expired)
                        {
                            // A renewal is kept as it was begun, with all people of the company.
                            await db.RegistrationSendings.Where(s => s.RegistrationId == id).ExecuteDeleteAsync(stopping);
                            var gone = await db.Files.Where(f => f.RegistrationId == id).ToListAsync(stopping);
                            db.RemoveRange(gone);
                            dropped = [.. gone.Select(file => file.StoreName)];
                        }
                    }

                    return id;
                });
                Array.ForEach(dropped, store.Delete);
            }

            if (idle.Count < Batch)
            {
                return;
            }

            last = idle[^1];
        }
    }
}
