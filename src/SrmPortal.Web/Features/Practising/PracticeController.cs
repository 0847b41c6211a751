using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Web.Features.Opening;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Practising;

/// <summary>The event on which a supplier tries an offer: begin it, bring it to its opening, see what an opening shows, begin anew.</summary>
[Route("practice"), Authorize(Roles = Roles.Supplier)]
public sealed class PracticeController(PortalDbContext db, CurrentScope scope, IOptions<SealingSettings> sealing) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Practice()
    {
        var page = await PracticePage.Read(db, scope.Is, sealing, HttpContext.Instant());
        if (page.Stage is PracticeStage.BeingOpened)
        {
            // Without a script too the page comes again, until it is opened.
            Response.Headers["Refresh"] = PracticePage.LooksAgainSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return View(page);
    }

    [HttpPost("start"), ShowAgain(nameof(Practice))]
    public async Task<IActionResult> Start(string? instead, [FromServices] StartPractice start) =>
        Redirect($"~/events/{await start.Start(instead, HttpContext.Instant())}/0");

    [HttpPost("end"), ShowAgain(nameof(Practice))]
    public async Task<IActionResult> End(string? number, [FromServices] EndPractice end) =>
        await end.End(number ?? "", HttpContext.Instant()) ? RedirectToAction(nameof(Practice)) : NotFound();
}
