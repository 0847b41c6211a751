using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>An opened offer as the head of a column.</summary>
public sealed record OfferColumn(long OfferId, long SupplierId, string Number, string Name, string Currency, DateTime At, int Sequence)
{
    public required string? IncotermsRule { get; init; }

    public required string? IncotermsPlace { get; init; }

    public required DateOnly? ValidUntil { get; init; }

    /// <summary>The earlier round whose offer takes part, as nothing new came; null: it was made for this one.</summary>
    public string? StandsFrom { get; init; }

    public string Terms => IncotermsRule is null ? "" : $"{IncotermsRule} {IncotermsPlace}";

    public Contender Contender => new(OfferId, SupplierId, Currency, At, Sequence);
}

/// <summary>Where a line differs from what was asked, besides its quantity.</summary>
public sealed record Deviation(DateOnly? DeliveryDate, string Substitute, string Comment)
{
    public bool IsSubstitute => Substitute.Length > 0;

    public bool HasComment => Comment.Length > 0;
}

/// <summary>Everything that evaluating a round needs: its items, its opened offers, what is chosen so far. Read by five commands, whatever the size.</summary>
public sealed class Evaluation
{
    public required EvaluationHead Head { get; init; }

    public required Comparison Comparison { get; init; }

    /// <summary>In the order of their decisive instants.</summary>
    public required IReadOnlyList<OfferColumn> Offers { get; init; }

    public required IReadOnlyDictionary<(string Item, long OfferId), Deviation> Deviations { get; init; }

    /// <summary>By material number and unit; empty where nobody asked for them.</summary>
    public required IReadOnlyDictionary<(string Material, string Unit), LastPrice> LastPrices { get; init; }

    /// <summary>Of the round before, by item and supplier, for one unit in the currency of comparison; empty where nobody asked for them.</summary>
    public required IReadOnlyDictionary<(string Item, long SupplierId), EarlierPrice> EarlierPrices { get; init; }

    /// <summary>Null while nothing has been chosen.</summary>
    public required Award? Award { get; init; }

    public int Revision => Award?.Revision ?? 0;

    /// <summary>Whether the reader may choose and decide now.</summary>
    public bool MayPrepare => Head is { IsEvaluated: true, IsRunByReader: true } && Award?.State is not (AwardState.Proposed or AwardState.Decided);

    public LastPrice? LastPriceOf(RoundItem item) => LastPrices.GetValueOrDefault((item.MaterialNumber, item.Unit));

    /// <summary>What the supplier asked for in the round before, for the item's price unit.</summary>
    public decimal? EarlierPriceOf(RoundItem item, OfferColumn offer) =>
        EarlierPrices.TryGetValue((item.Number, offer.SupplierId), out var earlier) && earlier.Unit == item.Unit ? earlier.OfOne * item.PriceUnit : null;

    public OfferColumn OfferOf(long supplierId) => Offers.First(offer => offer.SupplierId == supplierId);

    /// <param name="db">As the reader may see it.</param>
    /// <param name="head">The round.</param>
    /// <param name="withLastPrices">Also what was paid last for the same materials: one command more.</param>
    /// <param name="withEarlierPrices">Also what the same suppliers asked for in the round before: one more in a further round.</param>
    public static async Task<Evaluation> Read(PortalDbContext db, EvaluationHead head, bool withLastPrices = false, bool withEarlierPrices = false)
    {
        var items = await db.Rounds.AsNoTracking().Where(r => r.Id == head.Id).SelectMany(r => r.Items)
            .Select(i => new RoundItem(i.Number, i.Name, i.Quantity, i.Unit)
            {
                PriceUnit = i.PriceUnit,
                DeliveryDate = i.DeliveryDate,
                MaterialNumber = i.MaterialNumber,
                Lot = i.Lot,
                TargetPrice = i.TargetPrice,
            }).ToListAsync();
        var offers = await OffersOf(db, head.Id);
        var lines = await db.OfferLines.Where(l => l.RoundId == head.Id).Select(l => new
        {
            l.OfferId,
            l.ItemNumber,
            l.Quantity,
            l.UnitPrice,
            l.DeliveryDate,
            l.Substitute,
            l.Comment,
        }).ToListAsync();
        return new Evaluation
        {
            Head = head,
            Offers = offers,
            Comparison = new Comparison(head.Currency, head.Rates, items, offers.Select(offer => offer.Contender),
                lines.Select(line => new Quote(line.OfferId, line.ItemNumber, line.Quantity, line.UnitPrice))),
            Deviations = lines.Where(line => line.DeliveryDate is not null || line.Substitute.Length + line.Comment.Length > 0)
                .ToDictionary(line => (line.ItemNumber, line.OfferId), line => new Deviation(line.DeliveryDate, line.Substitute, line.Comment)),
            LastPrices = withLastPrices ? await Awarding.LastPrices.Of(db, head, items) : new Dictionary<(string, string), LastPrice>(),
            EarlierPrices = withEarlierPrices ? await Awarding.EarlierPrices.Of(db, head) : new Dictionary<(string, long), EarlierPrice>(),
            Award = await db.Awards.AsNoTracking().Include(a => a.Lines).SingleOrDefaultAsync(a => a.RoundId == head.Id),
        };
    }

    public static async Task<IReadOnlyList<OfferColumn>> OffersOf(PortalDbContext db, long roundId)
    {
        var offers = await (
            from opened in db.OpenedOffers
            join version in db.OfferVersions on opened.Offer.StandsFromId ?? opened.OfferId equals version.OfferId
            join supplier in db.Suppliers on opened.SupplierId equals supplier.Id
            where opened.RoundId == roundId && opened.Offer.OpenedIntact == true && version.No == version.Offer.VersionNo
            select new OfferColumn(opened.OfferId, opened.SupplierId, supplier.Number, supplier.Name, opened.Currency, version.At, version.Sequence)
            {
                IncotermsRule = opened.IncotermsRule,
                IncotermsPlace = opened.IncotermsPlace,
                ValidUntil = opened.ValidUntil,
                StandsFrom = opened.Offer.StandsFromId == null ? null : version.RoundName,
            }).ToListAsync();
        return [.. offers.OrderBy(offer => offer.At).ThenBy(offer => offer.Sequence)];
    }
}
