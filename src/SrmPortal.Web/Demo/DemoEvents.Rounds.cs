using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Continuing;
using SrmPortal.Web.Features.Offers;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Demo;

/// <summary>A further round among some of those who took part, and offers at prices of their own.</summary>
internal sealed partial class DemoEvents
{
    /// <param name="round">Its key.</param>
    /// <param name="plan">What was asked.</param>
    /// <param name="company">Who offers.</param>
    /// <param name="now">When it is saved and submitted.</param>
    /// <param name="prices">One for each item; 0: it isn't offered.</param>
    public async Task OfferAt(long round, DemoPlan plan, DemoCompany company, DateTime now, params decimal[] prices)
    {
        var bidder = await stage.Bidder(company);
        await stage.Play(now, bidder, async services => await services.GetRequiredService<SaveOffer>()
            .Save(round, await Content(services.GetRequiredService<PortalDbContext>(), round, plan, i => prices[i]), 0, now));
        await stage.Play(now, bidder, services => services.GetRequiredService<SubmitOffer>()
            .Submit(round, new SubmitForm { WorkingCopyNo = 1, BlanksAreMeant = true, Signs = true, Key = Guid.NewGuid() }, now));
    }

    /// <summary>The round after an opened one: prices may only fall, and who submits nothing new takes part as before.</summary>
    /// <returns>Its key.</returns>
    public async Task<long> GoOn(long round, DemoPlan plan, DateTime now, DateTime deadline, params IEnumerable<DemoCompany> invited)
    {
        var buyer = await stage.Colleague(plan.Buyer);
        string[] taxKeys = [.. invited.Select(company => company.Details.TaxNumber)];
        return await stage.Play(now, buyer, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var head = await Head(services, round, buyer.PersonId);
            var local = Zones.Local(deadline, head.Zone);
            await services.GetRequiredService<BeginNext>().Begin(head, new NextForm
            {
                Kind = EventKind.Rebidding,
                Suppliers = await db.Suppliers.Where(s => taxKeys.Contains(s.TaxKey)).Select(s => s.Number).ToListAsync(),
                Items = [.. plan.Items.Select((_, i) => $"{i + 1:0000}")],
                DeadlineDate = DateOnly.FromDateTime(local),
                DeadlineTime = TimeOnly.FromDateTime(local),
                PricesOnlyFall = true,
                EarlierOffersStand = true,
            }, now);
            var next = (await db.RoundAt(head.Number, head.No + 1))!.Value;
            await services.GetRequiredService<PublishRound>().Publish(next, buyer.PersonId!.Value, now);
            return next;
        });
    }
}
