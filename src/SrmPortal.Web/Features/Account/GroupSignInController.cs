using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>The way by the group's own sign-in, where one is configured. The portal's accounts stay the way in when it is away.</summary>
[Route("sign-in/group"), AllowAnonymous]
public sealed class GroupSignInController(EnterByGroup enter, Arrival arrival, IOptions<GroupSignInSettings> settings, ILogger<GroupSignInController> logger) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Start(string? returnUrl, [FromQuery(Name = SignInPage.ForWhom)] string? mark)
    {
        if (!settings.Value.IsOn)
        {
            return NotFound();
        }

        try
        {
            await HttpContext.ChallengeAsync(GroupSignIn.Scheme, new AuthenticationProperties { RedirectUri = Url.Action(nameof(Arrived), new { returnUrl, @for = mark }) });
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
    public async Task<IActionResult> Arrived(string? returnUrl, [FromQuery(Name = SignInPage.ForWhom)] string? mark)
    {
        var outside = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (!settings.Value.IsOn || outside is not { Succeeded: true, Principal: { } principal })
        {
            return RedirectToAction(nameof(SignInController.SignIn), "SignIn", new { returnUrl });
        }

        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        return await enter.With(HttpContext, principal, HttpContext.Instant()) is { } refusal ? RedirectToAction(nameof(Refused), new { why = refusal }) : arrival.To(this, mustChoose: false, returnUrl, mark);
    }

    [HttpGet("refused")]
    public IActionResult Refused(GroupRefusal why)
    {
        Response.StatusCode = why is GroupRefusal.Away ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status403Forbidden;
        return View("GroupRefused", why);
    }
}
