using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Offers;

/// <summary>An own offer to another round.</summary>
/// <param name="Round"><c>20067776/0</c>.</param>
/// <param name="Title">Of the round.</param>
/// <param name="Deadline">In UTC.</param>
/// <param name="TimeZone">The round's.</param>
/// <param name="IsSubmitted">Its latest version is taken; else what was saved.</param>
/// <param name="Common">How many of the items asked for now were asked for there.</param>
public sealed record EarlierOffer(string Round, string Title, DateTime Deadline, string TimeZone, bool IsSubmitted, int Common);

/// <summary>Prices of the own earlier offers for what is asked for again. Only lines without a price get one, and nothing is converted but the price unit.</summary>
public static class EarlierOffers
{
    private const int Most = 50;

    /// <summary>Those with something in common first.</summary>
    public static async Task<IReadOnlyList<EarlierOffer>> List(OfferReading services, Round round)
    {
        var offers = await services.Db.Offers.AsNoTracking().Where(o => o.Round.Id != round.Id && o.Round.PracticeOfId == null && (o.WorkingCopyNo > 0 || o.VersionNo > 0))
            .OrderByDescending(o => o.Round.Deadline).ThenByDescending(o => o.Id).Take(Most)
            .Select(o => new
            {
                Number = o.Round.Event.Number,
                o.Round.No,
                o.Round.Title,
                o.Round.Deadline,
                o.Round.TimeZone,
                o.VersionNo,
                Items = o.Round.Items.Select(i => new RoundItem(i.Number, i.Name, i.Quantity, i.Unit) { MaterialNumber = i.MaterialNumber }).ToList(),
            }).ToListAsync();
        return [.. offers.Select(o => new EarlierOffer($"{o.Number}/{o.No}", o.Title, o.Deadline, o.TimeZone, o.VersionNo > 0,
                Matches(round, o.Items, o.Number == round.Event.Number).Count()))
            .OrderByDescending(o => o.Common > 0)];
    }

    /// <summary>What the offer would become; null where there is no such own offer.</summary>
    public static async Task<NewPrices?> Take(OfferReading services, Round round, OfferContent was, string number, int no)
    {
        var offer = await services.Db.Offers.AsNoTracking().Include(o => o.Round.Event)
            .SingleOrDefaultAsync(o => o.Round.Event.Number == number && o.Round.No == no && o.Round.Id != round.Id);
        if (offer is null)
        {
            return null;
        }

        var earlier = (await services.Vault.ReadOwn(offer, offer.VersionNo > 0 ? ContentKind.Version : ContentKind.WorkingCopy))?.Content;
        var prices = new NewPrices(round, was, await services.Db.OfferBefore(round, services.Scope.Is.SupplierId, withAnswers: false));
        if (earlier is null || earlier.Currency != was.Currency)
        {
            prices.Refuse(new NotTaken(null, "", "", "", earlier is null
                ? new(SheetRules.EarlierGone) : new(SheetRules.EarlierCurrency, null, earlier.Currency, was.Currency)));
            return prices;
        }

        var lines = earlier.Lines.Where(line => line.IsOffered).ToDictionary(line => line.ItemNumber);
        foreach (var (item, there) in Matches(round, offer.Round.Items, number == round.Event.Number))
        {
            var now = prices.LineOf(item.Number);
            if (now.IsBlank && lines.GetValueOrDefault(there.Number) is { } line)
            {
                Take(prices, item, there, now, line.UnitPrice!.Value);
            }
        }

        return prices;
    }

    private static void Take(NewPrices prices, RoundItem item, RoundItem there, OfferEntry now, decimal unitPrice)
    {
        var price = unitPrice * item.PriceUnit / there.PriceUnit;
        if (HumanNumber.Fits(price, OfferEntry.PriceScale, OfferEntry.MaxPrice))
        {
            prices.Take(new OfferEntry(item.Number, now.Quantity ?? item.Quantity, price)
            {
                Vat = now.Vat,
                DeliveryDate = now.DeliveryDate,
                Substitute = now.Substitute,
                Comment = now.Comment,
            }, _ => there.Number);
        }
        else
        {
            prices.Refuse(new NotTaken(item.Number, nameof(now.UnitPrice), there.Number, Shown.UnitPrice(unitPrice), new(NumberRules.TooPrecise, null, OfferEntry.PriceScale)));
        }
    }

    /// <summary>The same line of an earlier stage; else the same material; else, where one of them has no number, the same name. Always the same unit, and each only once.</summary>
    private static IEnumerable<(RoundItem Item, RoundItem There)> Matches(Round round, IEnumerable<RoundItem> earlier, bool isSameEvent)
    {
        var there = earlier.Select((item, place) => new Candidate(item, place, Search.Folded(item.MaterialNumber), Search.Folded(item.Name))).ToArray();
        var (byMaterial, byName) = (there.Where(one => one.Material.Length > 0).ToLookup(one => (one.Material, one.Item.Unit)), there.ToLookup(one => (one.Name, one.Item.Unit)));
        HashSet<int> taken = [];
        foreach (var item in OfferContent.ItemsInOrder(round))
        {
            var material = Search.Folded(item.MaterialNumber);
            var named = byName[(Search.Folded(item.Name), item.Unit)];
            var same = (material.Length == 0 ? named : byMaterial[(material, item.Unit)].Concat(named.Where(one => one.Material.Length == 0))).Where(one => !taken.Contains(one.Place));
            var found = isSameEvent ? same.OrderBy(one => one.Item.Number != item.Number).ThenBy(one => one.Place).FirstOrDefault() : same.MinBy(one => one.Place);
            if (found is not null && taken.Add(found.Place))
            {
                yield return (item, found.Item);
            }
        }
    }

    /// <summary>An item of the earlier round with what it is known by, folded once: two thousand items are looked up among as many.</summary>
    private sealed record Candidate(RoundItem Item, int Place, string Material, string Name);
}
