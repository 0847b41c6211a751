using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// Writes down when sessions were used last. Hundreds who come in the last minute before a deadline would queue for that before those who
/// submit: whoever comes first writes for all who come meanwhile.
/// </summary>
internal sealed class SessionUses(IServiceScopeFactory scopes) : IDisposable
{
    private const int Rounds = 3, AtOnce = 500;

    private readonly ConcurrentDictionary<string, DateTime> _waiting = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>What goes wrong here must not spoil the answer, and is tried again with the session's next request.</summary>
    public async Task Note(byte[] session, DateTime now)
    {
        _waiting[Convert.ToHexString(session)] = now;
        if (!await _writing.WaitAsync(TimeSpan.Zero))
        {
            return;
        }

        try
        {
            for (var round = 0; round < Rounds && !_waiting.IsEmpty; round++)
            {
                await Write(_waiting.Take(AtOnce).ToDictionary());
            }
        }
        catch (Exception thrown) when (thrown is DbException || Outages.Of(thrown) is not null)
        {
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();

    private async Task Write(Dictionary<string, DateTime> some)
    {
        foreach (var one in some)
        {
            _waiting.TryRemove(one);
        }

        // They came within moments of each other; none is said to have been used later than it was.
        var (marks, at) = (some.Keys.Select(Convert.FromHexString).ToArray(), some.Values.Min());
        await using var house = scopes.AsSystem();
        var db = house.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.InTransaction(() => db.OpenSessions.Where(s => marks.Contains(s.Mark) && s.LastUsedAt < at).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastUsedAt, at)));
    }
}
