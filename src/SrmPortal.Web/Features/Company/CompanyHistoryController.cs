using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Company;

/// <summary>What has happened to the company: its events with offers and results, and the changes of its data and people.</summary>
[Route("company/history"), Authorize(Roles = Roles.Supplier)]
public sealed class CompanyHistoryController(PortalDbContext db, CurrentScope scope) : Controller
{
    [HttpGet]
    public async Task<IActionResult> History(int page = 1) => View(await CompanyHistory.Read(db, scope.Is.SupplierId!.Value, page));
}
