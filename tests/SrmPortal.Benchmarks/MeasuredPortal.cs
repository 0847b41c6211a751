using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;

namespace SrmPortal.Benchmarks;

/// <summary>The whole portal on its own server, reached over the loopback, signed in to by its form; without the jobs that run beside requests.</summary>
internal sealed class MeasuredPortal(BenchmarkOptions options) : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("srm-measured-").FullName;

    public const string Password = "kolibri-nad-ozerom-7";

    public CommandCounter Commands { get; } = new();

    public string DatabaseFile => Path.Combine(_folder, "portal.db");

    public static Task<MeasuredPortal> Start(BenchmarkOptions options)
    {
        var portal = new MeasuredPortal(options);
        portal.UseKestrel(0);
        portal.StartServer();
        return Task.FromResult(portal);
    }

    /// <summary>Does something inside the portal, for whom the scope says.</summary>
    public async Task<T> As<T>(Scope scope, Func<IServiceProvider, Task<T>> deed)
    {
        await using var services = Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<CurrentScope>().Is = scope;
        return await deed(services.ServiceProvider);
    }

    /// <summary>A browser of this person's own, signed in.</summary>
    public async Task<HttpClient> SignIn(string login)
    {
        var browser = Browser();
        var answer = await browser.Press(await browser.Page("/sign-in"), "Sign in", ("Login", login), ("Password", Password));
        return answer.StatusCode is HttpStatusCode.Redirect ? browser : throw new InvalidOperationException($"{login} did not get in: {answer.StatusCode}");
    }

    private HttpClient Browser() => Measuring.Browser(ClientOptions.BaseAddress);

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseDefaultServiceProvider(services => services.ValidateScopes = false) // as in Production
        .UseSetting("Database:Provider", options.Provider)
        .UseSetting("ConnectionStrings:Portal", Databases.NewConnection(options.Provider, DatabaseFile))
        .UseSetting("Portal:DataFolder", _folder)
        .UseSetting("Portal:WatchClock", "false")
        .UseSetting("Demo:Data", "false")
        .UseSetting("Database:MigrateAtStart", "false")
        .UseSetting("Logging:LogLevel:Default", "Warning")
        .UseSetting("Opening:InBackground", "false")
        .UseSetting("Mail:InBackground", "false")
        .UseSetting("Portal:InBackground", "false")
        .UseSetting("Sealing:InBackground", "false")
        .ConfigureServices(services => _ = options.Provider == Databases.Sqlite
            ? services.ConfigureDbContext<SqlitePortalDbContext>(database => database.AddInterceptors(Commands))
            : services.ConfigureDbContext<PostgreSqlPortalDbContext>(database => database.AddInterceptors(Commands)));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
