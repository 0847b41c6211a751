using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Commands;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Tests;

/// <summary>What people do with the keys: try them, change a certificate, lose one.</summary>
public sealed class SealingCommandsTests
{
    [Fact]
    public async Task Verify_tries_every_round_and_names_the_one_whose_key_or_canary_was_changed()
    {
        await using var portal = await Portal.With(Databases.Sqlite);

        Assert.Equal((0, "20067776/0: can be opened\n1 rounds, 0 broken.\n"), await Run(portal, KeysOf(portal), (db, keys) => new SealingVerify(db, keys)));
        await portal.Seen(Scope.System, db => db.Set<RoundKey>().ExecuteUpdateAsync(set => set.SetProperty(k => k.Canary, new byte[64])));
        var (code, said) = await Run(portal, KeysOf(portal), (db, keys) => new SealingVerify(db, keys));

        Assert.Equal(1, code);
        Assert.Contains("20067776/0: BROKEN, its canary does not open", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_is_changed_in_the_middle_of_a_tender_with_two_in_use_meanwhile()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        using var next = DevelopmentKeys.Certificate("Next");
        var (former, recovery) = (Sealing(portal), Recovery(portal));
        var (both, only) = (new SealingKeys([next, former], recovery), new SealingKeys([next], recovery));

        Assert.Contains("can be opened; wrapped by a former certificate", (await Run(portal, both, (db, keys) => new SealingVerify(db, keys))).Said, StringComparison.Ordinal);
        Assert.Contains("not among the sealing certificates", (await Run(portal, only, (db, keys) => new SealingVerify(db, keys))).Said, StringComparison.Ordinal);
        Assert.Equal((0, "20067776/0: wrapped anew\n1 rounds, 0 failed.\n"), await Run(portal, both, (db, keys) => new SealingRewrap(db, keys)));
        Assert.Equal((0, "20067776/0: can be opened\n1 rounds, 0 broken.\n"), await Run(portal, only, (db, keys) => new SealingVerify(db, keys)));
        Assert.Contains("already", (await Run(portal, only, (db, keys) => new SealingRewrap(db, keys))).Said, StringComparison.Ordinal);
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(RoundKeyWrappedAnew))));
    }

    [Fact]
    public async Task The_certificate_lost_in_the_middle_of_a_tender_is_recovered_from_and_nothing_is_lost()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        using var replacement = DevelopmentKeys.Certificate("Replacement");
        var keys = new SealingKeys([replacement], Recovery(portal));

        Assert.Equal(1, (await Run(portal, keys, (db, all) => new SealingRewrap(db, all))).Code);
        var (code, said) = await Run(portal, keys, (db, all) => new SealingRecover(db, all), Path.Combine(Folder(portal), "recovery.pfx"));
        Assert.Equal((0, "20067776/0: recovered\n1 rounds, 0 failed.\n"), (code, said));

        await portal.As(Portal.Supplier(7), async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var vault = new OfferVault(db, keys, services.GetRequiredService<ReceiptKeys>(), services.GetRequiredService<CurrentScope>());
            var own = await vault.ReadOwn(await db.Offers.Include(o => o.Round.Event).SingleAsync(), ContentKind.Version);
            Assert.Equal(100, own!.Content.Lines.Single().UnitPrice);
            return 0;
        });
    }

    [Fact]
    public async Task Recovery_says_how_it_is_used_and_refuses_another_key()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        using var replacement = DevelopmentKeys.Certificate("Replacement");
        var keys = new SealingKeys([replacement], Recovery(portal));

        Assert.Equal(64, (await Run(portal, keys, (db, all) => new SealingRecover(db, all))).Code);
        var (code, said) = await Run(portal, keys, (db, all) => new SealingRecover(db, all), Path.Combine(Folder(portal), "sealing.pfx"));
        Assert.Equal(1, code);
        Assert.Contains("20067776/0: FAILED", said, StringComparison.Ordinal);
        Assert.Equal(1, (await Run(portal, keys, (db, all) => new SealingVerify(db, all))).Code);
        Assert.Equal(0, (await Run(portal, KeysOf(portal), (db, all) => new SealingVerify(db, all))).Code);
    }

    [Fact]
    public async Task The_daily_look_finds_a_round_that_could_not_be_opened()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var watch = portal.Services.GetRequiredService<CanaryWatch>();

        Assert.Empty(await watch.Look(CancellationToken.None));
        await portal.Seen(Scope.System, db => db.Set<RoundKey>().ExecuteUpdateAsync(set => set.SetProperty(k => k.SealingThumbprint, "gone")));

        Assert.Equal(["20067776/0"], (await watch.Look(CancellationToken.None)).Keys);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_year_after_the_end_what_was_never_opened_is_gone_and_what_was_opened_stays(string database)
    {
        await using var portal = await Portal.With(database, null, 7, 8);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        await portal.Save(7, 90, basedOn: 1);
        await portal.Save(8, 80);
        // Another was cancelled before it was published, and has no key.
        await portal.Seen(Scope.System, async db =>
        {
            var never = db.Add(new Round(new SourcingEvent("20067777", 1, Portal.BuyerId), 0, Given.Terms, new RoundItem("0001", "Pipe", 1, "t"))).Entity;
            await db.SaveChangesAsync();
            return await db.Rounds.Where(r => r.Id == never.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RoundState.Cancelled));
        });
        Assert.Equal(0, await Destroy(portal, Given.Deadline.AddYears(2)));
        await portal.Open();

        Assert.Equal(0, await Destroy(portal, Given.Deadline.AddDays(364)));
        Assert.Equal(1, await Destroy(portal, Given.Deadline.AddDays(366)));

        Assert.Equal([(7L, ContentKind.Version)], await portal.Seen(Scope.System, async db =>
            (await db.Set<SealedContent>().Select(c => new { c.SupplierId, c.Kind }).ToListAsync()).ConvertAll(c => (c.SupplierId, c.Kind))));
        Assert.Equal(0, await Destroy(portal, Given.Deadline.AddDays(367)));
        var receipt = await portal.SignedIn("supplier:7").Page($"{Portal.OfferPath}/versions/1");
        Assert.Contains("1 of 1", receipt.Text(), StringComparison.Ordinal);
    }

    private static Task<int> Destroy(Portal portal, DateTime now) =>
        portal.As(Scope.System, services => services.GetRequiredService<SealedRetention>().Destroy(now));

    private static string Folder(Portal portal) => Path.GetDirectoryName(portal.Services.GetRequiredService<IConfiguration>()["Sealing:Certificate"])!;

    private static SealingKeys KeysOf(Portal portal) => portal.Services.GetRequiredService<SealingKeys>();

    private static X509Certificate2 Sealing(Portal portal) => X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(Folder(portal), "sealing.pfx"), null);

    private static X509Certificate2 Recovery(Portal portal) => X509CertificateLoader.LoadCertificateFromFile(Path.Combine(Folder(portal), "recovery.cer"));

    private static Task<(int Code, string Said)> Run(Portal portal, SealingKeys keys, Func<PortalDbContext, SealingKeys, ICommand> make, params string[] words) =>
        portal.As(Scope.System, async services =>
        {
            await using var output = new StringWriter { NewLine = "\n" };
            var code = await make(services.GetRequiredService<PortalDbContext>(), keys).Run(words, output, CancellationToken.None);
            return (code, output.ToString());
        });
}
