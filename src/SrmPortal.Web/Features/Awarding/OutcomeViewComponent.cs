using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>What became of the reader's own offer, line by line, once the round is decided; on the supplier's pages of the event and of the offer.</summary>
public sealed class OutcomeViewComponent(PortalDbContext db, CurrentScope scope) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(long roundId)
    {
        if (scope.Is.SupplierId is not { } supplier || await Own(roundId, supplier) is not { } offer)
        {
            return Content("");
        }

        var lines = await db.OfferLines.AsNoTracking().Where(l => l.RoundId == roundId && l.SupplierId == supplier).OrderBy(l => l.ItemNumber)
            .Select(l => new
            {
                l.ItemNumber,
                l.Quantity,
                l.UnitPrice,
                Item = l.Offer.Round.Items.Where(i => i.Number == l.ItemNumber).Select(i => new { i.Name, i.Unit, i.PriceUnit }).First(),
                Chosen = db.AwardLines.Where(a => a.RoundId == roundId && a.SupplierId == supplier && a.ItemNumber == l.ItemNumber).Sum(a => (decimal?)a.Quantity) ?? 0,
                Amount = db.AwardLines.Where(a => a.RoundId == roundId && a.SupplierId == supplier && a.ItemNumber == l.ItemNumber).Sum(a => (decimal?)a.Amount) ?? 0,
            }).ToListAsync();
        return View("/Features/Awarding/_Outcome.cshtml", offer with
        {
            Result = offer.OpenedIntact is true ? await db.OfferResults.AsNoTracking().SingleOrDefaultAsync(r => r.RoundId == roundId && r.SupplierId == supplier) : null,
            Lines = [.. lines.Select(l => new Outcome.Line(l.ItemNumber, l.Item.Name, Units.Of(l.Item.Unit), l.Quantity, l.UnitPrice, l.Item.PriceUnit, l.Chosen, l.Amount))],
        });
    }

    /// <summary>Null until the round is decided, and for who submitted nothing or took it back.</summary>
    private Task<Outcome?> Own(long roundId, long supplier) => db.Offers.AsNoTracking()
        .Where(o => o.Round.Id == roundId && o.SupplierId == supplier && (o.VersionNo > 0 || o.StandsFromId != null) && o.State != OfferState.Withdrawn
            && (o.Round.State == RoundState.Awarded || o.Round.State == RoundState.NotAwarded))
        .Select(o => new Outcome(o.State, o.OpenedIntact, db.OpenedOffers.Where(one => one.OfferId == o.Id).Select(one => one.Currency).FirstOrDefault() ?? ""))
        .SingleOrDefaultAsync();
}

/// <summary>The own outcome with the own lines; nobody else's.</summary>
/// <param name="State">Of the offer.</param>
/// <param name="OpenedIntact">Null: it was not in force at the deadline.</param>
/// <param name="Currency">Of the offer; empty where it was not opened.</param>
public sealed record Outcome(OfferState State, bool? OpenedIntact, string Currency)
{
    /// <summary>What was offered.</summary>
    public IReadOnlyList<Line> Lines { get; init; } = [];

    /// <summary>Where the own lines stood, as far as the event tells it.</summary>
    public OfferResult? Result { get; init; }

    public decimal Total => Lines.Sum(line => line.Amount);

    public bool IsChosen => State is OfferState.Accepted or OfferState.PartlyAccepted;

    /// <param name="ItemNumber">Of the event.</param>
    /// <param name="Name">Of the item.</param>
    /// <param name="Unit">Of the item.</param>
    /// <param name="Quantity">Offered.</param>
    /// <param name="UnitPrice">Offered, without VAT.</param>
    /// <param name="PriceUnit">So many units have the price.</param>
    /// <param name="Chosen">So much of it is bought; 0: nothing.</param>
    /// <param name="Amount">Of what is bought, without VAT.</param>
    public sealed record Line(string ItemNumber, string Name, Unit Unit, decimal Quantity, decimal UnitPrice, int PriceUnit, decimal Chosen, decimal Amount)
    {
        public string Shown(decimal quantity) => Infrastructure.Shown.Quantity(quantity, Unit.Scale, Unit.Symbol(Language.Current));
    }
}

/// <summary>The outcome in words, the same in the mail and on the page.</summary>
internal static class OutcomeWords
{
    public static string Outcome(this IStringLocalizer<Texts> texts, OfferState state, bool? openedIntact) =>
        openedIntact is true ? OfferWords.State(state) : texts["Not opened"];

    public static string OutcomeSaid(this IStringLocalizer<Texts> texts, OfferState state, bool? openedIntact) => (openedIntact, state) switch
    {
        (true, OfferState.Accepted) => texts["Your offer was accepted. The buyer will get in touch about the contract."],
        (true, OfferState.PartlyAccepted) => texts["Part of your offer was accepted. The buyer will get in touch about the contract."],
        (true, _) => texts["The event has ended, and your offer was not chosen. Thank you for taking part."],
        (false, _) => texts["The event has ended. Your offer could not be opened, as what was stored did not match your receipt. The buyer has been told."],
        _ => texts["The event has ended. Your offer was not in force at the deadline and was not opened."],
    };

    /// <summary>Where a line that was not chosen stood; null: that is not told.</summary>
    public static string? Debrief(this IStringLocalizer<Texts> texts, ItemResult? item) => item switch
    {
        { Rank: { } rank } => texts["place {0} by price", rank].Value,
        { GapPercent: { } gap } => texts.Gap(gap),
        _ => null,
    };

    /// <summary>The same of the whole offer.</summary>
    public static string? Debrief(this IStringLocalizer<Texts> texts, OfferResult? result) => result switch
    {
        { Rank: { } rank } => texts["Your offer has place {0} by price among the offers of all items.", rank].Value,
        { GapPercent: { } gap } => texts["Over your lines that were not chosen your price is {0}.", texts.Gap(gap)].Value,
        _ => null,
    };

    public static string Gap(this IStringLocalizer<Texts> texts, decimal percent) => percent switch
    {
        0 => texts["equal to the chosen one"],
        > 0 => texts["{0} above the chosen one", Shown.Percent(percent)],
        _ => texts["{0} below the chosen one", Shown.Percent(-percent)],
    };
}
