using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;
using Serilog.Parsing;
using SrmPortal.Web.Infrastructure.Errors;

namespace SrmPortal.Web.Infrastructure.StartUp;

/// <summary>In what form the log is written.</summary>
internal enum LogFormat { Text, Json }

/// <summary>
/// The log: one line a request with the route's template instead of the address, as an address may carry a token. Whatever still
/// looks like a mail address or a token is blotted out as the line is written. Values of forms and prices are never logged: of an exception
/// the line has what <see cref="ExceptionLog.Described"/> says, whoever logs it.
/// </summary>
internal static partial class Logs
{
    private const string Line = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffZ} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}";
    private const string LineOfRequest = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffZ} {Level:u3} {SourceContext} {Message:lj}, {Reference}{NewLine}{Exception}";

    public static IServiceCollection AddPortalLogs(this IServiceCollection services, IConfiguration configuration, bool isCommand) => services.AddSerilog(
        (_, log) => log
            .MinimumLevel.Is(configuration.GetValue("Logging:LogLevel:Default", LogEventLevel.Information))
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            // Its errors carry values of rows; what matters comes up as an exception, and is told there.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.AspNetCore.Diagnostics", LogEventLevel.Fatal)
            .Enrich.FromLogContext()
            .Enrich.With<WithoutAddress>()
            .WriteTo.Console(new Blotted(configuration.GetValue("Logging:Format", LogFormat.Text)), standardErrorFromLevel: isCommand ? LogEventLevel.Verbose : null),
        preserveStaticLogger: true);

    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(log =>
    {
        log.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        log.MessageTemplate = "{Method} {Route} answered {Status} in {Elapsed:0.0} ms, {Reference}";
        log.IncludeQueryInRequestPath = false;
        log.GetMessageTemplateProperties = (http, _, elapsed, status) =>
        [
            new("Method", new ScalarValue(http.Request.Method)),
            new("Route", new ScalarValue(RouteOf(http))),
            new("Status", new ScalarValue(status)),
            new("Elapsed", new ScalarValue(elapsed)),
            new("Reference", new ScalarValue(http.TraceIdentifier)),
        ];
        log.GetLevel = (http, _, thrown) => thrown is not null || http.Response.StatusCode >= 500 ? LogEventLevel.Error
            : http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || http.Request.Path.StartsWithSegments("/health")
                ? LogEventLevel.Debug : LogEventLevel.Information;
    });

    /// <summary>The template: <c>/activate/{token}</c>; of the page that was asked for, not of the error's. An address without a page stays unsaid.</summary>
    public static string RouteOf(HttpContext http) =>
        (http.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? http.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint
            ?? (http.IsErrorPage() ? null : http.GetEndpoint())) is RouteEndpoint { RoutePattern.RawText: { } route } ? "/" + route.TrimStart('/') : "(no page)";

    /// <summary>Mail addresses, and parts of a path that are as long as a token.</summary>
    public static string Blot(string line) => Token().Replace(Address().Replace(line, "…@…"), "…");

    [GeneratedRegex(@"[^\s""'<>(),;:=\[\]\\]+@[^\s""'<>(),;:=\[\]\\]+\.[^\s""'<>(),;:=\[\]\\]+")]
    private static partial Regex Address();

    [GeneratedRegex("(?<=[/=])[A-Za-z0-9_-]{22,}")]
    private static partial Regex Token();

    /// <summary>The frameworks add the address of the request to every event; it is not for the log.</summary>
    private sealed class WithoutAddress : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            foreach (var name in new[] { "RequestPath", "Path", "QueryString", "RequestQuery" })
            {
                logEvent.RemovePropertyIfPresent(name);
            }
        }
    }

    /// <summary>One line of text for people, or one object of JSON for programs. Both carry the reference of the request.</summary>
    internal sealed class Blotted(LogFormat format) : ITextFormatter
    {
        private readonly MessageTemplateTextFormatter _line = new(Line, CultureInfo.InvariantCulture), _lineOfRequest = new(LineOfRequest, CultureInfo.InvariantCulture);
        private readonly RenderedCompactJsonFormatter _json = new();

        public void Format(LogEvent logEvent, TextWriter output)
        {
            using var line = new StringWriter();
            ITextFormatter way = format is LogFormat.Json ? _json : SaysNoReference(logEvent) ? _lineOfRequest : _line;
            way.Format(logEvent.Exception is { } thrown ? WithoutValues(logEvent, thrown) : logEvent, line);
            output.Write(Blot(line.ToString()));
        }

        private static bool SaysNoReference(LogEvent logEvent) => logEvent.Properties.ContainsKey("Reference")
            && !logEvent.MessageTemplate.Tokens.OfType<PropertyToken>().Any(token => token.PropertyName == "Reference");

        private static LogEvent WithoutValues(LogEvent logEvent, Exception thrown) => new(
            logEvent.Timestamp, logEvent.Level, new Described(thrown), logEvent.MessageTemplate, logEvent.Properties.Select(one => new LogEventProperty(one.Key, one.Value)),
            logEvent.TraceId ?? default, logEvent.SpanId ?? default);
    }

    /// <summary>Written instead of an exception whose message may quote what somebody typed or what is stored.</summary>
    private sealed class Described(Exception thrown) : Exception
    {
        public override string ToString() => ExceptionLog.Described(thrown);
    }
}
