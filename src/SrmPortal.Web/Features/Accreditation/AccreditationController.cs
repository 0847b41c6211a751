using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>The accreditation desk: the queue, one case, its documents, the decisions.</summary>
[Route("accreditation"), Authorize(Roles = $"{Roles.Reviewer},{Roles.HeadOfDesk}")]
public sealed class AccreditationController(
    PortalDbContext db, CurrentScope scope, DeskPeople people, DecideCheck decide, ArrangeCheck arrange, IFileStore store, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(DeskFilter filter) => View(await DeskPage.Read(db, scope.Is, filter, HttpContext.Instant()));

    [HttpGet("{number}")]
    public async Task<IActionResult> Case(string number, string? check, string? document)
    {
        if (await OpenedCase.Read(db, people, Me, Digits(number)) is not { } opened)
        {
            return NotFound();
        }

        if (opened.BeginsReview)
        {
            await arrange.BeginReview(opened.Registration!.Id);
            return RedirectToAction(nameof(Case), new { number, check, document });
        }

        // The one page that shows documents: each in a frame, from an address of the portal's own.
        Response.Headers.ContentSecurityPolicy = $"{SecurityHeaders.ContentSecurityPolicy}; frame-src 'self'";
        return View(await CasePage.Read(db, opened, check, document, HttpContext.Instant()));
    }

    /// <summary>What the head of the desk, and for its meeting the commission, arranges around one check.</summary>
    [HttpGet("{number}/{check}")]
    public async Task<IActionResult> Arrange(string number, string check) =>
        await OpenedCase.Read(db, people, Me, Digits(number)) is { } opened
        && await CasePage.Read(db, opened, check, null, HttpContext.Instant()) is { Chosen: { } chosen } page && (page.CanArrange(chosen) || !ModelState.IsValid)
            ? View(page) : NotFound();

    [HttpPost("{number}/{check}/decision"), ShowAgain(nameof(Case))]
    public async Task<IActionResult> Decide(string number, string check, DecideForm form)
    {
        if (await decide.Decide(Digits(number), check, form, Me, HttpContext.Instant()) is not { } state)
        {
            return NotFound();
        }

        this.Say(texts["The decision is recorded."], state switch
        {
            CaseState.Approved => texts["The company is a supplier now. Every person named gets a mail with user name and link."],
            CaseState.Rejected => texts["The application is rejected. The applicant gets a mail with your words."],
            CaseState.WaitingForSupplier => texts["The applicant gets a mail with your words and can correct what you have opened."],
            _ => texts["The applicant gets a mail with the result."],
        });
        return RedirectToAction(nameof(Case), new { number });
    }

    [HttpPost("{number}/{check}/rejection"), ShowAgain(nameof(Arrange))]
    public async Task<IActionResult> Reject(string number, string check, RejectForm form)
    {
        if (await decide.RejectOverdue(Digits(number), check, form, Me, HttpContext.Instant()) is null)
        {
            return NotFound();
        }

        this.Say(texts["The application is rejected. The applicant gets a mail with your words."]);
        return RedirectToAction(nameof(Case), new { number });
    }

    [HttpPost("{number}/{check}/reviewer"), ShowAgain(nameof(Arrange))]
    public async Task<IActionResult> Give(string number, string check, ArrangeForm form)
    {
        RuleViolation.ThrowIfAny(form.ReviewerId is null || !await db.Accounts.AnyAsync(a => a.Id == form.ReviewerId && a.State == AccountState.Active)
            ? [new BrokenRule(AccreditationRules.NotAppointed, nameof(ArrangeForm.ReviewerId))] : []);
        return await Arranged(number, arrange.Give(Digits(number), check, form.ReviewerId!.Value, Me));
    }

    [HttpPost("{number}/{check}/time"), ShowAgain(nameof(Arrange))]
    public async Task<IActionResult> Prolong(string number, string check, ArrangeForm form)
    {
        var now = HttpContext.Instant();
        RuleViolation.ThrowIfAny(form.Until is null ? [new BrokenRule(AccreditationRules.NotLater, nameof(ArrangeForm.Until), now)] : []);
        return await Arranged(number, arrange.Prolong(Digits(number), check, form.Until!.Value, Me, now));
    }

    [HttpPost("{number}/{check}/meeting"), ShowAgain(nameof(Arrange))]
    public async Task<IActionResult> SetMeeting(string number, string check, ArrangeForm form)
    {
        RuleViolation.ThrowIfAny(form.MeetingOn is null ? [new BrokenRule(AccreditationRules.MeetingPast, nameof(ArrangeForm.MeetingOn))] : []);
        return await Arranged(number, arrange.SetMeeting(Digits(number), check, form.MeetingOn!.Value, Me, HttpContext.Instant()));
    }

    /// <summary>A document of this case. Who took it, and when, is in the audit.</summary>
    [HttpGet("{number}/files/{token}")]
    public Task<IActionResult> Document(string number, string token) => Given(number, token, () => this.StoredFile(db, store, token, shown: false));

    /// <summary>The same inside the desk's page.</summary>
    [HttpGet("{number}/files/{token}/shown")]
    public Task<IActionResult> DocumentInPage(string number, string token) => Given(number, token, () => this.FileInFrame(db, store, token));

    private async Task<IActionResult> Given(string number, string token, Func<Task<IActionResult>> answer)
    {
        var digits = Digits(number);
        var found = await db.Files.AsNoTracking()
            .Where(f => f.Token == token && db.AccreditationCases.Any(c => c.Number == digits
                && (c.Id == f.CaseId || (c.RegistrationId != null && c.RegistrationId == f.RegistrationId) || (f.SupplierId != null && db.Registrations.Any(r => r.Id == c.RegistrationId && r.RenewsSupplierId == f.SupplierId)))))
            .Select(f => (long?)f.Id).SingleOrDefaultAsync();
        if (found is not { } fileId)
        {
            return NotFound();
        }

        db.Record(new DocumentDownloaded(AccreditationCase.Shown(digits), fileId));
        await db.SaveChangesAsync();
        return await answer();
    }

    private long Me => scope.Is.PersonId!.Value;

    // 4718-2093, Р-4718-2093 and 47182093 are the same case.
    internal static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));

    private async Task<IActionResult> Arranged(string number, Task<bool> deed)
    {
        if (!await deed)
        {
            return NotFound();
        }

        this.Say(texts["It is arranged."]);
        return RedirectToAction(nameof(Case), new { number });
    }
}
