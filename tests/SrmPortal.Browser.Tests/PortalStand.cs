using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Web.Features.Account;

namespace SrmPortal.Browser.Tests;

/// <summary>The portal as <c>dotnet run</c> starts it, with its demonstration, on a port of its own; signed in to as a person would.</summary>
public sealed class PortalStand : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("srm-stand-").FullName;

    public Uri Address => ClientOptions.BaseAddress;

    public IDemoAccounts Accounts => Services.GetRequiredService<IDemoAccounts>();

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
        .UseSetting("Logging:LogLevel:Default", "Warning");
}
