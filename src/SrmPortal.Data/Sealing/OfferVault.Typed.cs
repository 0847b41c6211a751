using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Data.Sealing;

/// <summary>What a person has typed into the form of an offer and not saved: as it was typed, understood or not.</summary>
/// <param name="WorkingCopyNo">The copy that the form was filled from.</param>
/// <param name="VersionNo">The latest version when it was.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Fields">The form's fields by name.</param>
public sealed record TypedOffer(int WorkingCopyNo, int VersionNo, DateTime At, IReadOnlyDictionary<string, string> Fields);

/// <summary>What was typed and not saved, one for each person, sealed like everything else; it goes when the person saves or submits.</summary>
public sealed partial class OfferVault
{
    /// <summary>Replaces what the person had typed before.</summary>
    public async Task SealTyped(Round round, TypedOffer typed)
    {
        var (supplier, person) = OwnPerson();
        var bytes = Blob.Seal(await KeyOf(round), TypedLabel(round, supplier, person, typed.WorkingCopyNo, typed.VersionNo), RandomNumberGenerator.GetBytes(32), Packed(typed.Fields));
        if (await OwnTyped(round.Id).SingleOrDefaultAsync() is { } row)
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
                Bytes = bytes,
            });
        }
    }

    /// <summary>What the person of this request has typed and not saved; null where there is nothing, or nothing that opens.</summary>
    public async Task<TypedOffer?> ReadTyped(Round round)
    {
        if (scope.Is is not { SupplierId: { } supplier, PersonId: { } person } || await OwnTyped(round.Id).AsNoTracking().SingleOrDefaultAsync() is not { } row)
        {
            return null;
        }

        try
        {
            var (_, packed) = Blob.Open(await KeyOf(round), TypedLabel(round, supplier, person, row.WorkingCopyNo, row.VersionNo), row.Bytes);
            return new TypedOffer(row.WorkingCopyNo, row.VersionNo, row.At, Unpacked(packed));
        }
        catch (Exception closed) when (closed is CryptographicException or KeyNotAvailable)
        {
            return null;
        }
    }

    /// <summary>It was saved, or is not wanted.</summary>
    public Task DropTyped(long roundId) => OwnTyped(roundId).ExecuteDeleteAsync();

    private IQueryable<SealedTyping> OwnTyped(long roundId)
    {
        var (supplier, person) = (scope.Is.SupplierId, scope.Is.PersonId);
        return db.Set<SealedTyping>().Where(t => t.RoundId == roundId && t.SupplierId == supplier && t.PersonId == person);
    }

    private (long Supplier, long Person) OwnPerson() => scope.Is is { SupplierId: { } supplier, PersonId: { } person }
        ? (supplier, person) : throw new UnauthorizedAccessException("What is typed into an offer is there for the person who typed it alone.");

    private static BlobLabel TypedLabel(Round round, long supplier, long person, int workingCopyNo, int versionNo) =>
        new(round.Name, supplier, ContentKind.Typed, workingCopyNo, FormattableString.Invariant($"{person}/{versionNo}"));

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

    public required byte[] Bytes { get; set; }
}

internal sealed class SealedTypingConfiguration : IEntityTypeConfiguration<SealedTyping>
{
    public void Configure(EntityTypeBuilder<SealedTyping> table)
    {
        table.ToTable("SealedTypings");
        table.HasOne<Round>().WithMany().HasForeignKey(t => t.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(t => new { t.RoundId, t.SupplierId, t.PersonId }).IsUnique();
    }
}
