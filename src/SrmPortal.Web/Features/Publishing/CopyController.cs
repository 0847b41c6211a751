using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>A new event that begins as an earlier one: found, looked at, taken over.</summary>
[Route("events/new/from"), Authorize(Roles = Roles.Buyer)]
public sealed class CopyController(PortalDbContext db, CurrentScope scope, CopyEvent copy, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Find(string? q) => View(await FindPage.Read(db, scope.Is, q, HttpContext.Instant()));

    [HttpGet("{number}/{no:int}")]
    public async Task<IActionResult> Copy(string number, int no) =>
        await CopyPage.Read(db, scope.Is, number, no, HttpContext.Instant()) is { } page ? View(page) : NotFound();

    [HttpPost("{number}/{no:int}"), ShowAgain(nameof(Copy))]
    public async Task<IActionResult> Begin(string number, int no, CopyForm form)
    {
        if (await copy.Begin(number, no, form, HttpContext.Instant()) is not { } begun)
        {
            return NotFound();
        }

        this.Say(texts["The draft is begun as {0} was.", $"{number}/{no}"], texts["Set the deadline; what else is missing stands in the check-list."]);
        return RedirectToAction(nameof(DraftController.Basics), "Draft", new { number = begun, no = 0 });
    }
}
