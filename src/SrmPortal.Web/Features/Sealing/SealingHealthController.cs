using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Sealing;

/// <summary>Tells administrators, and their monitoring, whether every sealed round could be opened today.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class SealingHealthController : Controller
{
    [HttpGet("health/sealing")]
    public async Task<IActionResult> Look([FromServices] IServiceProvider services)
    {
        var broken = await services.GetRequiredService<CanaryWatch>().Look(HttpContext.RequestAborted);
        return StatusCode(broken.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, new { broken });
    }
}
