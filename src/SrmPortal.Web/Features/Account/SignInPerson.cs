using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>How far somebody has come who signs in.</summary>
public enum SignInStands { Done, ChoosesCompany, OwesCode }

/// <summary>
/// Signs somebody in by user name or e-mail and password. Whoever does not exist gets the same answer, after the same work. Wrong
/// passwords are counted for a browser that the account knows by itself, for others by network.
/// </summary>
public sealed class SignInPerson(
    PortalDbContext db, CurrentScope scope, SignInCounters counters, SignInPlaces counted, Passwords passwords, BrowserMarks marks, Sessions sessions, SecondSteps steps,
    IOptionsMonitor<AccountSettings> settings, ConsentTexts consents) : IDeed
{
    /// <param name="http">The browser.</param>
    /// <param name="login">User name or e-mail.</param>
    /// <param name="password">As typed.</param>
    /// <param name="now">In UTC.</param>
    /// <param name="company">For which the person worked just before, if that may go on.</param>
    public async Task<SignInStands> With(HttpContext http, string login, string password, DateTime now, long? company = null)
    {
        var lockOut = settings.CurrentValue.LockOut;
        var person = await db.AccountNamed(login);
        var (id, name) = (person?.Id, person?.UserName ?? UserNames.Folded(login));
        var places = await counted.Of(http, id ?? 0);
        var begun = await counters.Begin(id, name, places, lockOut.Length, now);
        RuleViolation.ThrowIf(begun.LockedUntil is not null, SignInRules.Locked, begun.LockedUntil ?? now);

        var credential = await db.Credentials.IgnoreQueryFilters([Walls.House]).AsNoTracking().SingleOrDefaultAsync(c => c.Id == (id ?? 0));
        if (!passwords.IsRight(credential, password) || person is not { State: AccountState.Active })
        {
            await Failed(person, begun.LocksIfWrong);
            RuleViolation.ThrowIf(begun.LocksIfWrong is not null, SignInRules.Locked, begun.LocksIfWrong ?? now);
            throw new RuleViolation(new BrokenRule(SignInRules.Wrong));
        }

        await counters.Succeeded(person.Id, name, places);
        return await AfterPassword(http, person.Id, now, known => passwords.Renew(known, password), company);
    }

    /// <summary>The password was right, or was just set by the mailed link: the person is in, or owes the code of the app.</summary>
    public async Task<SignInStands> AfterPassword(HttpContext http, long account, DateTime now, Action<Credential>? alsoDo = null, long? company = null)
    {
        using (scope.As(Scope.Person(account)))
        {
            if (await steps.IsOn(account))
            {
                await HalfSignedIn.Begin(http, await db.InTransaction(async () =>
                {
                    var known = await db.Credentials.SingleAsync(c => c.Id == account);
                    alsoDo?.Invoke(known);
                    return known;
                }));
                return SignInStands.OwesCode;
            }
        }

        return await Enter(http, account, now, alsoDo, company) ? SignInStands.ChoosesCompany : SignInStands.Done;
    }

    /// <summary>Begins a session for somebody whose right to it has been checked, and knows the browser from now on.</summary>
    /// <returns>Whether a company must be chosen first.</returns>
    public async Task<bool> Enter(HttpContext http, long account, DateTime now, Action<Credential>? alsoDo = null, long? company = null, bool byGroup = false)
    {
        scope.Is = Scope.Person(account);
        var mark = marks.Keep(http);
        var (credential, language) = await db.InTransaction(async () =>
        {
            var person = await db.Accounts.SingleAsync(a => a.Id == account);
            var known = await db.Credentials.SingleAsync(c => c.Id == account);
            alsoDo?.Invoke(known);
            person.SignIn(await Remember(account, mark, now), now);
            return (known, person.Language);
        });
        http.Keep(language);
        var companies = await db.Memberships.AsNoTracking().Where(m => m.AccountId == account)
            .Where(m => m.State == MembershipState.Active || m.State == MembershipState.PendingAcceptance).Select(m => new { m.SupplierId, m.State }).ToListAsync();
        var only = companies is [{ State: MembershipState.Active } one] ? one.SupplierId
            : companies.Where(c => c.SupplierId == company && c.State == MembershipState.Active).Select(c => (long?)c.SupplierId).SingleOrDefault();
        await sessions.Begin(http, credential, only, byGroup, companies.Count > 0 && await Owes(account, comesBack: company is not null));
        return only is null && companies.Count > 0;
    }

    /// <summary>After a change of the own password: this browser goes on in a new session, for the same company.</summary>
    public async Task Renew(HttpContext http, long? company) =>
        await sessions.Begin(http, await db.Credentials.AsNoTracking().SingleAsync(c => c.Id == scope.Is.PersonId), company, Sessions.IsByGroup(http.User));

    // Who comes back to a form that waited is still in the middle of it, and is asked the next time; but nobody begins without accepting.
    private async Task<bool> Owes(long account, bool comesBack)
    {
        var given = await db.PersonConsents.AsNoTracking().Where(c => c.AccountId == account).ToListAsync();
        return PersonConsent.Owed(given, consents.Editions).Count > 0 && !(comesBack && given.Count > 0);
    }

    private Task<int> Failed(FoundAccount? person, DateTime? lockedUntil) => db.InTransaction(() =>
    {
        var name = person?.UserName ?? "-";
        db.Record(new SignInFailed(name));
        if (lockedUntil is { } until)
        {
            db.Record(new SignInLocked(name, person?.Id, until));
        }

        return Task.FromResult(0);
    });

    /// <returns>Whether the account has not been in this browser before.</returns>
    private async Task<bool> Remember(long account, byte[] mark, DateTime now)
    {
        var browser = await db.KnownBrowsers.SingleOrDefaultAsync(b => b.AccountId == account && b.MarkHash == mark);
        if (browser is null)
        {
            db.Add(new KnownBrowser { AccountId = account, MarkHash = mark, KnownSince = now, LastSignInAt = now });
            return true;
        }

        browser.LastSignInAt = now;
        return false;
    }
}
