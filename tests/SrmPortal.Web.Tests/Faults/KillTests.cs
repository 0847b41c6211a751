using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Happenings;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Opening;
using Xunit.Abstractions;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>
/// A day of registrations, saves, submissions, openings and decisions, all under way at once, in which the built application is a process that
/// gets SIGKILL around one of their answers, again and again. Whatever was confirmed to anybody is there when it stands again.
/// </summary>
public sealed partial class KillTests(ITestOutputHelper output)
{
    [Fact]
    public Task Whatever_was_confirmed_before_a_kill_is_there_after_it() => KillAndLook(Databases.Sqlite, 3, seed: 20061201);

    [ProofFact]
    public Task Whatever_was_confirmed_before_any_of_a_hundred_kills_is_there_after_it() => KillAndLook(Databases.Sqlite, 100, NewSeed());

    [ServerProofFact]
    public Task The_same_holds_where_the_database_is_a_server() => KillAndLook(Databases.PostgreSql, 100, NewSeed());

    [Fact]
    public async Task What_a_running_portal_logs_names_no_mail_address_token_price_or_password()
    {
        await using var stand = await KilledStand.WithRoundsToOpen(Databases.Sqlite, 1);
        await stand.Start();
        var (saving, submitting, opening, registering) = await Deeds(stand);
        foreach (var deed in new IKilledDeed[] { saving, submitting, opening })
        {
            await deed.Prepare(0);
            Assert.Equal(HttpStatusCode.Redirect, (await deed.Press()).StatusCode);
            Assert.True(await deed.Look(wasConfirmed: true));
        }

        await registering.Prepare(5);
        var visitor = stand.Browser();
        await visitor.TrySignIn("person70@supplier7.example", "not-the-password");
        await visitor.GetAsync("/activate/Zk3uZ0yQe1vBq9sVtqz4Xc8rJm2nHf7a?email=person70@supplier7.example");
        await visitor.GetAsync("/no-such-page/Zk3uZ0yQe1vBq9sVtqz4Xc8rJm2nHf7a");
        await visitor.Press(await visitor.Page("/forgotten"), "Send the mail", ("Login", "person80@supplier8.example"));
        await visitor.GetAsync("/health/ready");
        string[] Mailed() => [.. stand.Portal.Mails.SelectMany(mail => Token().Matches(mail.TextBody!)).Select(match => match.Value)];
        await Waiting.Until(() => Task.FromResult(Mailed().Length >= 2));
        stand.Process.Kill();

        foreach (var route in new[] { "POST /events/{number}/{no:int}/offer/save answered 302", "POST /registration/documents answered 302", "POST /sign-in answered 422", "GET /activate/{token} answered 404" })
        {
            Assert.Contains(route, stand.Log, StringComparison.Ordinal);
        }

        var tokens = Mailed().Append("Zk3uZ0yQe1vBq9sVtqz4Xc8rJm2nHf7a").ToArray();
        Assert.True(tokens.Length > 2);
        Assert.All(tokens, token => Assert.DoesNotContain(token, stand.Log, StringComparison.Ordinal));
        Assert.DoesNotContain("@", stand.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(Portal.Password, stand.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-password", stand.Log, StringComparison.Ordinal);
        foreach (var price in new[] { 700.25m, 400.75m, KilledStand.PriceOf(7, 0), KilledStand.PriceOf(8, 0) })
        {
            Assert.DoesNotMatch(price.ToString("0.00", CultureInfo.InvariantCulture).Replace(".", "[.,]", StringComparison.Ordinal), stand.Log);
        }
    }

    private async Task KillAndLook(string database, int kills, int seed)
    {
        output.WriteLine($"Seed {seed}, {database}.");
        var random = new Random(seed);
        await using var stand = await KilledStand.WithRoundsToOpen(database, 2 * kills);
        await stand.Start();
        var (saving, submitting, opening, registering) = await Deeds(stand);
        IKilledDeed[] deeds = [saving, submitting, opening, registering, new Awarding(stand, await stand.SignedIn(Portal.BuyerId), time => KilledStand.ClosedRound(kills + time))];
        var (confirmed, cut) = await stand.KillAgainAndAgain(deeds, kills, random, output);
        stand.Process.Kill();
        output.WriteLine($"{confirmed} answers had come, {cut} were cut off; processors worked {stand.Worked.TotalSeconds:0} s.");
        // Every other kill waits for an answer; with as many moments at random some come before one.
        Assert.True(confirmed >= kills / 2 && cut > 0, $"{confirmed} confirmed, {cut} cut off");
        await NothingIsHalf(stand);
        await TheHistoryHolds(stand);
        await EveryCommittedMailGoesOut(stand, submitting, registering);
        await TheVaultOpens(stand, submitting);
    }

    private static async Task<(Saving, Submitting, Opening, Registering)> Deeds(KilledStand stand) => (
        new Saving(stand, await stand.SignedIn(KilledStand.Saver * 10)),
        new Submitting(stand, await stand.SignedIn(KilledStand.Submitter * 10)),
        new Opening(stand, await stand.SignedIn(Portal.BuyerId)),
        new Registering(stand));

    private static async Task NothingIsHalf(KilledStand stand)
    {
        if (stand.Database == Databases.Sqlite)
        {
            Assert.Equal(["ok"], await stand.Portal.Seen(Scope.System, db => db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync()));
            Assert.Empty(await stand.Portal.Seen(Scope.System, db => db.Database.SqlQueryRaw<string>("SELECT \"table\" AS Value FROM pragma_foreign_key_check").ToListAsync()));
        }

        foreach (var supplier in new[] { KilledStand.Saver, KilledStand.Submitter })
        {
            await stand.Portal.As(Portal.Supplier(supplier), async services =>
            {
                var db = services.GetRequiredService<PortalDbContext>();
                var vault = services.GetRequiredService<OfferVault>();
                foreach (var offer in await db.Offers.AsNoTracking().Include(o => o.Round.Event).ToListAsync())
                {
                    for (var no = Math.Max(1, offer.WorkingCopyNo - 19); no <= offer.WorkingCopyNo; no++)
                    {
                        Assert.NotNull(await vault.ReadOwn(offer, ContentKind.WorkingCopy, no));
                    }

                    Assert.Equal(Enumerable.Range(1, offer.VersionNo), await db.OfferVersions.Where(v => v.Offer == offer).Select(v => v.No).Order().ToListAsync());
                }

                return 0;
            });
        }

        var versions = await stand.Portal.Seen(Scope.System, db => db.OfferVersions.IgnoreQueryFilters([Walls.Company, Walls.Sealed]).CountAsync());
        Assert.Equal(versions, await stand.Portal.Seen(Scope.System, db => db.Outbox.CountAsync(m => m.Kind == nameof(OfferSubmitted))));
        foreach (var file in await stand.Portal.Seen(Scope.System, db => db.Files.AsNoTracking().ToListAsync()))
        {
            await using var bytes = stand.Portal.Services.GetRequiredService<IFileStore>().Open(file.StoreName);
            Assert.Equal(file.Sha256, await SHA256.HashDataAsync(bytes));
        }
    }

    private static async Task TheHistoryHolds(KilledStand stand)
    {
        await stand.Portal.As(Scope.System, services => services.GetRequiredService<AuditChain>().Seal(TimeProvider.System.GetUtcNow().UtcDateTime));
        Assert.Empty((await stand.Portal.As(Scope.System, services => services.GetRequiredService<AuditVerification>().Run([]))).Faults);
    }

    private static async Task EveryCommittedMailGoesOut(KilledStand stand, Submitting submitting, Registering registering)
    {
        // What a process had taken up when it was killed is free again after some minutes.
        stand.Portal.Clock.AdjustTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(10));
        await stand.Portal.DeliverMail();

        Assert.Equal(0, await stand.Portal.Seen(Scope.System, db => db.Outbox.CountAsync(m => m.State != OutboxState.FannedOut)));
        var deliveries = await stand.Portal.Seen(Scope.System, db => db.MailDeliveries.AsNoTracking().ToListAsync());
        Assert.All(deliveries, delivery => Assert.True(delivery.State is DeliveryState.HandedOver or DeliveryState.Skipped, $"{delivery.Kind} {delivery.State}"));
        var mails = stand.Portal.Mails;
        var sent = mails.Select(mail => mail.MessageId).ToHashSet(StringComparer.Ordinal);
        Assert.All(deliveries.Where(delivery => delivery.State is DeliveryState.HandedOver), delivery => Assert.Contains(delivery.MessageId, sent));
        Assert.All(submitting.Receipts, number => Assert.Contains(mails, mail => mail.Subject!.Contains(number, StringComparison.Ordinal)));
        Assert.All(registering.Sent, number => Assert.Contains(mails, mail => mail.Subject!.Contains(number, StringComparison.Ordinal)));
    }

    private static async Task TheVaultOpens(KilledStand stand, Submitting submitting)
    {
        var (exit, said, errors) = await stand.Command("sealing", "verify");
        Assert.True(exit == 0, said + errors);
        var round = await stand.RoundId(KilledStand.OpenRound);
        var outcome = await stand.Portal.As(Portal.Buyer, services => services.GetRequiredService<OpenRound>().Open(round, stand.Deadline.AddMinutes(1)));

        Assert.Equal(OpeningOutcome.Opened, outcome);
        Assert.Equal([(KilledStand.Submitter, submitting.LastPrice)], await stand.Portal.Seen(Portal.Buyer, async db =>
            (await db.OfferLines.Where(line => line.RoundId == round).ToListAsync()).ConvertAll(line => (line.SupplierId, line.UnitPrice))));
        Assert.Equal(OfferState.Saved, await stand.Portal.Seen(Portal.Supplier(KilledStand.Saver), db => db.Offers.Where(o => o.Round.Id == round).Select(o => o.State).SingleAsync()));
    }

    private static int NewSeed() =>
        int.TryParse(Environment.GetEnvironmentVariable("SRM_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();

    [GeneratedRegex("(?<=/)[A-Za-z0-9_-]{30,}")]
    private static partial Regex Token();
}
