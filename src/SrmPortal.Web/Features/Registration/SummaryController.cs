using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SrmPortal.Data;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Registration;

/// <summary>Everything once more, before it is sent; afterwards what was sent.</summary>
[Route("registration"), AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class SummaryController(OwnRegistration own, SendRegistration send, PortalDbContext db) : Controller
{
    [HttpGet("summary")]
    public async Task<IActionResult> Summary() => await own.Read() is { } registration
        ? View(await SummaryPage.Read(db, own, registration, HttpContext.Instant())) : this.ToStart();

    [HttpPost("send"), ShowAgain(nameof(Summary))]
    public async Task<IActionResult> Send(SendForm form)
    {
        if (!own.IsThere)
        {
            return this.ToStart();
        }

        await send.Send(form.Revision, HttpContext.Instant());
        return RedirectToAction("Status", "Status");
    }
}

/// <summary>What was reviewed.</summary>
public sealed class SendForm
{
    public int Revision { get; init; }
}
