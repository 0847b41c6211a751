using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>What was decided to be paid for a material the last time.</summary>
/// <param name="Round">Number of the round: <c>20060001/0</c>.</param>
/// <param name="DecidedAt">In UTC.</param>
/// <param name="OfOne">For one unit, without VAT, in the same currency of comparison.</param>
public sealed record LastPrice(string Round, DateTime DecidedAt, decimal OfOne)
{
    /// <summary>For the item's price unit.</summary>
    public decimal For(RoundItem item) => OfOne * item.PriceUnit;
}

/// <summary>What the same supplier asked for in the round before.</summary>
/// <param name="OfOne">For one unit, without VAT, in the currency of comparison by the rates of this round.</param>
/// <param name="Unit">In which it was asked for.</param>
public sealed record EarlierPrice(decimal OfOne, string Unit);

internal static class EarlierPrices
{
    /// <summary>By item and supplier; empty in the first round.</summary>
    public static async Task<IReadOnlyDictionary<(string Item, long SupplierId), EarlierPrice>> Of(PortalDbContext db, EvaluationHead head)
    {
        if (head.No == 0)
        {
            return new Dictionary<(string, long), EarlierPrice>();
        }

        var lines = await (
            from line in db.OfferLines
            join opened in db.OpenedOffers on line.OfferId equals opened.OfferId
            join round in db.Rounds on line.RoundId equals round.Id
            from item in round.Items
            where round.Event.Number == head.Number && round.No == head.No - 1 && item.Number == line.ItemNumber
            select new { line.ItemNumber, line.SupplierId, line.UnitPrice, opened.Currency, item.PriceUnit, item.Unit }).ToListAsync();
        var rates = head.Rates.Where(rate => rate.Rate is not null || rate.Code == head.Currency)
            .ToDictionary(rate => rate.Code, rate => rate.Code == head.Currency ? 1 : rate.Rate!.Value / rate.Nominal);
        return lines.Where(line => rates.ContainsKey(line.Currency))
            .ToDictionary(line => (line.ItemNumber, line.SupplierId), line => new EarlierPrice(line.UnitPrice * rates[line.Currency] / line.PriceUnit, line.Unit));
    }
}

internal static class LastPrices
{
    /// <summary>By material number and unit, for those items whose material was bought before this round was decided, in the same unit and currency, in an event that the reader may see.</summary>
    public static async Task<IReadOnlyDictionary<(string Material, string Unit), LastPrice>> Of(PortalDbContext db, EvaluationHead head, IReadOnlyCollection<RoundItem> items)
    {
        string[] materials = [.. items.Select(item => item.MaterialNumber).Where(material => material.Length > 0).Distinct()];
        if (materials.Length == 0)
        {
            return new Dictionary<(string, string), LastPrice>();
        }

        var before = head.DecidedAt;
        var bought =
            from line in db.AwardLines
            join round in db.Rounds on line.RoundId equals round.Id
            from item in round.Items
            where round.State == RoundState.Awarded && round.Id != head.Id && (before == null || round.DecidedAt < before) && round.ComparisonCurrency == head.Currency
                && item.Number == line.ItemNumber && materials.Contains(item.MaterialNumber)
            select new { item.MaterialNumber, item.Unit, round.DecidedAt, round.Event.Number, round.No, line.Id, line.Quantity, line.ComparedAmount };
        var last = await bought.GroupBy(line => new { line.MaterialNumber, line.Unit })
            .Select(lines => lines.OrderByDescending(line => line.DecidedAt).ThenByDescending(line => line.Id).First()).ToListAsync();
        var asked = items.Select(item => (item.MaterialNumber, item.Unit)).ToHashSet();
        return last.Where(line => asked.Contains((line.MaterialNumber, line.Unit))).ToDictionary(line => (line.MaterialNumber, line.Unit), line => new LastPrice($"{line.Number}/{line.No}", line.DecidedAt!.Value, line.ComparedAmount / line.Quantity));
    }
}
