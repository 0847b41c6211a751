using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>
/// The second step of the person's signing in: an authenticator app is set up, moved to another telephone, switched off. The secret lies
/// sealed under the portal's key ring; recovery codes lie as hashes under a key outside the database.
/// </summary>
public sealed class SecondSteps(PortalDbContext db, CurrentScope scope, RecoveryCodes codes, IDataProtectionProvider protection) : IDeed
{
    private const string Purpose = "srm/second-step/v1";

    public Task<bool> IsOn(long account) => db.SecondSteps.AnyAsync(step => step.AccountId == account && step.OnSince != null);

    /// <summary>Makes a secret to be put into an app. What is in force stays until a code confirms the new one.</summary>
    public Task<bool> Begin() => db.InTransaction(async () =>
    {
        var step = await Own();
        if (step is null)
        {
            step = new SecondStep { AccountId = Person };
            db.Add(step);
        }

        step.NewSecret = Protector(Person).Protect(OneTimeCode.NewKey());
        return true;
    });

    public Task<bool> Cancel() => db.InTransaction(async () =>
    {
        if (await Own() is { } step)
        {
            step.NewSecret = null;
        }

        return true;
    });

    /// <summary>The first code of the app: from now on it is asked at signing in.</summary>
    /// <returns>The recovery codes, in clear this once.</returns>
    public Task<string[]> Confirm(string code, string field, DateTime now) => db.InTransaction(async () =>
    {
        var step = await Own();
        RuleViolation.ThrowIf(step?.NewSecret is null, SecondStepRules.NotBegun);
        var at = Opened(Person, step!.NewSecret) is { } key ? OneTimeCode.StepOf(key, code, 0, now) : null;
        RuleViolation.ThrowIfAny(at is null ? [new BrokenRule(SecondStepRules.WrongCode, field)] : []);
        (step.Secret, step.NewSecret, step.OnSince, step.LastStep) = (step.NewSecret, null, now, at!.Value);
        db.Record(new SecondStepChanged(await UserName(Person), Person, IsOn: true));
        return await codes.Renew(Person);
    });

    /// <summary>Ten new recovery codes; those of before are void.</summary>
    public Task<string[]> RenewCodes() => db.InTransaction(async () =>
    {
        RuleViolation.ThrowIf(!await IsOn(Person), SecondStepRules.IsOff);
        db.Record(new RecoveryCodesRenewed(await UserName(Person)));
        return await codes.Renew(Person);
    });

    /// <param name="isRequired">Whether one of the person's roles needs it.</param>
    public Task<bool> SwitchOff(bool isRequired)
    {
        RuleViolation.ThrowIf(isRequired, SecondStepRules.Required);
        return SwitchOffFor(Person);
    }

    /// <summary>For somebody who has lost the phone and the recovery codes; whoever does it has made sure who asks.</summary>
    public Task<bool> SwitchOffFor(long account) => db.InTransaction(() => TakeAway(account));

    /// <summary>The same within the transaction of the caller, who saves.</summary>
    public async Task<bool> TakeAway(long account)
    {
        var step = await db.SecondSteps.SingleOrDefaultAsync(s => s.AccountId == account);
        RuleViolation.ThrowIf(step?.OnSince is null, SecondStepRules.IsOff);
        db.Remove(step!);
        await codes.Drop(account);
        db.Record(new SecondStepChanged(await UserName(account), account, IsOn: false));
        return true;
    }

    /// <summary>Whether this is the code of now. It counts once, whoever brings it first.</summary>
    public async Task<bool> Takes(long account, string code, DateTime now)
    {
        var step = await db.SecondSteps.AsNoTracking().SingleOrDefaultAsync(s => s.AccountId == account && s.OnSince != null);
        return step is not null && Opened(account, step.Secret) is { } key && OneTimeCode.StepOf(key, code, step.LastStep, now) is { } at
            && await db.SecondSteps.Where(s => s.AccountId == account && s.LastStep < at).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastStep, at)) == 1;
    }

    /// <summary>The secret that waits for its first code; null: none does.</summary>
    public byte[]? Waiting(SecondStep? step) => step is null ? null : Opened(step.AccountId, step.NewSecret);

    private long Person => scope.Is.PersonId ?? throw new InvalidOperationException("Nobody is signed in.");

    private Task<SecondStep?> Own() => db.SecondSteps.SingleOrDefaultAsync(s => s.AccountId == Person);

    private Task<string> UserName(long account) => db.Accounts.Where(a => a.Id == account).Select(a => a.UserName).SingleAsync();

    /// <summary>Null where the key ring that sealed it is gone: then the recovery codes are the way in.</summary>
    private byte[]? Opened(long account, byte[]? secret)
    {
        try
        {
            return secret is null ? null : Protector(account).Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(long account) => protection.CreateProtector(Purpose, account.ToString(CultureInfo.InvariantCulture));
}
