using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Features.Accreditation;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Support;

/// <summary>Which way in is due to somebody.</summary>
public enum DueAccess { None, Activation, Agreement, NewPassword }

/// <summary>
/// What the support does for a person who has called: never anything that lets the support itself in. Each deed needs the answers of the
/// caller, recorded by the same support person a short while ago. Null: there is no such person.
/// </summary>
public sealed class HelpPerson(PortalDbContext db, CurrentScope scope, SignInCounters counters, SecondSteps steps, AskNewPassword askNewPassword) : IDeed
{
    private long Me => scope.Is.PersonId ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The caller has answered; which questions is kept.</summary>
    public Task<UserAccount?> Recognise(string userName, IReadOnlyCollection<CallerFact> answered, DateTime now) => db.InTransaction(async () =>
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => a.UserName == userName) is not { } account)
        {
            return null;
        }

        var known = await CallerQuestions.Of(db, account);
        db.Add(new CallerCheck(account, answered, [.. known.Select(question => question.Fact)], Me, now));
        return account;
    });

    /// <summary>Opens signing in for every place from which wrong passwords came.</summary>
    public Task<UserAccount?> Unlock(string userName, DateTime now) => With(userName, now, async account =>
    {
        RuleViolation.ThrowIf(!await db.SignInCounters.AnyAsync(c => c.AccountId == account.Id && c.Kind != CounterKind.Mails && c.LockedUntil > now), SupportRules.NotLocked);
        await counters.Unlock(account.Id);
        db.Record(new HelpGiven(account.UserName, account.Id, Help.Unlocked, ""));
    });

    /// <summary>The link that is due goes to the address on file, to no other.</summary>
    /// <param name="userName">Whose.</param>
    /// <param name="seen">What was due when the support person looked.</param>
    /// <param name="now">In UTC.</param>
    public async Task<UserAccount?> SendAccess(string userName, DueAccess seen, DateTime now)
    {
        var account = await With(userName, now, async account =>
        {
            var memberships = await db.Memberships.Include(m => m.Account).Where(m => m.AccountId == account.Id).OrderBy(m => m.Id).ToListAsync();
            var due = Due(account, memberships);
            RuleViolation.ThrowIf(due is DueAccess.None, SupportRules.NoAccess);
            RuleViolation.ThrowIf(due != seen, SupportRules.OtherAccess);
            if (due is DueAccess.Activation && memberships.Count == 0)
            {
                account.SendAccess(null, now);
            }
            else if (due is not DueAccess.NewPassword)
            {
                _ = memberships.Any(membership => Account.SendAccess.To(membership, now));
            }
        });
        if (account is not null && seen is DueAccess.NewPassword)
        {
            await askNewPassword.BySupport(account.Id, account.UserName, now);
        }

        return account;
    }

    /// <summary>The phone is lost, and the recovery codes too. Sessions end: who is in by the lost phone is out.</summary>
    public Task<UserAccount?> SwitchOffSecondStep(string userName, string? typed, DateTime now) => With(userName, now, async account =>
    {
        var reason = DecideForm.Text(typed);
        RuleViolation.ThrowIf(account.IsStaff, SupportRules.OfStaff);
        RuleViolation.ThrowIfAny(reason.Length == 0 ? [new BrokenRule(SupportRules.NoReason, "Reason")]
            : reason.Length > LostMasterCase.LongestText ? [new(SupportRules.TooLong, "Reason", LostMasterCase.LongestText)] : []);
        await steps.TakeAway(account.Id);
        await db.OpenSessions.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync();
        db.Record(new HelpGiven(account.UserName, account.Id, Help.SecondStepOff, reason));
    });

    public Task<UserAccount?> EndSessions(string userName, DateTime now) => With(userName, now, async account =>
    {
        RuleViolation.ThrowIf(await db.OpenSessions.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync() == 0, SupportRules.NoSession);
        db.Record(new HelpGiven(account.UserName, account.Id, Help.SessionsEnded, ""));
    });

    internal static DueAccess Due(UserAccount account, IReadOnlyList<Membership> memberships) =>
        account.State is AccountState.Deactivated || (memberships.Count > 0 && memberships.All(m => m.IsBlocked)) || (memberships.Count == 0 && !account.IsStaff) ? DueAccess.None
        : account.State is AccountState.NotActivated ? DueAccess.Activation
        : memberships.Count > 0 && !memberships.Any(m => m.State is MembershipState.Active) ? DueAccess.Agreement
        : DueAccess.NewPassword;

    private Task<UserAccount?> With(string userName, DateTime now, Func<UserAccount, Task> deed) => db.InTransaction(async () =>
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => a.UserName == userName) is not { } account)
        {
            return null;
        }

        RuleViolation.ThrowIf(account.State is AccountState.Deactivated, AccountRules.Deactivated);
        var (me, since) = (Me, now - CallerCheck.ValidFor);
        RuleViolation.ThrowIf(!await db.CallerChecks.AnyAsync(c => c.AccountId == account.Id && c.ById == me && c.At > since), SupportRules.NotAsked);
        await deed(account);
        return account;
    });
}
