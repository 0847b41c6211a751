using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>The password of the person who is signed in, once more.</summary>
public sealed class PasswordCheck(
    PortalDbContext db, CurrentScope scope, IHttpContextAccessor http, SignInCounters counters, Passwords passwords, SignedInAnew anew, IOptionsMonitor<AccountSettings> settings,
    TimeProvider clock) : IPasswordCheck
{
    public async Task<bool> IsRight(string password)
    {
        var (account, lockOut) = (scope.Is.PersonId ?? throw new InvalidOperationException("Nobody is signed in."), settings.CurrentValue.LockOut);
        if (password.Length == 0 && http.HttpContext is { } request && Sessions.IsByGroup(request.User) && anew.At(request) is not null)
        {
            return true;
        }

        var session = http.HttpContext?.User.FindFirst(ChosenMembership.SessionClaim)?.Value ?? "";
        CountedPlace[] place = [new(CounterKind.KnownBrowser, "session " + session, lockOut.WrongPasswords)];
        var begun = await counters.Begin(account, "", place, lockOut.Length, clock.GetUtcNow().UtcDateTime);
        if (begun.LockedUntil is { } until)
        {
            throw new RuleViolation(new BrokenRule(PasswordRules.Closed, null, until));
        }

        var credential = await db.Credentials.AsNoTracking().SingleOrDefaultAsync(c => c.Id == account);
        if (passwords.IsRight(credential, password))
        {
            await counters.Succeeded(account, "", place);
            return true;
        }

        db.Record(new SignInFailed(credential?.UserName ?? "-"));
        await db.SaveChangesAsync();
        RuleViolation.ThrowIf(begun.LocksIfWrong is not null, PasswordRules.Closed, begun.LocksIfWrong ?? default);
        return false;
    }
}

internal static class TypedPassword
{
    /// <summary>A password that there is: it is compared, so that only what none can be is refused before.</summary>
    public static void IsTypedPassword<T>(this IRuleBuilder<T, string?> field, IStringLocalizer<Texts> texts) => field
        .NotEmpty().WithMessage(_ => texts["Enter the password."])
        .MaximumLength(4 * PasswordPolicy.MaxLength).WithMessage(_ => texts["That is too long for a password."]);
}
