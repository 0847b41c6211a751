using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Offers;

/// <summary>What was offered in the round before, out of the rows that its opening wrote; whoever asks sees what the walls show: a supplier its own.</summary>
internal static class RoundBefore
{
    /// <summary>Of one supplier; null in the first round, and for who had no opened offer in the one before.</summary>
    public static async Task<OfferBefore?> OfferBefore(this PortalDbContext db, Round round, long? supplier) =>
        round.IsFurther && supplier is { } own && (await db.OffersBefore(round, own)).TryGetValue(own, out var before) ? before : null;

    /// <summary>By supplier.</summary>
    /// <param name="db">As the reader may see it.</param>
    /// <param name="round">A further one, with its event.</param>
    /// <param name="supplier">One of them; null: all.</param>
    public static async Task<IReadOnlyDictionary<long, OfferBefore>> OffersBefore(this PortalDbContext db, Round round, long? supplier = null)
    {
        var (number, no, name) = (round.Event.Number, round.No - 1, round.EarlierName);
        var opened = await db.OpenedOffers.AsNoTracking()
            .Where(o => o.Offer.Round.Event.Number == number && o.Offer.Round.No == no && o.Offer.OpenedIntact == true && (supplier == null || o.SupplierId == supplier)).ToListAsync();
        if (opened is not [var first, ..])
        {
            return new Dictionary<long, OfferBefore>();
        }

        var lines = (await db.OfferLines.AsNoTracking().Where(l => l.RoundId == first.RoundId && (supplier == null || l.SupplierId == supplier)).ToListAsync()).ToLookup(l => l.OfferId);
        var answers = (await db.OpenedAnswers.AsNoTracking().Where(a => a.RoundId == first.RoundId && (supplier == null || a.SupplierId == supplier)).ToListAsync()).ToLookup(a => a.OfferId);
        var items = await db.Rounds.AsNoTracking().Where(r => r.Id == first.RoundId).SelectMany(r => r.Items)
            .Select(i => new RoundItem(i.Number, "", i.Quantity, i.Unit) { PriceUnit = i.PriceUnit }).ToListAsync();
        return opened.ToDictionary(offer => offer.SupplierId, offer => new OfferBefore(name, Content(offer, lines[offer.OfferId], answers[offer.OfferId]), items));
    }

    private static OfferContent Content(OpenedOffer opened, IEnumerable<OfferLine> lines, IEnumerable<OpenedAnswer> answers)
    {
        var vat = opened.VatCategory is { } category ? new Vat(category, opened.VatPercent) : null;
        return new OfferContent(opened.Currency, opened.Comment, [.. lines.Select(line => Entry(line, vat))])
        {
            Vat = vat,
            ValidUntil = opened.ValidUntil,
            Incoterms = opened.IncotermsRule is { } rule ? new Incoterms(rule, opened.IncotermsEdition ?? Incoterms.CurrentEdition, opened.IncotermsPlace ?? "") : null,
            PaymentTerms = opened.PaymentTerms,
            Answers = [.. answers.Select(answer => new OfferAnswer(answer.Question, answer.Value))],
        };
    }

    private static OfferEntry Entry(OfferLine line, Vat? whole)
    {
        var own = line.VatCategory is { } category ? new Vat(category, line.VatPercent) : null;
        return new OfferEntry(line.ItemNumber, line.Quantity, line.UnitPrice)
        {
            Vat = own == whole ? null : own,
            DeliveryDate = line.DeliveryDate,
            Substitute = line.Substitute,
            Comment = line.Comment,
        };
    }
}
