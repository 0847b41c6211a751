using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Amending;

namespace SrmPortal.Web.Features.Offers;

/// <summary>After a material amendment: the latest version as it stands against the event as it is now, to be put in force again.</summary>
public sealed record ConfirmPage(string Number, int No, Offer Offer, Submission Submission)
{
    public int WorkingCopyNo => Offer.WorkingCopyNo;

    public int AmendmentNo => Offer.Round.AmendmentNo;

    public Guid Key { get; } = Guid.NewGuid();

    public OfferTotals Totals => OfferTotals.Of(Submission.Content, Offer.Round);

    /// <summary>Why it can't be confirmed word for word.</summary>
    public IReadOnlyList<BrokenRule> Blocks { get; init; } = [];

    public bool CanConfirm { get; init; }

    /// <summary>What the buyer changed since that version was submitted, from the oldest on.</summary>
    public IReadOnlyList<Amendment> Amendments { get; init; } = [];

    /// <summary>Lines that were added since: confirmed as it is, the offer makes none for them.</summary>
    public IEnumerable<RoundItem> Added => Offer.Round.Items.Where(item => Submission.Content.Lines.All(line => line.ItemNumber != item.Number)).OrderBy(item => item.Number, StringComparer.Ordinal);

    public static async Task<ConfirmPage?> Read(OfferReading services, string number, int no, DateTime now)
    {
        var (db, vault, scope, clock) = services;
        var offer = await db.Offers.AsNoTracking().Include(o => o.Round.Event).SingleOrDefaultAsync(o => o.Round.Event.Number == number && o.Round.No == no);
        if (offer is null or { VersionNo: 0 } || await vault.ReadOwn(offer, ContentKind.Version) is not { } version)
        {
            return null;
        }

        var submission = await db.SubmissionOf(vault, scope.Is, offer, version.Content, now, await db.OfferBefore(offer.Round, scope.Is.SupplierId, withAnswers: false)) with { AmendmentSeen = offer.Round.AmendmentNo, BlanksAreMeant = true };
        var madeFor = await db.OfferVersions.Where(v => v.OfferId == offer.Id && v.No == offer.VersionNo).Select(v => v.AmendmentNo).SingleAsync();
        BrokenRule[] forbidden = [.. version.Content.WhatAmendmentsForbid(offer.Round, madeFor)];
        return new ConfirmPage(number, no, offer, submission)
        {
            // What an amendment forbids is said in its own words, once.
            Blocks = [.. clock.Broken, .. forbidden, .. submission.WhatBlocks(offer.Round).Where(rule => rule.Code is not (OfferRules.QuantityNotAsAsked or OfferRules.QuantityTooLarge) || forbidden.Length == 0)],
            CanConfirm = offer.CanConfirmAt(now),
            Amendments = await db.PublishedAmendments(offer.Round.Id).Where(a => a.No > madeFor).ToListAsync(),
        };
    }
}
