using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Telemetry;

namespace SrmPortal.Web.Features.Account;

/// <summary>The way by the group's own sign-in, where one is configured. The portal's accounts stay the way in when it is away.</summary>
[Route("sign-in/group"), AllowAnonymous]
public sealed class GroupSignInController(EnterByGroup enter, Arrival arrival, IOptions<GroupSignInSettings> settings, ILogger<GroupSignInController> logger) : Controller
{
    [HttpGet]
    public Task<IActionResult> Start(string? returnUrl, [FromQuery(Name = SignInPage.ForWhom)] string? mark) =>
        Go(new OpenIdConnectChallengeProperties { RedirectUri = Url.Action(nameof(Arrived), new { returnUrl, @for = mark }) });

    /// <summary>In place of the password, before what binds.</summary>
    [HttpGet("anew")]
    public Task<IActionResult> Anew(string? returnUrl) =>
        Go(new OpenIdConnectChallengeProperties { RedirectUri = Url.Action(nameof(ArrivedAnew), new { returnUrl }), Prompt = OpenIdConnectPrompt.Login, MaxAge = TimeSpan.Zero });

    [HttpGet("arrived-anew")]
    public async Task<IActionResult> ArrivedAnew(string? returnUrl, [FromServices] SignedInAnew anew, [FromServices] TimeProvider clock)
    {
        if (await Outside() is not { } principal || !Sessions.IsByGroup(User))
        {
            return RedirectToAction(nameof(SignInController.SignIn), "SignIn", new { returnUrl });
        }

        if (await enter.Anew(principal, clock.GetUtcNow()) is { } refusal)
        {
            return RedirectToAction(nameof(Refused), new { why = refusal });
        }

        anew.Keep(HttpContext);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "~/");
    }

    private async Task<IActionResult> Go(AuthenticationProperties way)
    {
        if (!settings.Value.IsOn)
        {
            return NotFound();
        }

        try
        {
            await HttpContext.ChallengeAsync(GroupSignIn.Scheme, way);
            return new EmptyResult();
        }
        catch (InvalidOperationException away) when (!Response.HasStarted)
        {
            GroupSignIn.NotSignedIn(logger, away);
            return Refused(GroupRefusal.Away);
        }
    }

    /// <summary>Where the provider answers. The handler of the scheme takes it before anything comes here; without a provider there is nothing.</summary>
    [HttpGet("answer")]
    public IActionResult Answer() => NotFound();

    [HttpGet("arrived")]
    public async Task<IActionResult> Arrived(string? returnUrl, [FromQuery(Name = SignInPage.ForWhom)] string? mark, [FromServices] PortalMetrics metrics)
    {
        if (await Outside() is not { } principal)
        {
            return RedirectToAction(nameof(SignInController.SignIn), "SignIn", new { returnUrl, @for = mark });
        }

        if (await enter.With(HttpContext, principal, HttpContext.Instant()) is { } refusal)
        {
            metrics.SignInRejected($"group-{refusal}");
            return RedirectToAction(nameof(Refused), new { why = refusal });
        }

        return arrival.To(this, mustChoose: false, returnUrl, mark);
    }

    /// <summary>Who has just come from there, once.</summary>
    private async Task<ClaimsPrincipal?> Outside()
    {
        var outside = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (!settings.Value.IsOn || !outside.Succeeded)
        {
            return null;
        }

        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        return outside.Principal;
    }

    [HttpGet("refused")]
    public IActionResult Refused(GroupRefusal why)
    {
        Response.StatusCode = why is GroupRefusal.Away ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status403Forbidden;
        return View("GroupRefused", why);
    }
}
