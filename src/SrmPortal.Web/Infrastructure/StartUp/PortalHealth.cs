using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure.Uploads.Antivirus;

namespace SrmPortal.Web.Infrastructure.StartUp;

/// <summary>For a load balancer: <c>/health/live</c>, the process answers; <c>/health/ready</c>, it can also work.</summary>
internal static class PortalHealth
{
    private const string Ready = "ready";

    public static IServiceCollection AddPortalHealth(this IServiceCollection services)
    {
        services.AddSingleton<ClockWatch>().AddHostedService(all => all.GetRequiredService<ClockWatch>());
        services.AddHealthChecks().AddCheck<Database>("database", tags: [Ready]).AddCheck<Clock>("clock", tags: [Ready])
            .AddCheck<Scanner>("antivirus", tags: [Ready]);
        return services;
    }

    public static void MapPortalHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = Write }).AllowAnonymous();
    }

    /// <summary>Names and states; why is in the log, not for everybody.</summary>
    private static Task Write(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString()),
    });

    private sealed class Database(PortalDbContext db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            !await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Unhealthy("No connection.")
            : (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any() ? HealthCheckResult.Unhealthy("Migrations are pending.")
            : HealthCheckResult.Healthy();
    }

    /// <summary>Without it the portal works on, and files wait: no reason to take an instance out of the balance.</summary>
    private sealed class Scanner(IAntivirus antivirus) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            antivirus.IsConfigured && !await antivirus.Answers(cancellationToken) ? HealthCheckResult.Degraded("clamd does not answer; files wait.") : HealthCheckResult.Healthy();
    }

    private sealed class Clock(ClockWatch watch) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(watch.Fault is { } fault ? HealthCheckResult.Unhealthy(fault) : HealthCheckResult.Healthy());
    }
}
