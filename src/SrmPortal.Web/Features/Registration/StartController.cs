using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Registration;

/// <summary>The way in, and step 1: country and applicant. The first save begins a registration and mails its link.</summary>
[Route("registration"), AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class StartController(OwnRegistration own, BeginRegistration begin, ApplicantCookie cookie) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Start() => View(new StartPage(await own.Read()));

    [HttpGet("country")]
    public async Task<IActionResult> Country(bool another = false) => View(CountryPage.Of(another ? null : await own.Read()));

    [HttpPost("country"), ShowAgain(nameof(Country)), Honeypot]
    public async Task<IActionResult> SaveCountry(CountryForm form, bool another = false)
    {
        if (own.IsThere && !another)
        {
            await begin.Change(form, HttpContext.Instant());
        }
        else
        {
            cookie.Write(HttpContext, await begin.Begin(form, HttpContext.Instant()));
        }

        return this.To(form.LeavesFor(RegistrationStep.Country) ?? RegistrationStep.Details);
    }

    /// <summary>Leaves the draft where it is; this browser forgets it.</summary>
    [HttpPost("leave"), ShowAgain(nameof(Start))]
    public IActionResult Leave()
    {
        cookie.Forget(HttpContext);
        return RedirectToAction(nameof(Start));
    }
}
