using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Data.Sealing;

/// <summary>The opening of a round, and the end of what was never opened.</summary>
public sealed partial class OfferVault
{
    /// <summary>
    /// Unseals all offers in force of a round that <see cref="Round.Open"/> has just opened, under the round's lock, and makes their
    /// lines, terms, answers and lists of attachments rows. What doesn't match its receipt is marked and named by an event; the others go on.
    /// </summary>
    public async Task OpenRound(Round round)
    {
        if (round.OpenedAt is null || db.Entry(round).State is not EntityState.Modified || db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException($"Round {round.Name} has not been opened in this transaction.");
        }

        var offers = await db.Offers.IgnoreQueryFilters(Walls.PassedByOpening).Where(o => o.Round == round && o.State == OfferState.Submitted).ToListAsync();
        var versions = await db.OfferVersions.IgnoreQueryFilters(Walls.PassedByOpening).AsNoTracking().Include(v => v.Offer)
            .Where(v => v.RoundId == round.Id).ToListAsync();
        var latest = versions.GroupBy(v => v.Offer.Id).ToDictionary(group => group.Key, group => group.MaxBy(v => v.No)!);
        var key = await KeyOf(round);
        foreach (var offer in offers)
        {
            var content = await Verified(key, offer, latest.GetValueOrDefault(offer.Id));
            offer.BeOpened(intact: content is not null);
            if (content is not null)
            {
                await WriteOpened(offer, content);
            }
        }
    }

    /// <summary>Those of the rounds of which something is still there that was never opened.</summary>
    public IQueryable<Round> WithUnopened(IQueryable<Round> rounds)
    {
        var (contents, chunks, roundKeys) = (UnopenedContents, UnopenedChunks, UnneededKeys);
        return rounds.Where(r => db.Set<SealedTyping>().Any(t => t.RoundId == r.Id) || contents.Any(c => c.Offer.Round.Id == r.Id)
            || chunks.Any(c => c.Offer.Round.Id == r.Id) || roundKeys.Any(key => key.RoundId == r.Id));
    }

    /// <summary>
    /// A year after a round came to its end, what was never opened of it is destroyed: all working copies, the versions that were not
    /// opened, their files; and where nothing of the round was opened, its key.
    /// </summary>
    /// <returns>Whether there was anything left to destroy.</returns>
    public async Task<bool> DestroyUnopened(Round round, DateTime now)
    {
        if (!scope.Is.IsSystem || db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Unopened contents are destroyed by the portal's own job, in a transaction.");
        }

        var rows = await db.Set<SealedTyping>().Where(t => t.RoundId == round.Id).ExecuteDeleteAsync()
            + await UnopenedContents.Where(c => c.Offer.Round.Id == round.Id).ExecuteDeleteAsync()
            + await UnopenedChunks.Where(c => c.Offer.Round.Id == round.Id).ExecuteDeleteAsync();
        // A round that was cancelled before it was published has no key.
        if (await UnneededKeys.SingleOrDefaultAsync(key => key.RoundId == round.Id) is { } key)
        {
            key.Destroy(round.Name, now);
            rows++;
        }

        return rows > 0;
    }

    /// <summary>All working copies, and the versions but those that were opened.</summary>
    private IQueryable<SealedContent> UnopenedContents =>
        db.Set<SealedContent>().Where(c => c.Kind == ContentKind.WorkingCopy || c.Offer.OpenedIntact != true || c.No != c.Offer.VersionNo);

    private IQueryable<SealedChunk> UnopenedChunks =>
        db.Set<SealedChunk>().Where(c => c.Offer.OpenedIntact != true || !db.OpenedAttachments.Any(a => a.RoundId == c.Offer.Round.Id && a.File == c.File));

    /// <summary>Of rounds of which nothing was opened.</summary>
    private IQueryable<RoundKey> UnneededKeys =>
        db.Set<RoundKey>().Where(key => key.DestroyedAt == null && !db.Offers.Any(o => o.Round.Id == key.RoundId && o.OpenedIntact == true));

    private async Task WriteOpened(Offer offer, OfferContent content)
    {
        db.Add(new OpenedOffer(offer, content));
        db.AddRange(content.Lines.Where(line => line.IsOffered).Select(line => new OfferLine(offer, line, content.VatOf(line))));
        db.AddRange(content.Answers.Select(answer => new OpenedAnswer(offer, answer)));
        foreach (var attachment in content.Attachments)
        {
            var intact = await Whole(offer, attachment, Walls.PassedByOpening) is not null;
            db.Add(new OpenedAttachment(offer, attachment, intact));
            if (!intact)
            {
                offer.AttachmentFoundBroken(attachment);
            }
        }
    }

    /// <summary>The content, if receipt, hash and blob agree; else null.</summary>
    private async Task<OfferContent?> Verified(byte[] key, Offer offer, OfferVersion? version)
    {
        if (version is null || version.No != offer.VersionNo || !receipts.IsSigned(version.SignedText, version.Signature, version.KeyId))
        {
            return null;
        }

        var blob = await db.Set<SealedContent>().IgnoreQueryFilters(Walls.PassedByOpening)
            .Where(c => c.Offer == offer && c.Kind == ContentKind.Version && c.No == version.No).Select(c => c.Bytes).SingleOrDefaultAsync();
        try
        {
            var (nonce, canonical) = Blob.Open(key, Label(offer, ContentKind.Version, version.No, version.PreviousHash), blob ?? []);
            return SHA256.HashData([.. nonce, .. canonical]).SequenceEqual(version.ContentHash) ? CanonicalContent.Read(canonical) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
