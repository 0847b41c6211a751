using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Team;

/// <summary>A buyer who goes away: names a deputy for some days, or hands all events over for good.</summary>
[Route("absence"), Authorize(Roles = Roles.Buyer)]
public sealed class AbsenceController(PortalDbContext db, CurrentScope scope, NameDeputy deputies, StandIn standIn, HandOverEvents events, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Absence() => View(await AbsencePage.Read(db, scope.Is, HttpContext.Instant()));

    [HttpPost, ShowAgain(nameof(Absence))]
    public async Task<IActionResult> Name(AbsenceForm form)
    {
        var now = HttpContext.Instant();
        var midnight = new TimeOnly(0, 0);
        List<BrokenRule> broken = [];
        var from = TypedInstant.Utc(form.From, midnight, Zones.Moscow, nameof(form.From), broken);
        var until = TypedInstant.Utc(form.Until?.AddDays(1), midnight, Zones.Moscow, nameof(form.Until), broken);
        RuleViolation.ThrowIfAny(broken);
        await deputies.Name(form.DeputyId!.Value, from!.Value < now ? now : from.Value, until!.Value, now);
        await standIn.RunFor(scope.Is.PersonId!.Value, now);
        this.Say(texts["The deputy is named."], texts["Your colleague is told, and acts in your events from the first to the last of these days."]);
        return RedirectToAction(nameof(Absence));
    }

    [HttpPost("{id:long}/end"), ShowAgain(nameof(Absence))]
    public async Task<IActionResult> End(long id)
    {
        var now = HttpContext.Instant();
        if (!await deputies.End(id, now))
        {
            return NotFound();
        }

        await standIn.RunFor(scope.Is.PersonId!.Value, now);
        this.Say(texts["The deputy acts in your events no more."]);
        return RedirectToAction(nameof(Absence));
    }

    [HttpGet("hand-over")]
    public async Task<IActionResult> HandOver(long? toId) =>
        View("HandOver", await HandOverPage.Read(db, events, "/absence/hand-over", scope.Is.PersonId, toId, choosesFrom: false, HttpContext.Instant()));

    [HttpPost("hand-over"), ShowAgain(nameof(HandOver))]
    public async Task<IActionResult> HandOverNow(HandOverForm form)
    {
        var count = await events.HandOver(scope.Is.PersonId!.Value, form.ToId!.Value, form.Stays, PlainText.Of(form.Reason), HttpContext.Instant());
        this.Say(Plural.Of(count, texts["{0} event is handed over.|{0} events are handed over."]), texts["Who is responsible now is told, and stands on the pages of the events."]);
        return Redirect("~/events");
    }
}

public class AbsenceForm
{
    public long? DeputyId { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? Until { get; init; }

    public sealed class Validator : AbstractValidator<AbsenceForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.DeputyId).NotNull().WithMessage(_ => texts["Choose a colleague."]);
            RuleFor(form => form.From).NotNull().WithMessage(_ => texts["Give the first day."]);
            RuleFor(form => form.Until).NotNull().WithMessage(_ => texts["Give the last day."]);
        }
    }
}

public class HandOverForm
{
    public long? FromId { get; init; }

    public long? ToId { get; init; }

    public bool Stays { get; init; }

    public string? Reason { get; init; }

    public sealed class Validator : AbstractValidator<HandOverForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.ToId).NotNull().WithMessage(_ => texts["Choose a colleague."]);
            RuleFor(form => form.Reason).NotEmpty().WithMessage(_ => texts["Say why: it stays in the history."]).MaximumLength(1000).WithMessage(_ => texts["At most {0} characters.", 1000]);
        }
    }
}
