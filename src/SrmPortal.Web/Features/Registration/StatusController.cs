using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Accreditation;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Registration;

/// <summary>Where the registration stands: by the mailed link on any device, or in the browser that has sent it.</summary>
[Route("registration"), AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class StatusController(OwnRegistration own, PortalDbContext db, ApplicantCookie cookie, AccreditationDesk desk) : Controller
{
    [HttpGet("status")]
    public async Task<IActionResult> Status() => await Page(null) ?? this.ToStart();

    [HttpGet("status/{token}"), ByStatusLink]
    public async Task<IActionResult> StatusByLink(string token)
    {
        if (await Page(token) is { } page)
        {
            return page;
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("LinkGone");
    }

    /// <summary>Goes on in this browser: to answer, to look at what was sent, to withdraw.</summary>
    [HttpPost("status/{token}"), ByStatusLink, ShowAgain(nameof(StatusByLink))]
    public async Task<IActionResult> Open(string token, string? to)
    {
        if (await own.Read() is not { } registration || !registration.CanBeRead(HttpContext.Instant()))
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return View("LinkGone");
        }

        if (registration.State is RegistrationState.Withdrawn)
        {
            // There is nothing to go on with; the page says so.
            return RedirectToAction(nameof(StatusByLink), new { token });
        }

        cookie.Write(HttpContext, registration.Id, registration.RenewsSupplierId);
        return to switch
        {
            "withdraw" => RedirectToAction(nameof(Withdraw)),
            "details" => RedirectToAction("Details", "Details"),
            "people" => RedirectToAction("People", "People"),
            "products" => RedirectToAction("Products", "Products"),
            "documents" => RedirectToAction("Documents", "Documents"),
            _ => RedirectToAction("Summary", "Summary"),
        };
    }

    [HttpGet("withdraw")]
    public async Task<IActionResult> Withdraw() => await own.Read() is { CanWithdraw: true } registration
        ? View(new StatusPage(registration, null)) : RedirectToAction(nameof(Status));

    [HttpPost("withdraw"), ShowAgain(nameof(Withdraw))]
    public async Task<IActionResult> WithdrawNow()
    {
        if (!own.IsThere)
        {
            return this.ToStart();
        }

        await db.InTransaction(async () =>
        {
            var registration = await own.ToChange();
            registration.Withdraw(HttpContext.Instant());
            await desk.Cancel(registration, HttpContext.Instant());
            return registration;
        });
        return RedirectToAction(nameof(Status));
    }

    private async Task<IActionResult?> Page(string? token) =>
        await own.Read() is { } registration && (registration.Number is not null || registration.IsFinal) && registration.CanBeRead(HttpContext.Instant()) ? View("Status", new StatusPage(registration, token) with { Tracker = await Tracker.Read(db, registration.Id, token, HttpContext.Instant()) }) : null;
}

/// <summary>The status of what was sent.</summary>
/// <param name="Registration">The applicant's own.</param>
/// <param name="Token">Of the link by which it was opened; null: this browser knows it.</param>
public sealed record StatusPage(SupplierRegistration Registration, string? Token)
{
    /// <summary>How the accreditation goes; null before it is sent.</summary>
    public Tracker? Tracker { get; init; }

    /// <summary>The steps that can be corrected now, in the words of the addresses.</summary>
    public IEnumerable<(RegistrationParts Part, string To)> Open => Registration.OpenParts.Each().Select(part => (part, part switch
    {
        RegistrationParts.Details => "details",
        RegistrationParts.People => "people",
        RegistrationParts.Categories => "products",
        _ => "documents",
    }));

    /// <summary>What each check that waits for an answer asks, in the reviewer's words.</summary>
    public IEnumerable<(string Check, string Question)> Questions => Registration.State is not RegistrationState.ReturnedForCorrection || Tracker is null ? []
        : Tracker.Case.Checks.Where(check => check.State is CheckState.InformationRequested)
            .Select(check => (check.Title, Tracker.Case.LastDecisionOn(check)?.Comment ?? "")).Where(one => one.Item2.Length > 0);
}
