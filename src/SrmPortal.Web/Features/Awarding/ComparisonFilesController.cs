using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Web.Features.Offers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>What of the opened offers is taken away as files: the comparison as a workbook, a document, all documents by supplier.</summary>
[Route("events/{number}/{no:int}/comparison")]
public sealed class ComparisonFilesController(PortalDbContext db, CurrentScope scope, OfferVault vault, OfferWords words, IStringLocalizer<Texts> texts) : OpenedController(db, scope)
{
    [HttpGet("prices.xlsx")]
    public Task<IActionResult> Sheet(string number, int no) => Opened(number, no, async head =>
    {
        var (evaluation, asked) = (await Evaluation.Read(Db, head, withLastPrices: true), await AskedOfRound.Read(Db, head.Id));
        var (answers, terms) = (await AnswersPage.Read(Db, head, evaluation.Offers, asked), await TermsPage.Read(Db, head, evaluation.Offers, asked));
        Db.Record(new ComparisonDownloaded(head.Name, head.Id));
        await Db.SaveChangesAsync();
        return File(new ComparisonSheet(texts, words).Write(evaluation, answers, terms), SpreadsheetWriter.ContentType, $"{texts["Comparison"].Value} {number}-{no}.xlsx");
    });

    [HttpGet("documents/{file:regex(^[[0-9a-f]]{{32}}$)}")]
    public Task<IActionResult> Document(string number, int no, string file) => Opened(number, no, async head =>
    {
        if (await Db.OpenedAttachments.AsNoTracking().SingleOrDefaultAsync(a => a.RoundId == head.Id && a.File == file) is not { } document
            || await vault.ReadOpenedAttachment(document) is not { } bytes)
        {
            return NotFound();
        }

        await Record(head, document);
        return File(bytes, "application/octet-stream", document.Name);
    });

    /// <summary>A folder for each supplier. What does not match its receipt is left out, and named in a text beside the others.</summary>
    [HttpGet("documents.zip")]
    public Task<IActionResult> Documents(string number, int no) => Opened(number, no, async head =>
    {
        var page = await DocumentsPage.Read(Db, head);
        var all = page.Offers.SelectMany(one => one.Files, (one, file) => (Folder: $"{one.Offer.Name} {one.Offer.Number}", File: file)).ToArray();
        var broken = all.Where(one => !one.File.IsIntact).Select(one => $"{one.Folder}: {one.File.Name}").ToArray();
        ZipResult.Entry[] entries =
        [
            .. all.Where(one => one.File.IsIntact).Select(one => new ZipResult.Entry(one.File.Name, () => Bytes(one.File)) { Folder = one.Folder }),
            .. broken.Length == 0 ? [] : new[] { ZipResult.Entry.Text(texts["Left out"] + ".txt", texts["Broken, not the file of the receipt:"] + "\r\n" + string.Join("\r\n", broken)) },
        ];
        if (entries.Length == 0)
        {
            return NotFound();
        }

        await Record(head, [.. all.Where(one => one.File.IsIntact).Select(one => one.File)]);
        return new ZipResult(texts["{0} documents of the offers", $"{number}-{no}"] + ".zip", entries);
    });

    private Task Record(EvaluationHead head, params OpenedAttachment[] taken)
    {
        Array.ForEach(taken, document => Db.Record(new OfferDocumentDownloaded(head.Name, head.Id, document.SupplierId, document.File)));
        return Db.SaveChangesAsync();
    }

    // An empty file in its place would be taken for what the supplier sent.
    private async Task<Stream> Bytes(OpenedAttachment document) => new MemoryStream(await vault.ReadOpenedAttachment(document)
        ?? throw new InvalidDataException($"File {document.File} was intact at the opening and does not open any more."));
}

/// <summary>All prices of a round were taken away as a workbook.</summary>
/// <param name="Subject">The round.</param>
/// <param name="Round">Its key.</param>
public sealed record ComparisonDownloaded(string Subject, long Round) : DomainEvent(Subject), IOfRound
{
    long? IOfRound.RoundId => Round;
}

/// <summary>A document of an opened offer was taken away, by itself or with the others.</summary>
/// <param name="Subject">The round.</param>
/// <param name="Round">Its key.</param>
/// <param name="SupplierId">Whose offer.</param>
/// <param name="File">The name under which the portal keeps it; what the supplier calls it is part of the offer.</param>
public sealed record OfferDocumentDownloaded(string Subject, long Round, long SupplierId, string File) : DomainEvent(Subject), IOfRound
{
    long? IOfRound.RoundId => Round;
}
