using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>A month of events in figures, for those who run or oversee them.</summary>
[Route("events/month"), Authorize(Roles = Roles.Buyer + "," + Roles.Approver + "," + Roles.Auditor)]
public sealed class MonthController(PortalDbContext db, CurrentScope scope) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Month(string? month, bool mine)
    {
        // What is no month shows the present one.
        ModelState.Clear();
        return View(await MonthPage.Read(db, scope.Is, month, mine, HttpContext.Instant()));
    }
}
