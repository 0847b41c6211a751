using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SrmPortal.Web.Infrastructure.StartUp;

namespace SrmPortal.Web.Infrastructure.Health;

/// <summary>
/// For a load balancer: <c>/health/live</c>, the process answers; <c>/health/ready</c>, it can also work. What is behind or missing without
/// keeping people from their work is degraded there, and no reason to take the instance out of the balance. Administrators read the same
/// in sentences on a page of their own.
/// </summary>
internal static class PortalHealth
{
    public const string Database = "database", Clock = "clock", Files = "files", Antivirus = "antivirus", Mail = "mail", History = "history", Openings = "openings", Keys = "keys";

    /// <summary>As they are listed.</summary>
    public static readonly string[] InOrder = [Database, Clock, Files, Antivirus, Mail, History, Openings, Keys];

    public static IServiceCollection AddPortalHealth(this IServiceCollection services)
    {
        services.AddSingleton<ClockWatch>().AddHostedService(all => all.GetRequiredService<ClockWatch>()).AddSingleton<FilesWatch>();
        services.AddHealthChecks().AddCheck<DatabaseCheck>(Database).AddCheck<ClockCheck>(Clock).AddCheck<FilesCheck>(Files).AddCheck<AntivirusCheck>(Antivirus)
            .AddCheck<MailCheck>(Mail).AddCheck<HistoryCheck>(History).AddCheck<OpeningsCheck>(Openings).AddCheck<KeysCheck>(Keys);
        return services;
    }

    public static void MapPortalHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write }).AllowAnonymous();
    }

    /// <summary>Names and states; why is in the log and on the administrator's page, not for everybody.</summary>
    private static Task Write(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString()),
    });
}
