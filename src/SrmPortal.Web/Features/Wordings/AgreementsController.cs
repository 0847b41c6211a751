using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Wordings;

/// <summary>After signing in: what a supplier's person has to accept or to read before going on.</summary>
[Route("agreements"), Authorize(Roles = Roles.Person), BeforeAgreements]
public sealed class AgreementsController(AcceptTexts accept, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Agreements(string? returnUrl)
    {
        var page = await accept.Owed(returnUrl);
        return page.Asked.Count > 0 ? View(page) : await On(returnUrl);
    }

    [HttpPost, ShowAgain(nameof(Agreements))]
    public async Task<IActionResult> Accept(AgreementsForm form, string? returnUrl)
    {
        await accept.Accept(form, HttpContext.Instant());
        this.Say(texts["Recorded."], texts["What you have accepted stands at the foot of every page."]);
        return await On(returnUrl);
    }

    private async Task<IActionResult> On(string? returnUrl)
    {
        await Sessions.OweNothing(HttpContext);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "~/");
    }
}
