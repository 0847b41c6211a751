using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Audit;

/// <summary>Tells auditors and administrators, and their monitoring, whether the history is sealed in time and was whole when it was verified last.</summary>
[Authorize(Roles = Roles.Auditor + "," + Roles.Administrator)]
public sealed class AuditHealthController(PortalDbContext db, CurrentScope scope, AuditChain chain) : Controller
{
    [HttpGet("health/audit")]
    public async Task<IActionResult> Look()
    {
        using var house = scope.As(Scope.System);
        var watch = await db.AuditWatches.AsNoTracking().SingleAsync();
        var lags = await chain.WaitsSince() is { } since && HttpContext.Instant() - since > SealAudit.MostWait;
        return StatusCode(lags || watch.Faults > 0 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK, new { verified = watch.CheckedAt, faults = watch.Faults, lags });
    }
}
