using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Offers;
using SrmPortal.Web.Features.Publishing;
using Xunit.Abstractions;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>
/// A portal as a process that can be killed and started again. What lies before (a round that takes offers until the day after tomorrow,
/// rounds whose deadline has passed, with two sealed offers each) was played on its database under a set clock; the process has the real one.
/// </summary>
internal sealed class KilledStand : IAsyncDisposable
{
    public const string OpenRound = "20067776/0";
    public const long Saver = 7, Submitter = 8;

    private readonly string _folder = Directory.CreateTempSubdirectory("srm-killed-").FullName;
    private readonly List<PortalProcess> _processes = [];

    private KilledStand(string database, Dictionary<string, string> settings) => (Database, Portal) = (Databases.Chosen(database), new Portal(database) { Settings = settings });

    /// <summary>The portal within the tests: to play what lies before, and to look at what there is.</summary>
    public Portal Portal { get; }

    public string Database { get; }

    public DateTime Now { get; } = TimeProvider.System.GetUtcNow().UtcDateTime;

    public DateTime Deadline => Given.WholeMinute(Now.AddDays(2));

    public PortalProcess Process => _processes[^1];

    public IReadOnlyList<PortalProcess> Processes => _processes;

    /// <summary>All that the processes have written.</summary>
    public string Log => string.Join('\n', _processes.Select(process => process.Output + process.Errors));

    public TimeSpan Worked => _processes.Aggregate(TimeSpan.Zero, (sum, process) => sum + process.Worked);

    public string ValidUntil => Now.AddDays(200).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Two offers lie in each round that waits to be opened.</summary>
    public static decimal PriceOf(long supplier, int round) => 3000 + (100 * supplier) + round + 0.37m;

    public static string ClosedRound(int no) => string.Create(CultureInfo.InvariantCulture, $"{21000000 + no}/0");

