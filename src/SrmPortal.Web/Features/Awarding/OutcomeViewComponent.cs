using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>What became of the reader's own offer; stands on the pages of an offer: <c>@await Component.InvokeAsync("Outcome", new { roundId })</c>.</summary>
public sealed class OutcomeViewComponent(PortalDbContext db) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(long roundId)
    {
        var state = await db.Offers.Where(o => o.Round.Id == roundId).Select(o => (OfferState?)o.State).SingleOrDefaultAsync();
        if (state is not (OfferState.Accepted or OfferState.PartlyAccepted or OfferState.Declined))
        {
            return Content("");
        }

        var items = await db.Rounds.AsNoTracking().Where(r => r.Id == roundId).SelectMany(r => r.Items).Select(i => new { i.Number, i.Name, i.Unit, i.PriceUnit })
            .ToDictionaryAsync(i => i.Number);
        var lines = await db.AwardLines.AsNoTracking().Where(l => l.RoundId == roundId).OrderBy(l => l.ItemNumber).ToListAsync();
        return View("/Features/Awarding/_Outcome.cshtml", new Outcome(state.Value, [.. lines.Select(line =>
            new Outcome.Line(line, items[line.ItemNumber].Name, Units.Of(items[line.ItemNumber].Unit), items[line.ItemNumber].PriceUnit))]));
    }
}

/// <summary>The own outcome with the own lines; nobody else's.</summary>
public sealed record Outcome(OfferState State, IReadOnlyList<Outcome.Line> Lines)
{
    public string Kind => State switch { OfferState.Accepted => "ok", OfferState.PartlyAccepted => "ok", _ => "info" };

    public sealed record Line(AwardLine Awarded, string Name, Unit Unit, int PriceUnit)
    {
        public string Quantity => Shown.Quantity(Awarded.Quantity, Unit.Scale, Unit.Symbol(Language.Current));
    }
}
