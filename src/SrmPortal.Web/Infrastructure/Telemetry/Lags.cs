using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Opening;

namespace SrmPortal.Web.Infrastructure.Telemetry;

/// <summary>How far the portal's own work was behind when somebody looked last: metrics, health and the administrator's page read it here.</summary>
public sealed class Lags
{
    /// <summary>Null: this instance has not looked yet, or never does.</summary>
    public Seen? Last { get; private set; }

    public void See(Seen seen) => Last = seen;

    /// <param name="At">When it was looked, in UTC.</param>
    /// <param name="Outbox">How long the announcement or mail that is due for longest has been due; zero: none is.</param>
    /// <param name="Sealer">How long the oldest record of the history has waited for its seal.</param>
    /// <param name="Openings">How long the round that opens by itself and should have been opened first has been due.</param>
    public sealed record Seen(DateTime At, TimeSpan Outbox, TimeSpan Sealer, TimeSpan Openings);
}

/// <summary>Looks for them every few seconds, on each instance.</summary>
public sealed class LookAtLags(PortalDbContext db, AuditChain chain, IOptions<SealingSettings> sealing, Lags lags) : IRegularDeed
{
    public static TimeSpan Every => TimeSpan.FromSeconds(15);

    public async Task DoWhatIsDue(DateTime now, CancellationToken stopping)
    {
        var drained = now - sealing.Value.Drain;
        var announcement = await db.Outbox.Where(m => m.State == OutboxState.Pending && m.NextTryAt <= now).MinAsync(m => (DateTime?)m.NextTryAt, stopping);
        var mail = await db.MailDeliveries.Where(d => d.State == DeliveryState.Queued && d.NextTryAt <= now).MinAsync(d => (DateTime?)d.NextTryAt, stopping);
        var deadline = await db.Rounds.Where(r => r.State == RoundState.Published && r.Deadline <= drained && r.OpeningRule == OpeningRule.Automatic && r.FoundEmptyAt == null)
            .MinAsync(r => (DateTime?)r.Deadline, stopping);
        lags.See(new(now, Since(now, announcement < mail || mail is null ? announcement : mail), Since(now, await chain.WaitsSince()), Since(drained, deadline)));
    }

    private static TimeSpan Since(DateTime now, DateTime? due) => due is { } since && since < now ? now - since : TimeSpan.Zero;
}
