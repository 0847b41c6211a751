using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>The opened offers side by side, and what is chosen among them. Who may read them reads; who runs the event chooses.</summary>
[Route("events/{number}/{no:int}/comparison")]
public sealed class ComparisonController(PortalDbContext db, CurrentScope scope, PrepareAward prepare, IStringLocalizer<Texts> texts) : OpenedController(db, scope)
{
    internal const string Readers = Roles.Buyer + "," + Roles.Approver + "," + Roles.Auditor;

    [HttpGet]
    public Task<IActionResult> Matrix(string number, int no, ComparisonView view) => Opened(number, no, async head =>
        View(new ComparisonPage(await Evaluation.Read(Db, head, withLastPrices: true, withEarlierPrices: true), view)));

    [HttpPost, ShowAgain(nameof(Matrix))]
    public async Task<IActionResult> Save(string number, int no, ChoicesForm form, bool thenReview, ComparisonView view)
    {
        if (await HeadOf(number, no) is not { OpenedAt: not null } head)
        {
            return NotFound();
        }

        await prepare.Choose(head, form.Revision, form.Over, form.Justification ?? "", form.ReasonForRest ?? "");
        if (thenReview)
        {
            return RedirectToAction(nameof(AwardController.Review), "Award", new { number, no });
        }

        this.Say(texts["The choice is saved."], texts["Nobody is told before it is decided."]);
        return Redirect($"~{head.Path}/comparison{view.Query(view.Page)}");
    }

    [HttpGet("{item:regex(^\\d{{4}}$)}")]
    public Task<IActionResult> Split(string number, int no, string item) => Opened(number, no, async head =>
        await SplitPage.Read(Db, head, item) is { } split ? View(split) : NotFound());

    [HttpPost("{item:regex(^\\d{{4}}$)}"), ShowAgain(nameof(Split))]
    public async Task<IActionResult> SaveSplit(string number, int no, string item, SplitForm form)
    {
        if (await HeadOf(number, no) is not { OpenedAt: not null } head)
        {
            return NotFound();
        }

        await prepare.Choose(head, form.Revision, evaluation => [form.Of(item, evaluation)], null);
        this.Say(texts["Item {0} is saved.", item]);
        return RedirectToAction(nameof(Matrix), new { number, no });
    }

    [HttpGet("answers")]
    public Task<IActionResult> Answers(string number, int no) => Opened(number, no, async head => View(await AnswersPage.Read(Db, head)));

    [HttpGet("terms")]
    public Task<IActionResult> Terms(string number, int no) => Opened(number, no, async head => View(await TermsPage.Read(Db, head)));

    [HttpGet("documents")]
    public Task<IActionResult> Documents(string number, int no) => Opened(number, no, async head => View(await DocumentsPage.Read(Db, head)));

    [HttpGet("charts")]
    public Task<IActionResult> Charts(string number, int no, string? item) => Opened(number, no, async head => View(ChartsPage.Of(await Evaluation.Read(Db, head, withLastPrices: true), item)));
}
