using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>One round, for the suppliers that are invited and the staff that it concerns. What isn't theirs isn't there.</summary>
[Authorize(Roles = Roles.Supplier + "," + Roles.Buyer + "," + Roles.Approver + "," + Roles.Auditor)]
public sealed class EventController(PortalDbContext db, CurrentScope scope, AnswerInvitation answer, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Any way in which people paste a number: it goes to the round that is named, else to the current one.</summary>
    [HttpGet("events/{number}")]
    public async Task<IActionResult> Current(string number)
    {
        if (EventNumber.Find(number) is not var (digits, named))
        {
            return NotFound();
        }

        var no = await db.Rounds.Where(r => r.Number == digits && (named == null || r.No == named)).MaxAsync(r => (int?)r.No);
        return no is null ? NotFound() : RedirectToAction(nameof(Overview), new { number = digits, no });
    }

    [HttpGet("events/{number}/{no:int}")]
    public async Task<IActionResult> Overview(string number, int no)
    {
        if (await OverviewPage.Read(db, number, no, HttpContext) is not { } page)
        {
            return NotFound();
        }

        await RecordFirstReading(page.Frame);
        return Draft(page.Frame) ?? View(page);
    }

    [HttpGet("events/{number}/{no:int}/items")]
    public async Task<IActionResult> Items(string number, int no) =>
        await EventItemsPage.Read(db, number, no, HttpContext) is { } page ? Draft(page.Frame) ?? View(page) : NotFound();

    [HttpGet("events/{number}/{no:int}/questions")]
    public async Task<IActionResult> Questions(string number, int no) =>
        await EventQuestionsPage.Read(db, number, no, HttpContext) is { } page ? Draft(page.Frame) ?? View(page) : NotFound();

    [HttpGet("events/{number}/{no:int}/documents")]
    public async Task<IActionResult> Documents(string number, int no) =>
        await EventDocumentsPage.Read(db, number, no, HttpContext) is { } page ? Draft(page.Frame) ?? View(page) : NotFound();

    [HttpGet("events/{number}/{no:int}/history")]
    public async Task<IActionResult> History(string number, int no) =>
        await HistoryPage.Read(db, number, no, HttpContext) is { } page ? View(page) : NotFound();

    [HttpGet("events/{number}/{no:int}/print")]
    public async Task<IActionResult> Print(string number, int no) =>
        await PrintPage.Read(db, number, no, HttpContext) is { } page ? View(page) : NotFound();

    [HttpGet("events/{number}/{no:int}/draft/preview"), Authorize(Roles = Roles.Buyer)]
    public async Task<IActionResult> Preview(string number, int no) =>
        await OverviewPage.Read(db, number, no, HttpContext, isPreview: true) is { } page ? View(nameof(Overview), page) : NotFound();

    [HttpPost("events/{number}/{no:int}/take-part"), Authorize(Roles = Roles.Supplier), ShowAgain(nameof(Overview))]
    public async Task<IActionResult> TakePart(string number, int no)
    {
        if (await db.RoundAt(number, no) is not { } round)
        {
            return NotFound();
        }

        await answer.TakePart(round, HttpContext.Instant());
        this.Say(texts["The buyer sees that you will take part."], texts["It isn’t an offer yet."]);
        return RedirectToAction(nameof(Overview), new { number, no });
    }

    [HttpGet("events/{number}/{no:int}/decline"), Authorize(Roles = Roles.Supplier)]
    public async Task<IActionResult> Decline(string number, int no) =>
        await DeclinePage.Read(db, number, no, HttpContext) is { } page ? View(page) : NotFound();

    [HttpPost("events/{number}/{no:int}/decline"), Authorize(Roles = Roles.Supplier), ShowAgain(nameof(Decline))]
    public async Task<IActionResult> DeclineNow(string number, int no, DeclineForm form)
    {
        if (await db.RoundAt(number, no) is not { } round)
        {
            return NotFound();
        }

        await answer.Decline(round, PlainText.Of(form.Reason), HttpContext.Instant());
        this.Say(texts["You have declined to take part."], texts["You can change your mind until the deadline."]);
        return RedirectToAction(nameof(Overview), new { number, no });
    }

    /// <summary>The first time that somebody of the supplier opens it; a statement of its own, so that it waits for nobody.</summary>
    private async Task RecordFirstReading(EventFrame frame)
    {
        if (frame is { Card.Invitation.FirstReadAt: null, Reader.SupplierId: { } supplier })
        {
            await db.Invitations.Where(i => i.Round.Id == frame.Card.Id && i.SupplierId == supplier && i.FirstReadAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.FirstReadAt, frame.Now));
        }
    }

    // Who works on a draft or decides on it does so elsewhere; who only reads it, reads it here.
    private IActionResult? Draft(EventFrame frame) => frame.State is not (RoundState.Draft or RoundState.PendingApproval) ? null
        : scope.Is.Has(StaffRoles.Buyer) ? Redirect($"~{frame.Card.Path}/draft")
        : scope.Is.Has(StaffRoles.Approver) ? Redirect("~/approvals") : null;
}

public class DeclineForm
{
    public string? Reason { get; init; }

    public sealed class Validator : AbstractValidator<DeclineForm>
    {
        public Validator(IStringLocalizer<Texts> texts) =>
            RuleFor(form => form.Reason).NotEmpty().WithMessage(_ => texts["Say why, in a few words: it helps the buyer."])
                .MaximumLength(1000).WithMessage(_ => texts["At most {0} characters.", 1000]);
    }
}
