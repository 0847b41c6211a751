using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Common;
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

/// <summary>After a material amendment: the latest version as it stands against the event as it is now, to be put in force again.</summary>
public sealed record ConfirmPage(string Number, int No, Offer Offer, Submission Submission)
{
    public int WorkingCopyNo => Offer.WorkingCopyNo;

    public int AmendmentNo => Offer.Round.AmendmentNo;

    public Guid Key { get; } = Guid.NewGuid();

    public OfferTotals Totals => OfferTotals.Of(Submission.Content, Offer.Round);

    public IReadOnlyList<BrokenRule> Blocks { get; init; } = [];

    public bool CanConfirm { get; init; }

    public static async Task<ConfirmPage?> Read(OfferReading services, string number, int no, DateTime now)
    {
        var (db, vault, scope, clock) = services;
        var offer = await db.Offers.AsNoTracking().Include(o => o.Round.Event).SingleOrDefaultAsync(o => o.Round.Event.Number == number && o.Round.No == no);
        if (offer is null or { VersionNo: 0 } || await vault.ReadOwn(offer, ContentKind.Version) is not { } version)
        {
            return null;
        }

        var submission = await db.SubmissionOf(vault, scope.Is, offer, version.Content, now) with { AmendmentSeen = offer.Round.AmendmentNo, BlanksAreMeant = true };
        return new ConfirmPage(number, no, offer, submission)
        {
            Blocks = [.. clock.Broken, .. submission.WhatBlocks(offer.Round)],
            CanConfirm = offer.CanConfirmAt(now),
        };
    }
}
