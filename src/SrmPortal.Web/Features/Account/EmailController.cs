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

/// <summary>The person's own address.</summary>
[Route("profile/email"), Authorize(Roles = Roles.Person)]
public sealed class EmailController(PortalDbContext db, CurrentScope scope, ChangeEmail change, IPasswordCheck check, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Email() => View(await EmailPage.Read(db, scope.Is));

    [HttpPost, ShowAgain(nameof(Email))]
    public async Task<IActionResult> Ask(EmailForm form)
    {
        if (!await check.IsRight(form.Password!))
        {
            throw new RuleViolation(new BrokenRule(PasswordRules.Wrong, nameof(form.Password)));
        }

        await change.Ask(form.NewEmail!, nameof(form.NewEmail), HttpContext.Instant());
        this.Say(texts["A link is on its way to {0}.", form.NewEmail!.Trim()], texts["Open it there and confirm. Until then the present address stands."]);
        return RedirectToAction(nameof(Email));
    }

    [HttpPost("give-up"), ShowAgain(nameof(Email))]
    public async Task<IActionResult> GiveUp()
    {
        await change.GiveUp(HttpContext.Instant());
        this.Say(texts["The present address stays."]);
        return RedirectToAction(nameof(Email));
    }
}

public sealed class EmailForm
{
    public string? NewEmail { get; init; }

    public string? Password { get; init; }

    public sealed class Validator : AbstractValidator<EmailForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.NewEmail).Must(Tidy.IsEmail).WithMessage(_ => texts["Enter one e-mail address, for example name@company.ru."]);
            RuleFor(form => form.Password).IsTypedPassword(texts);
        }
    }
}

/// <param name="UserName">So that the browser's keeper of passwords knows it.</param>
/// <param name="Present">The address that stands.</param>
/// <param name="Waiting">The one that has not been confirmed; null: none.</param>
public sealed record EmailPage(string UserName, string Present, string? Waiting)
{
    public string? NewEmail { get; init; }

    public string? Password { get; init; }

    public static Task<EmailPage> Read(PortalDbContext db, Scope scope) =>
        db.Accounts.AsNoTracking().Where(a => a.Id == scope.PersonId).Select(a => new EmailPage(a.UserName, a.Email, a.NewEmail)).SingleAsync();
}
