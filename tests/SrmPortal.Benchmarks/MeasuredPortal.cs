using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;

namespace SrmPortal.Benchmarks;

/// <summary>The whole portal on its own server, reached over the loopback, signed in to by its form; without the jobs that run beside requests.</summary>
internal sealed class MeasuredPortal : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("srm-measured-").FullName;

    private MeasuredPortal(BenchmarkOptions options) => OfProcess = new(ProductionSettings.In(_folder))
    {
        ["Database__Provider"] = options.Provider,
        ["ConnectionStrings__Portal"] = Databases.NewConnection(options.Provider, Path.Combine(_folder, "portal.db")),
    };

    /// <summary>Settings with which a process in Production works on the same database, keys and files.</summary>
    public Dictionary<string, string> OfProcess { get; }

    public CommandCounter Commands { get; } = new();

    public static MeasuredPortal Start(BenchmarkOptions options)
    {
        var portal = new MeasuredPortal(options);
        portal.UseKestrel(0);
        portal.StartServer();
        return portal;
    }

    /// <summary>Does something inside the portal, for whom the scope says.</summary>
    public async Task<T> As<T>(Scope scope, Func<IServiceProvider, Task<T>> deed)
    {
        await using var services = Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<CurrentScope>().Is = scope;
        return await deed(services.ServiceProvider);
    }

    /// <summary>A browser of this person's own, signed in.</summary>
    public Task<HttpClient> SignIn(string login) => Measuring.Browser(ClientOptions.BaseAddress).SignedIn(login);

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseDefaultServiceProvider(services => services.ValidateScopes = false) // as in Production
        .UseSettings(OfProcess.Select(one => KeyValuePair.Create(one.Key.Replace("__", ":", StringComparison.Ordinal), one.Value)))
        .UseSetting("Portal:DataFolder", _folder)
        .UseSetting("Portal:WatchClock", "false")
        .UseSetting("Demo:Data", "false")
        .UseSetting("Database:MigrateAtStart", "false")
        .UseSetting("Logging:LogLevel:Default", "Warning")
        .UseSetting("Opening:InBackground", "false")
        .UseSetting("Mail:InBackground", "false")
        .UseSetting("Portal:InBackground", "false")
        .UseSetting("Sealing:InBackground", "false")
        .ConfigureServices(services => services.Intercept(Commands));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
