using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Changes;

/// <summary>What the company has asked to change: all its people see it, a master user asks and takes back.</summary>
[Route("company/changes"), Authorize(Roles = Roles.Supplier)]
public sealed class CompanyChangesController(PortalDbContext db, CurrentScope scope, AskChange ask, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("{code:length(10)}")]
    public async Task<IActionResult> Change(string code) => await ChangePage.Read(db, scope.Is, code) is { } page ? View(page) : NotFound();

    [HttpGet("details"), Authorize(Roles = Roles.MasterUser)]
    public async Task<IActionResult> Identity() => View(await IdentityPage.Read(db, scope.Is.SupplierId!.Value));

    [HttpPost("details"), Authorize(Roles = Roles.MasterUser), TakesFiles, ShowAgain(nameof(Identity))]
    public async Task<IActionResult> AskIdentity(IdentityForm form) => this.Asked(texts,
        await ask.Ask(DataKind.Identity, form, supplier => new ChangeContent { Details = form.In(supplier.Company) }, HttpContext.Instant()));

    [HttpPost("{code:length(10)}/withdrawal"), Authorize(Roles = Roles.MasterUser), ShowAgain(nameof(Change))]
    public async Task<IActionResult> Withdraw(string code)
    {
        if (await ask.Withdraw(code, HttpContext.Instant()) is null)
        {
            return NotFound();
        }

        this.Say(texts["The request is withdrawn."], texts["What stood before goes on to stand."]);
        return RedirectToAction(nameof(Change), new { code });
    }
}

internal static class AfterAsking
{
    public static IActionResult Asked(this Controller controller, IStringLocalizer<Texts> texts, ChangeRequest request)
    {
        controller.Say(texts["The request is sent."], texts["The reviewers look at it; until then what stands now counts. The master users get a mail about it."]);
        return controller.RedirectToAction("Change", "CompanyChanges", new { code = request.Code });
    }
}
