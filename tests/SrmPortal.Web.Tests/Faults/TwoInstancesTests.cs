using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Sourcing;
using Xunit.Abstractions;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>
/// Two processes on one database and one store of files, behind a proxy that gives each in turn the next request. One is killed in the middle of a
/// submission.
/// </summary>
public sealed class TwoInstancesTests(ITestOutputHelper output)
{
    private const int Closed = 4, Submissions = 12, KilledAt = 6;

    [ProxyProofFact]
    public async Task Two_instances_share_sign_in_and_work_and_one_that_is_killed_takes_nothing_along()
    {
        await using var stand = await KilledStand.WithRoundsToOpen(Databases.PostgreSql, Closed, OpeningRule.Automatic);
        await stand.Start();
        await stand.Start();
        using var proxy = new ProxyProcess(stand.Processes);
        await proxy.Stands();

        var supplier = proxy.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await supplier.TrySignIn($"SRM{KilledStand.Submitter * 10:000000000}", Portal.Password)).StatusCode);
        for (var page = 0; page < 10; page++)
        {
            Assert.Equal(HttpStatusCode.OK, (await supplier.GetAsync("/events")).StatusCode);
        }

        Assert.All(stand.Processes, process => Assert.Contains("GET /events answered 200", process.Output, StringComparison.Ordinal));
        await EachIsOpenedOnce(stand);
        await EachMailCameOnce(stand);

        var other = proxy.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await other.TrySignIn($"SRM{KilledStand.Saver * 10:000000000}", Portal.Password)).StatusCode);
        var (both, cut) = (new Submitting[] { new(stand, supplier), new(stand, other) }, 0);
        for (var time = 0; time < Submissions; time++)
        {
            await Task.WhenAll(both.Select(one => one.Prepare(time)));
            // One comes to each instance.
            var pressing = both.Select(one => Task.Run(one.Press)).ToArray();
            if (time == KilledAt)
            {
                await Task.Delay(Random.Shared.Next(30));
                stand.Processes[0].Kill();
            }

            foreach (var (one, answer) in both.Zip(await Task.WhenAll(pressing)))
            {
                var wasConfirmed = answer.StatusCode is HttpStatusCode.Redirect;
                cut += wasConfirmed ? 0 : 1;
                await one.Look(wasConfirmed);
            }
        }

        output.WriteLine($"{both.Sum(one => one.Versions)} submissions, {cut} cut off by the kill.");
        Assert.All(both, one => Assert.Equal(Submissions, one.Versions));
        await TheHistoryIsOne(stand);
    }

    private static async Task EachIsOpenedOnce(KilledStand stand)
    {
        Task<int> Left() => stand.Portal.Seen(Scope.System, db => db.Rounds.CountAsync(r => r.OpenedAt == null && r.Deadline < stand.Now));
        await Waiting.Until(async () => await Left() == 0, TimeSpan.FromMinutes(2));
        Assert.Equal(0, await Left());
        var opened = await stand.Portal.Seen(Scope.System, db => db.Audit.Where(a => a.Action == nameof(RoundOpened)).Select(a => a.RoundId).ToListAsync());
        Assert.Equal(Closed, opened.Count);
        Assert.Equal(Closed, opened.Distinct().Count());
    }

    private static async Task EachMailCameOnce(KilledStand stand)
    {
        Task<int> Left() => stand.Portal.Seen(Scope.System, async db => await db.Outbox.CountAsync(m => m.State != OutboxState.FannedOut)
            + await db.MailDeliveries.CountAsync(d => d.State == DeliveryState.Queued));
        await Waiting.Until(async () => await Left() == 0, TimeSpan.FromMinutes(2));
        Assert.Equal(0, await Left());
        var sent = stand.Portal.Mails.Select(mail => mail.MessageId).ToList();
        Assert.NotEmpty(sent);
        Assert.Equal(sent.Count, sent.Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task TheHistoryIsOne(KilledStand stand)
    {
        // Both sealed, each batch one of them.
        await stand.Portal.As(Scope.System, services => services.GetRequiredService<AuditChain>().Seal(TimeProvider.System.GetUtcNow().UtcDateTime));
        Assert.Empty((await stand.Portal.As(Scope.System, services => services.GetRequiredService<AuditVerification>().Run([]))).Faults);
        Assert.Equal(Closed, await stand.Portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(RoundOpened))));
    }
}
