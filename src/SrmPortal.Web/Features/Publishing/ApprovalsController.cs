using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>What waits for an approver, and the decision on publishing or cancelling.</summary>
[Route("approvals"), Authorize(Roles = Roles.Approver)]
public sealed class ApprovalsController(
    PortalDbContext db, CurrentScope scope, FactsForPublishing facts, PublishRound publish, AskForApproval approval, CancelRound cancel, IStringLocalizer<Texts> texts)
    : Controller
{
    [HttpGet]
    public async Task<IActionResult> List() => View("Approvals", await ApprovalsPage.Read(db, Me, HttpContext.Instant()));

    [HttpGet("{number}/{no:int}/publishing")]
    public async Task<IActionResult> Publishing(string number, int no) =>
        await PublishingDecisionPage.Read(db, facts, number, no, Me, HttpContext) is { } page ? View("DecidePublishing", page) : NotFound();

    [HttpPost("{number}/{no:int}/publishing/approve"), ShowAgain(nameof(Publishing))]
    public Task<IActionResult> Approve(string number, int no) => Decide(number, no, texts["{0} is published.", $"{number}/{no}"],
        round => publish.Approve(round, Me, HttpContext.Instant()));

    [HttpPost("{number}/{no:int}/publishing/return"), ShowAgain(nameof(Publishing))]
    public Task<IActionResult> Return(string number, int no, DecisionForm form) => Decide(number, no, texts["{0} went back to its author.", $"{number}/{no}"],
        round => approval.GiveBack(round, Me, PlainText.Of(form.Comment)));

    [HttpGet("{number}/{no:int}/cancellation")]
    public async Task<IActionResult> Cancellation(string number, int no) =>
        await CancellationDecisionPage.Read(db, number, no, Me, HttpContext.Instant()) is { } page ? View("DecideCancellation", page) : NotFound();

    [HttpPost("{number}/{no:int}/cancellation/approve"), ShowAgain(nameof(Cancellation))]
    public Task<IActionResult> ApproveCancellation(string number, int no) => Decide(number, no, texts["{0} is cancelled.", $"{number}/{no}"],
        round => cancel.Approve(round, Me, HttpContext.Instant()));

    [HttpPost("{number}/{no:int}/cancellation/refuse"), ShowAgain(nameof(Cancellation))]
    public Task<IActionResult> RefuseCancellation(string number, int no, DecisionForm form) => Decide(number, no, texts["{0} goes on.", $"{number}/{no}"],
        round => cancel.Refuse(round, Me, PlainText.Of(form.Comment), HttpContext.Instant()));

    private long Me => scope.Is.PersonId!.Value;

    private async Task<IActionResult> Decide(string number, int no, string said, Func<long, Task<bool>> deed)
    {
        if (await db.RoundAt(number, no) is not { } round)
        {
            return NotFound();
        }

        await deed(round);
        this.Say(said);
        return RedirectToAction(nameof(List));
    }
}

public class DecisionForm
{
    public string? Comment { get; init; }

    public sealed class Validator : AbstractValidator<DecisionForm>
    {
        public Validator(IStringLocalizer<Texts> texts) =>
            RuleFor(form => form.Comment).MaximumLength(1000).WithMessage(_ => texts["At most {0} characters.", 1000]);
    }
}
