using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SrmPortal.Data;
using SrmPortal.Web.Features.Home;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Support;

/// <summary>Finds whom a call is about. Of offers and events nothing is here.</summary>
[Route("support"), Authorize(Roles = Roles.Support)]
public sealed class SupportController(PortalDbContext db) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Find(FindFilter filter) => View(await FindPage.Read(db, filter, HttpContext.Instant()));

    [HttpGet("companies/{number}")]
    public async Task<IActionResult> Company(string number) => await CompanyPage.Read(db, number, HttpContext.Instant()) is { } page ? View(page) : NotFound();
}

/// <summary>The home of the support: the search, and the cases that the reader can take further.</summary>
public sealed class SupportHome(PortalDbContext db, CurrentScope scope) : IRoleHome
{
    public string Role => Roles.Support;

    public string View => "/Features/Support/Home.cshtml";

    public async Task<object> Read(HttpContext http) => await CasesPage.Read(db, scope.Is, new CasesFilter(), http.Instant());
}
