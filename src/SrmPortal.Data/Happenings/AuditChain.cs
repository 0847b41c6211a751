using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Sealing;

namespace SrmPortal.Data.Happenings;

/// <summary>Seals what has happened, batch by batch.</summary>
public sealed class AuditChain(PortalDbContext db, ReceiptKeys keys)
{
    /// <summary>A transaction that began so long ago has ended: keys given then are all written, or never will be.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    private const int MostAtOnce = 1000;

    /// <summary>The state of the whole history, as others may hold it: of the latest batch.</summary>
    public async Task<string> Head() => await db.AuditBatches.IgnoreQueryFilters([Walls.House]).OrderByDescending(b => b.No).Select(b => b.Head).FirstOrDefaultAsync() ?? Domain.Offers.OfferVersion.NoAuditHead;

    /// <summary>Seals what is new. Of two instances at once the second finds the number taken, and begins anew.</summary>
    /// <returns>How many records.</returns>
    public async Task<int> Seal(DateTime now, CancellationToken stopping = default)
    {
        var done = 0;
        while (await Waiting(await Final()).AnyAsync(stopping))
        {
            using var span = Traces.Source.StartActivity("seal records");
            var count = await db.InTransaction(() => SealNext(now));
            span?.SetTag("srm.records", count);
            done += count;
        }

        return done;
    }

    /// <summary>Since when the oldest record waits that is in no batch; null where none does.</summary>
    public async Task<DateTime?> WaitsSince() => await Waiting(await Final()).MinAsync(a => (DateTime?)a.At);

    private async Task<int> SealNext(DateTime now)
    {
        var before = await db.AuditBatches.AsNoTracking().OrderByDescending(b => b.No).FirstOrDefaultAsync();
        var records = await Waiting(before?.FinalUpTo ?? 0).OrderBy(a => a.Id).Take(MostAtOnce).ToListAsync();
        if (records.Count == 0)
        {
            return 0;
        }

        var no = (before?.No ?? 0) + 1;
        var sealedRecords = records.Select((record, place) => new SealedRecord { RecordId = record.Id, BatchNo = no, Place = place + 1, Hash = AuditBatch.HashOf(record) }).ToList();
        var final = await FinalUpTo(now, before?.FinalUpTo ?? 0);
        var (previous, root) = (before?.Head ?? AuditBatch.Beginning, AuditBatch.RootOf(sealedRecords.Select(one => (one.RecordId, one.Hash))));
        var at = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        var text = AuditBatch.TextOf(no, at, records.Count, final, previous, root, keys.KeyId);
        db.Add(new AuditBatch
        {
            No = no,
            SealedAt = at,
            Count = records.Count,
            FinalUpTo = final,
            PreviousHead = previous,
            Head = AuditBatch.HeadOf(text),
            Signature = keys.Sign(text),
            KeyId = keys.KeyId,
        });
        db.AddRange(sealedRecords);
        return records.Count;
    }

    private async Task<long> Final() => await db.AuditBatches.MaxAsync(b => (long?)b.FinalUpTo) ?? 0;

    private IQueryable<AuditRecord> Waiting(long finalUpTo) => db.Audit.AsNoTracking().Where(a => a.Id > finalUpTo && !db.AuditSeals.Any(s => s.RecordId == a.Id));

    /// <summary>The last key of what was sealed long enough ago.</summary>
    private async Task<long> FinalUpTo(DateTime now, long former)
    {
        var before = now - Settled;
        var last = await db.AuditSeals.Where(s => s.RecordId > former && db.AuditBatches.Any(b => b.No == s.BatchNo && b.SealedAt < before)).MaxAsync(s => (long?)s.RecordId);
        return last ?? former;
    }
}
