using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Administration;

/// <summary>Who works at the accreditation desk: the reviewers of each check, and its head.</summary>
[Route("administration/desk"), Authorize(Roles = Roles.Administrator)]
public sealed class DeskStaffController(PortalDbContext db, AppointToDesk appoint, CurrentScope scope, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Desk() => View(await DeskStaffPage.Read(db, scope.Is.PersonId!.Value));

    [HttpPost("appointments"), ShowAgain(nameof(Desk))]
    public async Task<IActionResult> Appoint(DutyForm form)
    {
        await appoint.Appoint(form.PersonId ?? 0, form.Chosen(), scope.Is.PersonId!.Value);
        this.Say(texts["The appointment is saved."], texts["It counts at once."]);
        return RedirectToAction(nameof(Desk));
    }

    [HttpPost("dismissals"), ShowAgain(nameof(Desk))]
    public async Task<IActionResult> Dismiss(DutyForm form)
    {
        await appoint.Dismiss(form.PersonId ?? 0, form.Chosen());
        this.Say(texts["The appointment is taken back."], texts["Checks that were given to this person alone are open to the other reviewers again."]);
        return RedirectToAction(nameof(Desk));
    }
}

/// <summary>A person and what that person is at the desk.</summary>
public sealed class DutyForm
{
    /// <summary>Stands for the head of the desk; no check has such a code.</summary>
    public const string Head = "*";

    public long? PersonId { get; init; }

    /// <summary>The code of a check, or <see cref="Head"/>.</summary>
    public string? Duty { get; init; }

    public DeskDuty Chosen() => Duty == Head ? DeskDuty.Head : new DeskDuty(Duty ?? "");
}
