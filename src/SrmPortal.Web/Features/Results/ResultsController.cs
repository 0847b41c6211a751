using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Results;

/// <summary>What came of the company's own offers; all filters stand in the address.</summary>
[Route("results"), Authorize(Roles = Roles.Supplier)]
public sealed class ResultsController(PortalDbContext db, CurrentScope scope) : Controller
{
    [HttpGet]
    public async Task<IActionResult> List(ResultsFilter filter)
    {
        // A page number that isn't one shows the first page.
        ModelState.Clear();
        return View(await ResultsPage.Read(db, scope.Is.SupplierId ?? 0, filter, HttpContext.Instant()));
    }
}
