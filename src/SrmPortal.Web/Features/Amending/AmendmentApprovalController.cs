using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Amending;

/// <summary>An amendment that raises the value above the threshold, before somebody who isn't of the team.</summary>
[Route("approvals/{number}/{no:int}/amendment"), Authorize(Roles = Roles.Approver)]
public sealed class AmendmentApprovalController(PortalDbContext db, CurrentScope scope, AmendRound amend, PublishingPolicy policy, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Decide(string number, int no) =>
        await DecideAmendmentPage.Read(db, policy, number, no, Me, HttpContext) is { } page ? View(page) : NotFound();

    [HttpPost("approve"), ShowAgain(nameof(Decide))]
    public async Task<IActionResult> Approve(string number, int no, AmendmentDecisionForm form)
    {
        if (await db.RoundAt(number, no) is not { } round || !await amend.Approve(round, form.Revision, HttpContext.Instant()))
        {
            return NotFound();
        }

        this.Say(texts["The amendment is published."], texts["Everybody who is invited is told what changed."]);
        return Redirect("~/approvals");
    }

    [HttpPost("return"), ShowAgain(nameof(Decide))]
    public async Task<IActionResult> Return(string number, int no, int revision, DecisionForm form)
    {
        if (await db.RoundAt(number, no) is not { } round || !await amend.GiveBack(round, revision, PlainText.Of(form.Comment), HttpContext.Instant()))
        {
            return NotFound();
        }

        this.Say(texts["The amendment went back to the buyer."]);
        return Redirect("~/approvals");
    }

    private long Me => scope.Is.PersonId!.Value;
}

/// <summary>The amendment as its approver sees it: the comparison, and the value before and after.</summary>
public sealed class DecideAmendmentPage : DecisionForm, IAmendmentPage
{
    public required AmendmentDraft Draft { get; init; }

    public EventFrame Frame => Draft.Frame;

    public int Revision => Draft.Amendment.Revision;

    public required string Author { get; init; }

    /// <summary>In the currency of comparison; null where it isn't known.</summary>
    public required decimal? WorthWas { get; init; }

    public required decimal? WorthBecomes { get; init; }

    public required bool MayDecide { get; init; }

    public required IReadOnlyList<BrokenRule> Blocks { get; init; }

    /// <summary>Null: nothing was put to this reader.</summary>
    public static async Task<DecideAmendmentPage?> Read(PortalDbContext db, PublishingPolicy policy, string number, int no, long me, HttpContext http)
    {
        if (await EventFrame.Read(db, number, no, EventTab.Amendment, http) is not { } frame
            || await db.OpenAmendments(frame.Card.Id).AsNoTracking().SingleOrDefaultAsync(a => a.ApproverId == me && a.State == AmendmentState.PendingApproval) is not { } amendment)
        {
            return null;
        }

        var draft = new AmendmentDraft(frame, amendment, await db.FactsForAmendment(policy, http.Instant()), AmendmentTab.None);
        return new DecideAmendmentPage
        {
            Draft = draft,
            Author = await db.Accounts.Where(a => a.Id == amendment.SentForApprovalById).Select(a => a.FullName).SingleAsync(),
            WorthWas = amendment.Round.With(amendment.Was).WorthFor(null),
            WorthBecomes = amendment.Round.With(amendment.Becomes).WorthFor(null),
            MayDecide = amendment.CanBeDecidedBy(me, draft.Facts.Now),
            Blocks = [.. amendment.WhatBlocks(draft.Facts)],
        };
    }
}
