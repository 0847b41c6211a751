using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Awarding;

namespace SrmPortal.Web.Features.Protocols;

/// <summary>What a protocol says of a round, gathered from where it stands now.</summary>
internal static class ProtocolFacts
{
    /// <param name="db">Of somebody who may read the offers.</param>
    /// <param name="head">The round.</param>
    public static async Task<ProtocolContent> Read(PortalDbContext db, EvaluationHead head)
    {
        var round = await db.Rounds.AsNoTracking().Where(r => r.Id == head.Id).Select(r => new
        {
            Site = db.Sites.Where(s => s.Id == r.SiteId).Select(s => new { s.Name, s.NameEn, Company = s.Company.Name, CompanyEn = s.Company.NameEn }).First(),
            Buyer = db.Accounts.Where(a => a.Id == r.Event.BuyerId).Select(a => a.FullName).FirstOrDefault(),
            Team = r.Event.Team.Select(member => db.Accounts.Where(a => a.Id == member.AccountId).Select(a => a.FullName).FirstOrDefault() ?? "").ToList(),
            Invited = r.Invitations.Count,
            HaveRead = r.Invitations.Count(i => i.FirstReadAt != null),
            Declined = r.Invitations.Count(i => i.State == InvitationState.Declined),
            r.EndReason,
            r.AnnouncedRounds,
            r.PricesOnlyFall,
            r.EarlierOffersStand,
            Amended = db.Amendments.Where(a => a.RoundId == r.Id && a.State == AmendmentState.Published)
                .Select(a => new ProtocolChange(a.No, a.PublishedAt!.Value, a.IsHeldMaterial, a.Reason, a.MovedTo)).ToList(),
            Extended = db.RoundChanges.Where(c => c.RoundId == r.Id).Select(c => new ProtocolChange(null, c.At, false, c.Reason, c.Deadline.To)).ToList(),
            EndedBy = db.Accounts.Where(a => a.Id == r.EndedById).Select(a => a.FullName).FirstOrDefault(),
            PublishedBy = db.Accounts.Where(a => a.Id == r.PublishedById).Select(a => a.FullName).FirstOrDefault(),
            AskedBy = r.SentForApprovalById == null || r.PublishedById == null || r.Event.BuyerId == r.PublishedById || r.Event.Team.Any(member => member.AccountId == r.PublishedById)
                ? null : db.Accounts.Where(a => a.Id == r.SentForApprovalById).Select(a => a.FullName).FirstOrDefault(),
        }).SingleAsync();
        var isDecided = head.StoredState.HasProtocol();
        var decision = head.OpenedAt is null ? null
            : isDecided ? await AwardPage.Read(db, head, 0, new AwardSettings(), withLastPrices: true) : new AwardPage(await Evaluation.Read(db, head));
        var content = new ProtocolContent
        {
            Round = head.Name,
            Kind = head.Kind,
            Title = head.Title,
            Zone = head.Zone,
            Customer = $"{round.Site.Company}, {round.Site.Name}",
            CustomerEn = $"{round.Site.CompanyEn}, {round.Site.NameEn}",
            Buyer = round.Buyer ?? "",
            Team = [.. round.Team.Order(StringComparer.Ordinal)],
            PublishedAt = head.PublishedAt,
            PublishedBy = round.PublishedBy,
            PublishingAskedBy = round.AskedBy,
            Deadline = head.Deadline,
            Currency = head.Currency,
            Rates = [.. head.OtherRates],
            Invited = round.Invited,
            HaveRead = round.HaveRead,
            Declined = round.Declined,
            Further = head.No == 0 ? null : new ProtocolFurtherRound(head.EarlierName, round.AnnouncedRounds, round.PricesOnlyFall, round.EarlierOffersStand),
            Changes = [.. round.Amended.Concat(round.Extended).OrderBy(change => change.At)],
            OpeningRule = head.OpeningRule,
            OpenedAt = head.OpenedAt,
            FoundEmptyAt = head.FoundEmptyAt,
            Openers = [.. head.Openers.Select(opener => new ProtocolAct(opener.FullName, opener.At))],
            Offers = await OffersTo(db, head, decision),
            State = head.StoredState,
            DecidedAt = head.DecidedAt,
            EndReason = round.EndReason,
            EndedBy = round.EndedBy,
        };
        return isDecided && decision is not null ? WithDecision(content, decision) : content;
    }

