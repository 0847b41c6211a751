using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Data.Sealing;

/// <summary>What a person has typed into the form of an offer and not saved: as it was typed, understood or not.</summary>
/// <param name="WorkingCopyNo">The copy that the form was filled from.</param>
/// <param name="VersionNo">The latest version when it was.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Fields">The form's fields by name.</param>
public sealed record TypedOffer(int WorkingCopyNo, int VersionNo, DateTime At, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>It was sent to be saved when the session had ended: kept for <see cref="OfferVault.KeptAfterSession"/>.</summary>
    public bool AfterSession { get; init; }
}

/// <summary>Somebody has typed into the form of a round that closes soon, and saved nothing of it.</summary>
/// <param name="Id">Of what was typed.</param>
/// <param name="Round"><c>20067776/0</c>.</param>
/// <param name="RoundId">Its key.</param>
/// <param name="SupplierId">For whom.</param>
/// <param name="PersonId">Who typed.</param>
/// <param name="Deadline">Of the round, in UTC.</param>
/// <param name="RemindedFor">Of which moment the person was reminded last, in UTC.</param>
public sealed record UnsavedTyping(long Id, string Round, long RoundId, long SupplierId, long PersonId, DateTime Deadline, DateTime? RemindedFor);

/// <summary>What was typed and not saved, one for each person, sealed like everything else; it goes when the person saves or submits.</summary>
public sealed partial class OfferVault
{
    /// <summary>Time enough to sign in again.</summary>
    public static readonly TimeSpan KeptAfterSession = TimeSpan.FromMinutes(30);

    /// <summary>Who types just now needs no reminder.</summary>
    private static readonly TimeSpan LeftAlone = TimeSpan.FromMinutes(30);

    /// <summary>Replaces what the person had typed before.</summary>
    public async Task SealTyped(Round round, TypedOffer typed)
    {
        var (supplier, person) = OwnPerson();
        var bytes = Blob.Seal(await KeyOf(round), TypedLabel(round, supplier, person, typed), RandomNumberGenerator.GetBytes(32), Packed(typed.Fields));
        if (await OwnTyped(round.Id).SingleOrDefaultAsync(t => t.AfterSession == typed.AfterSession) is { } row)
        {
            (row.WorkingCopyNo, row.VersionNo, row.At, row.Bytes) = (typed.WorkingCopyNo, typed.VersionNo, typed.At, bytes);
        }
        else
        {
            db.Add(new SealedTyping
            {
                RoundId = round.Id,
                SupplierId = supplier,
                PersonId = person,
                WorkingCopyNo = typed.WorkingCopyNo,
                VersionNo = typed.VersionNo,
                At = typed.At,
                AfterSession = typed.AfterSession,
                Bytes = bytes,
            });
        }
    }

    /// <summary>What the person of this request has typed last and not saved; null where there is nothing, or nothing that opens.</summary>
    public async Task<TypedOffer?> ReadTyped(Round round, DateTime now)
    {
        var since = now - KeptAfterSession;
        if (scope.Is is not { SupplierId: { } supplier, PersonId: { } person }
            || await OwnTyped(round.Id).AsNoTracking().Where(t => !t.AfterSession || t.At > since).OrderByDescending(t => t.At).FirstOrDefaultAsync() is not { } row)
        {
            return null;
        }

        try
        {
            var typed = new TypedOffer(row.WorkingCopyNo, row.VersionNo, row.At, new Dictionary<string, string>()) { AfterSession = row.AfterSession };
            var (_, packed) = Blob.Open(await KeyOf(round), TypedLabel(round, supplier, person, typed), row.Bytes);
            return typed with { Fields = Unpacked(packed) };
        }
        catch (Exception closed) when (closed is CryptographicException or KeyNotAvailable)
        {
            return null;
        }
    }

    /// <summary>It was saved, or is not wanted.</summary>
    public Task DropTyped(long roundId) => OwnTyped(roundId).ExecuteDeleteAsync();

    /// <summary>Nobody came back for what was sent after a session had ended.</summary>
    public async Task<int> ForgetAfterSession(DateTime now)
    {
        RefuseUnlessSystem();
        var since = now - KeptAfterSession;
        return await db.Set<SealedTyping>().Where(t => t.AfterSession && t.At <= since).ExecuteDeleteAsync();
    }

