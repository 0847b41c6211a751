using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Staff;

/// <summary>The group's people on the portal: the administrator invites them, says what each does and where, blocks and lets in again.</summary>
[Route("administration/staff"), Authorize(Roles = Roles.Administrator)]
public sealed class StaffController(PortalDbContext db, CurrentScope scope, StaffPeople people, OpenWork work, IOptionsMonitor<AccountSettings> settings, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> List(StaffFilter filter) => View(await StaffListPage.Read(db, filter, settings.CurrentValue.TwoStep));

    [HttpGet("invite")]
    public async Task<IActionResult> Invite() => View(new InvitePage { Choices = await DutyChoices.Read(db, texts, null), Language = Language.Current });

    [HttpPost("invite"), ShowAgain(nameof(Invite))]
    public async Task<IActionResult> Add(StaffForm form, DutiesForm duties)
    {
        var person = await people.Invite(form, duties, HttpContext.Instant());
        return Done(person, texts["{0} is invited.", person.ShortName], texts["User name and activation link go to {0}; the link works for 7 days, once.", person.Email]);
    }

    [HttpGet("{userName}")]
    public async Task<IActionResult> Person(string userName) =>
        await StaffPage.Read(db, work, scope.Is.PersonId!.Value, userName, settings.CurrentValue.TwoStep, HttpContext.Instant()) is { } page ? View(page) : NotFound();

    [HttpPost("{userName}"), ShowAgain(nameof(Person))]
    public async Task<IActionResult> Save(string userName, StaffForm form) =>
        Done(await people.Change(userName, form, HttpContext.Instant()), texts["Saved."]);

    [HttpGet("{userName}/duties")]
    public async Task<IActionResult> Duties(string userName) => await DutiesPage.Read(db, texts, userName) is { } page ? View(page) : NotFound();

    [HttpPost("{userName}/duties"), ShowAgain(nameof(Duties))]
    public async Task<IActionResult> ChangeDuties(string userName, DutiesForm form) =>
        Done(await people.ChangeDuties(userName, form), texts["The roles are saved."], texts["They count from the next step on, also where the person is signed in just now."]);

    [HttpGet("{userName}/block")]
    public async Task<IActionResult> AskBlock(string userName) => await BlockPage.Read(db, work, userName, HttpContext.Instant()) is { } page ? View(page) : NotFound();

    [HttpPost("{userName}/block"), ShowAgain(nameof(AskBlock))]
    public async Task<IActionResult> Block(string userName, BlockForm form)
    {
        var person = await people.Block(userName, PlainText.Of(form.Reason), HttpContext.Instant());
        return Done(person, texts["{0} is blocked.", person?.ShortName ?? ""], texts["All sessions have ended, and mailed links let nobody in any more."]);
    }

    [HttpPost("{userName}/unblock"), ShowAgain(nameof(Person))]
    public async Task<IActionResult> Unblock(string userName)
    {
        var person = await people.Unblock(userName);
        return Done(person, texts["{0} can work on the portal again.", person?.ShortName ?? ""]);
    }

    [HttpPost("{userName}/access"), ShowAgain(nameof(Person))]
    public async Task<IActionResult> SendAgain(string userName)
    {
        var person = await people.SendAgain(userName, HttpContext.Instant());
        return Done(person, texts["The mail is sent again."], texts["It goes to {0}; earlier links do not work any more.", person?.Email ?? ""]);
    }

    [HttpPost("{userName}/reset"), ShowAgain(nameof(Person))]
    public async Task<IActionResult> Reset(string userName)
    {
        var person = await people.StartReset(userName, HttpContext.Instant());
        return Done(person, texts["The link for a new password is sent."], texts["{0} gets it at {1}; it works for 1 hour, once.", person?.ShortName ?? "", person?.Email ?? ""]);
    }

    private IActionResult Done(UserAccount? person, string bold, string? text = null)
    {
        if (person is null)
        {
            return NotFound();
        }

        this.Say(bold, text);
        return RedirectToAction(nameof(Person), new { userName = person.UserName });
    }
}
