using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Web.Features.Account;

/// <summary>An account as it is found by a typed name.</summary>
internal sealed record FoundAccount(long Id, string UserName, AccountState State);

internal static class AccountFinder
{
    /// <summary>By user name or e-mail, as people type them. It passes the wall: who signs in has no scope yet.</summary>
    public static async Task<FoundAccount?> AccountNamed(this PortalDbContext db, string login)
    {
        var keys = UserAccount.KeysOf(login);
        var all = db.Accounts.IgnoreQueryFilters([Walls.Person]).AsNoTracking();
        var found = await (login.Contains('@', StringComparison.Ordinal)
                ? all.Where(a => keys.Contains(a.NormalizedEmail)) : all.Where(a => keys.Contains(a.NormalizedUserName)))
            .Select(a => new { a.Id, a.UserName, a.State, a.NormalizedEmail }).ToListAsync();
        return found.OrderBy(a => Array.IndexOf(keys, a.NormalizedEmail)).Select(a => new FoundAccount(a.Id, a.UserName, a.State)).FirstOrDefault();
    }
}
