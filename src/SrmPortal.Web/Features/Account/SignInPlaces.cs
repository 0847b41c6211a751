using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Account;

/// <summary>Where tries to sign in are counted: in a browser that the account knows by itself, in others by network and all together.</summary>
public sealed class SignInPlaces(PortalDbContext db, BrowserMarks marks, IOptionsMonitor<AccountSettings> settings)
{
    /// <param name="http">The browser.</param>
    /// <param name="account">Zero for a name that nobody has.</param>
    /// <param name="what">What is counted apart: empty for passwords, <c>code </c> for codes.</param>
    public async Task<IReadOnlyList<CountedPlace>> Of(HttpContext http, long account, string what = "")
    {
        var lockOut = settings.CurrentValue.LockOut;
        var mark = marks.Of(http);
        var hash = BrowserMarks.Hash(mark ?? "");
        return await db.KnownBrowsers.IgnoreQueryFilters([Walls.House]).AnyAsync(b => b.AccountId == account && b.MarkHash == hash)
            ? [new(CounterKind.KnownBrowser, what + mark, lockOut.WrongPasswords)]
            : [new(CounterKind.Network, what + RateLimits.Network(http.Connection.RemoteIpAddress), lockOut.WrongPasswords), new(CounterKind.Strangers, what, lockOut.OfAllStrangers)];
    }
}
