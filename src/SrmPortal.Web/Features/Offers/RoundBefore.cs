using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Offers;

/// <summary>What was offered in the round before, out of the rows that its opening wrote; whoever asks sees what the walls show: a supplier its own.</summary>
internal static class RoundBefore
{
    /// <summary>Of one supplier; null in the first round, and for who had no opened offer in the one before.</summary>
    /// <param name="db">As the reader may see it.</param>
    /// <param name="round">With its event.</param>
    /// <param name="supplier">Whose.</param>
    /// <param name="withAnswers">Also the answers, from which a form begins; else prices and terms alone.</param>
    public static async Task<OfferBefore?> OfferBefore(this PortalDbContext db, Round round, long? supplier, bool withAnswers = true) =>
        round.IsFurther && supplier is { } own && (await db.OffersBefore(round, own, withAnswers)).TryGetValue(own, out var before) ? before : null;

    /// <summary>By supplier. Whatever was opened has a line, so one command finds offers, lines and items.</summary>
    /// <param name="db">As the reader may see it.</param>
    /// <param name="round">A further one, with its event.</param>
    /// <param name="supplier">One of them; null: all.</param>
    /// <param name="withAnswers">Also the answers.</param>
    public static async Task<IReadOnlyDictionary<long, OfferBefore>> OffersBefore(this PortalDbContext db, Round round, long? supplier = null, bool withAnswers = true)
    {
        var (number, no, name) = (round.Event.Number, round.No - 1, round.EarlierName);
        var lines = await (
            from opened in db.OpenedOffers.AsNoTracking()
            join line in db.OfferLines on opened.OfferId equals line.OfferId
            join earlier in db.Rounds on opened.RoundId equals earlier.Id
            from item in earlier.Items
            where earlier.Event.Number == number && earlier.No == no && opened.Offer.OpenedIntact == true && (supplier == null || opened.SupplierId == supplier)
                && item.Number == line.ItemNumber
            select new { Opened = opened, Line = line, item.Number, item.Quantity, item.Unit, item.PriceUnit }).ToListAsync();
        var answers = lines.Count == 0 || !withAnswers || round.Questions.Count == 0 ? Enumerable.Empty<OpenedAnswer>().ToLookup(a => a.OfferId)
            : (await db.OpenedAnswers.AsNoTracking().Where(a => a.RoundId == lines[0].Opened.RoundId && (supplier == null || a.SupplierId == supplier)).ToListAsync()).ToLookup(a => a.OfferId);
        return lines.GroupBy(line => line.Opened.SupplierId).ToDictionary(offer => offer.Key, offer => new OfferBefore(
            name, Content(offer.First().Opened, offer.Select(line => line.Line), answers[offer.First().Opened.OfferId]),
            [.. offer.Select(line => new RoundItem(line.Number, "", line.Quantity, line.Unit) { PriceUnit = line.PriceUnit })]));
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
