using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>The meetings of the qualification commission: the desk keeps them, applicants choose one.</summary>
[Route("accreditation/commission"), Authorize(Roles = $"{Roles.Reviewer},{Roles.HeadOfDesk}")]
public sealed class CommissionController(PortalDbContext db, CurrentScope scope, KeepSlots keep, DeskPeople people, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Commission(bool past) =>
        View(await CommissionPage.Read(db, await people.Of(Me, null), past, HttpContext.Instant()));

    [HttpPost, ShowAgain(nameof(Commission))]
    public async Task<IActionResult> Offer(SlotForm form)
    {
        await keep.Offer(form, Me, HttpContext.Instant());
        this.Say(texts["The meeting can be chosen now."]);
        return RedirectToAction(nameof(Commission));
    }

    [HttpGet("{code:length(10)}")]
    public async Task<IActionResult> Slot(string code) =>
        await SlotPage.Read(db, await people.Of(Me, null), code, HttpContext.Instant()) is { } page ? View(page) : NotFound();

    [HttpPost("{code:length(10)}"), ShowAgain(nameof(Slot))]
    public async Task<IActionResult> Change(string code, SlotForm form)
    {
        if (await keep.Change(code, form, Me, HttpContext.Instant()) is not { } told)
        {
            return NotFound();
        }

        this.Say(texts["The meeting is changed."], told == 0 ? null : Plural.Of(told, texts["{0} company gets a mail.|{0} companies get a mail."]));
        return RedirectToAction(nameof(Commission));
    }

    [HttpPost("{code:length(10)}/cancelled"), ShowAgain(nameof(Slot))]
    public async Task<IActionResult> Cancel(string code)
    {
        if (await keep.Cancel(code, Me, HttpContext.Instant()) is not { } told)
        {
            return NotFound();
        }

        this.Say(texts["The meeting is called off."], told == 0 ? null : Plural.Of(told, texts["{0} company gets a mail and chooses another.|{0} companies get a mail and choose another."]));
        return RedirectToAction(nameof(Commission));
    }

    private long Me => scope.Is.PersonId!.Value;
}
