using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Keeping;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Keeping;

/// <summary>What was destroyed because it had been kept long enough, day by day.</summary>
[Route("administration/retention"), Authorize(Roles = Roles.Administrator + "," + Roles.Auditor)]
public sealed class RetentionController(PortalDbContext db, IOptionsMonitor<KeepingSettings> settings, IOptionsMonitor<SealingWatchSettings> unopened) : Controller
{
    private const int Shown = 31;

    [HttpGet]
    public async Task<IActionResult> Runs([FromQuery(Name = "before")] DateOnly? before)
    {
        var runs = await db.RetentionRuns.AsNoTracking().Where(r => before == null || r.Day < before).OrderByDescending(r => r.Day).Take(Shown + 1).ToListAsync();
        return View(new RetentionPage(settings.CurrentValue, unopened.CurrentValue.KeepUnopenedDays, runs.Take(Shown).ToList(), runs.Count > Shown ? runs[Shown - 1].Day : null)
        {
            Stands = before is null && runs is [var latest, ..] && DateOnly.FromDateTime(HttpContext.Instant()).DayNumber - latest.Day.DayNumber > Retention.MostDaysBetween,
        });
    }
}

/// <summary>The rules in force, and a month of runs.</summary>
/// <param name="Kept">For how long.</param>
/// <param name="UnopenedDays">And what was never opened.</param>
/// <param name="Runs">The latest first.</param>
/// <param name="Earlier">Before which day there are more; null where there are none.</param>
public sealed record RetentionPage(KeepingSettings Kept, int UnopenedDays, IReadOnlyList<RetentionRun> Runs, DateOnly? Earlier)
{
    /// <summary>So long since the last run that a person has to begin the next.</summary>
    public bool Stands { get; init; }
}
