using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>The buyer cancels a round: at once before the deadline, through an approver after it.</summary>
[Route("events/{number}/{no:int}/cancel"), Authorize(Roles = Roles.Buyer)]
public sealed class CancelController(PortalDbContext db, CurrentScope scope, CancelRound cancel, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Cancel(string number, int no) =>
        await CancelPage.Read(db, number, no, Me, HttpContext.Instant()) is { } page ? View(page) : NotFound();

    [HttpPost, ShowAgain(nameof(Cancel))]
    public async Task<IActionResult> CancelNow(string number, int no, CancelForm form)
    {
        if (await db.RoundAt(number, no) is not { } round)
        {
            return NotFound();
        }

        await cancel.Cancel(round, Me, PlainText.Of(form.Reason), HttpContext.Instant());
        this.Say(texts["{0} is cancelled.", $"{number}/{no}"], texts["Everybody who was invited is told."]);
        return Redirect($"~/events/{number}/{no}");
    }

    [HttpPost("ask"), ShowAgain(nameof(Cancel))]
    public async Task<IActionResult> Ask(string number, int no, CancelForm form)
    {
        if (await db.RoundAt(number, no) is not { } round)
        {
            return NotFound();
        }

        await cancel.Ask(round, Me, PlainText.Of(form.Reason), form.ApproverId ?? 0, HttpContext.Instant());
        this.Say(texts["The cancellation waits for approval."]);
        return Redirect($"~/events/{number}/{no}");
    }

    private long Me => scope.Is.PersonId!.Value;
}

public class CancelForm
{
    public string? Reason { get; init; }

    public long? ApproverId { get; init; }

    public sealed class Validator : AbstractValidator<CancelForm>
    {
        public Validator(IStringLocalizer<Texts> texts) =>
            RuleFor(form => form.Reason).NotEmpty().WithMessage(_ => texts["Say why. Everybody who was invited reads it."])
                .MaximumLength(1000).WithMessage(_ => texts["At most {0} characters.", 1000]);
    }
}

public sealed class CancelPage : CancelForm
{
    public required Round Round { get; init; }

    public required int Invited { get; init; }

    /// <summary>Empty where nobody has to be asked.</summary>
    public required IReadOnlyList<SelectListItem> Approvers { get; init; }

    public required bool NeedsApprover { get; init; }

    public required bool IsPossible { get; init; }

    public static async Task<CancelPage?> Read(PortalDbContext db, string number, int no, long me, DateTime now)
    {
        var round = await db.Rounds.AsNoTracking().Include(r => r.Event).SingleOrDefaultAsync(r => r.Event.Number == number && r.No == no);
        if (round is null || !round.Event.IsRunBy(me))
        {
            return null;
        }

        var needsApprover = round.CanAskToCancelAt(now);
        return new CancelPage
        {
            Round = round,
            IsPossible = needsApprover || round.CanBeCancelledAt(now),
            Invited = await db.Invitations.CountAsync(i => i.Round.Id == round.Id),
            NeedsApprover = needsApprover,
            Approvers = needsApprover ? await db.ApproversOf(round.Event) : [],
        };
    }
}
