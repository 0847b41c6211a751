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
/// The portal as <c>dotnet run</c> starts it, with its demonstration, on a port of its own; signed in to as a person would. Its clock
/// can be put forward, and its mails can be read.
/// </summary>
public sealed class PortalStand : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("srm-stand-").FullName;

    public Uri Address => ClientOptions.BaseAddress;

    public IDemoAccounts Accounts => Services.GetRequiredService<IDemoAccounts>();

    /// <summary>What pages, jobs and mails take for the time.</summary>
    internal LaterClock Clock { get; } = new(new DemoClock());

    internal Post Post => new(Path.Combine(_folder, "mail"));

    /// <summary>What an authenticator app shows now that has taken this key.</summary>
    public string CodeOf(string key)
    {
        var bits = string.Concat(key.Where(char.IsLetterOrDigit).Select(sign => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] secret = [.. Enumerable.Range(0, bits.Length / 8).Select(no => Convert.ToByte(bits.Substring(no * 8, 8), 2))];
        return OneTimeCode.At(secret, OneTimeCode.StepAt(Clock.GetUtcNow().UtcDateTime));
    }

    public Task InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        return Task.CompletedTask;
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
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
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
