using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;

namespace SrmPortal.Benchmarks.Load;

/// <summary>
/// The last minute before a deadline: the published portal as a process of its own in Production, its people in this one, over HTTP on the
/// loopback; all of them suppliers invited to one event of 100 items, signed in before. It ends by itself.
/// </summary>
internal sealed class Deadline(MeasuredPortal portal, Generator generator, BenchmarkOptions options)
{
    public const int Browsing = 200, Submitting = 50;

    private const int SubmittingTwice = 20, Items = 100, AtOnce = 4;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), Ahead = TimeSpan.FromSeconds(70);

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    public static async Task Run(BenchmarkOptions options)
    {
        PostgreSqlServer.IsDurable = true;
        await using var portal = MeasuredPortal.Start(options);
        var generator = new Generator(portal, options);
        await generator.Fill();
        await new Deadline(portal, generator, options).Measure(Console.Out);
    }

    private async Task Measure(TextWriter output)
    {
        var published = new PublishedPortal { IsCompiledAhead = true };
        await published.InitializeAsync();
        try
        {
            await using var mail = new SmtpServer();
            var settings = new Dictionary<string, string>(portal.OfProcess)
            {
                ["Mail__Port"] = mail.Port.ToString(CultureInfo.InvariantCulture),
                ["Mail__Security"] = "None",
            };
            var (first, unneeded) = await ColdStart(published, settings);
            unneeded.Dispose();
            var (second, process) = await ColdStart(published, settings);
            using (process)
            {
                Report.Say("signing in");
                var began = Stopwatch.GetTimestamp();
                var people = await SignedIn(process);
                var signing = Stopwatch.GetElapsedTime(began);
                var deadline = new DateTime((Now + Ahead).Ticks / Minute.Ticks * Minute.Ticks, DateTimeKind.Utc) + Minute;
                var number = await generator.OpenUntil(deadline, Items);
                await LastMinute(process, people, number, deadline, output);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"- from the start of the process to the first page: {first.TotalSeconds:0.0} s, and once more {second.TotalSeconds:0.0} s; {people.Length} people signed in in {signing.TotalSeconds:0} s before; mails sent: {mail.Mails.Count}"));
            }
        }
        finally
        {
            await published.DisposeAsync();
        }
    }

    private static async Task<(TimeSpan Took, PortalProcess Process)> ColdStart(PublishedPortal published, Dictionary<string, string> settings)
    {
        var start = Stopwatch.GetTimestamp();
        var process = await published.Start(settings);
        try
        {
            using var visitor = ThroughProxy.Browser(process.Address, 0);
            using var page = await visitor.GetAsync("/");
            return (Stopwatch.GetElapsedTime(start), page.StatusCode is HttpStatusCode.OK ? process : throw new InvalidOperationException($"The first page: {page.StatusCode}"));
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    private async Task<HttpClient[]> SignedIn(PortalProcess process)
    {
        var people = generator.SuppliersPeople.Select((login, i) => (Login: login, Browser: ThroughProxy.Browser(process.Address, i))).ToArray();
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (person, _) => await person.Browser.SignedIn(person.Login));
        return [.. people.Select(person => person.Browser)];
    }

    private async Task LastMinute(PortalProcess process, HttpClient[] people, string number, DateTime deadline, TextWriter output)
    {
        var (tally, start) = (new Tally(), deadline - Minute);
        var suppliers = new Suppliers(tally, number, deadline);
        Report.Say($"waiting for {start:HH:mm:ss}");
        await Task.Delay(start - Now);
        var (worked, own) = (process.Worked, Environment.CpuUsage.TotalTime);
        await Task.WhenAll(people.Select((browser, i) => Task.Run(() => i switch
        {
            < SubmittingTwice => suppliers.SubmitTwice(browser),
            < Submitting => suppliers.Submit(browser),
            _ => suppliers.Browse(browser),
        })));
        var took = Now - start;
        output.WriteLine(Report.Of(options));
        tally.Print(output, took);
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"- {tally.Requests:N0} requests in {took.TotalSeconds:0} s: {tally.Requests / took.TotalSeconds:0} a second; wrong answers: {tally.Faults.Count}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"- the portal's process worked {(process.Worked - worked) / took:0.00} of {Environment.ProcessorCount} processors, its people's {(Environment.CpuUsage.TotalTime - own) / took:0.00}; most memory of the portal's: {process.MostMegabytes:N0} MB, of which {process.MappedMegabytes:N0} MB are mapped libraries"));
        await Books(suppliers, tally, number, deadline, output);
        foreach (var fault in tally.Faults.Take(20))
        {
            output.WriteLine($"- WRONG: {fault}");
        }
    }

    /// <summary>What people were told is what is stored, and nothing else is.</summary>
    private async Task Books(Suppliers suppliers, Tally tally, string number, DateTime deadline, TextWriter output)
    {
        var stored = await portal.As(Scope.System, services => services.GetRequiredService<PortalDbContext>().OfferVersions.AsNoTracking()
            .Where(version => version.RoundName == number + "/0").Select(version => new { version.ReceiptNumber, version.At, version.SupplierId }).ToListAsync());
        foreach (var receipt in suppliers.Receipts.Keys.Except(stored.Select(version => version.ReceiptNumber)))
        {
            tally.Fault($"{receipt} was shown and is not stored");
        }

        foreach (var version in stored.Where(version => version.At >= deadline || !suppliers.Receipts.ContainsKey(version.ReceiptNumber)))
        {
            tally.Fault($"{version.ReceiptNumber} of {version.At:O} is stored, and nobody was shown it, or it is too late");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"- receipts shown: {suppliers.Receipts.Count}; submitted versions stored: {stored.Count}, by {stored.Select(version => version.SupplierId).Distinct().Count()} suppliers, the last {(deadline - stored.Max(version => version.At)).TotalMilliseconds:0} ms before the deadline; after it: {stored.Count(version => version.At >= deadline)}"));
    }
}
