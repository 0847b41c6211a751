using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Registration;

/// <summary>The applicant's address: have the mail sent again, or name another one.</summary>
[Route("registration/address"), AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class AddressController(OwnRegistration own, BeginRegistration begin, PortalDbContext db, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Address() => await own.Read() is { CanChangeStart: true } registration
        ? View(new AddressPage(registration.Applicant.Email)) : this.ToStart();

    [HttpPost, ShowAgain(nameof(Address))]
    public async Task<IActionResult> Change(AddressForm form)
    {
        if (!own.IsThere)
        {
            return this.ToStart();
        }

        await begin.ChangeAddress(Typed.Line(form.Email), HttpContext.Instant());
        this.Say(texts["The mail is on the way to {0}.", Typed.Line(form.Email)], texts["Look into the spam folder too."]);
        return RedirectToAction("Summary", "Summary");
    }

    [HttpPost("again"), ShowAgain(nameof(Address))]
    public async Task<IActionResult> Again()
    {
        if (!own.IsThere)
        {
            return this.ToStart();
        }

        var email = await db.InTransaction(async () =>
        {
            var registration = await own.ToChange();
            registration.AskForLink(HttpContext.Instant());
            return registration.Applicant.Email;
        });
        this.Say(texts["The mail is on the way to {0}.", email], texts["Look into the spam folder too."]);
        return RedirectToAction("Summary", "Summary");
    }
}

public sealed record AddressPage(string Email);

public sealed class AddressForm
{
    public string? Email { get; init; }

    public sealed class Validator : AbstractValidator<AddressForm>
    {
        public Validator(RuleMessages messages) => RuleFor(form => form.Email).Must(email => ContactWays.IsEmail(Typed.Line(email)))
            .WithMessage(_ => messages.Of(new(RegistrationRules.NotAnEmail)));
    }
}
