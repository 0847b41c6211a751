using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Opening;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Practising;

/// <summary>Where a company's practice stands, from none begun to the opened offer.</summary>
public enum PracticeStage { None, Accepting, BeingOpened, NothingToOpen, Opened }

/// <summary>The company's practice event: what it is for, the next step, and at the end what an opening shows.</summary>
public sealed record PracticePage
{
    /// <summary>So often the page looks by itself whether it is opened.</summary>
    public const int LooksAgainSeconds = 5;

    public required PracticeStage Stage { get; init; }

    /// <summary>Why this person can neither start nor end it; null: nothing is in the way.</summary>
    public required BrokenRule? WhyNot { get; init; }

    /// <summary>Null: none is begun.</summary>
    public Round? Round { get; init; }

    /// <summary>Null before the first save.</summary>
    public Offer? Offer { get; init; }

    /// <summary>The first instant, in UTC, at which the portal opens it.</summary>
    public DateTime OpensAt { get; init; }

    /// <summary>What the opening has made of the offer: what a buyer would read.</summary>
    public OpenedOffer? Terms { get; init; }

    public IReadOnlyList<OfferLine> Lines { get; init; } = [];

    public IReadOnlyList<OpenedAnswer> Answers { get; init; } = [];

    public IReadOnlyList<OpenedAttachment> Files { get; init; } = [];

    /// <summary>For the form that begins.</summary>
    public string? Instead => Round?.Event.Number;

    public bool IsInForce => Offer?.State is OfferState.Submitted or OfferState.UnderEvaluation;

    public RoundItem ItemOf(OfferLine line) => Round!.Items.Single(item => item.Number == line.ItemNumber);

    public decimal AmountOf(OfferLine line) => Money.Amount(line.Quantity, line.UnitPrice, ItemOf(line).PriceUnit, Terms!.Currency);

    public static async Task<PracticePage> Read(PortalDbContext db, Scope reader, IOptions<SealingSettings> sealing, DateTime now)
    {
        var whyNot = !reader.MaySubmit ? new BrokenRule(PracticeRules.MayNot) : WhyNotYet(await db.Suppliers.AsNoTracking().SingleAsync(s => s.Id == reader.SupplierId), now);
        if (await db.Rounds.AsNoTracking().Include(r => r.Event).SingleOrDefaultAsync(r => r.Event.PracticeOfId == reader.SupplierId) is not { } round)
        {
            return new PracticePage { Stage = PracticeStage.None, WhyNot = whyNot };
        }

        var offer = await db.Offers.AsNoTracking().SingleOrDefaultAsync(o => o.Round.Id == round.Id);
        var page = new PracticePage { Stage = StageOf(round, now), WhyNot = whyNot, Round = round, Offer = offer, OpensAt = round.Deadline + sealing.Value.Drain };
        return page.Stage is not PracticeStage.Opened || offer?.OpenedIntact is not true ? page : page with
        {
            Terms = await db.OpenedOffers.AsNoTracking().SingleAsync(o => o.OfferId == offer.Id),
            Lines = await db.OfferLines.AsNoTracking().Where(l => l.OfferId == offer.Id).OrderBy(l => l.ItemNumber).ToListAsync(),
            Answers = await db.OpenedAnswers.AsNoTracking().Where(a => a.OfferId == offer.Id).OrderBy(a => a.Question).ToListAsync(),
            Files = [.. (await db.OpenedAttachments.AsNoTracking().Where(a => a.OfferId == offer.Id).ToListAsync()).OrderBy(a => a.Name, Shown.ByName)],
        };
    }

    private static BrokenRule? WhyNotYet(Supplier supplier, DateTime now) => supplier.StateAt(now) switch
    {
        SupplierState.Suspended => new(SupplierRules.Suspended),
        SupplierState.Accredited => null,
        _ => new(PracticeRules.NotAccredited),
    };

    private static PracticeStage StageOf(Round round, DateTime now) => round.StateAt(now) switch
    {
        RoundState.Published => PracticeStage.Accepting,
        RoundState.Closed => round.FoundEmptyAt is null ? PracticeStage.BeingOpened : PracticeStage.NothingToOpen,
        _ => PracticeStage.Opened,
    };
}
