using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Domain.Offers;

namespace SrmPortal.Data.Sealing;

/// <summary>Attachments: sealed when they are chosen, in chunks; read by the own people, and by all who may read offers once the round is open.</summary>
public sealed partial class OfferVault
{
    /// <summary>Bytes of one chunk before it is sealed.</summary>
    internal const int ChunkSize = 1 << 20;

    /// <summary>Seals a file's bytes. It becomes part of an offer by a working copy that names what this returns.</summary>
    /// <param name="offer">The own offer.</param>
    /// <param name="name">As the supplier calls it.</param>
    /// <param name="type">What its bytes are, by their content.</param>
    /// <param name="bytes">All of it.</param>
    public async Task<OfferAttachment> SealAttachment(Offer offer, string name, string type, ReadOnlyMemory<byte> bytes)
    {
        RefuseOthers(offer);
        var file = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var (key, count) = (await KeyOf(offer.Round), ChunksOf(bytes.Length));
        for (var no = 0; no < count; no++)
        {
            var start = no * ChunkSize;
            var chunk = bytes.Slice(start, Math.Min(ChunkSize, bytes.Length - start)).ToArray();
            db.Add(new SealedChunk
            {
                Offer = offer,
                SupplierId = offer.SupplierId,
                File = file,
                No = no,
                Bytes = Blob.Seal(key, ChunkLabel(offer, file, no, count), RandomNumberGenerator.GetBytes(32), chunk),
            });
        }

        return new OfferAttachment(file, name, type, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)));
    }

    /// <summary>The bytes of an attachment of the own working copy or version; null where they are gone or not the ones that were handed in.</summary>
    public async Task<byte[]?> ReadOwnAttachment(Offer offer, OfferAttachment attachment)
    {
        RefuseOthers(offer);
        return await Whole(offer, attachment);
    }

    /// <summary>The files of this content that are not all there.</summary>
    public async Task<IReadOnlyList<OfferAttachment>> MissingAttachments(Offer offer, OfferContent content)
    {
        RefuseOthers(offer);
        string[] files = [.. content.Attachments.Select(attachment => attachment.File)];
        var stored = files.Length == 0 ? [] : await db.Set<SealedChunk>().Where(c => c.Offer == offer && files.Contains(c.File))
            .GroupBy(c => c.File).Select(chunks => new { File = chunks.Key, Count = chunks.Count() }).ToDictionaryAsync(chunks => chunks.File, chunks => chunks.Count);
        return [.. content.Attachments.Where(attachment => stored.GetValueOrDefault(attachment.File) != ChunksOf(attachment.Size))];
    }

    /// <summary>After the opening, for everybody who may see the row that the opening wrote; null where the bytes don't match it.</summary>
    public async Task<byte[]?> ReadOpenedAttachment(OpenedAttachment opened)
    {
        string[] walls = [Walls.Company, Walls.Sealed];
        // An offer of an earlier round that stands keeps its files there.
        var offer = await db.Offers.AsNoTracking().Include(o => o.Round.Event)
            .SingleAsync(o => o.Id == (db.Offers.Where(one => one.Id == opened.OfferId).Select(one => one.StandsFromId).First() ?? opened.OfferId));
        if (offer.Round.OpenedAt is null || offer.OpenedIntact is not true)
        {
            throw new UnauthorizedAccessException("This offer has not been opened.");
        }

        return await Whole(offer, opened.Attachment, walls);
    }

    private async Task<byte[]?> Whole(Offer offer, OfferAttachment attachment, params string[] walls)
    {
        var key = await KeyOf(offer.Round);
        using var whole = new MemoryStream((int)attachment.Size);
        var count = ChunksOf(attachment.Size);
        for (var no = 0; no < count; no++)
        {
            // One by one: a chunk at a time is in memory twice, not the whole file.
            var bytes = await db.Set<SealedChunk>().IgnoreQueryFilters(walls)
                .Where(c => c.Offer == offer && c.File == attachment.File && c.No == no).Select(c => c.Bytes).SingleOrDefaultAsync();
            if (bytes is null || Opened(key, ChunkLabel(offer, attachment.File, no, count), bytes) is not { } chunk)
            {
                return null;
            }

            whole.Write(chunk);
        }

        var all = whole.ToArray();
        return Convert.ToHexStringLower(SHA256.HashData(all)) == attachment.Sha256 ? all : null;
    }

    private static byte[]? Opened(byte[] key, BlobLabel label, byte[] blob)
    {
        try
        {
            return Blob.Open(key, label, blob).Content;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // An empty file is one empty chunk.
    private static int ChunksOf(long size) => (int)Math.Max(1, (size + ChunkSize - 1) / ChunkSize);

    private static BlobLabel ChunkLabel(Offer offer, string file, int no, int count) =>
        new(offer.Round.Name, offer.SupplierId, ContentKind.Attachment, no, FormattableString.Invariant($"{file}/{count}"));
}
