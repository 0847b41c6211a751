using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>Asks the person who is signed in for the password once more, before something that can't be taken back.</summary>
public interface IPasswordCheck
{
    /// <summary>
    /// Refuses at the field unless the password is right. Call it before the deed's transaction begins. Wrong ones are counted for the
    /// session by itself; the third closes this way for a while, the session goes on.
    /// </summary>
    /// <param name="password">As typed.</param>
    /// <param name="field">Of the form.</param>
    /// <param name="now">In UTC.</param>
    Task RefuseUnlessRight(string? password, string field, DateTime now);
}

internal sealed class PasswordCheck(
    PortalDbContext db, CurrentScope scope, IHttpContextAccessor http, SignInCounters counters, Passwords passwords, IOptions<AccountSettings> settings) : IPasswordCheck
{
    public async Task RefuseUnlessRight(string? password, string field, DateTime now)
    {
        var (account, lockOut) = (scope.Is.PersonId ?? throw new InvalidOperationException("Nobody is signed in."), settings.Value.LockOut);
        var session = http.HttpContext?.User.FindFirst(ChosenMembership.SessionClaim)?.Value ?? "";
        CountedPlace[] place = [new(CounterKind.KnownBrowser, "session " + session, lockOut.WrongPasswords)];
        var begun = await counters.Begin(account, "", place, lockOut.Length, now);
        if (begun.LockedUntil is { } until)
        {
            throw new RuleViolation(new BrokenRule(SignInRules.Locked, field, until));
        }

        var credential = await db.Credentials.AsNoTracking().SingleOrDefaultAsync(c => c.Id == account);
        if (!passwords.IsRight(credential, password ?? ""))
        {
            db.Record(new SignInFailed(credential?.UserName ?? "-"));
            await db.SaveChangesAsync();
            throw new RuleViolation(begun.LocksIfWrong is { } locked
                ? new BrokenRule(SignInRules.Locked, field, locked) : new BrokenRule(PasswordRules.Wrong, field));
        }

        await counters.Succeeded(account, "", place);
    }
}
