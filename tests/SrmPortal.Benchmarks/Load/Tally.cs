using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace SrmPortal.Benchmarks.Load;

/// <summary>What a browser got.</summary>
/// <param name="Status">None where nothing came.</param>
/// <param name="Leads">Where to, if anywhere.</param>
/// <param name="Text">The page.</param>
internal sealed record Answered(HttpStatusCode? Status, string? Leads, string Text);

/// <summary>Every request of everybody, by its kind: how long it took to the last byte, and whether it was answered as it had to be.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<double>> _took = new();
    private readonly ConcurrentQueue<string> _faults = new();

    public IReadOnlyCollection<string> Faults => _faults;

    public int Requests => _took.Values.Sum(kind => kind.Count);

    /// <summary>Asks; what it was, and that it went wrong, the answer tells: null is a fault.</summary>
    public async Task<Answered> Ask(Func<Task<HttpResponseMessage>> request, Func<Answered, string?> kind)
    {
        var start = Stopwatch.GetTimestamp();
        Answered got;
        try
        {
            using var answer = await request();
            got = new Answered(answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync());
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            got = new Answered(null, null, failure.Message);
        }

        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (kind(got) is { } meant)
        {
            _took.GetOrAdd(meant, _ => new()).Enqueue(took);
        }
        else
        {
            Fault(string.Create(CultureInfo.InvariantCulture, $"{got.Status} {got.Leads} after {took:0} ms: {got.Text[..Math.Min(300, got.Text.Length)]}"));
        }

        return got;
    }

    public void Fault(string what) => _faults.Enqueue(what);

    public void Print(TextWriter output, TimeSpan during)
    {
        output.WriteLine("| request | number | a second | median, ms | p95, ms | p99, ms |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var (kind, took) in _took.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var times = Times.Of([.. took]);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {kind} | {took.Count:N0} | {took.Count / during.TotalSeconds:0.0} | {Report.Milliseconds(times.Median)} | {Report.Milliseconds(times.P95)} | {Report.Milliseconds(times.P99)} |"));
        }
    }
}
