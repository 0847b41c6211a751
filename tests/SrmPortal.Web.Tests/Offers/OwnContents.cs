using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Offers;

namespace SrmPortal.Web.Tests.Offers;

internal static class OwnContents
{
    /// <summary>The latest working copy, as its own supplier reads it.</summary>
    public static Task<OfferContent> WorkingCopy(this Portal portal, long supplier) => portal.As(Portal.Supplier(supplier), async services =>
    {
        var offer = await services.GetRequiredService<PortalDbContext>().Offers.Include(o => o.Round.Event).SingleAsync(o => o.Round.Id == portal.RoundId);
        return (await services.GetRequiredService<OfferVault>().ReadOwn(offer, ContentKind.WorkingCopy))!.Content;
    });

    /// <summary>A second person of the supplier, who may do the same.</summary>
    public static Task AddColleague(this Portal portal, long supplier, long key) => Accounts.GivenMaster.AddPerson(portal, supplier, key, new MembershipRights(true, false, false, true));
}
