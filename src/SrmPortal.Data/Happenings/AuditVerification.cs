using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Offers;

namespace SrmPortal.Data.Happenings;

/// <summary>Something in the history that is not as it was sealed.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="BatchNo">In which batch; null where it is in none.</param>
/// <param name="RecordId">Which record; null for a whole batch.</param>
public sealed record AuditFault(AuditFaultKind Kind, long? BatchNo, long? RecordId);

public enum AuditFaultKind
{
    /// <summary>The record says something else than when it was sealed.</summary>
    Altered,

    /// <summary>The record is gone.</summary>
    Removed,

    /// <summary>The record was put in after what is around it was sealed.</summary>
    Inserted,

    /// <summary>The records of the batch, or their order, are not those that were sealed.</summary>
    Reordered,

    /// <summary>The batch does not follow the one before it: one is gone, or was exchanged.</summary>
    ChainBroken,

    /// <summary>The batch was not signed by the portal.</summary>
    NotSigned,

    /// <summary>A receipt or a protocol names a state of the history that is not there any more.</summary>
    WitnessContradicts,

    /// <summary>What was kept apart of the record as personal data is something else; that it was erased is no fault.</summary>
    PersonalAltered,

    /// <summary>Records are gone under the pretext that they had been kept long enough; nobody of the portal has signed that, or it was too early.</summary>
    CutForged,
}

/// <summary>What a verification has looked at, and what it has found.</summary>
/// <param name="Batches">How many.</param>
/// <param name="Records">How many of them are sealed.</param>
/// <param name="Head">Of the latest batch.</param>
/// <param name="Faults">In the order of the batches.</param>
public sealed record AuditFindings(long Batches, long Records, string Head, IReadOnlyList<AuditFault> Faults);

/// <summary>Goes through the history from its beginning, and finds each record that was altered, removed, reordered or inserted.</summary>
public sealed class AuditVerification(PortalDbContext db, ReceiptKeys keys)
{
    private readonly List<AuditFault> _faults = [];

    /// <param name="witnesses">Heads that somebody has noted elsewhere: each must be there.</param>
    /// <param name="stopping">Ends it early.</param>
    public async Task<AuditFindings> Run(IReadOnlyCollection<string> witnesses, CancellationToken stopping = default)
    {
        _faults.Clear();
        var cut = await Cut(stopping);
        var (no, head, records, final) = (0L, AuditBatch.Beginning, 0L, 0L);
        while (await db.AuditBatches.AsNoTracking().Where(b => b.No > no).OrderBy(b => b.No).FirstOrDefaultAsync(stopping) is { } batch)
        {
            if (batch.No != no + 1 || batch.PreviousHead != head)
            {
                _faults.Add(new(AuditFaultKind.ChainBroken, batch.No, null));
            }

            records += batch.No > cut ? await Check(batch, stopping) : 0;
            (no, head, final) = (batch.No, batch.Head, batch.FinalUpTo);
        }

        var inserted = await db.Audit.Where(a => a.Id <= final && !db.AuditSeals.Any(s => s.RecordId == a.Id)).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(stopping);
        _faults.AddRange(inserted.Select(id => new AuditFault(AuditFaultKind.Inserted, null, id)));
        await Ask(witnesses, stopping);
        return new AuditFindings(no, records, no == 0 ? OfferVersion.NoAuditHead : head, [.. _faults]);
    }

    /// <summary>Up to which batch the records were rightly destroyed.</summary>
    private async Task<long> Cut(CancellationToken stopping)
    {
        var cut = await LatestCut(stopping);
        if (cut is null || await IsRight(cut, stopping))
        {
            return cut?.LastBatchNo ?? 0;
        }

        _faults.Add(new(AuditFaultKind.CutForged, cut.LastBatchNo, null));
        return 0;
    }

    private Task<AuditCut?> LatestCut(CancellationToken stopping) => db.AuditCuts.AsNoTracking().OrderByDescending(c => c.LastBatchNo).FirstOrDefaultAsync(stopping);

