using SrmPortal.Data.Happenings;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.StartUp;

namespace SrmPortal.Web.Features.Audit;

/// <summary>Seals what has happened, every few seconds; whichever instance is first.</summary>
public sealed partial class SealAudit(AuditChain chain, ClockWatch clock, ILogger<SealAudit> logger) : IRegularDeed
{
    /// <summary>So long a record may wait for its seal before it is an alarm.</summary>
    public static readonly TimeSpan MostWait = TimeSpan.FromSeconds(60);

    public static TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task DoWhatIsDue(DateTime now, CancellationToken stopping)
    {
        if (await chain.WaitsSince() is { } since && now - since > MostWait)
        {
            LogLag(logger, since);
        }

        // A clock that runs ahead would call keys final whose transactions are still open: another instance seals, or this one later.
        if (clock.Fault is null)
        {
            await chain.Seal(now, stopping);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Audit records have waited for their seal since {Since:O}. See docs/audit.md.")]
    private static partial void LogLag(ILogger logger, DateTime since);
}
