using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Administration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Audit;

/// <summary>Verifies the whole history once a day, on one instance, and tells its state to people who hold it elsewhere.</summary>
public sealed partial class WatchAudit(PortalDbContext db, AuditVerification verification, ILogger<WatchAudit> logger) : IRegularDeed
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(24);

    /// <summary>Whoever began and has not ended by then was killed in the middle: the next one takes over.</summary>
    private static readonly TimeSpan AtMost = TimeSpan.FromHours(1);

    public static TimeSpan Every => TimeSpan.FromMinutes(5);

    public Task DoWhatIsDue(DateTime now, CancellationToken stopping) => Run(now, stopping);

    /// <returns>What was found; null: it is not due, or another instance is at it.</returns>
    public async Task<AuditFindings?> Run(DateTime now, CancellationToken stopping = default)
    {
        var (before, killed) = (now - Between, now - AtMost);
        var isMine = await db.InTransaction(() => db.AuditWatches
            .Where(w => w.BegunAt == null || w.BegunAt <= before || (w.BegunAt <= killed && (w.CheckedAt == null || w.CheckedAt < w.BegunAt))).ExecuteUpdateAsync(set => set.SetProperty(w => w.BegunAt, now))) == 1;
        if (!isMine)
        {
            return null;
        }

        var found = await verification.Run([], stopping);
        foreach (var fault in found.Faults)
        {
            LogFault(logger, fault.Kind, fault.BatchNo, fault.RecordId);
        }

        await db.InTransaction(async () =>
        {
            await db.AuditWatches.ExecuteUpdateAsync(set => set.SetProperty(w => w.CheckedAt, now).SetProperty(w => w.Faults, found.Faults.Count));
            if (found.Batches > 0)
            {
                db.Record(new AuditChecked(found.Head, found.Faults.Count));
            }

            return true;
        });
        return found;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The history is not as it was sealed: {Kind}, batch {Batch}, record {Record}. See docs/audit.md.")]
    private static partial void LogFault(ILogger logger, AuditFaultKind kind, long? batch, long? record);
}
