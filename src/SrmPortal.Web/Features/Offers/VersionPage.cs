using Microsoft.EntityFrameworkCore;

namespace SrmPortal.Web.Features.Offers;

/// <summary>One version of the own offer, as it was submitted.</summary>
/// <param name="Offer">With the version's content in place of what can be changed.</param>
/// <param name="No">Of the version.</param>
/// <param name="At">When the server had received it, in UTC.</param>
public sealed record VersionPage(OfferPage Offer, int No, DateTime At)
{
    public bool IsLatest => No == Offer.VersionNo;

    public static async Task<VersionPage?> Read(OfferReading services, string number, int no, int version, DateTime now)
    {
        var at = await services.Db.OfferVersions.Where(v => v.Offer.Round.Number == number && v.Offer.Round.No == no && v.No == version)
            .Select(v => (DateTime?)v.At).SingleOrDefaultAsync();
        return at is { } instant && await OfferPage.Read(services, number, no, now, all: true, version: version) is { } offer ? new VersionPage(offer, version, instant) : null;
    }
}
