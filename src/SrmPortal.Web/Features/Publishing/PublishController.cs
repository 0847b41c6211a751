using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>The last question before the invitations go out, or before an approver is asked.</summary>
[Route("events/{number}/{no:int}/draft/publish"), Authorize(Roles = Roles.Buyer)]
public sealed class PublishController(
    PortalDbContext db, CurrentScope scope, FactsForPublishing facts, PublishRound publish, AskForApproval approval, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Publish(string number, int no) =>
        await PublishPage.Read(db, facts, number, no, HttpContext) is { } page ? View(page) : NotFound();

    [HttpPost, ShowAgain(nameof(Publish))]
    public async Task<IActionResult> PublishNow(string number, int no)
    {
        if (await db.RoundAt(number, no) is not { } round)
        {
            return NotFound();
        }

        await publish.Publish(round, scope.Is.PersonId!.Value, HttpContext.Instant());
        this.Say(texts["{0} is published.", $"{number}/{no}"], texts["The invitations are on their way."]);
        return Redirect($"~/events/{number}/{no}/suppliers");
    }

    [HttpPost("approval"), ShowAgain(nameof(Publish))]
    public async Task<IActionResult> Send(string number, int no, ApprovalForm form)
    {
        if (await db.RoundAt(number, no) is not { } round)
        {
            return NotFound();
        }

        await approval.Send(round, scope.Is.PersonId!.Value, form.ApproverId ?? 0, HttpContext.Instant());
        this.Say(texts["{0} was sent for approval.", $"{number}/{no}"]);
        return RedirectToAction(nameof(DraftController.Basics), "Draft", new { number, no });
    }
}

public class ApprovalForm
{
    public long? ApproverId { get; init; }
}

public sealed class PublishPage : ApprovalForm, IDraftPage
{
    public required DraftFrame Frame { get; init; }

    public required IReadOnlyList<SelectListItem> Approvers { get; init; }

    /// <summary>Of a further round: who is invited, and who took part before and isn't, by name.</summary>
    public IReadOnlyList<string> Invited { get; init; } = [];

    public IReadOnlyList<string> LeftOut { get; init; } = [];

    public static async Task<PublishPage?> Read(PortalDbContext db, FactsForPublishing facts, string number, int no, HttpContext http)
    {
        if (await DraftFrame.Read(db, facts, number, no, DraftTab.Publish, http) is not { } frame)
        {
            return null;
        }

        long[] known = frame.Facts.Earlier is { } earlier ? [.. frame.Facts.Suppliers, .. earlier.LeftOut] : [];
        var names = known.Length == 0 ? [] : await db.Suppliers.Where(s => known.Contains(s.Id)).OrderBy(s => s.Name).Select(s => new { s.Id, s.Name }).ToListAsync();
        return new PublishPage
        {
            Frame = frame,
            Invited = [.. names.Where(one => frame.Facts.Suppliers.Contains(one.Id)).Select(one => one.Name)],
            LeftOut = [.. names.Where(one => !frame.Facts.Suppliers.Contains(one.Id)).Select(one => one.Name)],
            Approvers = frame.NeedsApproval ? await db.ApproversOf(frame.Round.Event) : [],
        };
    }
}
