using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>What the suppliers answered, question by question.</summary>
public sealed record AnswersPage(EvaluationHead Head, IReadOnlyList<OfferColumn> Offers, IReadOnlyList<AnswersPage.Row> Rows)
{
    public static async Task<AnswersPage> Read(PortalDbContext db, EvaluationHead head) =>
        await Read(db, head, await Evaluation.OffersOf(db, head.Id), await AskedOfRound.Read(db, head.Id));

    internal static async Task<AnswersPage> Read(PortalDbContext db, EvaluationHead head, IReadOnlyList<OfferColumn> offers, AskedOfRound asked)
    {
        var answers = await db.OpenedAnswers.Where(a => a.RoundId == head.Id).Select(a => new { a.Question, a.OfferId, a.Value })
            .ToDictionaryAsync(a => (a.Question, a.OfferId), a => a.Value);
        return new AnswersPage(head, offers, [.. asked.Questions.OrderBy(question => question.No).Select(question => new Row(
            question, [.. offers.Select(offer => answers.TryGetValue((question.No, offer.OfferId), out var value) ? new OfferAnswer(question.No, value) : null)]))]);
    }

    /// <param name="Question">As asked.</param>
    /// <param name="Answers">One for each offer; null: none.</param>
    public sealed record Row(RoundQuestion Question, IReadOnlyList<OfferAnswer?> Answers);
}

/// <summary>What the event asks besides its items.</summary>
internal sealed record AskedOfRound(IReadOnlyList<RoundQuestion> Questions, string DesiredDelivery, string PaymentTerms, int ValidityDays)
{
    public static Task<AskedOfRound> Read(PortalDbContext db, long roundId) => db.Rounds.AsNoTracking().Where(r => r.Id == roundId)
        .Select(r => new AskedOfRound(r.Questions, r.DesiredDelivery, r.PaymentTerms, r.OfferValidityDays)).SingleAsync();
}

/// <summary>The terms of the offers beside those of the event.</summary>
public sealed record TermsPage(EvaluationHead Head, IReadOnlyList<OfferColumn> Offers)
{
    public required string DesiredDelivery { get; init; }

    public required string PaymentTerms { get; init; }

    public required int ValidityDays { get; init; }

    public required IReadOnlyList<OpenedOffer> Terms { get; init; }

    public IReadOnlyList<Line> Lines { get; init; } = [];

    public static async Task<TermsPage> Read(PortalDbContext db, EvaluationHead head) =>
        await Read(db, head, await Evaluation.OffersOf(db, head.Id), await AskedOfRound.Read(db, head.Id)) with
        {
            Lines = await db.OfferLines.Where(l => l.RoundId == head.Id && (l.Substitute != "" || l.Comment != "")).OrderBy(l => l.ItemNumber)
                .Select(l => new Line(l.ItemNumber, l.OfferId, l.Substitute, l.Comment)).ToListAsync(),
        };

    internal static async Task<TermsPage> Read(PortalDbContext db, EvaluationHead head, IReadOnlyList<OfferColumn> offers, AskedOfRound asked)
    {
        var terms = await db.OpenedOffers.AsNoTracking().Where(o => o.RoundId == head.Id).ToDictionaryAsync(o => o.OfferId);
        return new TermsPage(head, offers)
        {
            DesiredDelivery = asked.DesiredDelivery,
            PaymentTerms = asked.PaymentTerms,
            ValidityDays = asked.ValidityDays,
            Terms = [.. offers.Select(offer => terms[offer.OfferId])],
        };
    }

    /// <summary>Term by term, the same on the page and in the workbook.</summary>
    public IEnumerable<Row> Rows(IStringLocalizer<Texts> texts)
    {
        yield return Of(texts["Incoterms and place"], DesiredDelivery, o => o.IncotermsRule is null ? "" : $"{o.IncotermsRule} {o.IncotermsPlace} ({o.IncotermsEdition})");
        yield return Of(texts["Payment"], PaymentTerms, o => o.PaymentTerms);
        yield return Of(texts["Binds until"], Plural.Of(ValidityDays, texts["{0} day from the deadline|{0} days from the deadline"]), o => Shown.Date(o.ValidUntil));
        yield return Of(texts["Currency"], Head.Currency, o => o.Currency);
        yield return Of(texts["VAT"], "", o => o.VatPercent is { } percent ? Shown.Percent(percent) : texts["without VAT"]);
        yield return Of(texts["Comment"], "", o => o.Comment);
    }

    private Row Of(string name, string asked, Func<OpenedOffer, string> said) => new(name, asked, [.. Terms.Select(said)]);

    /// <param name="Name">Of the term.</param>
    /// <param name="Asked">What the event says.</param>
    /// <param name="Said">What each offer says; empty: nothing.</param>
    public sealed record Row(string Name, string Asked, IReadOnlyList<string> Said);

    public string NameOf(long offerId) => Offers.First(offer => offer.OfferId == offerId).Name;

    /// <summary>An item of which the supplier says more than a price.</summary>
    public sealed record Line(string Item, long OfferId, string Substitute, string Comment);
}

/// <summary>The documents of the opened offers.</summary>
public sealed record DocumentsPage(EvaluationHead Head, IReadOnlyList<(OfferColumn Offer, IReadOnlyList<OpenedAttachment> Files)> Offers)
{
    public static async Task<DocumentsPage> Read(PortalDbContext db, EvaluationHead head)
    {
        var files = await db.OpenedAttachments.AsNoTracking().Where(a => a.RoundId == head.Id).ToListAsync();
        return new DocumentsPage(head, [.. (await Evaluation.OffersOf(db, head.Id))
            .Select(offer => (offer, (IReadOnlyList<OpenedAttachment>)[.. files.Where(file => file.OfferId == offer.OfferId).OrderBy(file => file.Name, Shown.ByName)]))]);
    }
}
