using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Features.Accreditation;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Changes;

/// <summary>The desk's queue of changes that suppliers ask for, the longest waiting on top, and the decision over one.</summary>
[Route("accreditation/changes"), Authorize(Roles = $"{Roles.Reviewer},{Roles.HeadOfDesk}")]
public sealed class ChangesDeskController(PortalDbContext db, CurrentScope scope, ReviewChange review, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Queue(ChangesFilter filter) => View(await ChangesDeskPage.Read(db, scope.Is, filter, HttpContext.Instant()));

    [HttpGet("{code:length(10)}")]
    public async Task<IActionResult> Review(string code) => await ChangePage.Read(db, scope.Is, code) is { } page ? View(page) : NotFound();

    [HttpPost("{code:length(10)}/approval"), ShowAgain(nameof(Review))]
    public async Task<IActionResult> Approve(string code)
    {
        if (await review.Approve(code, HttpContext.Instant()) is not { } request)
        {
            return NotFound();
        }

        this.Say(request.IsOpen ? texts["Your approval is recorded."] : texts["The change is approved and counts."],
            request.IsOpen ? texts["A change of the bank counts when a second reviewer has agreed: your colleagues get a mail."] : texts["The company’s master users get a mail."]);
        return RedirectToAction(nameof(Queue));
    }

    [HttpPost("{code:length(10)}/refusal"), ShowAgain(nameof(Review))]
    public async Task<IActionResult> Refuse(string code, RefuseChangeForm form)
    {
        if (await review.Refuse(code, DecideForm.Text(form.Reason), HttpContext.Instant()) is null)
        {
            return NotFound();
        }

        this.Say(texts["The change is refused."], texts["What stood goes on to stand. The company’s master users get a mail with your reason."]);
        return RedirectToAction(nameof(Queue));
    }
}

/// <summary>The company reads why.</summary>
public sealed class RefuseChangeForm
{
    public string? Reason { get; init; }
}
