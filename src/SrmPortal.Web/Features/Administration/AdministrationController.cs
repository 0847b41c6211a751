using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Administration;

/// <summary>What the administrator keeps: one line for each part whose page exists.</summary>
[Route("administration"), Authorize(Roles = Roles.Administrator)]
public sealed class AdministrationController : Controller
{
    [HttpGet]
    public IActionResult Index() => View();
}
