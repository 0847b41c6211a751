using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>The record of an event from publication to its end: who, when, by which rates, with which receipts, and why.</summary>
public sealed record ProtocolPage(EvaluationHead Head, AwardPage? Decision)
{
    public required string Site { get; init; }

    public required string Buyer { get; init; }

    public required int Invited { get; init; }

    public required int HaveRead { get; init; }

    public required int Declined { get; init; }

    /// <summary>What was changed while offers came in, from the first on.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }

    /// <summary>Everything that was submitted, in the order of the decisive instants; none before the opening.</summary>
    public required IReadOnlyList<Submitted> Offers { get; init; }

    public required bool PricesOnlyFall { get; init; }

    public required bool EarlierOffersStand { get; init; }

    public required string? EndReason { get; init; }

    public required string? EndedBy { get; init; }

    public IEnumerable<Submitted> Opened => Offers.Where(offer => offer.OpenedIntact is true);

    public IEnumerable<Submitted> NotOpened => Offers.Where(offer => offer.OpenedIntact is not true);

    public static async Task<ProtocolPage> Read(PortalDbContext db, EvaluationHead head)
    {
        var round = await db.Rounds.Where(r => r.Id == head.Id).Select(r => new
        {
            Site = db.Sites.Where(s => s.Id == r.SiteId).Select(s => new { s.Name, s.NameEn, Company = s.Company.Name, CompanyEn = s.Company.NameEn }).First(),
            Buyer = db.Accounts.Where(a => a.Id == r.Event.BuyerId).Select(a => a.FullName).FirstOrDefault(),
            Invited = r.Invitations.Count,
            HaveRead = r.Invitations.Count(i => i.FirstReadAt != null),
            Declined = r.Invitations.Count(i => i.State == InvitationState.Declined),
            r.EndReason,
            r.PricesOnlyFall,
            r.EarlierOffersStand,
            Amended = db.Amendments.Where(a => a.RoundId == r.Id && a.State == AmendmentState.Published)
                .Select(a => new Change(a.No, a.PublishedAt!.Value, a.IsHeldMaterial, a.Reason, a.MovedTo)).ToList(),
            Extended = db.RoundChanges.Where(c => c.RoundId == r.Id).Select(c => new Change(null, c.At, false, c.Reason, c.Deadline.To)).ToList(),
            EndedBy = db.Accounts.Where(a => a.Id == r.EndedById).Select(a => a.FullName).FirstOrDefault(),
        }).SingleAsync();
        var decision = head.OpenedAt is null ? null : await AwardPage.Read(db, head, 0, new AwardSettings());
        return new ProtocolPage(head, decision)
        {
            Site = Infrastructure.Language.IsRussian ? $"{round.Site.Company}, {round.Site.Name}" : $"{round.Site.CompanyEn}, {round.Site.NameEn}",
            Buyer = round.Buyer ?? "",
            Invited = round.Invited,
            HaveRead = round.HaveRead,
            Declined = round.Declined,
            Offers = await SubmittedTo(db, head, decision),
            EndReason = round.EndReason,
            PricesOnlyFall = round.PricesOnlyFall,
            EarlierOffersStand = round.EarlierOffersStand,
            Changes = [.. round.Amended.Concat(round.Extended).OrderBy(change => change.At)],
            EndedBy = round.EndedBy,
        };
    }

    /// <summary>The person in the words of the award's steps.</summary>
    public string NameOf(AwardStep step) => Decision?.Names.GetValueOrDefault(step.PersonId) ?? "—";

    public static string ShortName(string fullName) => UserAccount.ShortNameOf(fullName);

    private static async Task<IReadOnlyList<Submitted>> SubmittedTo(PortalDbContext db, EvaluationHead head, AwardPage? decision)
    {
        var offers = await (
            from offer in db.Offers
            join version in db.OfferVersions on offer.StandsFromId ?? offer.Id equals version.OfferId
            join supplier in db.Suppliers on offer.SupplierId equals supplier.Id
            where offer.Round.Id == head.Id && version.No == version.Offer.VersionNo
            select new Submitted(offer.SupplierId, supplier.Name, offer.State, offer.OpenedIntact, version.No, version.ReceiptNumber, version.At, version.Sequence, version.ContentHash)
            {
                StandsFrom = offer.StandsFromId == null ? null : version.RoundName,
            })
            .ToListAsync();
        return [.. offers.OrderBy(offer => offer.At).ThenBy(offer => offer.Sequence).Select(offer => offer with { Total = decision?.TotalOf(offer.SupplierId) })];
    }

    /// <param name="No">Of the amendment; null: the deadline was extended.</param>
    /// <param name="At">In UTC.</param>
    /// <param name="IsMaterial">Offers had to be confirmed.</param>
    /// <param name="Reason">As everybody who was invited read it.</param>
    /// <param name="Deadline">To when it went, in UTC; null: it stayed.</param>
    public sealed record Change(int? No, DateTime At, bool IsMaterial, string Reason, DateTime? Deadline);

    /// <summary>One supplier's latest version.</summary>
    public sealed record Submitted(
        long SupplierId, string Supplier, OfferState State, bool? OpenedIntact, int Version, string Receipt, DateTime At, int Sequence, byte[] ContentHash)
    {
        /// <summary>Without VAT, in the currency of comparison; null where it was not opened.</summary>
        public decimal? Total { get; init; }

        /// <summary>The earlier round that it was submitted to, and from which it takes part here; null: to this one.</summary>
        public string? StandsFrom { get; init; }

        public string Hash => Convert.ToHexStringLower(ContentHash);
    }
}
