using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Account;

/// <summary>The button "stay signed in": asking is a step, and steps prolong the session.</summary>
[Authorize(Roles = Roles.Person), BeforeSecondStep, BeforeAgreements]
public sealed class SessionController(TimeProvider clock) : Controller
{
    [HttpGet("/session")]
    public IActionResult Ends() => SessionEnd.Of(HttpContext, clock.GetUtcNow()) is { } end
        ? Json(new { at = end.At.ToUnixTimeMilliseconds(), atLast = end.AtLast.ToUnixTimeMilliseconds(), now = clock.GetUtcNow().ToUnixTimeMilliseconds() })
        : NotFound();
}
