using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Offers;
using SrmPortal.Web.Features.Publishing;
using static SrmPortal.Web.Tests.Offers.OfferSheets;

namespace SrmPortal.Web.Tests.Offers;

/// <summary>Prices come over from an own earlier offer for the same materials.</summary>
public sealed class EarlierPricesTests
{
    [Fact]
    public async Task Lines_without_a_price_get_that_of_the_same_material_and_the_others_stay()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Asking(4, item: item => item.Number == "0003" ? item with { PriceUnit = 1000 } : item.Number == "0004" ? item with { Unit = "kg" } : item));
        await Earlier(portal, 7, "RUB", ("3100403", 2.5m), ("3100404", 9), ("3100401", 77), ("3100402", 50));
        await portal.Save(7, 100);
        var supplier = portal.SignedIn("supplier:7");

        var prices = await supplier.Page(PricesPath);
        Assert.Contains("Earlier pipes", prices.QuerySelector("table tbody")!.TextContent, StringComparison.Ordinal);
        var preview = await supplier.Page(prices.QuerySelector("table tbody a")!.GetAttribute("href")!);

        Assert.Equal(["0002 0004 50.00 RUB", "0003 0001 2,500.00 RUB"], preview.Changes().Where(change => change.EndsWith("RUB", StringComparison.Ordinal)));
        await supplier.PressAndFollow(preview, "Save 2 lines");
        var lines = (await portal.WorkingCopy(7)).Lines.ToDictionary(line => line.ItemNumber);
        Assert.Equal((100m, 50m, 2_500m, false), (lines["0001"].UnitPrice, lines["0002"].UnitPrice, lines["0003"].UnitPrice, lines.ContainsKey("0004") && lines["0004"].UnitPrice is not null));
    }

    [Fact]
    public async Task Another_currency_is_not_converted_and_nobody_reads_what_others_offered()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Asking(2), 7, 8);
        await Earlier(portal, 7, "USD", ("3100401", 77));
        var supplier = portal.SignedIn("supplier:7");

        var preview = await supplier.Page($"{PricesPath}/from/20060001/0");

        Assert.Contains("in USD, this one is in RUB", Assert.Single(preview.Faults()), StringComparison.Ordinal);
        Assert.False(preview.HasButton("Save 1 line"));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:8").GetAsync($"{PricesPath}/from/20060001/0")).StatusCode);
        Assert.Contains("has made no other offers", (await portal.SignedIn("supplier:8").Page(PricesPath)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_takes_at_most_ten_commands_whatever_the_version()
    {
        var commands = new CommandLog();
        await using var portal = await Portal.With(Databases.Sqlite, services => services.Intercept(commands), Asking(2), 7, 8);
        await Earlier(portal, 7, "RUB", ("3100401", 77));
        var round = await portal.Seen(Scope.System, db => db.Rounds.Where(r => r.Event.Number == "20060001").Select(r => r.Id).SingleAsync());
        await portal.Save(7, 100);
        foreach (var version in new[] { 1, 2 })
        {
            await portal.As(Portal.Supplier(7), services => services.GetRequiredService<SubmitOffer>()
                .Submit(round, new SubmitForm { WorkingCopyNo = version, Key = Guid.NewGuid() }, Given.InTime));
            await portal.Save(7, 1, basedOn: version, round: await portal.Seen(Scope.System, db => db.Rounds.AsNoTracking().Include(r => r.Event).SingleAsync(r => r.Id == round)),
                change: content => content with { Lines = [new OfferEntry("0001", 12, 77 + version)] });
        }

        // What is read once in half a minute for all, lists and settings, is there by then.
        var supplier = portal.SignedIn("supplier:7");
        await supplier.Page("/");
        commands.Begin();
        await supplier.Page($"{PricesPath}/from/20060001/0");

        Assert.InRange(commands.Count, 1, 10);
    }

    private static async Task Earlier(Portal portal, long supplier, string currency, params (string Material, decimal Price)[] lines)
    {
        var round = new Round(new SourcingEvent("20060001", 1, 1), 0, Given.Terms with { Title = "Earlier pipes" },
            lines.Select((line, i) => new RoundItem($"{i + 1:0000}", "Earlier", 12, "t") { MaterialNumber = line.Material }));
        await portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.Add(round);
            await db.SaveChangesAsync();
            round.ChooseSuppliers([7, 8]);
            round.TakeEvents();
            await db.SaveChangesAsync();
            return await services.GetRequiredService<PublishRound>().Publish(round.Id, 1, Given.OnPublishing);
        });
        await portal.Save(supplier, 1, round: round, change: content => content with
        {
            Currency = currency,
            Lines = [.. lines.Select((line, i) => new OfferEntry($"{i + 1:0000}", 12, line.Price))],
        });
    }
}
