using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Sourcing;
using Xunit.Abstractions;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>
/// The built application as a process, and for half a minute no database: somebody else holds SQLite's file, or PostgreSQL is stopped. People go
/// on pressing buttons; afterwards the same process does all of it, once, and its own work too.
/// </summary>
public sealed class HalfAMinuteTests(ITestOutputHelper output)
{
    private const int OpenedByItself = 900;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [ProofFact]
    public async Task After_half_a_minute_in_which_somebody_else_held_the_database_all_goes_on_without_a_restart()
    {
        await using var stand = await KilledStand.WithRoundsToOpen(Databases.Sqlite, 1);
        await using var holder = new SqliteConnection($"{stand.Portal.Connection};Pooling=false");
        await holder.OpenAsync();
        await Outlast(stand, () => Hold("BEGIN EXCLUSIVE"), () => Hold("ROLLBACK"), readsGoOn: true);

        void Hold(string command)
        {
            using var statement = new SqliteCommand(command, holder);
            statement.ExecuteNonQuery();
        }
    }

    [ServerProofFact]
    public async Task After_half_a_minute_without_the_database_server_all_goes_on_without_a_restart()
    {
        using var server = new OwnServer();
        await using var stand = await KilledStand.WithRoundsToOpen(Databases.PostgreSql, 1, connection: server.Connection);
        await Outlast(stand, server.Stop, server.StartAgain, readsGoOn: false);
    }

    private async Task Outlast(KilledStand stand, Action away, Action back, bool readsGoOn)
    {
        await stand.Start();
        var supplier = await stand.SignedIn(KilledStand.Submitter * 10);
        IKilledDeed[] deeds = [new Saving(stand, await stand.SignedIn(KilledStand.Saver * 10)), new Submitting(stand, supplier), new Opening(stand, await stand.SignedIn(Portal.BuyerId)), new Registering(stand)];
        await Task.WhenAll(deeds.Select(deed => Task.Run(() => deed.Prepare(0))));
        await stand.AddRoundToOpen(OpenedByItself, OpeningRule.Automatic);
        away();
        var (since, answers, slowest) = (Stopwatch.StartNew(), 0, TimeSpan.Zero);
        while (since.Elapsed < Long)
        {
            var begun = since.Elapsed;
            foreach (var answer in await Task.WhenAll(deeds.Select(deed => Task.Run(deed.Press))))
            {
                await IsTold(answer);
                answers++;
            }

            slowest = since.Elapsed - begun > slowest ? since.Elapsed - begun : slowest;
            var read = await supplier.GetAsync("/events");
            Assert.Equal(readsGoOn ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, read.StatusCode);
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        back();
        output.WriteLine($"{stand.Database} was away for {since.Elapsed.TotalSeconds:0} s; {answers} forms were answered with 503, the slowest after {slowest.TotalSeconds:0.0} s.");
        since.Restart();
        foreach (var deed in deeds)
        {
            Assert.False(await deed.Look(wasConfirmed: false), $"{deed.GetType().Name} was done and said to be not taken.");
        }

        await ItsOwnWorkGoesOn(stand);
        output.WriteLine($"After {since.Elapsed.TotalSeconds:0} s more everything was done, by the same process.");
    }

    private static async Task IsTold(HttpResponseMessage answer)
    {
        var page = await answer.Parsed();
        Assert.True(answer.StatusCode is HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode} {page.Text()}");
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.True(page.QuerySelector(".error-summary") is not null || page.HasButton("Send again"), page.Text());
    }

    private static async Task ItsOwnWorkGoesOn(KilledStand stand)
    {
        Task<int> Left() => stand.Portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return await db.Outbox.CountAsync(m => m.State != OutboxState.FannedOut) + await db.MailDeliveries.CountAsync(d => d.State == DeliveryState.Queued)
                + await db.Rounds.CountAsync(r => r.OpenedAt == null && r.OpeningRule == OpeningRule.Automatic)
                + (await services.GetRequiredService<AuditChain>().WaitsSince() is null ? 0 : 1);
        });
        await Waiting.Until(async () => await Left() == 0, TimeSpan.FromMinutes(3));
        Assert.Equal(0, await Left());
        var opened = await stand.RoundId(KilledStand.ClosedRound(OpenedByItself));
        Assert.Equal(1, await stand.Portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(RoundOpened) && a.RoundId == opened)));
        Assert.Empty((await stand.Portal.As(Scope.System, services => services.GetRequiredService<AuditVerification>().Run([]))).Faults);
        var (exit, said, errors) = await stand.Command("sealing", "verify");
        Assert.True(exit == 0, said + errors);
    }
}
