using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>From where people were signed in is forgotten when those sessions are over, also of who never comes back.</summary>
public sealed class ForgetSessions(PortalDbContext db) : IRegularDeed
{
    public static TimeSpan Every => TimeSpan.FromHours(6);

    public Task DoWhatIsDue(DateTime now, CancellationToken stopping)
    {
        var longAgo = now - SessionCookie.RowKept;
        return db.InTransaction(() => db.OpenSessions.Where(s => s.BeganAt < longAgo).ExecuteDeleteAsync(stopping));
    }
}
