using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Events;

/// <summary>What of an event is taken away as a file: all documents in one, and the deadline for one's own calendar.</summary>
[Route("events/{number}/{no:int}"), Authorize(Roles = Roles.Supplier + "," + Roles.Buyer + "," + Roles.Approver + "," + Roles.Auditor)]
public sealed class EventFilesController(PortalDbContext db, CurrentScope scope, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>What the antivirus has not let pass is left out, and named in a text beside the others.</summary>
    [HttpGet("documents.zip")]
    public async Task<IActionResult> Documents(string number, int no, [FromServices] IFileStore store)
    {
        if (await EventCard.Read(db, scope.Is, number, no) is not { } card)
        {
            return NotFound();
        }

        var files = await db.RoundDocuments.AsNoTracking().Where(d => d.RoundId == card.Id && d.Folder == DocumentFolder.Customer).OrderBy(d => d.Id)
            .Join(db.Files, d => d.FileId, f => f.Id, (_, f) => f).ToListAsync();
        var (open, held) = (files.Where(file => file.CanBeOpened).ToList(), files.Where(file => !file.CanBeOpened).ToList());
        if (open.Count == 0)
        {
            return NotFound();
        }

        await db.RecordDownloads(card.Name, card.Id, open);
        return new ZipResult(texts["{0} documents", $"{number}-{no}"] + ".zip",
        [
            .. open.Select(file => new ZipResult.Entry(file.Name, () => store.Open(file.StoreName))),
            .. held.Count == 0 ? [] : new[] { ZipResult.Entry.Text(texts["Left out"] + ".txt", texts["Not yet checked for viruses, or removed:"] + "\r\n" + string.Join("\r\n", held.Select(file => file.Name))) },
        ]);
    }

    [HttpGet("deadline.ics")]
    public async Task<IActionResult> Deadline(string number, int no, [FromServices] DeadlineInCalendar calendar)
    {
        if (await EventCard.Read(db, scope.Is, number, no) is not { PublishedAt: not null } card)
        {
            return NotFound();
        }

        return File(await calendar.Of(card, scope.Is), "text/calendar; charset=utf-8", $"{number}-{no}.ics");
    }
}
