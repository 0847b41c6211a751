using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads.Antivirus;

namespace SrmPortal.Web.Features.Administration;

/// <summary>Whether files are checked, and how many wait. Whose they are and what they are called is not the administrator's business.</summary>
[Route("administration/files"), Authorize(Roles = Roles.Administrator)]
public sealed class VirusCheckController(PortalDbContext db, IAntivirus antivirus) : Controller
{
    [HttpGet]
    public async Task<IActionResult> VirusCheck()
    {
        var held = await db.Files.IgnoreQueryFilters([Walls.Company]).Where(f => f.Scan != ScanState.Clean)
            .GroupBy(f => f.Scan).Select(files => new { Scan = files.Key, Count = files.Count(), Oldest = files.Min(f => f.StoredAt) }).ToListAsync();
        var waiting = held.SingleOrDefault(one => one.Scan == ScanState.Waiting);
        return View(new VirusCheckPage(antivirus.IsConfigured, antivirus.IsConfigured && await antivirus.Answers(HttpContext.RequestAborted),
            waiting?.Count ?? 0, waiting?.Oldest, held.SingleOrDefault(one => one.Scan == ScanState.Infected)?.Count ?? 0,
            held.SingleOrDefault(one => one.Scan == ScanState.NotAsked)?.Count ?? 0));
    }
}

/// <param name="IsConfigured">Whether files are checked at all.</param>
/// <param name="Answers">Whether clamd has answered just now.</param>
/// <param name="Waiting">Files in quarantine.</param>
/// <param name="Since">When the oldest of them came.</param>
/// <param name="Removed">Files in which malware was found after they had been stored.</param>
/// <param name="Unasked">Files that came while no antivirus was configured.</param>
public sealed record VirusCheckPage(bool IsConfigured, bool Answers, int Waiting, DateTime? Since, int Removed, int Unasked);
