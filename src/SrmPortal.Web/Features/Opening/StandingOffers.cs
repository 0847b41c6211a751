using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Offers;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Opening;

/// <summary>
/// At the opening of a further round: offers of the round before that take part, as their suppliers submitted nothing new. Nothing is
/// unsealed by it: they were opened then. Who has submitted anew, and be it to take it back, or has declined, takes part with that alone.
/// </summary>
public sealed class StandingOffers(PortalDbContext db) : IDeed
{
    /// <summary>Who takes part so, with what. Asked under the round's lock, before it is opened.</summary>
    public async Task<IReadOnlyDictionary<long, OfferContent>> Of(Round round)
    {
        if (!round.EarlierOffersStand)
        {
            return new Dictionary<long, OfferContent>();
        }

        var asked = await db.Invitations.Where(i => i.Round.Id == round.Id && i.State != InvitationState.Declined).Select(i => i.SupplierId).ToListAsync();
        var anew = await db.Offers.IgnoreQueryFilters(Walls.PassedByOpening).Where(o => o.Round.Id == round.Id && o.VersionNo > 0).Select(o => o.SupplierId).ToListAsync();
        return (await db.OffersBefore(round)).Where(one => asked.Contains(one.Key) && !anew.Contains(one.Key))
            .Select(one => (one.Key, Content: one.Value.StandingIn(round))).Where(one => one.Content is not null).ToDictionary(one => one.Key, one => one.Content!);
    }

    /// <summary>Makes them rows of the opened round.</summary>
    public async Task Write(Round round, IReadOnlyDictionary<long, OfferContent> standing)
    {
        if (standing.Count == 0)
        {
            return;
        }

        long[] suppliers = [.. standing.Keys];
        var earlier = await db.Offers.Include(o => o.Round.Event)
            .Where(o => o.Round.Event.Number == round.Event.Number && o.Round.No == round.No - 1 && suppliers.Contains(o.SupplierId)).ToListAsync();
        // Those that stand from a round before that are found by the tracker.
        long[] roots = [.. earlier.Select(offer => offer.StandsFromId).OfType<long>()];
        await db.Offers.Include(o => o.Round.Event).Where(o => roots.Contains(o.Id)).LoadAsync();
        var saved = await db.Offers.IgnoreQueryFilters(Walls.PassedByOpening).Where(o => o.Round.Id == round.Id && suppliers.Contains(o.SupplierId)).ToListAsync();
        var ids = earlier.ConvertAll(offer => offer.Id);
        var files = (await db.OpenedAttachments.AsNoTracking().Where(a => ids.Contains(a.OfferId)).ToListAsync()).ToLookup(a => a.SupplierId);
        foreach (var before in earlier)
        {
            var offer = saved.Find(one => one.SupplierId == before.SupplierId) ?? db.Add(new Offer(round, before.SupplierId)).Entity;
            var content = standing[before.SupplierId];
            offer.StandFrom(before);
            db.Add(new OpenedOffer(offer, content));
            db.AddRange(content.Lines.Select(line => new OfferLine(offer, line, content.VatOf(line))));
            db.AddRange(content.Answers.Select(answer => new OpenedAnswer(offer, answer)));
            db.AddRange(files[before.SupplierId].Select(file => new OpenedAttachment(offer, file.Attachment, file.IsIntact)));
        }
    }
}
