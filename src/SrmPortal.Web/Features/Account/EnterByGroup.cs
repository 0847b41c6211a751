using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>Why the group's sign-in lets somebody not in.</summary>
public enum GroupRefusal { Provider, Away, NoEmail, NotVerified, NobodyHere, NotAnew }

/// <summary>
/// Somebody comes from the group's own sign-in: the account of the group's people with exactly this verified address. Nobody is made
/// by it, and no person of a supplier comes in this way.
/// </summary>
public sealed class EnterByGroup(PortalDbContext db, CurrentScope scope, SignInPerson signIn, IOptions<GroupSignInSettings> settings) : IDeed
{
    /// <returns>Null: the person is in.</returns>
    public async Task<GroupRefusal?> With(HttpContext http, ClaimsPrincipal outside, DateTime now)
    {
        var (found, refusal) = await Find(outside);
        if (found is not { } account)
        {
            return refusal;
        }

        using (scope.As(Scope.Person(account)))
        {
            await db.InTransaction(() => MakeReady(account));
        }

        await signIn.Enter(http, account, now, byGroup: true);
        return null;
    }

    /// <summary>The person who is signed in has come there once more, just now.</summary>
    /// <returns>Null: it is that person.</returns>
    public async Task<GroupRefusal?> Anew(ClaimsPrincipal outside, DateTimeOffset now)
    {
        var (found, refusal) = await Find(outside);
        var isFresh = long.TryParse(outside.FindFirst(GroupSignIn.TimeClaim)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && (now - DateTimeOffset.FromUnixTimeSeconds(at)).Duration() < SignedInAnew.ValidFor;
        return refusal ?? (found != scope.Is.PersonId ? GroupRefusal.NobodyHere : isFresh ? null : GroupRefusal.NotAnew);
    }

    private async Task<(long? Account, GroupRefusal? Refusal)> Find(ClaimsPrincipal outside)
    {
        if (outside.FindFirst(settings.Value.EmailClaim)?.Value is not { Length: > 0 } email)
        {
            return (null, GroupRefusal.NoEmail);
        }

        if (!outside.HasClaim(claim => claim.Type == GroupSignIn.VerifiedClaim && bool.TryParse(claim.Value, out var isVerified) && isVerified))
        {
            return (null, GroupRefusal.NotVerified);
        }

        // As it stands, without look-alikes: another's address must not become this one.
        var key = UserAccount.Normalized(email);
        var account = await db.Accounts.IgnoreQueryFilters([Walls.Person]).Where(a => a.NormalizedEmail == key && a.IsStaff && a.State != AccountState.Deactivated)
            .Select(a => (long?)a.Id).SingleOrDefaultAsync();
        return (account, account is null ? GroupRefusal.NobodyHere : null);
    }

    /// <summary>Who comes this way needs no password, but an account that is active.</summary>
    private async Task<bool> MakeReady(long account)
    {
        var person = await db.Accounts.SingleAsync(a => a.Id == account);
        person.Activate();
        if (!await db.Credentials.AnyAsync(c => c.Id == account))
        {
            db.Add(new Credential { Id = account, UserName = person.UserName, NormalizedUserName = person.NormalizedUserName, SecurityStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = false });
        }

        return true;
    }
}
