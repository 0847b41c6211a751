using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Benchmarks.Bare;

namespace SrmPortal.Benchmarks;

/// <summary>The same measures, of the bare application.</summary>
internal static class BareMeasurements
{
    private const int Clients = 8;

    public static async Task All(Report report, BenchmarkOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("srm-bare-").FullName;
        await using (var app = await BareApplication.Start(Path.Combine(folder, "bare.db")))
        {
            await using (var services = app.Services.CreateAsyncScope())
            {
                await BareDatabase.Fill(services.ServiceProvider.GetRequiredService<BareDatabase>(), options.Events, Clients, options.Seed);
            }

            var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            List<HttpClient> browsers = [];
            for (var i = 1; i <= Clients; i++)
            {
                var browser = Measuring.Browser(address);
                (await browser.GetAsync($"/enter/{i}")).EnsureSuccessStatusCode().Dispose();
                browsers.Add(browser);
            }

            await Measure(report, options, browsers);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Measure(Report report, BenchmarkOptions options, List<HttpClient> browsers)
    {
        var one = string.Create(CultureInfo.InvariantCulture, $"/events/{options.Events}");
        foreach (var (what, path) in new[] { ("bare: list", "/events"), ("bare: event page", one), ("bare: offer form of 20 lines", one + "/offer") })
        {
            report.Page(what, await browsers[0].Read(path, options.Reads), -1, (await browsers[0].GetByteArrayAsync(path)).Length);
        }

        var saved = await Measuring.Send(options.Writes, async i =>
        {
            var browser = browsers[Math.Abs(i) % browsers.Count];
            var page = await browser.Page(one + "/offer");
            var (action, fields) = page.Form("Save", page.QuerySelectorAll("input.in-price").Select(input => (input.GetAttribute("name")!, $"{1000 + Math.Abs(i)}")));
            return (browser, action, fields);
        });
        report.Page("bare: save of 20 lines", saved, -1, 0);
        var (saves, ofSaves) = await Measuring.LoadOfForms(browsers, options.Writes / 4, async (browser, i) =>
        {
            var page = await browser.Page(one + "/offer");
            return page.Form("Save", page.QuerySelectorAll("input.in-price").Select(input => (input.GetAttribute("name")!, $"{5000 + i}")));
        });
        report.Load("bare: read, fill and save an offer of 20 lines; times of the save", saves, ofSaves);
        foreach (var (what, path, portal) in new[]
        {
            ("bare: list", "/events", "portal: list of all events, buyers"), ("bare: event page", one, "portal: event page"), ("bare: offer form of 20 lines", one + "/offer", "portal: offer form of 20 lines"),
        })
        {
            var (perSecond, times) = await Measuring.Load(browsers, path, options.Seconds);
            report.Load(what, perSecond, times);
            report.Remark(string.Create(CultureInfo.InvariantCulture, $"{portal}: {report.PerSecond(portal) / perSecond:0%} of the bare application"));
        }
    }
}
