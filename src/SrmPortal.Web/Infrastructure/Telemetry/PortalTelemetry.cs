using System.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using OpenTelemetry.Exporter;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure.StartUp;

namespace SrmPortal.Web.Infrastructure.Telemetry;

/// <summary>Traces and metrics for a collector of OpenTelemetry, when one is configured. docs/observability.md names them all.</summary>
internal static class PortalTelemetry
{
    /// <summary>On the span of a request: what its page and its lines in the log show.</summary>
    public const string ReferenceTag = "srm.reference";

    // Of the frameworks: none of them says who asked, nor for which address.
    private static readonly string[] Meters =
        [Traces.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Diagnostics", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    public static IServiceCollection AddPortalTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Lags>().AddSingleton<PortalMetrics>();
        services.Configure<TelemetrySettings>(configuration.GetSection(TelemetrySettings.Section));
        if (configuration.GetSection(TelemetrySettings.Section).Get<TelemetrySettings>() is { IsOn: true } telemetry)
        {
            services.AddStatementSpans();
            services.AddOpenTelemetry()
                .ConfigureResource(resource => resource.AddService(telemetry.ServiceName, serviceVersion: typeof(PortalTelemetry).Assembly.GetName().Version?.ToString()))
                // Who asks from outside decides neither whether a trace is kept, nor what stands in it.
                .WithTracing(traces => traces.SetSampler(new AlwaysOnSampler()).AddSource(Traces.Name).AddAspNetCoreInstrumentation(Describe)
                    .AddProcessor(new OnlyKnownTags()).AddOtlpExporter(to => Send(to, telemetry, "traces")))
                .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter(to => Send(to, telemetry, "metrics")));
        }

        return services;
    }

    private static void Send(OtlpExporterOptions to, TelemetrySettings telemetry, string signal)
    {
        to.Endpoint = telemetry.AddressOf(signal);
        to.Protocol = telemetry.Protocol is TelemetryProtocol.Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
    }

    private static void Describe(AspNetCoreTraceInstrumentationOptions requests)
    {
        requests.RecordException = false;
        requests.Filter = http => !OffersTogether.IsOne(http.Request.Path);
        requests.EnrichWithHttpResponse = (span, answer) =>
        {
            var (http, route) = (answer.HttpContext, Logs.RouteOf(answer.HttpContext));
            span.DisplayName = $"{span.GetTagItem("http.request.method")} {route}";
            span.SetTag("http.route", route).SetTag(ReferenceTag, http.TraceIdentifier);
            if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || http.Request.Path.StartsWithSegments("/health"))
            {
                span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            }
        };
    }

    private static void AddStatementSpans(this IServiceCollection services)
    {
        var spans = new StatementSpans();
        services.ConfigureDbContext<SqlitePortalDbContext>(database => database.AddInterceptors(spans))
            .ConfigureDbContext<PostgreSqlPortalDbContext>(database => database.AddInterceptors(spans))
            .ConfigureDbContext<SqlServerPortalDbContext>(database => database.AddInterceptors(spans));
    }
}
