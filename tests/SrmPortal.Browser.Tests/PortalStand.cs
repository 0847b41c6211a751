using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Demo;
using SrmPortal.Web.Features.Account;

namespace SrmPortal.Browser.Tests;

/// <summary>
/// The portal as <c>dotnet run</c> starts it a second time, with its demonstration, on a port of its own; signed in to as a person would.
/// Its clock can be put forward, and its mails can be read.
/// </summary>
public sealed class PortalStand : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>The event that closes in ten minutes; the first start made another, for which time has gone by meanwhile.</summary>
    public const string Urgent = "/events/20060013/0";

    // The first start plays the demonstration, which takes longer than all else: it is made once for the run, and each stand begins with a copy.
    private static readonly Lazy<Task<string>> Played = new(Play);

    private readonly string _folder = Directory.CreateTempSubdirectory("srm-stand-").FullName;
    private readonly bool _worksInBackground;

    public PortalStand()
        : this(worksInBackground: true)
    {
    }

    private PortalStand(bool worksInBackground) => _worksInBackground = worksInBackground;

    public Uri Address => ClientOptions.BaseAddress;

    public IDemoAccounts Accounts => Services.GetRequiredService<IDemoAccounts>();

    /// <summary>What pages, jobs and mails take for the time.</summary>
    internal LaterClock Clock { get; } = new(new DemoClock());

    internal Post Post => new(Path.Combine(_folder, "mail"));

    /// <summary>What an authenticator app shows now that has taken this key.</summary>
    public string CodeOf(string key) => OneTimeCode.At(AuthenticatorKey.Of(key), OneTimeCode.StepAt(Clock.GetUtcNow().UtcDateTime));

    public async Task InitializeAsync()
    {
        var played = await Played.Value;
        foreach (var file in Directory.EnumerateFiles(played, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(played, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        UseKestrel(0);
        StartServer();
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Portal:DataFolder", _folder)
        .UseSetting("Portal:WatchClock", "false")
        .UseSetting("Logging:LogLevel:Default", "Warning")
        .UseSettings(new[] { "Opening", "Mail", "Portal", "Sealing" }.Select(work => KeyValuePair.Create($"{work}:InBackground", _worksInBackground ? "true" : "false")))
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));

    private static async Task<string> Play()
    {
        var first = new PortalStand(worksInBackground: false);
        _ = first.Services;
        await ((WebApplicationFactory<Program>)first).DisposeAsync();
        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(first._folder, recursive: true);
        return first._folder;
    }
}

/// <summary>Another clock, put forward by as much as a test wants. It goes on by itself, and never back.</summary>
internal sealed class LaterClock(TimeProvider other) : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => other.GetUtcNow() + _ahead;

    public void PutForwardTo(DateTime utc)
    {
        var by = utc - GetUtcNow().UtcDateTime;
        _ahead += by > TimeSpan.Zero ? by : throw new ArgumentOutOfRangeException(nameof(utc), utc, "It is later already.");
    }
}
