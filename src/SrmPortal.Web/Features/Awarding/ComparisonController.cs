using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>The opened offers side by side, and what is chosen among them. Who may read them reads; who runs the event chooses.</summary>
[Route("events/{number}/{no:int}/comparison"), Authorize(Roles = Readers)]
public sealed class ComparisonController(PortalDbContext db, CurrentScope scope, PrepareAward prepare, IStringLocalizer<Texts> texts) : Controller
{
    internal const string Readers = Roles.Buyer + "," + Roles.Approver + "," + Roles.Auditor;

    [HttpGet]
    public Task<IActionResult> Matrix(string number, int no, [FromQuery(Name = "page")] int page = 1) => Opened(number, no, async head =>
        View(new ComparisonPage(await Evaluation.Read(db, head), page)));

    [HttpPost, ShowAgain(nameof(Matrix))]
    public async Task<IActionResult> Save(string number, int no, ChoicesForm form, bool thenReview, [FromQuery(Name = "page")] int page = 1)
    {
        if (await HeadOf(number, no) is not { OpenedAt: not null } head)
        {
            return NotFound();
        }

        await prepare.Choose(head, form.Revision, form.Over, form.Justification ?? "");
        if (thenReview)
        {
            return RedirectToAction(nameof(AwardController.Review), "Award", new { number, no });
        }

        this.Say(texts["The choice is saved."], texts["Nobody is told before it is decided."]);
        return RedirectToAction(nameof(Matrix), new { number, no, page = page > 1 ? page : (int?)null });
    }

    [HttpGet("{item:regex(^\\d{{4}}$)}")]
    public Task<IActionResult> Split(string number, int no, string item) => Opened(number, no, async head =>
        await SplitPage.Read(db, head, item) is { } split ? View(split) : NotFound());

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
    public Task<IActionResult> Answers(string number, int no) => Opened(number, no, async head => View(await AnswersPage.Read(db, head)));

    [HttpGet("terms")]
    public Task<IActionResult> Terms(string number, int no) => Opened(number, no, async head => View(await TermsPage.Read(db, head)));

    [HttpGet("documents")]
    public Task<IActionResult> Documents(string number, int no) => Opened(number, no, async head => View(await DocumentsPage.Read(db, head)));

    [HttpGet("documents/{file:regex(^[[0-9a-f]]{{32}}$)}")]
    public Task<IActionResult> Document(string number, int no, string file, [FromServices] OfferVault vault) => Opened(number, no, async head =>
        await db.OpenedAttachments.AsNoTracking().SingleOrDefaultAsync(a => a.RoundId == head.Id && a.File == file) is { } document
        && await vault.ReadOpenedAttachment(document) is { } bytes ? File(bytes, "application/octet-stream", document.Name) : NotFound());

    private Task<EvaluationHead?> HeadOf(string number, int no) => EvaluationHead.Read(db, number, no, scope.Is.PersonId);

    private async Task<IActionResult> Opened(string number, int no, Func<EvaluationHead, Task<IActionResult>> show) => await HeadOf(number, no) switch
    {
        null => NotFound(),
        { OpenedAt: null } => Redirect($"~/events/{number}/{no}/opening"),
        var head => await show(head),
    };
}
