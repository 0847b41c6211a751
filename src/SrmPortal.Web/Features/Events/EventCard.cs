using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>One round as its reader may see it; no target price, no estimate, nobody else's invitation or offer is in it.</summary>
public sealed class EventCard
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required int No { get; init; }

    public required EventKind Kind { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required RoundState StoredState { get; init; }

    public required DateTime Deadline { get; init; }

    public required string TimeZone { get; init; }

    public required DateTime? PublishedAt { get; init; }

    public required DateTime? ClarificationsUntil { get; init; }

    public DateTime QuestionsUntil => ClarificationsUntil ?? Deadline;

    public required DateTime? OpenedAt { get; init; }

    public required int AmendmentNo { get; init; }

    public required Audience Audience { get; init; }

    public required bool RequiresIncoterms { get; init; }

    public required string DesiredDelivery { get; init; }

    public required string PaymentTerms { get; init; }

    public required string DeliveryTerms { get; init; }

    public required bool AllowsPartialQuantities { get; init; }

    public required bool RequiresAllItems { get; init; }

    public required bool AllowsSubstitutes { get; init; }

    public required int OfferValidityDays { get; init; }

    public required OpeningRule OpeningRule { get; init; }

    public required Debrief Debrief { get; init; }

    public required long? OpenerId { get; init; }

    public required long? SecondOpenerId { get; init; }

    public required int? AnnouncedRounds { get; init; }

    public required bool PricesOnlyFall { get; init; }

    public required bool EarlierOffersStand { get; init; }

    public required string ComparisonCurrency { get; init; }

    public required IReadOnlyList<CurrencyRate> Rates { get; init; }

    public required string? CancellationReason { get; init; }

    /// <summary>The responsible buyer's account; null: a practice event.</summary>
    public required long? BuyerId { get; init; }

    public required IReadOnlyList<RoundLot> Lots { get; init; }

    public required int ItemCount { get; init; }

    public required int QuestionCount { get; init; }

    public required int DocumentCount { get; init; }

    /// <summary>How many clarifications the reader sees: the own ones, and those for everybody.</summary>
    public required int ClarificationCount { get; init; }

    public required DateTime? CancelledAt { get; init; }

    public required int LastNo { get; init; }

    public required Place Works { get; init; }

    /// <summary>The works that it is bought for.</summary>
    public Place Site => IsPractice ? Place.None : Works;

    public required Person? Buyer { get; init; }

    /// <summary>Of the legal notice; null in a draft, which shows the latest.</summary>
    public required int? NoticeEdition { get; init; }

    /// <summary>The reader's own invitation; null for staff.</summary>
    public required OwnInvitation? Invitation { get; init; }

    /// <summary>Where the reader's own offer stands; null where there is none.</summary>
    public required OwnOffer? Offer { get; init; }

    public string Name => $"{Number}/{No}";

    /// <summary>The reader's company tries an offer on it.</summary>
    public bool IsPractice => BuyerId is null;

    /// <summary>Of the round before.</summary>
    public string EarlierName => $"{Number}/{No - 1}";

    public string Path => $"/events/{Number}/{No}";

    public RoundState StateAt(DateTime now) => StoredState.At(Deadline, now);

    public sealed record Place(string Name, string NameEn, string City, string CityEn)
    {
        /// <summary>Of a practice event.</summary>
        public static readonly Place None = new("Пробная процедура", "Practice", "ничего не закупается", "nothing is bought");

        public string Shown => EventWords.Say($"{NameEn}, {CityEn}", $"{Name}, {City}");
    }

    public sealed record Person(string FullName, string? Position, string? Phone, string Email);

    public sealed record OwnInvitation(InvitationState State, DateTime? FirstReadAt, string? DeclineReason);

    public sealed record OwnOffer(OfferState State, int VersionNo, int WorkingCopyNo, int SubmittedCopyNo)
    {
        public bool HasUnsubmittedChanges => WorkingCopyNo > SubmittedCopyNo;
    }

    /// <summary>
    /// Null: there is no such round for this reader. A supplier has one invitation and one offer a round, so that they are joined: taking the
    /// first of many numbers all that the supplier ever had.
    /// </summary>
    public static Task<EventCard?> Read(PortalDbContext db, Scope reader, string number, int no)
    {
        var supplier = reader.SupplierId;
        return (
            from r in db.Rounds.AsNoTracking().Where(r => r.Number == number && r.No == no)
            join site in db.Sites on r.SiteId equals site.Id
            join account in db.Accounts on r.Event.BuyerId equals (long?)account.Id into accounts
            from buyer in accounts.DefaultIfEmpty()
            from i in r.Invitations.Where(i => i.SupplierId == supplier).DefaultIfEmpty()
            from o in db.Offers.Where(o => o.Round.Id == r.Id && o.SupplierId == supplier).DefaultIfEmpty()
            select new EventCard
            {
                Id = r.Id,
                Number = r.Number,
                No = r.No,
                Kind = r.Kind,
                Title = r.Title,
                Description = r.Description,
                StoredState = r.State,
                Deadline = r.Deadline,
                TimeZone = r.TimeZone,
                PublishedAt = r.PublishedAt,
                ClarificationsUntil = r.ClarificationsUntil,
                OpenedAt = r.OpenedAt,
                AmendmentNo = r.AmendmentNo,
                Audience = r.Audience,
                RequiresIncoterms = r.RequiresIncoterms,
                DesiredDelivery = r.DesiredDelivery,
                PaymentTerms = r.PaymentTerms,
                DeliveryTerms = r.DeliveryTerms,
                AllowsPartialQuantities = r.AllowsPartialQuantities,
                RequiresAllItems = r.RequiresAllItems,
                AllowsSubstitutes = r.AllowsSubstitutes,
                OfferValidityDays = r.OfferValidityDays,
                OpeningRule = r.OpeningRule,
                Debrief = r.Debrief,
                OpenerId = r.OpenerId,
                SecondOpenerId = r.SecondOpenerId,
                AnnouncedRounds = r.AnnouncedRounds,
                PricesOnlyFall = r.PricesOnlyFall,
                EarlierOffersStand = r.EarlierOffersStand,
                ComparisonCurrency = r.ComparisonCurrency,
                Rates = r.Rates,
                CancellationReason = r.State == RoundState.Cancelled ? r.CancellationReason : null,
                BuyerId = r.Event.BuyerId,
                Lots = r.Lots,
                ItemCount = r.Items.Count,
                QuestionCount = r.Questions.Count,
                DocumentCount = db.RoundDocuments.Count(d => d.RoundId == r.Id && d.Folder == DocumentFolder.Customer),
                ClarificationCount = db.Clarifications.Count(c => c.RoundId == r.Id),
                CancelledAt = r.State == RoundState.Cancelled ? r.CancelledAt : null,
                LastNo = db.Rounds.Where(other => other.Number == number).Max(other => other.No),
                Works = new Place(site.Name, site.NameEn, site.City, site.CityEn),
                Buyer = buyer == null ? null : new Person(buyer.FullName, buyer.Position, buyer.Phone, buyer.Email),
                NoticeEdition = r.NoticeEdition,
                Invitation = i == null ? null : new OwnInvitation(i.State, i.FirstReadAt, i.DeclineReason),
                Offer = o == null ? null : new OwnOffer(o.State, o.VersionNo, o.WorkingCopyNo, o.SubmittedCopyNo),
            }).SingleOrDefaultAsync();
    }
}
