using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Features.Accreditation;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Support;

/// <summary>Companies whose master user is gone: a letter, its check, a second person's approval, the access.</summary>
[Route("support"), Authorize(Roles = Roles.Support)]
public sealed class CasesController(PortalDbContext db, CurrentScope scope, OpenLostMasterCase open, DecideLostMaster decide, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("cases")]
    public async Task<IActionResult> Cases(CasesFilter filter) => View(await CasesPage.Read(db, scope.Is, filter, HttpContext.Instant()));

    [HttpGet("companies/{number}/lost-master")]
    public async Task<IActionResult> NewCase(string number) => await NewCasePage.Read(db, number, HttpContext.Instant()) is { } page ? View(page) : NotFound();

    [HttpPost("companies/{number}/lost-master"), TakesFiles, ShowAgain(nameof(NewCase))]
    public async Task<IActionResult> Open(string number, LostMasterForm form) =>
        Done(await open.Open(number, form, HttpContext.Instant()), texts["The case is open."], texts["Check the letter next; then a colleague approves."]);

    [HttpGet("cases/{number:length(8)}")]
    public async Task<IActionResult> Case(string number) => await CasePage.Read(db, scope.Is, number, HttpContext.Instant()) is { } page ? View(page) : NotFound();

    [HttpPost("cases/{number:length(8)}/check"), ShowAgain(nameof(Case))]
    public async Task<IActionResult> Check(string number, LetterCheckForm form) =>
        Done(await decide.Check(number, form.Check(), HttpContext.Instant()), texts["The letter is checked."], texts["Your colleagues get a mail: one of them approves."]);

    [HttpPost("cases/{number:length(8)}/approval"), ShowAgain(nameof(Case))]
    public async Task<IActionResult> Approve(string number) =>
        Done(await decide.Approve(number, HttpContext.Instant()), texts["The case is approved."], texts["The access can be restored now."]);

    [HttpPost("cases/{number:length(8)}/access"), ShowAgain(nameof(Case))]
    public async Task<IActionResult> Restore(string number) =>
        Done(await decide.Restore(number, HttpContext.Instant()), texts["The access is restored."], texts["The new master user and all earlier people of the company get a mail."]);

    [HttpPost("cases/{number:length(8)}/refusal"), ShowAgain(nameof(Case))]
    public async Task<IActionResult> Refuse(string number, RefuseCaseForm form) =>
        Done(await decide.Refuse(number, DecideForm.Text(form.Reason), HttpContext.Instant()), texts["The case is refused."], texts["The person named in the letter gets a mail with your reason."]);

    private IActionResult Done(LostMasterCase? one, string said, string more)
    {
        if (one is null)
        {
            return NotFound();
        }

        this.Say(said, more);
        return RedirectToAction(nameof(Case), new { number = one.Number });
    }
}