    /// <summary>Who left a form of a round that closes until <paramref name="until"/>, has saved nothing of it, and is not reminded of the offer itself. What was typed stays sealed.</summary>
    public async Task<IReadOnlyList<UnsavedTyping>> UnsavedTypings(DateTime now, DateTime until)
    {
        RefuseUnlessSystem();
        var leftBefore = now - LeftAlone;
        return await (
            from t in db.Set<SealedTyping>().Where(t => !t.AfterSession && t.At < leftBefore)
            from r in db.Rounds.Where(r => r.Id == t.RoundId && r.State == RoundState.Published && r.PracticeOfId == null && r.Deadline > now && r.Deadline <= until)
            where !db.Offers.Any(o => o.Round == r && o.SupplierId == t.SupplierId
                && (o.State == OfferState.Saved || o.State == OfferState.NeedsConfirmation || o.WorkingCopyNo > o.SubmittedCopyNo))
            orderby r.Deadline, t.Id
            select new UnsavedTyping(t.Id, r.Event.Number + "/" + r.No, r.Id, t.SupplierId, t.PersonId, r.Deadline, t.RemindedFor)).ToListAsync();
    }

    /// <returns>False where it was saved, dropped or reminded of meanwhile.</returns>
    public async Task<bool> RemindedOf(UnsavedTyping typing, DateTime moment)
    {
        RefuseUnlessSystem();
        return await db.Set<SealedTyping>().Where(t => t.Id == typing.Id && t.RemindedFor == typing.RemindedFor)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.RemindedFor, moment)) == 1;
    }

    private void RefuseUnlessSystem()
    {
        if (!scope.Is.IsSystem)
        {
            throw new InvalidOperationException("Only the portal itself looks after what people have typed.");
        }
    }

    private IQueryable<SealedTyping> OwnTyped(long roundId)
    {
        var (supplier, person) = (scope.Is.SupplierId, scope.Is.PersonId);
        return db.Set<SealedTyping>().Where(t => t.RoundId == roundId && t.SupplierId == supplier && t.PersonId == person);
    }

    private (long Supplier, long Person) OwnPerson() => scope.Is is { SupplierId: { } supplier, PersonId: { } person }
        ? (supplier, person) : throw new UnauthorizedAccessException("What is typed into an offer is there for the person who typed it alone.");

    private static BlobLabel TypedLabel(Round round, long supplier, long person, TypedOffer typed) =>
        new(round.Name, supplier, typed.AfterSession ? ContentKind.TypedAfterSession : ContentKind.Typed, typed.WorkingCopyNo, FormattableString.Invariant($"{person}/{typed.VersionNo}"));

    private static byte[] Packed(IReadOnlyDictionary<string, string> fields)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(packing, fields);
        }

        return packed.ToArray();
    }

    private static Dictionary<string, string> Unpacked(byte[] packed)
    {
        using var unpacking = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(unpacking)!;
    }
}

/// <summary>What a person has typed into the form of an offer and not saved, sealed.</summary>
internal sealed class SealedTyping
{
    public long Id { get; private set; }

    public required long RoundId { get; init; }

    public required long SupplierId { get; init; }

    /// <summary>The account that typed it.</summary>
    public required long PersonId { get; init; }

    public required int WorkingCopyNo { get; set; }

    public required int VersionNo { get; set; }

    /// <summary>When, in UTC.</summary>
    public required DateTime At { get; set; }

    /// <summary>Sent to be saved when the session had ended.</summary>
    public required bool AfterSession { get; init; }

    /// <summary>Of which moment before the deadline the person was reminded last, in UTC.</summary>
    public DateTime? RemindedFor { get; private set; }

    public required byte[] Bytes { get; set; }
}

internal sealed class SealedTypingConfiguration : IEntityTypeConfiguration<SealedTyping>
{
    public void Configure(EntityTypeBuilder<SealedTyping> table)
    {
        table.ToTable("SealedTypings");
        table.HasOne<Round>().WithMany().HasForeignKey(t => t.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(t => new { t.RoundId, t.SupplierId, t.PersonId, t.AfterSession }).IsUnique();
    }
}
