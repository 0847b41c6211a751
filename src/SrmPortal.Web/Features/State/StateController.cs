using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.State;

/// <summary>How the portal itself is doing, in sentences: what <c>/health/ready</c> tells a load balancer, and what to do about it.</summary>
[Route("administration/state"), Authorize(Roles = Roles.Administrator)]
public sealed class StateController(PortalDbContext db, HealthCheckService health, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Look() =>
        View(await StatePage.Read(HttpContext.RequestServices, db, await health.CheckHealthAsync(HttpContext.RequestAborted), texts, HttpContext.Instant()));
}
