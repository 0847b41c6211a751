using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using Xunit.Abstractions;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>
/// The process gets SIGKILL around the answer to the publishing of a material amendment. Whatever was confirmed is there; what was not is
/// there whole, with the offers out of force and the mails in the outbox, or not at all, and the same button publishes it then, once.
/// </summary>
public sealed class KilledAmendmentTests(ITestOutputHelper output)
{
    private const string Path = $"/events/{KilledStand.OpenRound}/amendment";

    [Fact]
    public Task An_amendment_killed_around_its_answer_is_there_whole_or_not_at_all() => KillAndLook(Databases.Sqlite, 1, seed: 20061202);

    [ProofFact]
    public Task The_same_holds_for_twenty_kills() => KillAndLook(Databases.Sqlite, 20, Random.Shared.Next());

    [ServerProofFact]
    public Task The_same_holds_where_the_database_is_a_server() => KillAndLook(Databases.PostgreSql, 20, Random.Shared.Next());

    private async Task KillAndLook(string database, int kills, int seed)
    {
        output.WriteLine($"Seed {seed}, {database}.");
        var random = new Random(seed);
        await using var stand = await KilledStand.WithRoundsToOpen(database, 0);
        await stand.Start();
        var (buyer, supplier) = (await stand.SignedIn(Portal.BuyerId), await stand.SignedIn(KilledStand.Submitter * 10));
        var usual = TimeSpan.FromMilliseconds(300);
        for (var time = 1; time <= kills; time++)
        {
            await Submit(stand, supplier, 100 + time);
            var last = await Prepare(stand, buyer, time);
            var since = Stopwatch.StartNew();
            var pressing = Task.Run(() => buyer.Press(last, $"Publish amendment {time}"));
            await (time % 2 == 0 ? pressing : Task.Delay(usual * random.NextDouble()));
            await Task.Delay(random.Next(5));
            stand.Process.Kill();
            var wasConfirmed = await Confirmed(pressing);
            usual = wasConfirmed ? since.Elapsed : usual;
            await stand.Start();

            var isDone = await IsWhole(stand, time);
            output.WriteLine($"Kill {time}: {(wasConfirmed ? "confirmed" : isDone ? "done and not confirmed" : "not done")}.");
            Assert.True(isDone || !wasConfirmed, $"Amendment {time} was confirmed and is not there.");
            if (!isDone)
            {
                Assert.Equal(HttpStatusCode.Redirect, (await buyer.Press(last, $"Publish amendment {time}")).StatusCode);
            }

            Assert.True(await IsWhole(stand, time));
            Assert.Equal(HttpStatusCode.NotFound, (await buyer.Press(last, $"Publish amendment {time}")).StatusCode);
        }
    }

    private static async Task<bool> Confirmed(Task<HttpResponseMessage> pressing)
    {
        try
        {
            using var answer = await pressing;
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            return true;
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private static async Task Submit(KilledStand stand, HttpClient supplier, int price)
    {
        var review = await supplier.PressAndFollow(await supplier.Page(Saving.Path), "Review and submit",
            (Saving.Price, price.ToString(CultureInfo.InvariantCulture)), ("ValidUntil", stand.ValidUntil));
        await supplier.PressAndFollow(review, "Submit the offer", ("Signs", "true"));
    }

    private static async Task<AngleSharp.Dom.IDocument> Prepare(KilledStand stand, HttpClient buyer, int time)
    {
        var terms = await buyer.PressAndFollow(await buyer.Page(Path), $"Begin amendment {time}");
        await buyer.PressAndFollow(terms, "Save the terms", ("PaymentTerms", $"In {30 + time} days"));
        return await buyer.PressAndFollow(await buyer.Page($"{Path}/review"), "Go on to the last question", ("Reason", "The plan has changed"),
            ("DeadlineDate", stand.Now.AddDays(20 + time).ToString("d MMM yyyy", CultureInfo.InvariantCulture)), ("DeadlineTime", "12:00"));
    }

    /// <summary>All of it or nothing.</summary>
    private static async Task<bool> IsWhole(KilledStand stand, int no)
    {
        var id = await stand.RoundId(KilledStand.OpenRound);
        var found = await stand.Portal.Seen(Scope.System, async db =>
        {
            var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == id);
            return (round.AmendmentNo, round.PaymentTerms == $"In {30 + no} days", await db.Amendments.CountAsync(a => a.State == AmendmentState.Published),
                await db.Outbox.CountAsync(m => m.Kind == nameof(RoundAmended)), await db.Outbox.CountAsync(m => m.Kind == nameof(OfferNeedsConfirmation)),
                await db.Offers.Where(o => o.Round.Id == id).Select(o => o.State).SingleAsync());
        });
        var isDone = found.AmendmentNo == no;
        Assert.Equal(isDone ? (no, true, no, no, no, OfferState.NeedsConfirmation) : (no - 1, false, no - 1, no - 1, no - 1, OfferState.Submitted), found);
        return isDone;
    }
}
