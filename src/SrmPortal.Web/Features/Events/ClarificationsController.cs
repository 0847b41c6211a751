using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>Questions of suppliers to the buyer, and the answers: each supplier sees its own, and what everybody is told.</summary>
[Route("events/{number}/{no:int}/clarifications"), Authorize(Roles = Roles.Supplier + "," + Roles.Buyer + "," + Roles.Approver + "," + Roles.Auditor)]
public sealed class ClarificationsController(PortalDbContext db, Clarify clarify, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Clarifications(string number, int no, int page = 1) =>
        await ClarificationsPage.Read(db, number, no, HttpContext, page) is { } shown ? View(shown) : NotFound();

    [HttpPost, Authorize(Roles = Roles.Supplier), ShowAgain(nameof(Clarifications))]
    public async Task<IActionResult> Ask(string number, int no, AskForm form)
    {
        if (await db.RoundAt(number, no) is not { } round)
        {
            return NotFound();
        }

        await clarify.Ask(round, form.Kind, PlainText.Of(form.Text), HttpContext.Instant());
        this.Say(texts["The buyer has your question."], texts["You get a mail when it is answered."]);
        return RedirectToAction(nameof(Clarifications), new { number, no });
    }

    [HttpGet("{id:long}"), Authorize(Roles = Roles.Buyer)]
    public async Task<IActionResult> Answer(string number, int no, long id) =>
        await AnswerPage.Read(db, number, no, id, HttpContext) is { } page ? View(page) : NotFound();

    [HttpPost("{id:long}"), Authorize(Roles = Roles.Buyer), ShowAgain(nameof(Answer))]
    public async Task<IActionResult> AnswerNow(string number, int no, long id, AnswerForm form)
    {
        var publicText = form.ToEverybody ? PlainText.Of(form.PublicText) : null;
        if (await db.RoundAt(number, no) is not { } round || !await clarify.Answer(round, id, publicText, PlainText.Of(form.Answer), HttpContext.Instant()))
        {
            return NotFound();
        }

        this.Say(texts["The answer is sent."]);
        return RedirectToAction(nameof(Clarifications), new { number, no });
    }
}

public class AskForm
{
    public ClarificationKind Kind { get; init; }

    public string? Text { get; init; }

    public sealed class Validator : AbstractValidator<AskForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.Kind).IsInEnum().WithMessage(_ => texts["Choose one."]);
            RuleFor(form => form.Text).NotEmpty().WithMessage(_ => texts["Write what you ask."])
                .MaximumLength(Clarification.TextLength).WithMessage(_ => texts["At most {0} characters.", Clarification.TextLength]);
        }
    }
}

public class AnswerForm
{
    public bool ToEverybody { get; init; } = true;

    /// <summary>The question as everybody reads it.</summary>
    public string? PublicText { get; init; }

    public string? Answer { get; init; }

    public sealed class Validator : AbstractValidator<AnswerForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.PublicText).NotEmpty().When(form => form.ToEverybody).WithMessage(_ => texts["Write the question as everybody may read it."])
                .MaximumLength(Clarification.TextLength).WithMessage(_ => texts["At most {0} characters.", Clarification.TextLength]);
            RuleFor(form => form.Answer).NotEmpty().WithMessage(_ => texts["Write the answer."])
                .MaximumLength(Clarification.TextLength).WithMessage(_ => texts["At most {0} characters.", Clarification.TextLength]);
        }
    }
}
