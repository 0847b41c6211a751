using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;
using SrmPortal.Web.Infrastructure.Telemetry;

namespace SrmPortal.Web.Features.Account;

/// <summary>In and out.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class SignInController(PortalDbContext db, CurrentScope scope, SignInPerson signIn, Sessions sessions) : Controller
{
    [HttpGet("/sign-in")]
    public async Task<IActionResult> SignIn(string? returnUrl, [FromQuery(Name = SignInPage.ForWhom)] string? mark) =>
        View(await SignInPage.Read(HttpContext, returnUrl, Request.HasFormContentType ? Request.Form[FormsOfSession.Kept] : default) with { Mark = mark });

    [HttpPost("/sign-in"), ShowAgain(nameof(SignIn)), CountsRejections]
    public async Task<IActionResult> Enter(SignInForm form, string? returnUrl, [FromQuery(Name = SignInPage.ForWhom)] string? mark, [FromServices] Arrival arrival)
    {
        var stands = await signIn.With(HttpContext, form.Login!, form.Password!, HttpContext.Instant(), arrival.Company(HttpContext, mark));
        return stands is not SignInStands.OwesCode ? arrival.To(this, stands is SignInStands.ChoosesCompany, returnUrl, mark)
            : arrival.KeepsForm(HttpContext) ? View(CodePage.View, CodePage.Of(HttpContext, returnUrl, mark))
            : RedirectToAction(nameof(SecondStepController.Code), "SecondStep", new { returnUrl, @for = mark });
    }

    [HttpPost("/sign-out"), ShowAgain(nameof(SignIn))]
    public async Task<IActionResult> Leave()
    {
        if (scope.Is.PersonId is { } person && await db.Accounts.FindAsync(person) is { } account)
        {
            db.Record(new SignedOut(account.UserName));
            await db.SaveChangesAsync();
        }

        await sessions.End(HttpContext);
        return LocalRedirect("~/");
    }
}

public sealed class SignInForm
{
    /// <summary>User name or e-mail.</summary>
    public string? Login { get; init; }

    public string? Password { get; init; }

    public sealed class Validator : AbstractValidator<SignInForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.Login).NotEmpty().WithMessage(_ => texts["Enter the user name or the e-mail."])
                .MaximumLength(254).WithMessage(_ => texts["That is too long for a user name or an e-mail."]);
            RuleFor(form => form.Password).IsTypedPassword(texts);
        }
    }
}

/// <param name="ReturnUrl">Where the person wanted to go.</param>
/// <param name="DemoPassword">Of the demonstration.</param>
/// <param name="Demo">Its accounts; none in a published portal.</param>
public sealed record SignInPage(string? ReturnUrl, string? DemoPassword, IReadOnlyList<DemoAccount> Demo)
{
    public const string View = "/Features/Account/SignIn.cshtml";

    /// <summary>In the address: for whom the form was shown that was sent when its session had ended, and that waits behind <see cref="ReturnUrl"/>.</summary>
    public const string ForWhom = "for";

    public string? Mark { get; init; }

    /// <summary>A form that was sent when its session had ended, sealed, for the browser to keep.</summary>
    public string? Kept { get; init; }

    public static async Task<SignInPage> Read(HttpContext http, string? returnUrl, string? kept)
    {
        var services = http.RequestServices;
        var demo = services.GetRequiredService<IHostEnvironment>().IsDevelopment() && string.IsNullOrEmpty(kept) ? services.GetService<IDemoAccounts>() : null;
        return new SignInPage(returnUrl, demo?.Password, demo is null ? [] : await demo.All()) { Kept = kept };
    }

    public string? Login { get; init; }

    public string? Password { get; init; }
}
