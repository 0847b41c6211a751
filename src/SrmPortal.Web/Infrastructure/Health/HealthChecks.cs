using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SrmPortal.Data;
using SrmPortal.Web.Features.Audit;
using SrmPortal.Web.Infrastructure.StartUp;
using SrmPortal.Web.Infrastructure.Telemetry;
using SrmPortal.Web.Infrastructure.Uploads.Antivirus;

namespace SrmPortal.Web.Infrastructure.Health;

internal sealed class DatabaseCheck(PortalDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        !await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Unhealthy("No connection.")
        : (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any() ? HealthCheckResult.Unhealthy("Migrations are pending.")
        : HealthCheckResult.Healthy();
}

internal sealed class ClockCheck(ClockWatch watch) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(watch.Fault is { } fault ? HealthCheckResult.Unhealthy(fault) : HealthCheckResult.Healthy());
}

/// <summary>Without the folder people read on and fill in forms; only files fail.</summary>
internal sealed class FilesCheck(FilesWatch watch) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(watch.Look() is { } fault ? HealthCheckResult.Degraded(fault) : HealthCheckResult.Healthy());
}

/// <summary>Without it the portal works on, and files wait.</summary>
internal sealed class AntivirusCheck(IAntivirus antivirus) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        antivirus.IsConfigured && !await antivirus.Answers(cancellationToken) ? HealthCheckResult.Degraded("clamd does not answer; files wait.") : HealthCheckResult.Healthy();
}

/// <summary>One of the portal's own works, as it was seen last.</summary>
internal abstract class LagCheck(Lags lags, TimeProvider clock) : IHealthCheck
{
    // Whoever looks every few seconds and has not for so long is stuck.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    /// <summary>What is still usual.</summary>
    protected abstract TimeSpan Most { get; }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lags.Last is not { } seen ? HealthCheckResult.Healthy()
        : clock.GetUtcNow().UtcDateTime - seen.At > Silence ? HealthCheckResult.Degraded("Nobody has looked for a while.")
        : Of(seen) > Most ? HealthCheckResult.Degraded("It is behind.") : HealthCheckResult.Healthy());

    protected abstract TimeSpan Of(Lags.Seen seen);
}

internal sealed class MailCheck(Lags lags, TimeProvider clock) : LagCheck(lags, clock)
{
    protected override TimeSpan Most => TimeSpan.FromMinutes(15);

    protected override TimeSpan Of(Lags.Seen seen) => seen.Outbox;
}

internal sealed class HistoryCheck(Lags lags, TimeProvider clock) : LagCheck(lags, clock)
{
    protected override TimeSpan Most => SealAudit.MostWait;

    protected override TimeSpan Of(Lags.Seen seen) => seen.Sealer;
}

internal sealed class OpeningsCheck(Lags lags, TimeProvider clock) : LagCheck(lags, clock)
{
    protected override TimeSpan Most => TimeSpan.FromMinutes(1);

    protected override TimeSpan Of(Lags.Seen seen) => seen.Openings;
}

internal sealed class KeysCheck(CanaryWatch canaries) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(canaries.Broken is { Count: > 0 } ? HealthCheckResult.Degraded("There are rounds that could not be opened.") : HealthCheckResult.Healthy());
}
