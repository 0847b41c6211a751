using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;

namespace SrmPortal.Web.Features.Offers;

/// <summary>Asks once before an offer is taken back, and says afterwards that it was.</summary>
public sealed record WithdrawPage(string Number, int No, Offer Offer, bool CanWithdraw)
{
    public int VersionNo => Offer.VersionNo;

    public string Password => "";

    public static async Task<WithdrawPage?> Read(PortalDbContext db, string number, int no, DateTime now) =>
        await db.Offers.AsNoTracking().Include(o => o.Round.Event).SingleOrDefaultAsync(o => o.Round.Event.Number == number && o.Round.No == no) is { } offer
            ? new WithdrawPage(number, no, offer, offer.CanWithdrawAt(now)) : null;
}
