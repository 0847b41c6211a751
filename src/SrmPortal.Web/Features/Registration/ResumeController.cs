using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Registration;

/// <summary>
/// Going on by the mailed link. Opening it does nothing, since mail scanners open links; its button confirms the address and lets this
/// browser in. A link that is not known, not valid any more, or of a draft that has expired looks the same.
/// </summary>
[Route("registration/resume"), AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class ResumeController(ResumeDraft resume, ApplicantCookie cookie, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public IActionResult AskLink() => View(new AskLinkForm());

    /// <summary>Answers the same, whether there is such a draft or not.</summary>
    [HttpPost, ShowAgain(nameof(AskLink)), Honeypot]
    public async Task<IActionResult> SendLink(AskLinkForm form)
    {
        await resume.SendLinks(Typed.Line(form.Email), HttpContext.Instant());
        this.Say(texts["If there is a registration under this address, its link is on the way."], texts["Look into the spam folder too."]);
        return RedirectToAction(nameof(AskLink));
    }

    [HttpGet("{token}")]
    public async Task<IActionResult> Resume(string token)
    {
        var known = await resume.IsKnown(token, HttpContext.Instant());
        Response.StatusCode = known ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        return known ? View((object)token) : View("LinkGone");
    }

    [HttpPost("{token}"), ShowAgain(nameof(Resume))]
    public async Task<IActionResult> Open(string token)
    {
        if (await resume.Open(token, HttpContext.Instant()) is not { } registration)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return View("LinkGone");
        }

        cookie.Write(HttpContext, registration.Id, registration.RenewsSupplierId);
        this.Say(texts["Your address is confirmed."]);
        return registration.State is RegistrationState.Draft ? RedirectToAction("Summary", "Summary") : RedirectToAction("Status", "Status");
    }
}

public sealed class AskLinkForm
{
    public string? Email { get; init; }

    public sealed class Validator : AbstractValidator<AskLinkForm>
    {
        public Validator(RuleMessages messages) => RuleFor(form => form.Email).Must(email => ContactWays.IsEmail(Typed.Line(email)))
            .WithMessage(_ => messages.Of(new(RegistrationRules.NotAnEmail)));
    }
}
