using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>
/// The second step, after the right password: the code of the app, or a recovery code. Wrong codes have counters of their own, and the
/// holder is told when they close the way, since somebody else may know the password.
/// </summary>
public sealed class SignInByCode(
    PortalDbContext db, CurrentScope scope, SignInCounters counters, SignInPlaces places, SecondSteps steps, RecoveryCodes recovery, SignInPerson signIn,
    IOptionsMonitor<AccountSettings> settings) : IDeed
{
    /// <param name="http">The browser.</param>
    /// <param name="half">Whose password was right.</param>
    /// <param name="form">One of the codes.</param>
    /// <param name="now">In UTC.</param>
    /// <param name="company">For which the person worked just before, if that may go on.</param>
    /// <returns>Whether a company must be chosen first, and how many recovery codes are left if one was used.</returns>
    public async Task<(bool MustChoose, int? CodesLeft)> With(HttpContext http, HalfSignedIn half, CodeForm form, DateTime now, long? company)
    {
        var counted = await places.Of(http, half.Account, "code ");
        var begun = await counters.Begin(half.Account, "", counted, settings.CurrentValue.LockOut.Length, now);
        RuleViolation.ThrowIf(begun.LockedUntil is not null, SignInRules.CodeClosed, begun.LockedUntil ?? now);
        int? left;
        using (scope.As(Scope.Person(half.Account)))
        {
            RuleViolation.ThrowIf(!await db.Credentials.AnyAsync(c => c.Id == half.Account && c.SecurityStamp == half.Stamp), SignInRules.TooLate);
            if (!await IsRight(half.Account, form, now))
            {
                await Failed(half.Account, begun.LocksIfWrong);
                RuleViolation.ThrowIf(begun.LocksIfWrong is not null, SignInRules.CodeClosed, begun.LocksIfWrong ?? now);
                throw new RuleViolation(new BrokenRule(SignInRules.WrongCode, form.IsRecovery ? nameof(form.RecoveryCode) : nameof(form.Code)));
            }

            left = form.IsRecovery ? await recovery.Left(half.Account) : null;
        }

        await counters.Succeeded(half.Account, "", counted);
        var mustChoose = await signIn.Enter(http, half.Account, now, null, company);
        await HalfSignedIn.End(http);
        return (mustChoose, left);
    }

    private async Task<bool> IsRight(long account, CodeForm form, DateTime now)
    {
        if (!form.IsRecovery)
        {
            return await steps.Takes(account, form.Code ?? "", now);
        }

        return await db.InTransaction(async () =>
        {
            var isRight = await recovery.Use(account, form.RecoveryCode ?? "");
            if (isRight)
            {
                db.Record(new RecoveryCodeUsed(await UserName(account), account, await recovery.Left(account)));
            }

            return isRight;
        });
    }

    private Task<int> Failed(long account, DateTime? lockedUntil) => db.InTransaction(async () =>
    {
        var name = await UserName(account);
        db.Record(new SecondStepFailed(name));
        if (lockedUntil is { } until)
        {
            db.Record(new SecondStepLocked(name, account, until));
        }

        return 0;
    });

    private Task<string> UserName(long account) => db.Accounts.Where(a => a.Id == account).Select(a => a.UserName).SingleAsync();
}
