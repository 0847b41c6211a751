using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>The applicant chooses a meeting of the qualification commission: by the mailed link on any device, or in the browser that has sent the registration.</summary>
[Route("registration"), AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class MeetingController(PortalDbContext db, CurrentScope scope, CommissionSeats seats, CaseMails mails, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("meeting")]
    public async Task<IActionResult> Meeting() => await Page(null) is { } page ? View(page) : Redirect("/registration/status");

    [HttpGet("status/{token}/meeting"), ByStatusLink]
    public async Task<IActionResult> MeetingByLink(string token) => await Page(token) is { } page ? View("Meeting", page) : NotFound();

    [HttpPost("meeting"), ShowAgain(nameof(Meeting))]
    public Task<IActionResult> Choose(MeetingForm form) => Chosen(form, "/registration/status");

    [HttpPost("status/{token}/meeting"), ByStatusLink, ShowAgain(nameof(MeetingByLink))]
    public Task<IActionResult> ChooseByLink(string token, MeetingForm form) => Chosen(form, $"/registration/status/{token}");

    private async Task<IActionResult> Chosen(MeetingForm form, string back)
    {
        if (await Own() is not { } own || !await seats.Choose(own.Number, form.Slot, HttpContext.Instant()))
        {
            return NotFound();
        }

        this.Say(texts["The commission expects you."], texts["The day stands on this page, and you get a mail with it."]);
        return Redirect(back);
    }

    private async Task<MeetingPage?> Page(string? token) => await Own() is { } own ? await MeetingPage.Read(db, own, token, mails, HttpContext.Instant()) : null;

    private async Task<AccreditationCase?> Own() => scope.Is.RegistrationId is { } registration
        ? await db.AccreditationCases.AsNoTracking().Include(c => c.Checks).SingleOrDefaultAsync(c => c.RegistrationId == registration) : null;
}

/// <summary>Which meeting.</summary>
public sealed class MeetingForm
{
    /// <summary>Its ten characters.</summary>
    public string? Slot { get; init; }
}

/// <summary>The meetings that can be chosen, or whom to call where there is none.</summary>
public sealed class MeetingPage
{
    private const int Most = 60;

    public required AccreditationCase Case { get; init; }

    public required AccreditationCheck Check { get; init; }

    /// <summary>Of the mailed link; null: this browser knows the registration.</summary>
    public required string? Token { get; init; }

    /// <summary>Those with a free seat and the own one, the earliest first.</summary>
    public required IReadOnlyList<CommissionSlot> Slots { get; init; }

    /// <summary>Who helps where no meeting fits; null: the support.</summary>
    public required ReplyTo? Head { get; init; }

    public string Back => Token is null ? "/registration/status" : $"/registration/status/{Token}";

    /// <summary>Named like the form's.</summary>
    public string? Slot => Slots.FirstOrDefault(slot => slot.Id == Check.SlotId)?.Code;

    public static async Task<MeetingPage?> Read(PortalDbContext db, AccreditationCase own, string? token, CaseMails mails, DateTime now)
    {
        if (own.Checks.FirstOrDefault(check => own.CanChooseSlot(check, now)) is not { } chosen)
        {
            return null;
        }

        return new MeetingPage
        {
            Case = own,
            Check = chosen,
            Token = token,
            Slots = await db.CommissionSlots.AsNoTracking()
                .Where(s => s.CheckCode == chosen.Code && !s.IsCancelled && s.At > now && (s.Taken < s.Capacity || s.Id == chosen.SlotId)).OrderBy(s => s.At).ThenBy(s => s.Id).Take(Most).ToListAsync(),
            Head = await mails.Head(),
        };
    }
}
