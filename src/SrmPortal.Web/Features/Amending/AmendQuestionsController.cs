using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Amending;

/// <summary>The questionnaire as the amendment leaves it.</summary>
[Route("events/{number}/{no:int}/amendment/questions"), Authorize(Roles = Roles.Buyer)]
public sealed class AmendQuestionsController(PortalDbContext db, AmendRound amend, PublishingPolicy policy, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = "{question:regex(^[[0-9]]{{1,3}}$|^new$)}", OneThere = "{question:regex(^[[0-9]]{{1,3}}$)}";

    [HttpGet]
    public async Task<IActionResult> Questions(string number, int no) => await Draft(number, no) is { } draft ? View(new AmendmentPage(draft)) : NotFound();

    [HttpGet(One)]
    public async Task<IActionResult> Question(string number, int no, string question) =>
        await Draft(number, no) is { } draft && AmendQuestionPage.Of(draft, question) is { } page ? View(page) : NotFound();

    [HttpPost(One), ShowAgain(nameof(Question))]
    public Task<IActionResult> Save(string number, int no, string question, QuestionForm form) => Change(number, no, texts["The question is saved in the amendment."], (amendment, content) =>
    {
        if (question == QuestionPage.New)
        {
            return [.. content.Questions, form.Question(amendment.NextQuestion)];
        }

        var there = content.Questions.SingleOrDefault(one => one.No == QuestionPage.NoOf(question));
        RuleViolation.ThrowIf(there is null, RoundRules.NoSuchQuestion, question);
        var both = StaleForm.Merge(form, QuestionPage.Of(there!)).Form;
        return [.. content.Questions.Select(one => one.No == there!.No ? both.Question(one.No) : one)];
    });

    [HttpPost(OneThere + "/remove"), ShowAgain(nameof(Question))]
    public Task<IActionResult> Remove(string number, int no, string question) => Change(number, no, texts["Question {0} will be removed by the amendment.", question], (_, content) =>
        [.. content.Questions.Where(one => one.No != QuestionPage.NoOf(question))]);

    [HttpPost(OneThere + "/restore"), ShowAgain(nameof(Questions))]
    public Task<IActionResult> Restore(string number, int no, string question) => Change(number, no, texts["Question {0} is as it was published.", question], (amendment, content) =>
        [.. content.Questions.Where(one => one.No != QuestionPage.NoOf(question)).Concat(amendment.Was.Questions.Where(one => one.No == QuestionPage.NoOf(question))).OrderBy(one => one.No)]);

    private Task<AmendmentDraft?> Draft(string number, int no) => AmendmentDraft.Read(db, policy, number, no, AmendmentTab.Questions, HttpContext);

    private async Task<IActionResult> Change(string number, int no, string said, Func<Amendment, RoundContent, IReadOnlyList<RoundQuestion>> change)
    {
        if (await db.RoundAt(number, no) is not { } round || !await amend.Revise(round, HttpContext.Instant(), amendment =>
            amendment.Becomes with { Questions = change(amendment, amendment.Becomes) }))
        {
            return NotFound();
        }

        this.Say(said);
        return RedirectToAction(nameof(Questions), new { number, no });
    }
}

public sealed class AmendQuestionPage(QuestionForm now) : QuestionForm(now), IAmendmentPage
{
    public required AmendmentDraft Draft { get; init; }

    public EventFrame Frame => Draft.Frame;

    public required string No { get; init; }

    public bool IsNew => No == QuestionPage.New;

    public bool IsChanged => !IsNew && Draft.Of(ContentPart.Questions, QuestionPage.NoOf(No).ToString("000", CultureInfo.InvariantCulture)) is { Kind: ChangeKind.Changed };

    public IEnumerable<SelectListItem> Items => Draft.Amendment.Becomes.Items.Select(item => new SelectListItem($"{item.Number} {item.Name}", item.Number));

    public static AmendQuestionPage? Of(AmendmentDraft draft, string question)
    {
        var there = question == QuestionPage.New ? null : draft.Amendment.Becomes.Questions.SingleOrDefault(one => one.No == QuestionPage.NoOf(question));
        if (there is null && question != QuestionPage.New)
        {
            return null;
        }

        var now = there is null ? new QuestionForm() : QuestionPage.Of(there);
        return new AmendQuestionPage(now)
        {
            Draft = draft,
            No = question,
        };
    }
}
