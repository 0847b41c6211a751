using System.Text.Json;
using Serilog;
using Serilog.Context;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using SrmPortal.Web.Infrastructure.StartUp;

namespace SrmPortal.Web.Tests.Telemetry;

public sealed class LogLinesTests
{
    private const string Reference = "7K3Q-M9ZT-4V";

    [Fact]
    public void Each_line_of_a_request_carries_its_reference_and_is_blotted_as_text_and_as_json()
    {
        var (text, json) = (Written(LogFormat.Text), Written(LogFormat.Json));

        Assert.EndsWith($", {Reference}", text, StringComparison.Ordinal);
        using var parsed = JsonDocument.Parse(json);
        Assert.Equal(Reference, parsed.RootElement.GetProperty("Reference").GetString());
        Assert.Equal("Warning", parsed.RootElement.GetProperty("@l").GetString());
        Assert.All([text, json], line =>
        {
            Assert.DoesNotContain("kovaleva", line, StringComparison.Ordinal);
            Assert.DoesNotContain("Zk3uZ0", line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Of_an_exception_kinds_and_places_are_written_and_none_of_the_values_that_it_quotes()
    {
        var thrown = new InvalidOperationException("A page could not be made.", new FormatException("7 812,50 of Ковалёва is no number."));

        Assert.All([Written(LogFormat.Text, thrown), Written(LogFormat.Json, thrown)], written =>
        {
            Assert.Contains("A page could not be made.", written, StringComparison.Ordinal);
            Assert.Contains("System.FormatException", written, StringComparison.Ordinal);
            Assert.DoesNotContain("812", written, StringComparison.Ordinal);
            Assert.Contains(Reference, written, StringComparison.Ordinal);
        });
    }

    private static string Written(LogFormat format, Exception? thrown = null)
    {
        using var written = new StringWriter();
        using (var log = new LoggerConfiguration().Enrich.FromLogContext().WriteTo.Sink(new Into(new Logs.Blotted(format), written)).CreateLogger())
        using (LogContext.PushProperty("Reference", Reference))
        {
            log.Warning(thrown, "Mail to {Address} failed: {Route}", "kovaleva@uraltrubsnab.example", "/activate/Zk3uZ0yQe1vBq9sVtqz4Xc8rJm2nHf7a");
        }

        return written.ToString().TrimEnd();
    }

    private sealed class Into(ITextFormatter format, TextWriter output) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => format.Format(logEvent, output);
    }
}
