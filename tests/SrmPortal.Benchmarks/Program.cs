
using SrmPortal.Benchmarks.Growth;
using SrmPortal.Benchmarks.Load;

namespace SrmPortal.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release --project tests/SrmPortal.Benchmarks -- [--events 20000] [--suppliers 2000] [--offers 100000] [--seed 1] [--seconds 10]
/// [--reads 200] [--writes 40] [--postgresql]</c>: single pages and deeds, beside the bare application. <c>-- load [--postgresql]</c>: the last
/// minute before a deadline, of a process of its own. <c>-- growth [--until 1000000] [--postgresql]</c>: pages as events grow in number. What they print at their end goes into docs/measurements.md.
/// </summary>
internal static class Measured
{
    public static async Task<int> Main(string[] args)
    {
        // The factory looks there for where the portal's sources are.
        Environment.CurrentDirectory = AppContext.BaseDirectory;
        var options = BenchmarkOptions.Of(args);
        try
        {
            await (args switch
            {
                ["load", ..] => Deadline.Run(options),
                ["growth", ..] => GrowthRun.Run(options),
                _ => Pages(options),
            });
            return 0;
        }
        catch (Exception fault)
        {
            // A fault that nobody takes ends the process without what is done at its end, and the database server would go on.
            await Console.Error.WriteLineAsync(fault.ToString());
            return 1;
        }
    }

    private static async Task Pages(BenchmarkOptions options)
    {
        var report = new Report(options);
        await using (var portal = MeasuredPortal.Start(options))
        {
            var generator = new Generator(portal, options);
            await report.Timed("making the data", generator.Fill);
            await new Measurements(portal, await generator.SetStage(), report, options).All();
        }

        await BareMeasurements.All(report, options);
        report.Print(Console.Out);
    }
}