    private async Task<bool> IsRight(AuditCut cut, CancellationToken stopping) => cut.IsOfAge && keys.IsSigned(cut.Text, cut.Signature, cut.KeyId)
        && await db.AuditBatches.AnyAsync(b => b.No == cut.LastBatchNo && b.Head == cut.LastHead && b.SealedAt == cut.SealedUpTo, stopping);

    /// <summary>A verification takes long, and the oldest records may be destroyed while it goes on.</summary>
    private async Task<bool> WasCutMeanwhile(AuditBatch batch, CancellationToken stopping) =>
        await LatestCut(stopping) is { } cut && cut.LastBatchNo >= batch.No && await IsRight(cut, stopping);

    private async Task<int> Check(AuditBatch batch, CancellationToken stopping)
    {
        var rows = await db.AuditSeals.AsNoTracking().Where(s => s.BatchNo == batch.No)
            .LeftJoin(db.Audit.AsNoTracking(), s => s.RecordId, a => a.Id, (s, a) => new { Seal = s, Record = a }).ToListAsync(stopping);
        if (rows.Count == 0 && await WasCutMeanwhile(batch, stopping))
        {
            return 0;
        }

        rows.Sort((one, other) => one.Seal.Place.CompareTo(other.Seal.Place));
        foreach (var row in rows)
        {
            if (row.Record is null)
            {
                _faults.Add(new(AuditFaultKind.Removed, batch.No, row.Seal.RecordId));
            }
            else if (!AuditBatch.HashOf(row.Record).AsSpan().SequenceEqual(row.Seal.Hash))
            {
                _faults.Add(new(AuditFaultKind.Altered, batch.No, row.Seal.RecordId));
            }
        }

        var text = batch.Text(AuditBatch.RootOf(rows.Select(row => (row.Seal.RecordId, row.Seal.Hash))));
        if (batch.Count != rows.Count || AuditBatch.HeadOf(text) != batch.Head)
        {
            _faults.Add(new(AuditFaultKind.Reordered, batch.No, null));
        }
        else if (!keys.IsSigned(text, batch.Signature, batch.KeyId))
        {
            _faults.Add(new(AuditFaultKind.NotSigned, batch.No, null));
        }

        await CheckPersonal(batch, rows.Select(row => row.Record).OfType<AuditRecord>().Where(record => record.PersonalDigests is not null).ToDictionary(record => record.Id), stopping);
        return rows.Count;
    }

    // What was erased is gone with its salt, and says nothing; what is there must be what the record knows.
    private async Task CheckPersonal(AuditBatch batch, Dictionary<long, AuditRecord> records, CancellationToken stopping)
    {
        var personal = db.AuditPersonal.AsNoTracking().Where(p => db.AuditSeals.Any(s => s.BatchNo == batch.No && s.RecordId == EF.Property<long>(p, "RecordId")))
            .Select(p => new { RecordId = EF.Property<long>(p, "RecordId"), p.Salt, p.Content });
        foreach (var one in await personal.ToListAsync(stopping))
        {
            if (!records.TryGetValue(one.RecordId, out var record) || !record.PersonalDigests!.Split(' ').Contains(WhatHappened.Digest(one.Salt, one.Content)))
            {
                _faults.Add(new(AuditFaultKind.PersonalAltered, batch.No, one.RecordId));
            }
        }
    }

    private async Task Ask(IReadOnlyCollection<string> witnesses, CancellationToken stopping)
    {
        var held = await db.OfferVersions.AsNoTracking().Where(v => v.AuditHead != OfferVersion.NoAuditHead && !db.AuditBatches.Any(b => b.Head == v.AuditHead)).AnyAsync(stopping)
            || await db.Protocols.AsNoTracking().Where(p => p.AuditHead != null && p.AuditHead != OfferVersion.NoAuditHead && !db.AuditBatches.Any(b => b.Head == p.AuditHead)).AnyAsync(stopping);
        var known = await db.AuditBatches.Where(b => witnesses.Contains(b.Head)).Select(b => b.Head).ToListAsync(stopping);
        if (held || witnesses.Except(known).Any())
        {
            _faults.Add(new(AuditFaultKind.WitnessContradicts, null, null));
        }
    }
}
