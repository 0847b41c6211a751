using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Awarding;

namespace SrmPortal.Web.Features.Protocols;

/// <summary>
/// A decision for the ERP system: what is bought from whom at which price, as its latest protocol says it, with the identifiers that a
/// machine needs. Described in docs/award-data.md; within one major version fields are added, never renamed or removed.
/// </summary>
public sealed record AwardData
{
    public const string SchemaName = "srm-portal/award", SchemaVersion = "1.0";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public string Schema { get; init; } = SchemaName;

    public string Version { get; init; } = SchemaVersion;

    public required OfEvent Event { get; init; }

    public required OfDecision Decision { get; init; }

    public required IReadOnlyList<OfSupplier> Suppliers { get; init; }

    public required IReadOnlyList<OfNotBought> NotBought { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <param name="db">As the reader may see it.</param>
    /// <param name="head">The round.</param>
    /// <returns>Null where nothing is awarded.</returns>
    public static async Task<AwardData?> Read(PortalDbContext db, EvaluationHead head)
    {
        var kept = head.StoredState is not RoundState.Awarded ? null
            : await db.Protocols.AsNoTracking().Where(p => p.RoundId == head.Id).OrderByDescending(p => p.No).FirstOrDefaultAsync();
        if (kept is null)
        {
            return null;
        }

        var content = ProtocolContent.FromJson(kept.Content);
        var around = await db.Rounds.AsNoTracking().Where(r => r.Id == head.Id).Select(r => new
        {
            Site = db.Sites.Where(s => s.Id == r.SiteId).Select(s => s.Name).First(),
            Company = db.Sites.Where(s => s.Id == r.SiteId).Select(s => s.Company.Name).First(),
            Email = db.Accounts.Where(a => a.Id == r.Event.BuyerId).Select(a => a.Email).FirstOrDefault(),
        }).SingleAsync();
        var items = await db.Rounds.AsNoTracking().Where(r => r.Id == head.Id).SelectMany(r => r.Items).ToDictionaryAsync(i => i.Number);
        return new AwardData
        {
            Event = EventOf(content, around.Company, around.Site, around.Email),
            Decision = DecisionOf(content, kept),
            Suppliers = await SuppliersOf(db, head.Id, content, items),
            NotBought = [.. content.NotBought.Select(row => new OfNotBought(row.Item, items[row.Item].MaterialNumber, row.Name, items[row.Item].Quantity, items[row.Item].Unit, row.Reason))],
        };
    }

    private static OfEvent EventOf(ProtocolContent content, string company, string site, string? email) => new(
        content.Round, content.Kind, content.Title, company, site, content.Buyer, email ?? "", content.PublishedAt, content.Deadline, content.OpenedAt, content.Currency, content.Rates);

    private static OfDecision DecisionOf(ProtocolContent content, Protocol kept)
    {
        var last = content.Steps is [.., var step] ? step : null;
        return new OfDecision(content.DecidedAt!.Value, content.Steps.LastOrDefault(one => one.Act is AwardAct.Proposed or AwardAct.Decided)?.Person,
            last?.Act is AwardAct.Approved ? last.Person : null, content.Justification, content.Total, kept.No, kept.Hash);
    }

    private static async Task<IReadOnlyList<OfSupplier>> SuppliersOf(PortalDbContext db, long roundId, ProtocolContent content, Dictionary<string, RoundItem> items)
    {
        string[] numbers = [.. content.Chosen.Select(share => share.Number)];
        var companies = await db.Suppliers.AsNoTracking().Where(s => numbers.Contains(s.Number))
            .Select(s => new { s.Id, s.Number, s.Country, s.Company.TaxNumber, s.Company.Kpp, s.Company.RegistrationNumber, s.Company.FullName }).ToDictionaryAsync(s => s.Number);
        var terms = await db.OpenedOffers.AsNoTracking().Where(o => o.RoundId == roundId).ToDictionaryAsync(o => o.SupplierId);
        var lines = await db.OfferLines.AsNoTracking().Where(l => l.RoundId == roundId)
            .Select(l => new { l.SupplierId, l.ItemNumber, l.VatCategory, l.VatPercent, l.DeliveryDate, l.Substitute, l.Comment }).ToDictionaryAsync(l => (l.SupplierId, l.ItemNumber));
        var reasons = content.Departures.Select(row => (row.Item, row.Reason)).Concat(content.LowPrices.Where(low => low.IsChosen).Select(low => (low.Item, low.Reason)))
            .DistinctBy(row => row.Item).ToDictionary(row => row.Item, row => row.Reason);
        return [.. content.Chosen.Select(share =>
        {
            var (company, offer) = (companies[share.Number], content.Offers.First(offer => offer.Number == share.Number));
            var term = terms[company.Id];
            return new OfSupplier(
                share.Number, share.Supplier, company.FullName, company.Country, company.TaxNumber, company.Kpp, company.RegistrationNumber,
                offer.Receipt, offer.Version, offer.At, share.Currency, share.Lines.Sum(line => line.Amount), share.Total,
                term.IncotermsRule is null ? null : new OfDelivery(term.IncotermsRule, term.IncotermsEdition, term.IncotermsPlace), term.PaymentTerms, term.ValidUntil, term.Comment,
                [.. share.Lines.Select(line =>
                {
                    var (item, offered) = (items[line.Item], lines[(company.Id, line.Item)]);
                    return new OfLine(
                        line.Item, item.MaterialNumber, line.Name, item.Lot, line.Unit, Units.Of(line.Unit).Okei, item.Quantity, line.Quantity, line.UnitPrice, line.PriceUnit, line.Amount, line.Compared,
                        offered.VatCategory, offered.VatPercent, item.DeliveryDate, offered.DeliveryDate ?? item.DeliveryDate, item.DeliveryPlace, offered.Substitute, offered.Comment, reasons.GetValueOrDefault(line.Item, ""));
                })]);
        })];
    }

    public sealed record OfEvent(
        string Round, EventKind Kind, string Title, string Company, string Site, string Buyer, string BuyerEmail,
        DateTime? PublishedAt, DateTime Deadline, DateTime? OpenedAt, string Currency, IReadOnlyList<CurrencyRate> Rates);

    public sealed record OfDecision(DateTime At, string? DecidedBy, string? ApprovedBy, string Justification, decimal Total, int ProtocolNo, string ProtocolSha256);

    public sealed record OfSupplier(
        string Number, string Name, string FullName, string Country, string TaxNumber, string Kpp, string RegistrationNumber, string Receipt, int OfferVersion, DateTime OfferedAt,
        string Currency, decimal Total, decimal TotalCompared, OfDelivery? Incoterms, string PaymentTerms, DateOnly? ValidUntil, string Comment, IReadOnlyList<OfLine> Lines);

    public sealed record OfDelivery(string Rule, int? Edition, string? Place);

    public sealed record OfLine(
        string Item, string Material, string Name, int? Lot, string Unit, string Okei, decimal Asked, decimal Quantity, decimal UnitPrice, int PriceUnit, decimal Amount, decimal AmountCompared,
        string? VatCategory, decimal? VatPercent, DateOnly? AskedDelivery, DateOnly? Delivery, string DeliveryPlace, string Substitute, string Comment, string Reason);

    public sealed record OfNotBought(string Item, string Material, string Name, decimal Asked, string Unit, string? Reason);
}
