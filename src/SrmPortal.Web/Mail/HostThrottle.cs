using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Mails;

namespace SrmPortal.Web.Mail;

/// <summary>
/// At most so many mails a minute to one host of addressees, over all servers together: who sends a thousand at once is taken for a
/// nuisance and refused by many hosts.
/// </summary>
internal sealed class HostThrottle(IOptionsMonitor<MailSettings> settings, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (DateTime Minute, int Count)> _over = new(StringComparer.Ordinal);

    /// <summary>Null: it may go now, and counts. Else when it should be tried: what is over is spread, so that a long queue is not gone through each minute.</summary>
    public async Task<DateTime?> WaitFor(PortalDbContext db, string email)
    {
        var (host, now, most) = (HostOf(email), clock.GetUtcNow().UtcDateTime, Math.Max(1, settings.CurrentValue.PerHostPerMinute));
        var minute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        if (host is null || await Take(db, host, minute, most))
        {
            return null;
        }

        var over = _over.AddOrUpdate(host, (minute, 0), (_, before) => before.Minute == minute ? (minute, before.Count + 1) : (minute, 0)).Count;
        return minute.AddMinutes(1 + (over / most));
    }

    /// <summary>Null: it is none, and is refused elsewhere.</summary>
    internal static string? HostOf(string email) =>
        email.LastIndexOf('@') is > 0 and var at && email.Length - at - 1 is > 0 and <= MailHost.LongestHost ? email[(at + 1)..].ToLowerInvariant() : null;

    private static Task<bool> Take(PortalDbContext db, string host, DateTime minute, int most) => db.InTransaction(async () =>
    {
        // One statement counts and begins a new minute: of two servers at a minute's turn the second counts on from the first.
        var mine = db.MailHosts.Where(h => h.Host == host);
        if (await mine.Where(h => h.Minute < minute || (h.Minute == minute && h.Count < most)).ExecuteUpdateAsync(set => set
                .SetProperty(h => h.Count, h => h.Minute < minute ? 1 : h.Count + 1).SetProperty(h => h.Minute, minute)) == 1)
        {
            return true;
        }

        if (await mine.AnyAsync(h => h.Minute > minute || (h.Minute == minute && h.Count >= most)))
        {
            return false;
        }

        db.Add(new MailHost { Host = host, Minute = minute, Count = 1 });
        return true;
    });
}
