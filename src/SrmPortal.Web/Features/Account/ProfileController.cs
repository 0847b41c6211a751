using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>What a person decides about the own account, whatever the role.</summary>
[Route("profile"), Authorize(Roles = Roles.Person)]
public sealed class ProfileController(
    PortalDbContext db, CurrentScope scope, SetPassword setPassword, SignInPerson signIn, IPasswordCheck check, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Profile() => View(await ProfilePage.Read(db, scope.Is));

    [HttpPost, ShowAgain(nameof(Profile))]
    public async Task<IActionResult> Save(ProfileForm form)
    {
        await db.InTransaction(async () =>
        {
            var account = await Own();
            account.ChangePerson(Tidy.Name(form.FullName!), Tidy.Phone(form.Phone));
            account.Prefer(form.Language!, string.IsNullOrEmpty(form.TimeZone) ? null : form.TimeZone);
            return true;
        });
        HttpContext.Keep(form.Language!);
        this.Say(texts["Saved."]);
        return RedirectToAction(nameof(Profile));
    }

    [HttpGet("password")]
    public async Task<IActionResult> Password() => View(await ProfilePage.Read(db, scope.Is));

    [HttpPost("password"), ShowAgain(nameof(Password))]
    public async Task<IActionResult> SavePassword(ChangePasswordForm form)
    {
        var now = HttpContext.Instant();
        if (!await check.IsRight(form.OldPassword!))
        {
            throw new RuleViolation(new BrokenRule(PasswordRules.Wrong, nameof(form.OldPassword)));
        }

        var chosen = scope.Is.SupplierId;
        await setPassword.InProfile(form.NewPassword!, nameof(form.NewPassword), now);
        await signIn.Renew(HttpContext, chosen);
        this.Say(texts["The password is changed."], texts["All other sessions have ended."]);
        return RedirectToAction(nameof(SecurityController.Security), "Security");
    }

    private Task<UserAccount> Own() => db.Accounts.SingleAsync(a => a.Id == scope.Is.PersonId);
}

public sealed class ProfileForm
{
    public string? FullName { get; init; }

    public string? Phone { get; init; }

    public string? Language { get; init; }

    /// <summary>IANA id; empty follows the event's.</summary>
    public string? TimeZone { get; init; }

    public sealed class Validator : AbstractValidator<ProfileForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.FullName).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(_ => texts["Enter surname, first name and patronymic."])
                .MaximumLength(200).WithMessage(_ => texts["At most {0} characters.", 200]);
            RuleFor(form => form.Phone).Must(Tidy.IsPhone).WithMessage(_ => texts["Enter the phone with the country’s code, for example +7 343 226-41-82."]);
            RuleFor(form => form.Language).Must(Infrastructure.Language.Exists).WithMessage(_ => texts["Choose a language."]);
            RuleFor(form => form.TimeZone).Must(zone => string.IsNullOrEmpty(zone) || Zones.Exists(zone)).WithMessage(_ => texts["Choose a time zone."]);
        }
    }
}

public sealed class ChangePasswordForm
{
    public string? OldPassword { get; init; }

    public string? NewPassword { get; init; }

    public sealed class Validator : AbstractValidator<ChangePasswordForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.OldPassword).IsTypedPassword(texts);
            RuleFor(form => form.NewPassword).NotEmpty().WithMessage(_ => texts["Enter the password."]);
        }
    }
}

/// <summary>The own account, and for whom the person works just now.</summary>
public sealed class ProfilePage
{
    public required string UserName { get; init; }

    public required string Email { get; init; }

    public required string FullName { get; init; }

    public string? Phone { get; init; }

    public required string Language { get; init; }

    public string? TimeZone { get; init; }

    public DateTime? LastSignInAt { get; init; }

    public string? OldPassword { get; init; }

    public string? NewPassword { get; init; }

    public static Task<ProfilePage> Read(PortalDbContext db, Scope scope) => db.Accounts.AsNoTracking().Where(a => a.Id == scope.PersonId)
        .Select(a => new ProfilePage
        {
            UserName = a.UserName,
            Email = a.Email,
            FullName = a.FullName,
            Phone = a.Phone,
            Language = a.Language,
            TimeZone = a.TimeZone,
            LastSignInAt = a.LastSignInAt,
        }).SingleAsync();
}
