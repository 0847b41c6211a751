using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>What the suppliers answered, question by question.</summary>
public sealed record AnswersPage(EvaluationHead Head, IReadOnlyList<OfferColumn> Offers, IReadOnlyList<AnswersPage.Row> Rows)
{
    public static async Task<AnswersPage> Read(PortalDbContext db, EvaluationHead head)
    {
        var offers = await Evaluation.OffersOf(db, head.Id);
        var questions = await db.Rounds.AsNoTracking().Where(r => r.Id == head.Id).Select(r => r.Questions).SingleAsync();
        var answers = await db.OpenedAnswers.Where(a => a.RoundId == head.Id).Select(a => new { a.Question, a.OfferId, a.Value })
            .ToDictionaryAsync(a => (a.Question, a.OfferId), a => a.Value);
        return new AnswersPage(head, offers, [.. questions.OrderBy(question => question.No).Select(question => new Row(
            question, [.. offers.Select(offer => answers.GetValueOrDefault((question.No, offer.OfferId)))]))]);
    }

    /// <param name="Question">As asked.</param>
    /// <param name="Answers">As stored, one for each offer; null: none.</param>
    public sealed record Row(RoundQuestion Question, IReadOnlyList<string?> Answers)
    {
        public string Shown(string answer) => Question.Type switch
        {
            QuestionType.Number => Infrastructure.Shown.UnitPrice(decimal.Parse(answer, CultureInfo.InvariantCulture)),
            QuestionType.Date => Infrastructure.Shown.Date(DateOnly.ParseExact(answer, OfferAnswer.Day, CultureInfo.InvariantCulture)),
            _ => answer,
        };
    }
}

/// <summary>The terms of the offers beside those of the event.</summary>
public sealed record TermsPage(EvaluationHead Head, IReadOnlyList<OfferColumn> Offers)
{
    public required string DesiredDelivery { get; init; }

    public required string PaymentTerms { get; init; }

    public required int ValidityDays { get; init; }

    public required IReadOnlyList<OpenedOffer> Terms { get; init; }

    public required IReadOnlyList<Line> Lines { get; init; }

    public static async Task<TermsPage> Read(PortalDbContext db, EvaluationHead head)
    {
        var offers = await Evaluation.OffersOf(db, head.Id);
        var terms = await db.OpenedOffers.AsNoTracking().Where(o => o.RoundId == head.Id).ToDictionaryAsync(o => o.OfferId);
        var round = await db.Rounds.Where(r => r.Id == head.Id).Select(r => new { r.DesiredDelivery, r.PaymentTerms, r.OfferValidityDays }).SingleAsync();
        var lines = await db.OfferLines.Where(l => l.RoundId == head.Id && (l.Substitute != "" || l.Comment != "")).OrderBy(l => l.ItemNumber)
            .Select(l => new Line(l.ItemNumber, l.OfferId, l.Substitute, l.Comment)).ToListAsync();
        return new TermsPage(head, offers)
        {
            DesiredDelivery = round.DesiredDelivery,
            PaymentTerms = round.PaymentTerms,
            ValidityDays = round.OfferValidityDays,
            Terms = [.. offers.Select(offer => terms[offer.OfferId])],
            Lines = lines,
        };
    }

    public string NameOf(long offerId) => Offers.First(offer => offer.OfferId == offerId).Name;

    /// <summary>An item of which the supplier says more than a price.</summary>
    public sealed record Line(string Item, long OfferId, string Substitute, string Comment);
}

/// <summary>The documents of the opened offers.</summary>
public sealed record DocumentsPage(EvaluationHead Head, IReadOnlyList<(OfferColumn Offer, IReadOnlyList<OpenedAttachment> Files)> Offers)
{
    public static async Task<DocumentsPage> Read(PortalDbContext db, EvaluationHead head)
    {
        var files = await db.OpenedAttachments.AsNoTracking().Where(a => a.RoundId == head.Id).OrderBy(a => a.Name).ToListAsync();
        return new DocumentsPage(head, [.. (await Evaluation.OffersOf(db, head.Id))
            .Select(offer => (offer, (IReadOnlyList<OpenedAttachment>)files.FindAll(file => file.OfferId == offer.OfferId)))]);
    }
}
