using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;
using SrmPortal.Web.Infrastructure.StartUp;

namespace SrmPortal.Web.Tests.Look;

/// <summary>The portal starts whole or not at all, and says what it lacks. It is started from what <c>dotnet publish</c> made.</summary>
public sealed class StartUpTests(PublishedPortal published) : IClassFixture<PublishedPortal>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("srm-start-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_published_portal_without_settings_names_each_and_ends()
    {
        var (exit, output, error) = await published.Run(new Dictionary<string, string>());

        Assert.Equal(78, exit);
        foreach (var name in new[]
        {
            "Database:Provider", "ConnectionStrings:Portal", "Files:Root", "Links:Key", "Mail:Host", "Mail:From", "Portal:PublicUrl", "Portal:Support:Phone",
            "Portal:Support:Email", "Sealing:Certificate", "Sealing:RecoveryCertificate", "Sealing:ReceiptKey", "DataProtection:Certificate",
        })
        {
            Assert.Contains($"- {name} is not set: ", error, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("   at ", error + output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", error + output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_command_is_told_the_right_ones()
    {
        var (exit, output, _) = await published.Run(Complete(), "migrat");

        Assert.Equal(64, exit);
        Assert.Contains("migrate", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_migrate_needs_the_database_alone_and_with_every_setting_it_starts_and_has_nothing_of_Development()
    {
        var settings = Complete();
        var database = new[] { "Database__Provider", "ConnectionStrings__Portal" }.ToDictionary(name => name, name => settings[name]);
        var (exit, output, _) = await published.Run(database, "migrate");
        Assert.Equal(0, exit);
        Assert.StartsWith("Done: ", output, StringComparison.Ordinal);
        (exit, output, _) = await published.Run(database, "migrate");
        Assert.Equal(0, exit);
        Assert.StartsWith("The database is up to date.", output, StringComparison.Ordinal);
        (exit, _, var error) = await published.Run(new Dictionary<string, string>(), "migrate");
        Assert.Equal(78, exit);
        Assert.DoesNotContain("Sealing", error, StringComparison.Ordinal);

        using var process = await published.Start(settings);
        using var client = PortalProcess.Browser(() => process);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/dev/mail")).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Host = "srm.seversplav.example";
        var home = await client.SendAsync(request);
        Assert.DoesNotContain("Демонстрационный", await home.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(home.Headers.GetValues("Strict-Transport-Security")));
        Assert.False(home.Headers.Contains("Server"));
        await FirstLoad(client, await home.Parsed());
    }

    /// <summary>Each asset is there under its fingerprint and travels packed, and all that the first page needs is 100 KB at most.</summary>
    private static async Task FirstLoad(HttpClient client, AngleSharp.Dom.IDocument page)
    {
        string[] assets =
        [
            .. page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(link => link.GetAttribute("href")!),
            .. page.QuerySelectorAll("script").Select(script => script.GetAttribute("src")!),
            page.QuerySelector("svg use")!.GetAttribute("href")!.Split('#')[0],
            "/lib/fonts/golos-text-cyrillic.woff2", "/lib/fonts/golos-text-latin.woff2", "/",
        ];
        Assert.True(assets.Length >= 7, string.Join(' ', assets));
        List<long> taken = [];
        foreach (var asset in assets)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, asset);
            request.Headers.AcceptEncoding.ParseAdd("br");
            var answer = await client.SendAsync(request);
            taken.Add((await answer.Content.ReadAsByteArrayAsync()).LongLength);
            Assert.True(answer.StatusCode is HttpStatusCode.OK && taken[^1] > 100, $"{asset}: {answer.StatusCode}");
            Assert.True(asset.EndsWith(".woff2", StringComparison.Ordinal) || answer.Content.Headers.ContentEncoding.Contains("br"), asset);
        }

        Assert.True(taken.Sum() <= 100 * 1024, string.Join('\n', assets.Zip(taken)));
    }

    [Fact]
    public async Task Everything_that_is_done_again_and_again_is_begun()
    {
        await using var portal = new Portal(Databases.Sqlite);
        var begun = portal.Services.GetServices<IHostedService>().Select(one => one.GetType()).Where(type => type.IsGenericType).Select(type => type.GenericTypeArguments[0]).ToArray();
        var regular = typeof(IRegularDeed).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IRegularDeed))).ToArray();

        Assert.True(regular.Length > 10);
        Assert.Equal(regular.Select(type => type.Name).Order(), begun.Select(type => type.Name).Order());
    }

    [Fact]
    public void What_is_good_for_Development_only_is_named()
    {
        var keys = Path.Combine(_folder, "dev");
        DevelopmentKeys.UseIn(new ConfigurationBuilder().AddInMemoryCollection([new("Sealing:DevelopmentFolder", keys)]).Build());
        var settings = Complete();
        (settings["Portal__PublicUrl"], settings["Portal__Proxies__0"]) = ("https://localhost:5080", "not-an-address");
        (settings["Sealing__Certificate"], settings["Sealing__ReceiptKey"]) = (Path.Combine(keys, "sealing.pfx"), Path.Combine(_folder, "missing.pem"));
        (settings["DataProtection__Password"], settings["Database__Provider"]) = ("wrong", "Oracle");

        (settings["Portal__TwoStep__Roles"], settings["OpenIdConnect__Authority"], settings["OpenIdConnect__ClientId"]) = ("Buyer, Boss", "http://sso.group.example", "srm");

        (settings["Telemetry__Endpoint"], settings["Telemetry__Protocol"]) = ("collector:4318", "Udp");
        (settings["Links__Key"], settings["Sealing__FormerCertificate"]) = ("MTIz", Path.Combine(_folder, "former.pfx"));
        using var elliptic = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var recovery = new CertificateRequest("CN=recovery", elliptic, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllBytes(settings["Sealing__RecoveryCertificate"] = Path.Combine(_folder, "elliptic.cer"), recovery.Export(X509ContentType.Cert));
        var faults = Check(settings);

        Assert.Equal(14, faults.Count);
        Assert.Contains("Links:Key is no 32 bytes in base64.", faults);
        Assert.Contains("Sealing:FormerCertificate: there is no such file.", faults);
        Assert.Contains("Sealing:RecoveryCertificate has no RSA key, by which alone keys can be wrapped.", faults);
        Assert.Contains("Telemetry:Endpoint must be an absolute http or https address.", faults);
        Assert.Contains("Telemetry:Protocol is HttpProtobuf or Grpc, not Udp.", faults);
        Assert.Contains("Portal:TwoStep:Roles has Boss, which is no role.", faults);
        Assert.Contains("OpenIdConnect:Authority must be an absolute https address.", faults);
        Assert.Contains("OpenIdConnect:ClientSecret is not set: by which the portal shows that it is itself.", faults);
        Assert.Contains("Portal:PublicUrl is an address of this machine only, which is good for Development.", faults);
        Assert.Contains("Portal:Proxies has not-an-address, which is no address or network.", faults);
        Assert.Contains("Sealing:Certificate is a key made for Development.", faults);
        Assert.Contains("Sealing:ReceiptKey: there is no such file.", faults);
        Assert.Contains("DataProtection:Certificate is no .pfx, or DataProtection:Password does not open it.", faults);
        Assert.Contains("Database:Provider is Sqlite, SqlServer or PostgreSql, not Oracle.", faults);
        Assert.Empty(Check(Complete()));
    }

    [Theory]
    [InlineData("10.0.0.0/8", "10.1.2.3", true)]
    [InlineData("10.0.0.7", "10.0.0.7", true)]
    [InlineData("10.0.0.7", "10.0.0.8", false)]
    [InlineData("2001:db8::/32", "2001:db8::1", true)]
    public void A_proxy_is_an_address_or_a_network(string proxy, string address, bool isOne) =>
        Assert.Equal(isOne, Proxies.Network(proxy)!.Value.Contains(IPAddress.Parse(address)));

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_clock_that_is_apart_from_the_databases_takes_no_submission_and_is_not_ready(string database)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var portal = await Portal.With(database, services => services.AddSingleton<TimeProvider>(clock), null);
        var watch = portal.Services.GetRequiredService<ClockWatch>();

        clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        await watch.Compare();
        Assert.Null(watch.Fault);
        watch.RefuseIfWrong();
        Assert.Equal(HttpStatusCode.OK, (await portal.CreateClient().GetAsync("/health/ready")).StatusCode);

        clock.Advance(TimeSpan.FromSeconds(30));
        await watch.Compare();
        Assert.Contains("apart", watch.Fault, StringComparison.Ordinal);
        Assert.Equal(SharedRules.ClockWrong, Assert.Throws<RuleViolation>(watch.RefuseIfWrong).Broken.Single().Code);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await portal.CreateClient().GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await portal.CreateClient().GetAsync("/health/live")).StatusCode);
    }

    private static IReadOnlyList<string> Check(Dictionary<string, string> settings) => StartUpCheck.WhatStandsInTheWay(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => (string?)setting.Value)).Build(), false);

    private Dictionary<string, string> Complete() => ProductionSettings.In(_folder);
}
