using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Offers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Offers;

/// <summary>
/// The attachments of the own offer, by forms of their own: a form that binds carries no files, so that reading it never takes long.
/// </summary>
[Route("events/{number}/{no:int}/offer/files"), Authorize(Roles = Roles.Supplier)]
public sealed class OfferFilesController(PortalDbContext db, OfferReading reading, AttachFiles attachFiles) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Files(string number, int no) =>
        await OfferPage.Read(reading, number, no, HttpContext.Instant()) is { } page ? View(page) : NotFound();

    [HttpPost, TakesFiles(InMemory = true), ShowAgain(nameof(Files))]
    public async Task<IActionResult> Attach(string number, int no, List<IFormFile> files, int? question)
    {
        if (await db.RoundAt(number, no) is not { } round)
        {
            return NotFound();
        }

        await attachFiles.Attach(round, files, question, HttpContext.Instant());
        return RedirectToAction(nameof(Files), new { number, no });
    }

    [HttpPost("{file}/remove"), ShowAgain(nameof(Files))]
    public async Task<IActionResult> Remove(string number, int no, string file)
    {
        if (await db.RoundAt(number, no) is not { } round)
        {
            return NotFound();
        }

        await attachFiles.Remove(round, file, HttpContext.Instant());
        return RedirectToAction(nameof(Files), new { number, no });
    }

    /// <summary>A file of the working copy or of any own version, saved under its name.</summary>
    [HttpGet("{file}")]
    public async Task<IActionResult> Download(string number, int no, string file)
    {
        var offer = await db.Offers.AsNoTracking().Include(o => o.Round.Event).SingleOrDefaultAsync(o => o.Round.Number == number && o.Round.No == no);
        if (offer is null || await Find(offer, file) is not { } attachment || await reading.Vault.ReadOwnAttachment(offer, attachment) is not { } bytes)
        {
            return NotFound();
        }

        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.CacheControl = "private, no-store";
        return File(bytes, attachment.Type, attachment.Name);
    }

    private async Task<OfferAttachment?> Find(Offer offer, string file)
    {
        var copy = (await reading.Vault.ReadOwn(offer, ContentKind.WorkingCopy))?.Content;
        for (var no = offer.VersionNo; ; no--)
        {
            if (copy?.Attachments.FirstOrDefault(attachment => attachment.File == file) is { } found)
            {
                return found;
            }

            if (no == 0)
            {
                return null;
            }

            copy = (await reading.Vault.ReadOwn(offer, ContentKind.Version, no))?.Content;
        }
    }
}
