using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Sealing;

namespace SrmPortal.Data.Happenings;

/// <summary>Destroys the records of batches that have been kept long enough, and signs that it was so. The last batch always stays.</summary>
public sealed class AuditShortening(PortalDbContext db, ReceiptKeys keys)
{
    private const int BatchesAtOnce = 2000;

    /// <param name="before">What was sealed earlier goes.</param>
    /// <param name="now">In UTC.</param>
    /// <returns>How many records.</returns>
    public async Task<int> Run(DateTime before, DateTime now)
    {
        var (done, at) = (0, new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc));
        while (await db.InTransaction(() => CutNext(before, at)) is { } records)
        {
            done += records;
        }

        return done;
    }

    private async Task<int?> CutNext(DateTime before, DateTime at)
    {
        var from = await db.AuditCuts.MaxAsync(c => (long?)c.LastBatchNo) ?? 0;
        var last = await db.AuditBatches.AsNoTracking().Where(b => b.No > from && b.No <= from + BatchesAtOnce && b.SealedAt < before && db.AuditBatches.Any(later => later.No > b.No))
            .OrderByDescending(b => b.No).FirstOrDefaultAsync();
        if (last is null)
        {
            return null;
        }

        var gone = db.AuditSeals.Where(s => s.BatchNo <= last.No);
        await db.AuditPersonal.Where(p => gone.Any(s => s.RecordId == EF.Property<long>(p, "RecordId"))).ExecuteDeleteAsync();
        var records = await db.Audit.Where(a => gone.Any(s => s.RecordId == a.Id)).ExecuteDeleteAsync();
        await gone.ExecuteDeleteAsync();
        db.Add(new AuditCut
        {
            At = at,
            LastBatchNo = last.No,
            LastHead = last.Head,
            SealedUpTo = last.SealedAt,
            Records = records,
            Signature = keys.Sign(AuditCut.TextOf(at, last.No, last.Head, last.SealedAt, records, keys.KeyId)),
            KeyId = keys.KeyId,
        });
        return records;
    }
}
