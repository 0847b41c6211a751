using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Offers;

/// <summary>Seals files as they are chosen and makes them part of the next working copy; a colleague's open form merges with that.</summary>
public sealed class AttachFiles(SaveOffer saveOffer, OfferVault vault) : IDeed
{
    /// <param name="roundId">A round that the supplier is invited to.</param>
    /// <param name="files">As they were sent; one that is refused is named, and the others are sealed.</param>
    /// <param name="question">The question that they answer, or null.</param>
    /// <param name="instant">When the request had been read.</param>
    public async Task Attach(long roundId, IReadOnlyList<IFormFile> files, int? question, DateTime instant)
    {
        RuleViolation.ThrowIfAny(files.Count > 0 ? [] : [new(OfferRules.NoFileChosen, nameof(files))]);
        UploadedFile[] uploaded = [.. files.Select(UploadedFile.Of)];
        UploadedFile[] sound = [.. uploaded.Where(file => file.RefusalAtOnce is null)];
        if (sound.Length > 0)
        {
            await Seal(roundId, sound, question, instant);
        }

        RuleViolation.ThrowIfAny(uploaded.Select(file => file.RefusalAtOnce).OfType<BrokenRule>());
    }

    /// <summary>Takes a file out of the working copy. Versions that had it keep it.</summary>
    public Task Remove(long roundId, string file, DateTime instant) => saveOffer.Change(roundId, (_, content) =>
        Task.FromResult(content with { Attachments = [.. content.Attachments.Where(attachment => attachment.File != file)] }), instant);

    private Task Seal(long roundId, UploadedFile[] files, int? question, DateTime instant) =>
        saveOffer.Change(roundId, async (offer, content) =>
        {
            List<OfferAttachment> attachments = [.. content.Attachments];
            foreach (var file in files)
            {
                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes);
                var sealedFile = await vault.SealAttachment(offer, file.CleanName, file.ContentType, bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
                attachments.Add(sealedFile with { Question = question });
            }

            return content with { Attachments = attachments };
        }, instant);
}
