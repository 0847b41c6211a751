using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Team;

/// <summary>Takes deputies into the teams of those who are away, and out again, minute by minute: also of events that came meanwhile.</summary>
public sealed class StandIn(PortalDbContext db) : IRegularDeed
{
    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public Task DoWhatIsDue(DateTime now, CancellationToken stopping) => Run(now);

    /// <returns>How many came or went.</returns>
    public Task<int> Run(DateTime now) => Run(now, absent: null);

    /// <summary>At once for somebody who has named a deputy or taken one back. That person sees the own deputyships alone, and nobody else's deputies are judged by them.</summary>
    /// <returns>How many came or went.</returns>
    public Task<int> RunFor(long absentId, DateTime now) => Run(now, absentId);

    private Task<int> Run(DateTime now, long? absent) => db.InTransaction(async () =>
    {
        var active = await db.Deputyships.AsNoTracking().Where(d => d.From <= now && d.Until > now && (absent == null || d.AbsentId == absent)).OrderBy(d => d.Id).ToListAsync();
        var changes = await End(active, absent);
        foreach (var one in active)
        {
            changes += await Begin(one);
        }

        return changes;
    });

    /// <summary>Those whose time is over, those whose colleague has left the event, and those who may not buy there any more.</summary>
    private async Task<int> End(List<Deputyship> active, long? absent)
    {
        var ended = 0;
        var waiting = await db.Events.Where(e => e.Team.Any(m => m.StandsInForId != null && (absent == null || m.StandsInForId == absent))).ToListAsync();
        long[] deputies = [.. waiting.SelectMany(one => one.Team).Where(m => m.StandsInForId is not null).Select(m => m.AccountId).Distinct()];
        var may = deputies.Length == 0 ? [] : (await db.SitesOfBuyers.Where(b => deputies.Contains(b.AccountId) && db.Accounts.Any(a => a.Id == b.AccountId && a.State == AccountState.Active))
            .Select(b => new { b.AccountId, b.SiteId }).ToListAsync()).ToHashSet();
        foreach (var one in waiting)
        {
            foreach (var deputy in one.EndStandIns(member => (absent is null || member.StandsInForId == absent) && (!one.IsRunBy(member.StandsInForId!.Value)
                || !may.Contains(new { member.AccountId, one.SiteId }) || !active.Exists(d => d.AbsentId == member.StandsInForId && d.DeputyId == member.AccountId))))
            {
                db.Record(new DeputyStoodIn(one.Number, deputy, Begins: false));
                ended++;
            }
        }

        return ended;
    }

    private async Task<int> Begin(Deputyship deputyship)
    {
        var (absent, deputy) = (deputyship.AbsentId, deputyship.DeputyId);
        var waiting = await db.Events
            .Where(e => (e.BuyerId == absent || e.Team.Any(m => m.AccountId == absent && m.StandsInForId == null)) && e.BuyerId != deputy && !e.Team.Any(m => m.AccountId == deputy))
            .Where(e => db.Rounds.Any(r => r.Event == e && !RoundStates.Final.Contains(r.State))).OrderBy(e => e.Id).ToListAsync();
        var began = 0;
        foreach (var ofSite in waiting.GroupBy(e => e.SiteId))
        {
            if (!await db.BuyersOf(ofSite.Key).AnyAsync(a => a.Id == deputy))
            {
                continue;
            }

            // Who has to decide on an event can't belong to its team.
            long[] keys = [.. ofSite.Select(e => e.Id)];
            var rounds = await db.Rounds.AsNoTracking().Where(r => keys.Contains(r.Event.Id) && !RoundStates.Final.Contains(r.State)).ToListAsync();
            var decides = rounds.Where(round => round.Decides([deputy])).Select(round => round.Number).ToHashSet();
            foreach (var one in ofSite.Where(one => !decides.Contains(one.Number) && one.StandIn(deputy, absent)))
            {
                db.Record(new DeputyStoodIn(one.Number, deputy, Begins: true));
                began++;
            }
        }

        return began;
    }
}
