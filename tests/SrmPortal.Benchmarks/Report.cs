using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SrmPortal.Benchmarks;

/// <summary>Collects the rows, and prints them as Markdown for docs/measurements.md.</summary>
internal sealed class Report(BenchmarkOptions options)
{
    private readonly List<(string What, Times Times, long Commands, int Kilobytes)> _pages = [];
    private readonly List<(string What, double PerSecond, Times Times)> _loads = [];
    private readonly List<string> _remarks = [];

    public void Page(string what, Times times, long commands, int bytes)
    {
        _pages.Add((what, times, commands, bytes / 1024));
        Say($"{what}: {Milliseconds(times.Median)} / {Milliseconds(times.P95)} ms, {commands} commands, {bytes / 1024} KB");
    }

    public void Load(string what, double perSecond, Times times)
    {
        _loads.Add((what, perSecond, times));
        Say($"{what}: {perSecond:N0}/s, p95 {Milliseconds(times.P95)} ms");
    }

    public void Remark(string remark)
    {
        _remarks.Add(remark);
        Say(remark);
    }

    public double PerSecond(string what) => _loads.Single(load => load.What == what).PerSecond;

    public async Task Timed(string what, Func<Task> deed)
    {
        var start = Stopwatch.GetTimestamp();
        await deed();
        Remark($"{what}: {Stopwatch.GetElapsedTime(start).TotalSeconds:N0} s");
    }

    public void Print(TextWriter output)
    {
        output.WriteLine(Of(options));
        output.WriteLine("| page | median, ms | p95, ms | SQL commands | KB |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var (what, times, commands, kilobytes) in _pages)
        {
            output.WriteLine($"| {what} | {Milliseconds(times.Median)} | {Milliseconds(times.P95)} | {(commands < 0 ? "" : commands.ToString(CultureInfo.InvariantCulture))} | {kilobytes} |");
        }

        output.WriteLine();
        output.WriteLine("| under load, 8 clients | requests/s | median, ms | p95, ms |");
        output.WriteLine("|---|---:|---:|---:|");
        foreach (var (what, perSecond, times) in _loads)
        {
            output.WriteLine($"| {what} | {perSecond.ToString("N0", CultureInfo.InvariantCulture)} | {Milliseconds(times.Median)} | {Milliseconds(times.P95)} |");
        }

        output.WriteLine();
        foreach (var remark in _remarks)
        {
            output.WriteLine($"- {remark}");
        }
    }

    /// <summary>On what was measured, and what else the machine had to do before it.</summary>
    public static string Of(BenchmarkOptions options) => string.Create(CultureInfo.InvariantCulture,
        $"\n{options.Provider}, {options.Events:N0} events, {options.Suppliers:N0} suppliers, {options.Offers:N0} offers, seed {options.Seed}; "
        + $"{Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, .NET {Environment.Version}; load of the machine at the start {LoadAtStart}\n");

    private static readonly string LoadAtStart = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    public static void Say(string line) => Console.Error.WriteLine(line);

    public static string Milliseconds(double milliseconds) => milliseconds.ToString(milliseconds < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
