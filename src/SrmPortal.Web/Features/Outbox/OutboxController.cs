using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Outbox;

/// <summary>What has become of the portal's mails, and what the administrator can do about it.</summary>
[Route("administration/outbox"), Authorize(Roles = Roles.Administrator)]
public sealed class OutboxController(PortalDbContext db, SendMailAgain again, HoldMail hold, TryMail test, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Outbox(OutboxFilter filter) => View(await OutboxPage.Read(db, filter, HttpContext.Instant()));

    [HttpPost("pause"), ShowAgain(nameof(Outbox))]
    public async Task<IActionResult> Pause(PauseForm form)
    {
        await hold.Pause(form.Reason!, HttpContext.Instant());
        this.Say(texts["Mail is paused."], texts["It waits in its order; people’s lists in the portal go on."]);
        return RedirectToAction(nameof(Outbox));
    }

    [HttpPost("resume"), ShowAgain(nameof(Outbox))]
    public async Task<IActionResult> Resume()
    {
        await hold.Resume();
        this.Say(texts["Mail is sent again."], texts["What has waited goes first."]);
        return RedirectToAction(nameof(Outbox));
    }

    [HttpPost("test"), ShowAgain(nameof(Outbox))]
    public async Task<IActionResult> Test()
    {
        var address = await test.Ask();
        this.Say(texts["A test mail to {0} is queued.", address], texts["What becomes of it stands in this list."]);
        return RedirectToAction(nameof(Outbox));
    }

    [HttpPost("again"), ShowAgain(nameof(Outbox))]
    public async Task<IActionResult> AllAgain()
    {
        await again.All(HttpContext.Instant());
        this.Say(texts["All mails that failed in the last {0} days are queued again.", SendMailAgain.Days]);
        return RedirectToAction(nameof(Outbox));
    }

    [HttpPost("{code:regex(^[[\\w-]]{{24}}$)}/again"), ShowAgain(nameof(Outbox))]
    public async Task<IActionResult> Again(string code)
    {
        if (!await again.One(code, HttpContext.Instant()))
        {
            return NotFound();
        }

        this.Say(texts["The mail is queued again."]);
        return RedirectToAction(nameof(Outbox), new { view = OutboxView.Failed });
    }
}

public sealed class PauseForm
{
    public string? Reason { get; init; }

    public sealed class Validator : AbstractValidator<PauseForm>
    {
        public Validator(IStringLocalizer<Texts> texts) => RuleFor(form => form.Reason).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage(_ => texts["Say why: other administrators read it above every page."])
            .MaximumLength(MailGate.LongestReason).WithMessage(_ => texts["At most {0} characters.", MailGate.LongestReason]);
    }
}
