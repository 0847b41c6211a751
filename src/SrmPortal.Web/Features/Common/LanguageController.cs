using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Common;

/// <summary>The switch on every page: keeps the language in this browser and goes back to the page. It changes nothing else, so a link may do it.</summary>
[Route("language"), AllowAnonymous]
public sealed class LanguageController : Controller
{
    [HttpGet("{language}")]
    public IActionResult Switch(string language, string? back)
    {
        if (!Language.Exists(language))
        {
            return NotFound();
        }

        HttpContext.Keep(language);
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "~/");
    }
}
