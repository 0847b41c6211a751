using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Links;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Account;

/// <summary>Ways in by a mailed link. Opening one changes nothing, since mail scanners open links too; the button does it.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class AccessController(
    PortalDbContext db, SecretLinks links, SetPassword setPassword, AskNewPassword askNewPassword, UnlockSignIn unlock, SignInPerson signIn,
    IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("/forgotten")]
    public IActionResult Forgotten() => View(new ForgottenForm());

    [HttpPost("/forgotten"), ShowAgain(nameof(Forgotten))]
    public async Task<IActionResult> Ask(ForgottenForm form)
    {
        await askNewPassword.By(form.Login!, HttpContext.Instant());
        return RedirectToAction(nameof(Asked));
    }

    [HttpGet("/forgotten/sent")]
    public IActionResult Asked() => View();

    [HttpGet("/activate/{token}")]
    public Task<IActionResult> Activate(string token) => Page(AccountLinks.Activation, token);

    [HttpPost("/activate/{token}"), ShowAgain(nameof(Activate))]
    public Task<IActionResult> SetFirst(string token, PasswordForm form) => Set(AccountLinks.Activation, token, form);

    [HttpPost("/activate/{token}/again"), ShowAgain(nameof(Activate))]
    public Task<IActionResult> ActivateAgain(string token) => Again(AccountLinks.Activation, token);

    [HttpGet("/new-password/{token}")]
    public Task<IActionResult> NewPassword(string token) => Page(AccountLinks.NewPassword, token);

    [HttpPost("/new-password/{token}"), ShowAgain(nameof(NewPassword))]
    public Task<IActionResult> ChooseNew(string token, PasswordForm form) => Set(AccountLinks.NewPassword, token, form);

    [HttpPost("/new-password/{token}/again"), ShowAgain(nameof(NewPassword))]
    public Task<IActionResult> NewPasswordAgain(string token) => Again(AccountLinks.NewPassword, token);

    [HttpGet("/unlock/{token}")]
    public async Task<IActionResult> Unlock(string token)
    {
        var link = await links.Find(AccountLinks.Unlock, token, HttpContext.Instant());
        return link.IsValid ? View() : Invalid(link, null);
    }

    [HttpPost("/unlock/{token}"), ShowAgain(nameof(Unlock))]
    public async Task<IActionResult> OpenSignIn(string token)
    {
        await unlock.By(HttpContext, token, HttpContext.Instant());
        this.Say(texts["Signing in is open again."], texts["Wrong passwords that others try elsewhere do not close it in this browser any more."]);
        return RedirectToAction(nameof(SignInController.SignIn), "SignIn");
    }

    [HttpGet("/new-email/{token}")]
    public async Task<IActionResult> NewEmail(string token)
    {
        var link = await links.Find(AccountLinks.NewEmail, token, HttpContext.Instant());
        var account = await db.Accounts.IgnoreQueryFilters([Walls.Person]).AsNoTracking().Where(a => a.Id == link.SubjectId && a.NewEmail != null)
            .Select(a => new ConfirmEmailPage(a.UserName, a.NewEmail!)).SingleOrDefaultAsync();
        return link.IsValid && account is not null ? View("ConfirmEmail", account) : Invalid(link, null);
    }

    [HttpPost("/new-email/{token}"), ShowAgain(nameof(NewEmail))]
    public async Task<IActionResult> ConfirmNewEmail(string token, [FromServices] ChangeEmail change)
    {
        await change.Confirm(token, HttpContext.Instant());
        this.Say(texts["The new address stands."], texts["Sign in with it from now on; the user name stays as it was."]);
        return LocalRedirect("~/");
    }

    private async Task<IActionResult> Page(LinkPurpose purpose, string token)
    {
        var link = await links.Find(purpose, token, HttpContext.Instant());
        var account = await db.Accounts.IgnoreQueryFilters([Walls.Person]).AsNoTracking().Where(a => a.Id == link.SubjectId)
            .Select(a => new { a.UserName, a.FullName, a.State }).SingleOrDefaultAsync();
        return link.IsValid && account is { State: not AccountState.Deactivated }
            ? View("SetPassword", new SetPasswordPage(account.UserName, account.FullName, purpose == AccountLinks.Activation))
            : Invalid(link, account?.State);
    }

    private ViewResult Invalid(FoundLink link, AccountState? state)
    {
        Response.StatusCode = link.State is LinkState.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        return View("LinkNotValid", new LinkNotValidPage(link.State, state));
    }

    private async Task<IActionResult> Set(LinkPurpose purpose, string token, PasswordForm form)
    {
        var now = HttpContext.Instant();
        var account = await setPassword.ByLink(purpose, token, form.NewPassword!, nameof(PasswordForm.NewPassword), now);
        var stands = await signIn.AfterPassword(HttpContext, account, now);
        if (stands is SignInStands.OwesCode)
        {
            this.Say(texts["The password is set."]);
            return RedirectToAction(nameof(SecondStepController.Code), "SecondStep");
        }

        this.Say(texts["The password is set, you are signed in."]);
        return stands is SignInStands.ChoosesCompany ? RedirectToAction(nameof(ChooseCompanyController.Choose), "ChooseCompany") : LocalRedirect("~/");
    }

    /// <summary>A link that is used up or too old still tells to whom a new one goes: to the address on file, whoever asks.</summary>
    private async Task<IActionResult> Again(LinkPurpose purpose, string token)
    {
        var now = HttpContext.Instant();
        var link = await links.Find(purpose, token, now);
        if (link.State is LinkState.Unknown)
        {
            return NotFound();
        }

        var userName = await db.Accounts.IgnoreQueryFilters([Walls.Person]).Where(a => a.Id == link.SubjectId).Select(a => a.UserName).SingleAsync();
        await askNewPassword.By(userName, now);
        return RedirectToAction(nameof(Asked));
    }
}

public sealed class ForgottenForm
{
    /// <summary>User name or e-mail.</summary>
    public string? Login { get; init; }

    public sealed class Validator : AbstractValidator<ForgottenForm>
    {
        public Validator(IStringLocalizer<Texts> texts) => RuleFor(form => form.Login)
            .NotEmpty().WithMessage(_ => texts["Enter the user name or the e-mail."])
            .MaximumLength(254).WithMessage(_ => texts["That is too long for a user name or an e-mail."]);
    }
}

public sealed class PasswordForm
{
    public string? NewPassword { get; init; }

    /// <summary>What a good password is, the policy says.</summary>
    public sealed class Validator : AbstractValidator<PasswordForm>
    {
        public Validator(IStringLocalizer<Texts> texts) =>
            RuleFor(form => form.NewPassword).NotEmpty().WithMessage(_ => texts["Enter the password."]);
    }
}

/// <param name="UserName">So that the browser's keeper of passwords knows it.</param>
/// <param name="FullName">Whose account it is.</param>
/// <param name="IsFirst">Whether the account is activated by it.</param>
public sealed record SetPasswordPage(string UserName, string FullName, bool IsFirst)
{
    public string? NewPassword { get; init; }
}

/// <param name="UserName">Whose address it becomes.</param>
/// <param name="NewEmail">To be confirmed.</param>
public sealed record ConfirmEmailPage(string UserName, string NewEmail);

/// <param name="Link">Why it lets nobody in.</param>
/// <param name="Account">Null for a link that is not one.</param>
public sealed record LinkNotValidPage(LinkState Link, AccountState? Account);
