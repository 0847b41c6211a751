using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Account;

/// <summary>The person's own authenticator app. Each change asks for the password, as a browser may stand open.</summary>
[Route("profile/two-step"), Authorize(Roles = Roles.Person), BeforeSecondStep]
public sealed class TwoStepController(
    PortalDbContext db, CurrentScope scope, SecondSteps steps, IPasswordCheck check, IOptions<PortalSettings> portal, IStringLocalizer<Texts> texts) : Controller
{
    private const string Shown = "recovery-codes";

    [HttpGet]
    public async Task<IActionResult> TwoStep() => View(await TwoStepPage.Read(db, scope.Is, steps, portal.Value, HttpContext.Reader(), TempData[Shown] as string[] ?? []));

    [HttpPost("begin"), ShowAgain(nameof(TwoStep))]
    public async Task<IActionResult> Begin(OwnPasswordForm form)
    {
        await RefuseUnlessRight(form);
        await steps.Begin();
        return RedirectToAction(nameof(TwoStep));
    }

    [HttpPost("cancel"), ShowAgain(nameof(TwoStep))]
    public async Task<IActionResult> Cancel()
    {
        await steps.Cancel();
        return RedirectToAction(nameof(TwoStep));
    }

    [HttpPost("confirm"), ShowAgain(nameof(TwoStep))]
    public async Task<IActionResult> Confirm(FirstCodeForm form)
    {
        TempData[Shown] = await steps.Confirm(form.Code!, nameof(form.Code), HttpContext.Instant());
        this.Say(texts["The second step is on."], texts["Keep the recovery codes below before you leave this page."]);
        return RedirectToAction(nameof(TwoStep));
    }

    [HttpPost("codes"), ShowAgain(nameof(TwoStep))]
    public async Task<IActionResult> RenewCodes(OwnPasswordForm form)
    {
        await RefuseUnlessRight(form);
        TempData[Shown] = await steps.RenewCodes();
        return RedirectToAction(nameof(TwoStep));
    }

    [HttpPost("off"), ShowAgain(nameof(TwoStep))]
    public async Task<IActionResult> SwitchOff(OwnPasswordForm form)
    {
        await RefuseUnlessRight(form);
        await steps.SwitchOff(HttpContext.Reader().NeedsSecondStep);
        this.Say(texts["The second step is off."], texts["The password alone lets you in again."]);
        return RedirectToAction(nameof(TwoStep));
    }

    private async Task RefuseUnlessRight(OwnPasswordForm form)
    {
        if (!await check.IsRight(form.Password!))
        {
            throw new RuleViolation(new BrokenRule(PasswordRules.Wrong, nameof(form.Password)));
        }
    }
}

/// <summary>The password once more, and nothing else.</summary>
public sealed class OwnPasswordForm
{
    public string? Password { get; init; }

    public sealed class Validator : AbstractValidator<OwnPasswordForm>
    {
        public Validator(IStringLocalizer<Texts> texts) => RuleFor(form => form.Password).IsTypedPassword(texts);
    }
}

public sealed class FirstCodeForm
{
    public string? Code { get; init; }

    public sealed class Validator : AbstractValidator<FirstCodeForm>
    {
        public Validator(IStringLocalizer<Texts> texts) => RuleFor(form => form.Code).NotEmpty().WithMessage(_ => texts["Enter the six digits that the app shows."])
            .MaximumLength(40).WithMessage(_ => texts["Enter the six digits that the app shows."]);
    }
}

/// <summary>How the second step of the own signing in stands.</summary>
public sealed class TwoStepPage
{
    public required string UserName { get; init; }

    /// <summary>In UTC; null: it is off.</summary>
    public DateTime? OnSince { get; init; }

    public int CodesLeft { get; init; }

    /// <summary>Whether one of the person's roles needs it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Nothing else may be done before.</summary>
    public bool ComesFirst { get; init; }

    /// <summary>The secret that waits to be put into an app, as it is typed; null: none does.</summary>
    public string? Key { get; init; }

    /// <summary>The same as an address that the app on this very phone takes.</summary>
    public string? AppAddress { get; init; }

    public QrPicture? Picture { get; init; }

    /// <summary>Just made, shown this once.</summary>
    public IReadOnlyList<string> NewCodes { get; init; } = [];

    public string? Password { get; init; }

    public string? Code { get; init; }

    public static async Task<TwoStepPage> Read(PortalDbContext db, Scope scope, SecondSteps steps, PortalSettings portal, Reader reader, IReadOnlyList<string> newCodes)
    {
        var userName = await db.Accounts.Where(a => a.Id == scope.PersonId).Select(a => a.UserName).SingleAsync();
        var step = await db.SecondSteps.AsNoTracking().SingleOrDefaultAsync(s => s.AccountId == scope.PersonId);
        var key = steps.Waiting(step);
        var address = key is null ? null : AddressOf(key, portal.NameEn, userName);
        return new TwoStepPage
        {
            UserName = userName,
            OnSince = step?.OnSince,
            CodesLeft = step?.OnSince is null ? 0 : await db.RecoveryCodes.CountAsync(code => code.AccountId == scope.PersonId),
            IsRequired = reader.NeedsSecondStep,
            ComesFirst = reader.LacksSecondStep,
            Key = key is null ? null : OneTimeCode.Written(key),
            AppAddress = address,
            Picture = address is null ? null : QrPicture.Of(address),
            NewCodes = newCodes,
        };
    }

    private static string AddressOf(byte[] key, string issuer, string userName) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(userName)}?secret={OneTimeCode.Written(key).Replace(" ", "", StringComparison.Ordinal)}&issuer={Uri.EscapeDataString(issuer)}&algorithm=SHA1&digits={OneTimeCode.Digits}&period={OneTimeCode.StepSeconds}";
}
