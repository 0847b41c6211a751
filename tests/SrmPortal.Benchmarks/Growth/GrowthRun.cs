using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;

namespace SrmPortal.Benchmarks.Growth;

/// <summary>The same pages of the same portal when it has 1,000, 100,000 and 1,000,000 events.</summary>
internal sealed class GrowthRun(MeasuredPortal portal, Generator generator, BenchmarkOptions options)
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(8);

    private readonly Dictionary<string, List<Times>> _rows = [];

    public static async Task Run(BenchmarkOptions options)
    {
        await using var portal = MeasuredPortal.Start(options);
        await new GrowthRun(portal, new Generator(portal, options), options).Measure(Console.Out);
    }

    private async Task Measure(TextWriter output)
    {
        await generator.Fill();
        var stage = await generator.SetStage();
        var (buyer, supplier) = (await portal.SignIn(stage.Buyers[0]), await portal.SignIn(stage.Suppliers[0].Login));
        int[] sizes = [.. new[] { options.Events, 100_000, 1_000_000 }.Where(size => size <= options.Until)];
        await portal.As(Scope.System, async services =>
        {
            var multiplying = new Multiplying(services.GetRequiredService<PortalDbContext>());
            foreach (var size in sizes)
            {
                Report.Say(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():HH:mm:ss} making {size:N0} events"));
                await multiplying.Until(size);
                Report.Say(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():HH:mm:ss} measuring"));
                await Pages(buyer, supplier, stage);
            }

            return true;
        });
        Print(output, sizes);
    }

    private async Task Pages(HttpClient buyer, HttpClient supplier, Stage stage)
    {
        var open = $"/events/{stage.Open[20]}/0";
        (string What, HttpClient Browser, string Address)[] pages =
        [
            ("list (buyer, all events)", buyer, "/events"),
            ("list, page 30 (buyer)", buyer, "/events?page=30"),
            ("list, opened, by deadline (buyer)", buyer, "/events?status=opened&sort=-deadline"),
            ("list by category (buyer)", buyer, "/events?category=12"),
            ("list (supplier)", supplier, "/events"),
            ("search by a whole number (buyer)", buyer, $"/events?q={stage.Open[20]}"),
            ("search `*677*` (buyer)", buyer, "/events?q=*677*"),
            ("search by a common word (buyer)", buyer, Words("подшипник")),
            ("search by a phrase that few have (buyer)", buyer, Words("позиций")),
            ("search by a word that nothing has (buyer)", buyer, Words("экскаватор")),
            ("search by a common word (supplier)", supplier, Words("подшипник")),
            ("event page (buyer)", buyer, open),
            ("event page (supplier)", supplier, open),
            ("offer form of 20 lines", supplier, open + "/offer"),
            ("comparison of 20 offers × 50 items", buyer, $"/events/{stage.Opened[(20, 50)]}/0/comparison"),
            ("home (buyer)", buyer, "/"),
            ("home (supplier)", supplier, "/"),
        ];
        foreach (var (what, browser, address) in pages)
        {
            var times = await browser.Read(address, options.Reads, Enough);
            Report.Say($"{what}: {Report.Milliseconds(times.Median)} / {Report.Milliseconds(times.P95)}");
            _rows.TryAdd(what, []);
            _rows[what].Add(times);
            portal.Commands.SaySlowest(what);
        }
    }

    private static string Words(string words) => "/events?q=" + Uri.EscapeDataString(words);

    private void Print(TextWriter output, int[] sizes)
    {
        output.WriteLine(Report.Of(options));
        output.WriteLine("| page; median / p95, ms | " + string.Join(" | ", sizes.Select(size => size.ToString("N0", CultureInfo.InvariantCulture))) + " | p95, last to first |");
        output.WriteLine("|---|" + string.Concat(sizes.Select(_ => "---:|")) + "---:|");
        foreach (var (what, times) in _rows)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {what} | {string.Join(" | ", times.Select(one => $"{Report.Milliseconds(one.Median)} / {Report.Milliseconds(one.P95)}"))} | {times[^1].P95 / times[0].P95:0.0} |"));
        }
    }
}
