using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;
using SrmPortal.Web.Infrastructure.Telemetry;

namespace SrmPortal.Web.Features.Account;

/// <summary>The second step of signing in.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class SecondStepController(SignInByCode signIn, Arrival arrival, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("/sign-in/code")]
    public async Task<IActionResult> Code(string? returnUrl, [FromQuery(Name = SignInPage.ForWhom)] string? mark)
    {
        var page = CodePage.Of(HttpContext, returnUrl, mark);
        // Too long after the password: a form that the browser keeps stays with it, and the way on is the first step again.
        return await HalfSignedIn.Of(HttpContext) is null && !HttpMethods.IsPost(Request.Method)
            ? RedirectToAction(nameof(SignInController.SignIn), "SignIn", new { returnUrl, @for = mark }) : View(CodePage.View, page);
    }

    [HttpPost("/sign-in/code"), ShowAgain(nameof(Code)), CountsRejections]
    public async Task<IActionResult> Enter(CodeForm form, string? returnUrl, [FromQuery(Name = SignInPage.ForWhom)] string? mark)
    {
        var half = await HalfSignedIn.Of(HttpContext);
        RuleViolation.ThrowIf(half is null, SignInRules.TooLate);
        var (mustChoose, left) = await signIn.With(HttpContext, half!, form, HttpContext.Instant(), arrival.Company(HttpContext, mark));
        if (left is { } codes)
        {
            this.Say(texts["You came in by a recovery code."], Plural.Of(codes, texts["{0} is left. Make new ones in your profile.|{0} are left. Make new ones in your profile."]));
        }

        return arrival.To(this, mustChoose, returnUrl, mark);
    }
}

public sealed class CodeForm
{
    /// <summary>Of the app.</summary>
    public string? Code { get; init; }

    /// <summary>Instead of it.</summary>
    public string? RecoveryCode { get; init; }

    public bool IsRecovery => !string.IsNullOrWhiteSpace(RecoveryCode);

    public sealed class Validator : AbstractValidator<CodeForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.Code).NotEmpty().When(form => !form.IsRecovery).WithMessage(_ => texts["Enter the six digits that the app shows."])
                .MaximumLength(40).WithMessage(_ => texts["Enter the six digits that the app shows."]);
            RuleFor(form => form.RecoveryCode).MaximumLength(40).WithMessage(_ => texts["A recovery code has ten letters and digits."]);
        }
    }
}

/// <param name="ReturnUrl">Where the person wanted to go.</param>
/// <param name="Mark">For whom a form was shown that waits behind it.</param>
/// <param name="Kept">A form that the browser keeps until the person is in.</param>
public sealed record CodePage(string? ReturnUrl, string? Mark, string? Kept)
{
    public const string View = "/Features/Account/Code.cshtml";

    public string? Code { get; init; }

    public string? RecoveryCode { get; init; }

    public static CodePage Of(HttpContext http, string? returnUrl, string? mark) =>
        new(returnUrl, mark, http.Request.HasFormContentType ? http.Request.Form[FormsOfSession.Kept].ToString() : null);
}
