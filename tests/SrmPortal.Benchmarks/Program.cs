
namespace SrmPortal.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release --project tests/SrmPortal.Benchmarks -- [--events 20000] [--suppliers 2000] [--offers 100000] [--seed 1] [--seconds 10]
/// [--reads 200] [--writes 40] [--postgresql]</c>; what it prints at its end goes into docs/measurements.md.
/// </summary>
internal static class Measured
{
    public static async Task Main(string[] args)
    {
        // The factory looks there for where the portal's sources are.
        Environment.CurrentDirectory = AppContext.BaseDirectory;
        var options = BenchmarkOptions.Of(args);
        var report = new Report(options);
        await using (var portal = await MeasuredPortal.Start(options))
        {
            var stage = await report.Timed("making the data", () => new Generator(portal, options).Fill());
            await new Measurements(portal, stage, report, options).All();
        }

        await BareMeasurements.All(report, options);
        report.Print(Console.Out);
    }
}
