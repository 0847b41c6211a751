using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>What of the opened offers is taken away as files: the comparison as a workbook, a document, all documents by supplier.</summary>
[Route("events/{number}/{no:int}/comparison")]
public sealed class ComparisonFilesController(PortalDbContext db, CurrentScope scope, OfferVault vault, IStringLocalizer<Texts> texts) : OpenedController(db, scope)
{
    [HttpGet("prices.xlsx")]
    public Task<IActionResult> Sheet(string number, int no) => Opened(number, no, async head =>
    {
        var (evaluation, asked) = (await Evaluation.Read(Db, head, withLastPrices: true), await AskedOfRound.Read(Db, head.Id));
        var (answers, terms) = (await AnswersPage.Read(Db, head, evaluation.Offers, asked), await TermsPage.Read(Db, head, evaluation.Offers, asked));
        return File(new ComparisonSheet(texts).Write(evaluation, answers, terms), SpreadsheetWriter.ContentType, $"{texts["Comparison"].Value} {number}-{no}.xlsx");
    });

    [HttpGet("documents/{file:regex(^[[0-9a-f]]{{32}}$)}")]
    public Task<IActionResult> Document(string number, int no, string file) => Opened(number, no, async head =>
        await Db.OpenedAttachments.AsNoTracking().SingleOrDefaultAsync(a => a.RoundId == head.Id && a.File == file) is { } document
        && await vault.ReadOpenedAttachment(document) is { } bytes ? File(bytes, "application/octet-stream", document.Name) : NotFound());

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
        return entries.Length == 0 ? NotFound() : new ZipResult(texts["{0} documents of the offers", $"{number}-{no}"] + ".zip", entries);
    });

    private async Task<Stream> Bytes(Domain.Offers.OpenedAttachment document) => new MemoryStream(await vault.ReadOpenedAttachment(document) ?? []);
}
