using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>The decision: a last look, then it is made or put to an approver; the end without one.</summary>
[Route("events/{number}/{no:int}"), Authorize(Roles = ComparisonController.Readers)]
public sealed class AwardController(
    PortalDbContext db, CurrentScope scope, DecideAward decide, EndWithoutAward end, IOptionsMonitor<AwardSettings> settings, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("award")]
    public Task<IActionResult> Review(string number, int no) => With(number, no, async head => head.OpenedAt is null
        ? Redirect($"~{head.Path}/opening")
        : View(await AwardPage.Read(db, head, scope.Is.PersonId ?? 0, settings.CurrentValue, withLastPrices: true)));

    [HttpPost("award/decide"), ShowAgain(nameof(Review))]
    public Task<IActionResult> Decide(string number, int no, AwardForm form) => With(number, no, async head =>
    {
        await decide.Decide(head, form.Revision, HttpContext.Instant());
        return Done(head, texts["The decision is made."], texts["Everybody who submitted is told the own outcome."]);
    });

    [HttpPost("award/propose"), ShowAgain(nameof(Review))]
    public Task<IActionResult> Propose(string number, int no, AwardForm form) => With(number, no, async head =>
    {
        await decide.Propose(head, form.Revision, form.Approver, HttpContext.Instant());
        return Done(head, texts["The decision is sent for approval."], texts["No supplier is told before it is approved."]);
    });

    [HttpPost("award/approve"), ShowAgain(nameof(Review))]
    public Task<IActionResult> Approve(string number, int no, AwardForm form) => With(number, no, async head =>
    {
        await decide.Approve(head, form.Revision, form.Comment ?? "", HttpContext.Instant());
        return Done(head, texts["The decision is approved."], texts["Everybody who submitted is told the own outcome."]);
    });

    [HttpPost("award/return"), ShowAgain(nameof(Review))]
    public Task<IActionResult> Return(string number, int no, AwardForm form) => With(number, no, async head =>
    {
        await decide.Return(head, form.Revision, form.Comment ?? "", HttpContext.Instant());
        return Done(head, texts["The decision is back with its author."], null);
    });

    [HttpGet("not-awarded")]
    public Task<IActionResult> NotAwarded(string number, int no) => With(number, no, head => Task.FromResult<IActionResult>(View(new EndPage(head))));

    [HttpPost("not-awarded"), ShowAgain(nameof(NotAwarded))]
    public Task<IActionResult> End(string number, int no, EndForm form) => With(number, no, async head =>
    {
        await end.End(head.Id, form.Reason ?? "", HttpContext.Instant());
        this.Say(texts["The event is ended without an award."], texts["Everybody who submitted is told."]);
        return Redirect($"~{head.Path}/protocol");
    });

    private async Task<IActionResult> With(string number, int no, Func<EvaluationHead, Task<IActionResult>> show) =>
        await EvaluationHead.Read(db, number, no, scope.Is.PersonId) is { PublishedAt: not null } head ? await show(head) : NotFound();

    private RedirectToActionResult Done(EvaluationHead head, string said, string? more)
    {
        this.Say(said, more);
        return RedirectToAction(nameof(Review), new { number = head.Number, no = head.No });
    }
}

/// <summary>Why nothing is chosen.</summary>
public sealed class EndForm
{
    public string? Reason { get; init; }

    internal sealed class Validator : AbstractValidator<EndForm>
    {
        public Validator() => RuleFor(form => form.Reason).MaximumLength(Domain.Sourcing.Round.EndReasonLength);
    }
}

/// <summary>Asks once before a round is ended without an award.</summary>
public sealed record EndPage(EvaluationHead Head)
{
    public string? Reason => "";

    /// <summary>Nothing was there to open, or the opened offers are all turned down.</summary>
    public bool CanEnd => Head.IsRunByReader && (Head.IsEvaluated || (Head.StoredState is Domain.Sourcing.RoundState.Published && Head.FoundEmptyAt is not null));
}
