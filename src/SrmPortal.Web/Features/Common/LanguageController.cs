using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Common;

/// <summary>The switch on every page: keeps the language in this browser, and in the profile of who is signed in, and goes back to the page. It changes nothing else, so a link may do it.</summary>
[Route("language"), AllowAnonymous]
public sealed class LanguageController(PortalDbContext db, CurrentScope scope) : Controller
{
    [HttpGet("{language}")]
    public async Task<IActionResult> Switch(string language, string? back)
    {
        if (!Language.Exists(language))
        {
            return NotFound();
        }

        HttpContext.Keep(language);
        if (scope.Is.PersonId is { } person)
        {
            await db.InTransaction(async () =>
            {
                var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == person);
                account?.Prefer(language, account.TimeZone);
                return true;
            });
        }

        return LocalRedirect(Url.IsLocalUrl(back) ? back : "~/");
    }
}
