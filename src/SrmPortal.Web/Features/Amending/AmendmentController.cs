using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Amending;

/// <summary>An amendment of a published round from its beginning to its publishing: terms here, the other parts beside it.</summary>
[Route("events/{number}/{no:int}/amendment"), Authorize(Roles = Roles.Buyer)]
public sealed class AmendmentController(PortalDbContext db, CurrentScope scope, AmendRound amend, PublishingPolicy policy, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Terms(string number, int no)
    {
        if (await Draft(number, no, AmendmentTab.Terms) is { } draft)
        {
            return View(AmendTermsPage.Of(draft));
        }

        return await EventFrame.Read(db, number, no, EventTab.Amendment, HttpContext) is { IsTeam: true, Card.PublishedAt: not null } frame
            ? View("Begin", new BeginAmendmentPage(frame)) : NotFound();
    }

    [HttpPost("begin"), ShowAgain(nameof(Terms))]
    public async Task<IActionResult> Begin(string number, int no)
    {
        if (await db.RoundAt(number, no) is not { } round)
        {
            return NotFound();
        }

        await amend.Begin(round, HttpContext.Instant());
        return RedirectToAction(nameof(Terms), new { number, no });
    }

    [HttpPost, ShowAgain(nameof(Terms))]
    public Task<IActionResult> SaveTerms(string number, int no, AmendTermsForm form) => Change(number, no, texts["The terms are saved in the amendment."], nameof(Terms), (amendment, facts) =>
    {
        amendment.Revise(Me, StaleForm.Merge(form, AmendTermsForm.Of(amendment.Becomes)).Form.Changing(amendment.Becomes), facts.Now);
    });

    [HttpGet("review")]
    public async Task<IActionResult> Review(string number, int no) =>
        await Draft(number, no, AmendmentTab.Review) is { } draft ? View(ReviewPage.Of(draft)) : NotFound();

    [HttpPost("review"), ShowAgain(nameof(Review))]
    public Task<IActionResult> Explain(string number, int no, ReviewForm form) => Change(number, no, texts["It is saved. Look at the effect, then publish."], nameof(Publish), (amendment, facts) =>
    {
        var both = StaleForm.Merge(form, ReviewPage.FormOf(amendment)).Form;
        List<BrokenRule> broken = [];
        var deadline = TypedInstant.Utc(both.DeadlineDate, both.DeadlineTime, amendment.Round.TimeZone, nameof(form.DeadlineTime), broken);
        RuleViolation.ThrowIfAny(broken);
        amendment.Explain(Me, PlainText.Of(both.Reason), both.IsHeldMaterial, deadline, facts.Now);
        // Only what this page asks for: the faults of other parts are listed on it with the way to them.
        RuleViolation.ThrowIfAny(amendment.WhatBlocks(facts).Where(rule => rule.Field is "Reason" or "DeadlineDate"));
    });

    [HttpGet("publish")]
    public async Task<IActionResult> Publish(string number, int no) =>
        await Draft(number, no, AmendmentTab.Review) is { } draft ? View(await PublishAmendmentPage.Of(db, draft)) : NotFound();

    [HttpPost("publish"), ShowAgain(nameof(Publish))]
    public async Task<IActionResult> PublishNow(string number, int no, AmendmentDecisionForm form)
    {
        if (await db.RoundAt(number, no) is not { } round || !await amend.Publish(round, form.Revision, HttpContext.Instant()))
        {
            return NotFound();
        }

        this.Say(texts["The amendment is published."], texts["Everybody who is invited is told what changed."]);
        return Redirect($"~/events/{number}/{no}/history");
    }

    [HttpPost("publish/approval"), ShowAgain(nameof(Publish))]
    public async Task<IActionResult> Send(string number, int no, AmendmentDecisionForm form)
    {
        if (await db.RoundAt(number, no) is not { } round || !await amend.SendForApproval(round, form.Revision, form.ApproverId ?? 0, HttpContext.Instant()))
        {
            return NotFound();
        }

        this.Say(texts["The amendment was sent for approval."], texts["It can’t be changed while it waits."]);
        return RedirectToAction(nameof(Publish), new { number, no });
    }

    [HttpGet("discard")]
    public async Task<IActionResult> Discard(string number, int no) =>
        await Draft(number, no, AmendmentTab.None) is { } draft ? View(new AmendmentPage(draft)) : NotFound();

    [HttpPost("discard"), ShowAgain(nameof(Discard))]
    public async Task<IActionResult> DiscardNow(string number, int no)
    {
        if (await db.RoundAt(number, no) is not { } round || !await amend.Discard(round))
        {
            return NotFound();
        }

        this.Say(texts["The amendment is discarded."], texts["The event stays as it was published."]);
        return Redirect($"~/events/{number}/{no}");
    }

    private long Me => scope.Is.PersonId!.Value;

    private Task<AmendmentDraft?> Draft(string number, int no, AmendmentTab tab) => AmendmentDraft.Read(db, policy, number, no, tab, HttpContext);

    private async Task<IActionResult> Change(string number, int no, string said, string then, Action<Amendment, AmendmentFacts> change)
    {
        if (await db.RoundAt(number, no) is not { } round || !await amend.Change(round, HttpContext.Instant(), change))
        {
            return NotFound();
        }

        this.Say(said);
        return RedirectToAction(then, new { number, no });
    }
}
