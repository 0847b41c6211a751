using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>The buyer gives more time, for all alike, before the deadline; or says once to all who asked that it stays.</summary>
[Route("events/{number}/{no:int}/extend"), Authorize(Roles = Roles.Buyer)]
public sealed class ExtendController(PortalDbContext db, Clarify clarify, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Extend(string number, int no) =>
        await ExtendPage.Read(db, number, no, HttpContext) is { } page ? View(page) : NotFound();

    [HttpPost, ShowAgain(nameof(Extend))]
    public async Task<IActionResult> ExtendNow(string number, int no, ExtendForm form)
    {
        if (await Round(number, no) is not var (id, zone))
        {
            return NotFound();
        }

        List<BrokenRule> broken = [];
        var deadline = TypedInstant.Utc(form.DeadlineDate, form.DeadlineTime, zone, nameof(form.DeadlineTime), broken);
        var until = TypedInstant.Utc(form.ClarificationsDate, form.ClarificationsTime, zone, nameof(form.ClarificationsTime), broken);
        RuleViolation.ThrowIfAny(broken);
        await clarify.Extend(id, deadline!.Value, until, PlainText.Of(form.Reason), HttpContext.Instant());
        this.Say(texts["Offers are accepted until {0}.", Shown.Deadline(deadline, zone)], texts["Everybody who was invited is told."]);
        return Redirect($"~/events/{number}/{no}");
    }

    [HttpPost("refuse"), ShowAgain(nameof(Extend))]
    public async Task<IActionResult> Refuse(string number, int no, RefuseMoreTimeForm form)
    {
        if (await db.RoundAt(number, no) is not { } round)
        {
            return NotFound();
        }

        await clarify.RefuseMoreTime(round, PlainText.Of(form.Answer), HttpContext.Instant());
        this.Say(texts["The answer is sent."], texts["The deadline stays."]);
        return Redirect($"~/events/{number}/{no}/clarifications");
    }

    private async Task<(long Id, string Zone)?> Round(string number, int no) =>
        await db.Rounds.Where(r => r.Number == number && r.No == no).Select(r => new { r.Id, r.TimeZone }).SingleOrDefaultAsync() is { } round
            ? (round.Id, round.TimeZone) : null;
}

public class ExtendForm
{
    public DateOnly? DeadlineDate { get; init; }

    public TimeOnly? DeadlineTime { get; init; }

    public DateOnly? ClarificationsDate { get; init; }

    public TimeOnly? ClarificationsTime { get; init; }

    public string? Reason { get; init; }

    public sealed class Validator : AbstractValidator<ExtendForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.DeadlineDate).NotNull().WithMessage(_ => texts["Give the date too."]);
            RuleFor(form => form.DeadlineTime).NotNull().WithMessage(_ => texts["Give the time too, for example 14:00."]);
            RuleFor(form => form.ClarificationsTime).NotNull().When(form => form.ClarificationsDate is not null).WithMessage(_ => texts["Give the time too, for example 14:00."]);
            RuleFor(form => form.ClarificationsDate).NotNull().When(form => form.ClarificationsTime is not null).WithMessage(_ => texts["Give the date too."]);
            RuleFor(form => form.Reason).NotEmpty().WithMessage(_ => texts["Say why. Everybody who was invited reads it."])
                .MaximumLength(1000).WithMessage(_ => texts["At most {0} characters.", 1000]);
        }
    }
}

public sealed class RefuseMoreTimeForm
{
    public string? Answer { get; init; }

    public sealed class Validator : AbstractValidator<RefuseMoreTimeForm>
    {
        public Validator(IStringLocalizer<Texts> texts) => RuleFor(form => form.Answer).NotEmpty().WithMessage(_ => texts["Write the answer."])
            .MaximumLength(1000).WithMessage(_ => texts["At most {0} characters.", 1000]);
    }
}

public sealed class ExtendPage : ExtendForm, IEventPage
{
    public required EventFrame Frame { get; init; }

    /// <summary>What those who ask for more time say, without who they are.</summary>
    public required IReadOnlyList<string> Wishes { get; init; }

    /// <summary>To those who asked, where the deadline stays.</summary>
    public string? Answer { get; init; }

    public static async Task<ExtendPage?> Read(PortalDbContext db, string number, int no, HttpContext http)
    {
        if (await EventFrame.Read(db, number, no, EventTab.None, http) is not { IsTeam: true, Card.PublishedAt: not null } frame)
        {
            return null;
        }

        var (card, zone) = (frame.Card, frame.Card.TimeZone);
        var (deadline, until) = (Zones.Local(card.Deadline, zone), card.ClarificationsUntil is { } asked ? Zones.Local(asked, zone) : (DateTime?)null);
        return new ExtendPage
        {
            Frame = frame,
            Wishes = await db.Clarifications.AsNoTracking().Where(c => c.RoundId == card.Id && c.Kind == ClarificationKind.MoreTime && c.Answer == null)
                .OrderBy(c => c.Id).Select(c => c.Text).ToListAsync(),
            DeadlineDate = DateOnly.FromDateTime(deadline),
            DeadlineTime = TimeOnly.FromDateTime(deadline),
            ClarificationsDate = until is { } day ? DateOnly.FromDateTime(day) : null,
            ClarificationsTime = until is { } time ? TimeOnly.FromDateTime(time) : null,
        };
    }
}
