using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Administration;

/// <summary>The parts of what the administrator keeps.</summary>
[Route("administration"), Authorize(Roles = Roles.Administrator)]
public sealed class AdministrationController : Controller
{
    [HttpGet]
    public IActionResult Index() => View();
}
