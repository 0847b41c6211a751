using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Amending;

namespace SrmPortal.Web.Features.Offers;

/// <summary>The lines that amendments have added, removed or changed since the supplier answered them: whoever answers again sees which, and how.</summary>
/// <param name="was">As they were asked then.</param>
/// <param name="becomes">As they are asked now.</param>
public sealed class ChangedLines(RoundContent was, RoundContent becomes)
{
    /// <summary>By line number, in its order.</summary>
    public IReadOnlyDictionary<string, ContentChange> ByLine { get; } =
        RoundComparison.Between(was, becomes).ForSuppliers().Of(ContentPart.Items).Where(change => change.Kind is not ChangeKind.Changed || change.Fields.Count > 0).ToDictionary(change => change.Key);

    public RoundContent Was => was;

    public RoundContent Becomes => becomes;

    public IEnumerable<string> Removed => ByLine.Values.Where(change => change.Kind is ChangeKind.Removed).Select(change => $"{change.Key} {change.Title}");

    /// <summary>Since the latest version was submitted; where there is none, since the working copy was saved.</summary>
    public static async Task<ChangedLines?> Since(PortalDbContext db, OfferPage page)
    {
        if (page is not { Offer: { } offer, SavedAt: { } savedAt, Round: { AmendmentNo: > 0 } round })
        {
            return null;
        }

        var since = db.PublishedAmendments(round.Id).Where(a => offer.VersionNo > 0
            ? a.No > db.OfferVersions.Where(v => v.OfferId == offer.Id && v.No == offer.VersionNo).Select(v => v.AmendmentNo).FirstOrDefault()
            : a.PublishedAt > savedAt);
        return await since.Select(a => a.Was).FirstOrDefaultAsync() is { } was && new ChangedLines(was, round.Content(was.Documents)) is { ByLine.Count: > 0 } changed ? changed : null;
    }
}
