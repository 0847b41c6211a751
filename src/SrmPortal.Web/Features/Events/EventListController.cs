using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>Finds events; all filters stand in the address.</summary>
[Route("events"), Authorize(Roles = Roles.Supplier + "," + Roles.Buyer + "," + Roles.Approver + "," + Roles.Auditor)]
public sealed class EventListController(PortalDbContext db, CurrentScope scope) : Controller
{
    [HttpGet]
    public async Task<IActionResult> List(EventFilter filter)
    {
        // A page number that isn't one shows the first page.
        ModelState.Clear();
        return View(await EventList.Read(db, scope.Is, filter, HttpContext.Instant()));
    }
}