    // What was proposed and then given up, when the round ended without an award, is no decision; its steps and the alarms are told all the same.
    private static ProtocolContent WithDecision(ProtocolContent content, AwardPage decision)
    {
        content = content with
        {
            LowPrices = [.. decision.LowPrices.Select(low => new ProtocolLowPrice(
                low.Item.Number, low.Offer.Name, low.Price, low.Mean, low.Next, low.IsChosen && decision.IsDecided, low.IsChosen && decision.IsDecided ? low.Reason : ""))],
            LowOffers = [.. decision.LowOffers.Select(offer => offer.Name)],
            Steps = [.. decision.Award?.Steps.Select(step => new ProtocolStep(step.Act, decision.Names.GetValueOrDefault(step.PersonId) ?? "—", step.At, step.Comment)) ?? []],
        };
        return !decision.IsDecided ? content : content with
        {
            Lots = decision.Lots.Count == 0 ? null : [.. decision.Lots.Select(lot => new ProtocolLot(lot.Lot.No, lot.Lot.Title, lot.State, lot.Suppliers, lot.Total))],
            Chosen = [.. decision.Suppliers.Select(row => new ProtocolShare(row.Offer.Name, row.Offer.Number, row.Offer.Terms, row.Offer.Currency, [.. row.Lines.Select(line => LineOf(decision, line))]))],
            Justification = decision.Award!.Justification,
            Departures = [.. decision.NotBest.Select(row => new ProtocolDeparture(row.Item.Number, row.Item.Name, row.Chosen, row.Best.Name, row.BestPrice, row.Difference, row.Reason))],
            NotBought = [.. decision.NotBought.Select(row => new ProtocolNotBought(row.Item.Number, row.Item.Name, row.Reason))],
            Tied = [.. decision.Tied],
            Savings = [.. new[] { (SavingBasis.Target, decision.Savings.ToTarget), (SavingBasis.Mean, decision.Savings.ToMean), (SavingBasis.Last, decision.Savings.ToLast) }
                .Where(one => one.Item2.Percent is not null).Select(one => new ProtocolSaving(one.Item1, one.Item2.Saved, one.Item2.Percent!.Value, one.Item2.Items))],
        };
    }

    private static ProtocolLine LineOf(AwardPage decision, AwardLine line)
    {
        var item = decision.ItemOf(line.ItemNumber);
        return new ProtocolLine(item.Number, item.Name, item.Unit, line.Quantity, line.UnitPrice, item.PriceUnit, line.Amount, line.ComparedAmount);
    }

    private static async Task<IReadOnlyList<ProtocolOffer>> OffersTo(PortalDbContext db, EvaluationHead head, AwardPage? decision)
    {
        var offers = await (
            from offer in db.Offers
            join version in db.OfferVersions on offer.StandsFromId ?? offer.Id equals version.OfferId
            join supplier in db.Suppliers on offer.SupplierId equals supplier.Id
            where offer.Round.Id == head.Id && version.No == version.Offer.VersionNo
            select new { offer.SupplierId, supplier.Name, supplier.Number, offer.State, offer.OpenedIntact, version.No, version.ReceiptNumber, version.At, version.Sequence, version.ContentHash, StandsFrom = offer.StandsFromId == null ? null : version.RoundName })
            .ToListAsync();
        return [.. offers.OrderBy(offer => offer.At).ThenBy(offer => offer.Sequence).Select(offer => new ProtocolOffer(
            offer.Name, offer.Number, offer.State, offer.OpenedIntact, offer.No, offer.ReceiptNumber, offer.At, Convert.ToHexStringLower(offer.ContentHash),
            offer.OpenedIntact is true ? decision?.TotalOf(offer.SupplierId) : null) { StandsFrom = offer.StandsFrom })];
    }
}
