using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Continuing;

/// <summary>Begins the draft of the next round with what was chosen of this one, and with a copy of its documentation.</summary>
public sealed class BeginNext(PortalDbContext db, CurrentScope scope, IFileStore store) : IDeed
{
    private long By => scope.Is.PersonId ?? 0;

    public async Task<bool> Begin(EvaluationHead head, NextForm form, DateTime now)
    {
        await RefuseIfBegun(head);

        // What is written here and then not taken, as the draft is refused, nobody owns; it is swept away.
        var documents = await CopiesOfDocuments(head.Id, now);
        return await db.InTransaction(async () =>
        {
            var round = await db.Rounds.Include(r => r.Event).SingleAsync(r => r.Id == head.Id);
            await RefuseIfBegun(head);
            var tookPart = await Evaluation.OffersOf(db, head.Id);
            var begun = round.BeginNext(new NextRound(
                By, form.Kind, [.. tookPart.Where(offer => form.Suppliers.Contains(offer.Number)).Select(offer => offer.SupplierId)], form.Items)
            {
                TookPart = [.. tookPart.Select(offer => offer.SupplierId)],
                Deadline = form.Deadline(round.TimeZone),
                PricesOnlyFall = form.PricesOnlyFall,
                EarlierOffersStand = form.EarlierOffersStand,
            });
            db.Add(begun);
            db.AddRange(documents.Select(document => document.File));
            await db.SaveChangesAsync();
            foreach (var (file, title) in documents)
            {
                begun.TakeDocument(By, file.Name);
                db.Add(new RoundDocument { RoundId = begun.Id, FileId = file.Id, Folder = DocumentFolder.Customer, Title = title, AddedById = By, AddedAt = now });
            }

            return true;
        });
    }

    private async Task RefuseIfBegun(EvaluationHead head) => RuleViolation.ThrowIf(
        await db.Rounds.AnyAsync(r => r.Event.Number == head.Number && r.No > head.No), NextRules.AlreadyBegun, $"{head.Number}/{head.No + 1}");

    private async Task<List<(StoredFile File, string Title)>> CopiesOfDocuments(long roundId, DateTime now)
    {
        var documents = await db.RoundDocuments.AsNoTracking().Where(d => d.RoundId == roundId && d.Folder == DocumentFolder.Customer).OrderBy(d => d.Id)
            .Join(db.Files.AsNoTracking(), d => d.FileId, f => f.Id, (d, f) => new { d.Title, File = f }).ToListAsync();
        List<(StoredFile, string)> copies = [];
        foreach (var document in documents.Where(document => document.File.CanBeOpened))
        {
            await using var content = store.Open(document.File.StoreName);
            var written = await store.Write(FileArea.Files, content, document.File.Size, CancellationToken.None)
                ?? throw new InvalidOperationException($"File {document.File.Id} has grown.");
            copies.Add((new StoredFile(written, document.File.Name, document.File.Kind, FileOwner.Event(document.File.EventId!.Value), now, document.File.Scan), document.Title));
        }

        return copies;
    }
}

/// <summary>Whoever decides on a further round may read what it rests on: the rounds before it.</summary>
internal static class RoundsBefore
{
    public static async Task ShowRoundsBefore(this PortalDbContext db, string number, int no, long approver)
    {
        foreach (var round in no == 0 ? [] : await db.Rounds.Include(r => r.Event).Where(r => r.Event.Number == number && r.No < no).ToListAsync())
        {
            round.BeShownTo(approver);
        }
    }
}
