using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Common;

/// <summary>The switch on every page: keeps the language in this browser and goes back to the page. It changes nothing else, so a link may do it.</summary>
[Route("language"), AllowAnonymous]
public sealed class LanguageController(TimeProvider clock) : Controller
{
    [HttpGet("{language}")]
    public IActionResult Switch(string language, string? back)
    {
        if (!Language.Exists(language))
        {
            return NotFound();
        }

        Response.Cookies.Append(Language.Cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)), new CookieOptions
        {
            Expires = clock.GetUtcNow().AddYears(1),
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
            IsEssential = true,
        });
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "~/");
    }
}
