using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Support;

/// <summary>Somebody who calls: who it is, whether it is that person, and what may be done then.</summary>
[Route("support/people/{userName}"), Authorize(Roles = Roles.Support)]
public sealed class CallersController(PortalDbContext db, CurrentScope scope, HelpPerson help, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Person(string userName) => await PersonPage.Read(db, scope.Is, userName, SessionCookie.Settled(HttpContext), HttpContext.Instant()) is { } page ? View(page) : NotFound();

    [HttpPost("caller"), ShowAgain(nameof(Person))]
    public async Task<IActionResult> Recognise(string userName, CallerForm form) => Done(userName, await help.Recognise(userName, form.Facts, HttpContext.Instant()),
        texts["The answers are recorded."], texts["For {0} minutes you can help this person.", CallerCheck.ValidFor.TotalMinutes]);

    [HttpPost("unlock"), ShowAgain(nameof(Person))]
    public async Task<IActionResult> Unlock(string userName) => Done(userName, await help.Unlock(userName, HttpContext.Instant()),
        texts["Signing in is open again."], texts["The holder gets a mail about it."]);

    [HttpPost("access"), ShowAgain(nameof(Person))]
    public async Task<IActionResult> SendAccess(string userName, AccessForm form) => Done(userName, await help.SendAccess(userName, form.Due, HttpContext.Instant()),
        texts["The link is on its way."], texts["It goes to the address on file, to no other."]);

    [HttpPost("second-step"), ShowAgain(nameof(Person))]
    public async Task<IActionResult> SwitchOff(string userName, SwitchOffForm form) => Done(userName, await help.SwitchOffSecondStep(userName, form.Reason, HttpContext.Instant()),
        texts["The second step is off, and all sessions have ended."], texts["The holder gets a mail about it."]);

    [HttpPost("sessions"), ShowAgain(nameof(Person))]
    public async Task<IActionResult> EndSessions(string userName) => Done(userName, await help.EndSessions(userName, HttpContext.Instant()),
        texts["All sessions have ended."], texts["The holder gets a mail about it."]);

    private IActionResult Done(string userName, UserAccount? account, string said, string more)
    {
        if (account is null)
        {
            return NotFound();
        }

        this.Say(said, more);
        return RedirectToAction(nameof(Person), new { userName });
    }
}

/// <summary>What the caller has answered rightly.</summary>
public sealed class CallerForm
{
    public List<CallerFact> Facts { get; init; } = [];
}

/// <summary>Which way in is sent again.</summary>
public sealed class AccessForm
{
    /// <summary>What was due when the page was read.</summary>
    public DueAccess Due { get; init; }
}

/// <summary>Why the password alone is to let in.</summary>
public sealed class SwitchOffForm
{
    public string? Reason { get; init; }
}
