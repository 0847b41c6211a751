using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;

namespace SrmPortal.Web.Features.Verify;

/// <summary>The public page that checks a receipt, before and after.</summary>
/// <param name="Receipt">What was checked; null before.</param>
/// <param name="FileName">As it was sent; null where the text was pasted.</param>
/// <param name="At">When, in UTC.</param>
public sealed record VerifyPage(CheckedReceipt? Receipt, string? FileName, DateTime At)
{
    public OpeningOf? Opening { get; init; }
}

/// <summary>What became of the version: told to nobody but who holds the receipt with all its content.</summary>
/// <param name="OpenedAt">In UTC; null while the round is sealed.</param>
/// <param name="IsThisVersion">Whether exactly this version was opened; null where none of the supplier was.</param>
/// <param name="TimeZone">Of the event.</param>
public sealed record OpeningOf(DateTime? OpenedAt, bool? IsThisVersion, string TimeZone)
{
    public static async Task<OpeningOf?> Find(PortalDbContext db, CheckedReceipt receipt)
    {
        if (!receipt.Holds)
        {
            return null;
        }

        // Whoever holds a receipt that the portal signed, with its content, knows more than this answer says.
        string[] walls = [Walls.Company, Walls.Sealed, Walls.Round, Walls.Practice];
        var version = await db.OfferVersions.IgnoreQueryFilters(walls).AsNoTracking().Include(v => v.Offer.Round.Event)
            .SingleOrDefaultAsync(v => v.ReceiptNumber == receipt.ReceiptNumber);
        return version is null || version.SignedText != receipt.SignedText ? null
            : new OpeningOf(version.Offer.Round.OpenedAt, version.Offer.OpenedIntact is null ? null : version.Offer.OpenedIntact is true && version.Offer.VersionNo == version.No, version.Offer.Round.TimeZone);
    }
}