    /// <param name="database">On which.</param>
    /// <param name="rounds">How many wait to be opened.</param>
    /// <param name="rule">How they are opened.</param>
    /// <param name="connection">To an empty database that is there already.</param>
    public static async Task<KilledStand> WithRoundsToOpen(string database, int rounds, OpeningRule rule = OpeningRule.OneOpener, string? connection = null)
    {
        var stand = new KilledStand(database, connection is null ? [] : new() { ["ConnectionStrings:Portal"] = connection });
        stand.Portal.Clock.AdjustTime(stand.Now.AddDays(-3));
        await stand.Portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await Portal.AddStaff(db, Portal.BuyerId, StaffRoles.Buyer);
            foreach (var supplier in new[] { Saver, Submitter })
            {
                await Portal.AddSupplier(db, supplier, new MembershipRights(true, false, false, true), stand.Now);
            }

            Portal.KeepSmallKeysFree(db, stand.Database);
            var pipes = new Category(null, "t12", "Трубы", "Pipes");
            db.AddRange(pipes, new Category(pipes, "t12.04", "Трубы бесшовные", "Seamless pipes"));
            return await db.SaveChangesAsync();
        });
        await stand.Publish(OpenRound, stand.Deadline);
        for (var round = 0; round < rounds; round++)
        {
            await stand.AddRoundToOpen(round, rule);
        }

        foreach (var person in new[] { Portal.BuyerId, Saver * 10, Submitter * 10 })
        {
            await stand.Portal.GivePassword(person);
        }

        return stand;
    }

    /// <summary>One more whose deadline has passed.</summary>
    public async Task AddRoundToOpen(int no, OpeningRule rule)
    {
        var id = await Publish(ClosedRound(no), Given.WholeMinute(Now.AddHours(-1)), rule);
        await Offer(id, Saver, PriceOf(Saver, no));
        await Offer(id, Submitter, PriceOf(Submitter, no));
    }

    public async Task Start() => _processes.Add(await PortalProcess.Start(_folder, Portal.OfProcess(_folder)));

    public Task<(int Exit, string Output, string Errors)> Command(params string[] words) => PortalProcess.Run(_folder, Portal.OfProcess(_folder), words);

    /// <summary>A visitor's browser; the session in it outlives the process.</summary>
    public HttpClient Browser() => PortalProcess.Browser(() => Process);

    public async Task<HttpClient> SignedIn(long person)
    {
        var browser = Browser();
        var answer = await browser.TrySignIn($"SRM{person:000000000}", Portal.Password);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return browser;
    }

    /// <summary>Mails go out in the background of the process; a person looks until it is there. What fails once is tried again after a minute.</summary>
    public async Task<string> LinkMailedTo(string address)
    {
        var came = await Waiting.Until(() => Task.FromResult(Portal.MailsTo(address).Count > 0), TimeSpan.FromMinutes(3));
        return came ? Portal.LinkMailedTo(address) : throw new TimeoutException($"No mail to {address}.\n{Process.Output}\n{Process.Errors}");
    }

    /// <summary>The buyer opens a round whose deadline has passed.</summary>
    public static async Task Opens(HttpClient buyer, string name) =>
        await buyer.PressAndFollow(await buyer.Page($"/events/{name}/opening"), "Confirm and open", ("Password", Portal.Password));

    public Task<long> RoundId(string name) =>
        Portal.Seen(Scope.System, db => db.Rounds.Where(r => r.Event.Number == name.Substring(0, 8)).Select(r => r.Id).SingleAsync());

    /// <summary>Time and again: all deeds are prepared, their buttons pressed, the process killed and started, and each deed looks what became of it.</summary>
    /// <returns>How many answers had come, and how many were cut off.</returns>
    public async Task<(int Confirmed, int Cut)> KillAgainAndAgain(IKilledDeed[] deeds, int kills, Random random, ITestOutputHelper output)
    {
        var usual = deeds.ToDictionary(deed => deed, _ => TimeSpan.FromMilliseconds(300));
        var (confirmed, cut) = (0, 0);
        for (var time = 0; time < kills; time++)
        {
            var round = time;
            await Task.WhenAll(deeds.Select(deed => Task.Run(() => deed.Prepare(round))));
            var answers = await KillAround(deeds, deeds[time % deeds.Length], random, usual);
            await Start();
            var found = await Task.WhenAll(deeds.Select((deed, i) => Task.Run(() => deed.Look(answers[i]))));
            for (var i = 0; i < deeds.Length; i++)
            {
                output.WriteLine($"Kill {time + 1}, {deeds[i].GetType().Name}: {(answers[i] ? "confirmed" : found[i] ? "done and not confirmed" : "not done")}.");
            }

            (confirmed, cut) = (confirmed + answers.Count(one => one), cut + answers.Count(one => !one));
        }

        return (confirmed, cut);
    }

    /// <summary>
    /// Presses all buttons at once. The kill comes within milliseconds after the answer to one of them, or at any moment of the time that
    /// its answer usually takes.
    /// </summary>
    /// <returns>Of which the answer came.</returns>
    private async Task<bool[]> KillAround(IKilledDeed[] deeds, IKilledDeed target, Random random, Dictionary<IKilledDeed, TimeSpan> usual)
    {
        var since = Stopwatch.StartNew();
        Task<bool>[] pressed = [.. deeds.Select(Answered)];
        await (random.Next(2) == 0 ? pressed[Array.IndexOf(deeds, target)] : Task.Delay(usual[target] * random.NextDouble()));
        await Task.Delay(random.Next(5));
        Process.Kill();
        return await Task.WhenAll(pressed);

        async Task<bool> Answered(IKilledDeed deed)
        {
            try
            {
                using var answer = await Task.Run(deed.Press);
                Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK, $"{deed.GetType().Name}: {answer.StatusCode}");
                usual[deed] = since.Elapsed;
                return true;
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException)
            {
                return false;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            process.Dispose();
        }

        await Portal.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<long> Publish(string name, DateTime deadline, OpeningRule rule = OpeningRule.OneOpener) => Portal.As(Scope.System, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var round = new Round(new SourcingEvent(name[..8], 1, Portal.BuyerId), 0, Given.Terms with { Deadline = deadline, Rates = [new CurrencyRate("RUB")], OpeningRule = rule, OpenerId = rule is OpeningRule.Automatic ? null : Given.Terms.OpenerId },
            [new RoundItem("0001", "Pipe 219×8", 12, "t")]);
        db.Add(round);
        await db.SaveChangesAsync();
        round.ChooseSuppliers([Saver, Submitter]);
        round.TakeEvents();
        await db.SaveChangesAsync();
        await services.GetRequiredService<PublishRound>().Publish(round.Id, Portal.BuyerId, Now.AddDays(-3));
        return round.Id;
    });

    private async Task Offer(long round, long supplier, decimal price)
    {
        var content = Given.Prices(price) with { ValidUntil = DateOnly.FromDateTime(Now.AddDays(200)) };
        await Portal.As(Portal.Supplier(supplier), services => services.GetRequiredService<SaveOffer>().Save(round, content, 0, Now.AddDays(-2)));
        await Portal.As(Portal.Supplier(supplier), services => services.GetRequiredService<SubmitOffer>()
            .Submit(round, new SubmitForm { WorkingCopyNo = 1, Key = Guid.NewGuid(), Signs = true }, Now.AddDays(-2)));
    }
}
