using System.Globalization;
using SrmPortal.Benchmarks.Load;

namespace SrmPortal.Benchmarks;

/// <summary>How large, on what, for how long.</summary>
internal sealed record BenchmarkOptions
{
    public int Events { get; private init; } = 20_000;

    public int Suppliers { get; private init; } = 2_000;

    public int Offers { get; private init; } = 100_000;

    /// <summary>The same seed makes the same data.</summary>
    public int Seed { get; private init; } = 1;

    public string Provider { get; private init; } = Databases.Sqlite;

    /// <summary>For which the list is read under load.</summary>
    public int Seconds { get; private init; } = 10;

    /// <summary>How often a page is read one after another.</summary>
    public int Reads { get; private init; } = 200;

    /// <summary>How often is saved and submitted.</summary>
    public int Writes { get; private init; } = 40;

    /// <summary>How many suppliers have a person who signs in.</summary>
    public int SignedIn { get; private init; } = 8;

    /// <summary>Growth ends there.</summary>
    public int Until { get; private init; } = 1_000_000;

    private static readonly BenchmarkOptions OfGrowth = new() { Events = 1_000, Offers = 2_000 };

    /// <summary>A portal of moderate size to the last minute before a deadline.</summary>
    private static readonly BenchmarkOptions OfLoad = new() { Events = 1_000, Suppliers = 500, Offers = 5_000, SignedIn = Deadline.Browsing + Deadline.Submitting };

    public static BenchmarkOptions Of(string[] args)
    {
        int Number(string name, int usual) => Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : usual;

        var usual = args is ["load", ..] ? OfLoad : args is ["growth", ..] ? OfGrowth : new BenchmarkOptions();
        return new BenchmarkOptions
        {
            Events = Number("--events", usual.Events),
            Suppliers = Number("--suppliers", usual.Suppliers),
            Offers = Number("--offers", usual.Offers),
            Seed = Number("--seed", usual.Seed),
            Seconds = Number("--seconds", usual.Seconds),
            Reads = Number("--reads", usual.Reads),
            Writes = Number("--writes", usual.Writes),
            SignedIn = usual.SignedIn,
            Until = Number("--until", usual.Until),
            Provider = args.Contains("--postgresql") ? Databases.PostgreSql : Databases.Sqlite,
        };
    }
}
