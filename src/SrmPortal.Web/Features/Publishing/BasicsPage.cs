using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>The draft's first part.</summary>
public sealed class BasicsPage : BasicsForm, IDraftPage
{
    // Russia's zones from west to east, and the neighbours'.
    private static readonly string[] UsualZones =
    [
        "Europe/Kaliningrad", "Europe/Moscow", "Europe/Minsk", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Almaty", "Asia/Omsk",
        "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka",
    ];

    public required DraftFrame Frame { get; init; }

    public required IReadOnlyList<CategoryNode> Tree { get; init; }

    public required IReadOnlyList<SelectListItem> People { get; init; }

    public required string Buyer { get; init; }

    public IEnumerable<SelectListItem> Kinds => EventKinds.Offered.Select(kind => new SelectListItem(EventWords.Kind(kind), kind.ToString()));

    public IEnumerable<SelectListItem> Audiences => Enum.GetValues<Audience>().Select(one => new SelectListItem(EventWords.Of(one), one.ToString()));

    public IEnumerable<SelectListItem> OpeningRules => Enum.GetValues<OpeningRule>().Select(one => new SelectListItem(EventWords.Of(one), one.ToString()));

    public IEnumerable<SelectListItem> Debriefs => Enum.GetValues<Debrief>().Select(one => new SelectListItem(EventWords.Of(one), one.ToString()));

    public IEnumerable<SelectListItem> CurrencyItems => Currencies.All.Select(code => new SelectListItem(code, code));

    public IEnumerable<SelectListItem> ZoneItems => UsualZones.Append(TimeZone).Distinct()
        .Select(zone => new SelectListItem(Zones.Named(zone, Frame.Facts.Now), zone));

    /// <summary>Buyers of the site, and who is in the team already, wherever that colleague buys now; not the responsible buyer.</summary>
    public required IReadOnlyList<SelectListItem> Colleagues { get; init; }

    public static async Task<BasicsPage?> Read(PortalDbContext db, FactsForPublishing facts, string number, int no, HttpContext http)
    {
        if (await DraftFrame.Read(db, facts, number, no, DraftTab.Basics, http) is not { } frame)
        {
            return null;
        }

        long[] members = [.. frame.Round.Event.Members];
        var known = await db.Accounts.AsNoTracking().Select(a => new { a.Id, a.FullName, BuysHere = db.BuyersOf(frame.Round.SiteId).Any(b => b.Id == a.Id) })
            .Where(a => a.BuysHere || members.Contains(a.Id)).OrderBy(a => a.FullName).ToListAsync();
        var items = known.ConvertAll(a => (Person: a, Item: new SelectListItem(UserAccount.ShortNameOf(a.FullName), a.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        var current = Of(frame.Round);
        return new BasicsPage
        {
            Frame = frame,
            Tree = CategoryNode.Tree((await db.Categories.AsNoTracking().OrderBy(c => c.Code).ToListAsync()).Offered(current.CategoryIds)),
            People = [.. items.Where(one => one.Person.BuysHere).Select(one => one.Item)],
            Colleagues = [.. items.Where(one => one.Person.Id != frame.Round.Event.BuyerId).Select(one => one.Item)],
            Buyer = known.Where(p => p.Id == frame.Round.Event.BuyerId).Select(p => p.FullName).FirstOrDefault() ?? Shown.None,
            BasedOn = StaleForm.Mark(current),
            Kind = current.Kind,
            Title = current.Title,
            Description = current.Description,
            CategoryIds = current.CategoryIds,
            Audience = current.Audience,
            DeadlineDate = current.DeadlineDate,
            DeadlineTime = current.DeadlineTime,
            TimeZone = current.TimeZone,
            ClarificationsDate = current.ClarificationsDate,
            ClarificationsTime = current.ClarificationsTime,
            ComparisonCurrency = current.ComparisonCurrency,
            Rates = [.. current.Rates, .. Enumerable.Range(0, BlankRates).Select(_ => new RateRow())],
            EstimatedValue = current.EstimatedValue,
            RequiresIncoterms = current.RequiresIncoterms,
            DesiredDelivery = current.DesiredDelivery,
            PaymentTerms = current.PaymentTerms,
            DeliveryTerms = current.DeliveryTerms,
            OfferValidityDays = current.OfferValidityDays,
            AllowsPartOfItems = current.AllowsPartOfItems,
            AllowsPartialQuantities = current.AllowsPartialQuantities,
            AllowsSubstitutes = current.AllowsSubstitutes,
            OpeningRule = current.OpeningRule,
            OpenerId = current.OpenerId,
            SecondOpenerId = current.SecondOpenerId,
            ShowsOfferCount = current.ShowsOfferCount,
            Debrief = current.Debrief,
            AnnouncedRounds = current.AnnouncedRounds,
            PricesOnlyFall = current.PricesOnlyFall,
            EarlierOffersStand = current.EarlierOffersStand,
            Team = current.Team,
        };
    }

    /// <summary>As the round is now.</summary>
    public static BasicsForm Of(Round round)
    {
        DateOnly? Day(DateTime? utc) => utc is { } instant ? DateOnly.FromDateTime(Zones.Local(instant, round.TimeZone)) : null;
        TimeOnly? Hour(DateTime? utc) => utc is { } instant ? TimeOnly.FromDateTime(Zones.Local(instant, round.TimeZone)) : null;
        DateTime? deadline = round.HasDeadline ? round.Deadline : null;
        return new BasicsForm
        {
            Kind = round.Kind,
            Title = round.Title,
            Description = round.Description,
            CategoryIds = [.. round.Categories],
            Audience = round.Audience,
            DeadlineDate = Day(deadline),
            DeadlineTime = Hour(deadline),
            TimeZone = round.TimeZone,
            ClarificationsDate = Day(round.ClarificationsUntil),
            ClarificationsTime = Hour(round.ClarificationsUntil),
            ComparisonCurrency = round.ComparisonCurrency,
            Rates = [.. round.Rates.Select(rate => new RateRow { Code = rate.Code, Nominal = rate.Nominal, Rate = rate.Rate, Source = rate.Source, Date = rate.Date })],
            EstimatedValue = round.EstimatedValue,
            RequiresIncoterms = round.RequiresIncoterms,
            DesiredDelivery = round.DesiredDelivery,
            PaymentTerms = round.PaymentTerms,
            DeliveryTerms = round.DeliveryTerms,
            OfferValidityDays = round.OfferValidityDays,
            AllowsPartOfItems = !round.RequiresAllItems,
            AllowsPartialQuantities = round.AllowsPartialQuantities,
            AllowsSubstitutes = round.AllowsSubstitutes,
            OpeningRule = round.OpeningRule,
            OpenerId = round.OpenerId,
            SecondOpenerId = round.SecondOpenerId,
            ShowsOfferCount = round.ShowsOfferCount,
            Debrief = round.Debrief,
            AnnouncedRounds = round.AnnouncedRounds,
            PricesOnlyFall = round.PricesOnlyFall,
            EarlierOffersStand = round.EarlierOffersStand,
            Team = [.. round.Event.Members],
        };
    }
}
