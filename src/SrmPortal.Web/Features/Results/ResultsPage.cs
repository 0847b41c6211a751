using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Common;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Results;

/// <summary><c>/results?q=трубы&amp;outcome=accepted&amp;year=2026&amp;page=2</c>.</summary>
public sealed class ResultsFilter
{
    public const int PageSize = 25;

    /// <summary>A number with or without <c>*</c>, or words.</summary>
    public string? Q { get; init; }

    /// <summary><c>accepted</c>, <c>partly</c>, <c>declined</c>, <c>not-opened</c>, <c>cancelled</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>In which the event ended.</summary>
    public int? Year { get; init; }

    public int Page { get; init; } = 1;

    public int PageNo => PagerTagHelper.PageOf(Page, PageSize);

    public ResultOutcome? Chosen => ResultOutcomes.All.FirstOrDefault(one => string.Equals(one.Name, Outcome, StringComparison.OrdinalIgnoreCase)).Outcome;
}

public enum ResultOutcome { Accepted, Partly, Declined, NotOpened, Cancelled }

public static class ResultOutcomes
{
    public static readonly IReadOnlyList<(string Name, ResultOutcome? Outcome)> All =
        [("accepted", ResultOutcome.Accepted), ("partly", ResultOutcome.Partly), ("declined", ResultOutcome.Declined), ("not-opened", ResultOutcome.NotOpened), ("cancelled", ResultOutcome.Cancelled)];

    public static string Words(ResultOutcome? outcome) => outcome switch
    {
        ResultOutcome.Accepted => OfferWords.State(OfferState.Accepted),
        ResultOutcome.Partly => OfferWords.State(OfferState.PartlyAccepted),
        ResultOutcome.Declined => OfferWords.State(OfferState.Declined),
        ResultOutcome.Cancelled => EventWords.Say("Event cancelled", "Процедура отменена"),
        _ => OfferWords.State(OfferState.Submitted, wasOpened: true),
    };
}

/// <summary>The company's own offers to rounds that have ended, the latest first, with what came of them. Nobody else's.</summary>
public sealed class ResultsPage
{
    public required ResultsFilter Filter { get; init; }

    /// <summary>Counted up to <see cref="PagerTagHelper.Most"/> + 1.</summary>
    public required int Count { get; init; }

    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>In which any of them ended.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    public sealed record Row(string Number, int No, string Title, string Zone, DateTime? EndedAt, RoundState State, OfferState Offer)
    {
        public required bool WasOpened { get; init; }

        /// <summary>Of the offer; null where it was not opened.</summary>
        public required string? Currency { get; init; }

        public required decimal? Offered { get; init; }

        public required decimal? Won { get; init; }

        public required int? Rank { get; init; }

        public required decimal? GapPercent { get; init; }

        public string Name => $"{Number}/{No}";

        public string Path => $"/events/{Number}/{No}";

        /// <summary>Of what was offered, one decimal.</summary>
        public decimal? WonPercent => Offered is null or 0 ? null : decimal.Round(Won!.Value / Offered.Value * 100, 1, MidpointRounding.AwayFromZero);

        public ResultOutcome Outcome => State is RoundState.Cancelled ? ResultOutcome.Cancelled
            : !WasOpened ? ResultOutcome.NotOpened
            : Offer switch { OfferState.Accepted => ResultOutcome.Accepted, OfferState.PartlyAccepted => ResultOutcome.Partly, _ => ResultOutcome.Declined };
    }

    public static async Task<ResultsPage> Read(PortalDbContext db, long supplier, ResultsFilter filter, DateTime now)
    {
        var ended = db.Offers.AsNoTracking().Where(o => o.SupplierId == supplier && (o.VersionNo > 0 || o.StandsFromId != null) && o.State != OfferState.Withdrawn
            && (o.Round.State == RoundState.Awarded || o.Round.State == RoundState.NotAwarded || o.Round.State == RoundState.Cancelled));
        var mine = Of(filter.Chosen, ended);
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var rounds = new EventFilter { Q = filter.Q }.Of(db.Rounds, now, forSupplier: true);
            mine = mine.Where(o => rounds.Any(r => r.Id == o.Round.Id));
        }

        if (filter.Year is >= 2000 and <= 9998 and var year)
        {
            var (from, to) = (StartOf(year), StartOf(year + 1));
            mine = mine.Where(o => (o.Round.DecidedAt ?? o.Round.CancelledAt) >= from && (o.Round.DecidedAt ?? o.Round.CancelledAt) < to);
        }

        var first = await ended.MinAsync(o => o.Round.DecidedAt ?? o.Round.CancelledAt);
        var last = await ended.MaxAsync(o => o.Round.DecidedAt ?? o.Round.CancelledAt);
        return new ResultsPage
        {
            Filter = filter,
            Count = await mine.Take(PagerTagHelper.Most + 1).CountAsync(),
            Rows = await Project(db, mine.OrderByDescending(o => o.Round.DecidedAt ?? o.Round.CancelledAt).ThenByDescending(o => o.Id)
                .Skip((filter.PageNo - 1) * ResultsFilter.PageSize).Take(ResultsFilter.PageSize)).ToListAsync(),
            Years = first is null ? [] : [.. Enumerable.Range(YearOf(first.Value), YearOf(last!.Value) - YearOf(first.Value) + 1).Reverse()],
        };
    }

    /// <summary>The applied filters; each can be taken off by itself.</summary>
    public IReadOnlyList<Token> Tokens(IStringLocalizer<Texts> texts)
    {
        List<Token> tokens = [];
        if (!string.IsNullOrWhiteSpace(Filter.Q))
        {
            tokens.Add(new(texts["Number or words: {0}", Filter.Q.Trim()], "q"));
        }

        if (Filter.Chosen is { } outcome)
        {
            tokens.Add(new(texts["Outcome: {0}", ResultOutcomes.Words(outcome)], "outcome"));
        }

        if (Filter.Year is { } year)
        {
            tokens.Add(new(texts["Year: {0}", year], "year"));
        }

        return tokens;
    }

    // An offer that was not opened has no outcome of its own.
    private static IQueryable<Offer> Of(ResultOutcome? outcome, IQueryable<Offer> offers) => outcome switch
    {
        null => offers,
        ResultOutcome.Cancelled => offers.Where(o => o.Round.State == RoundState.Cancelled),
        ResultOutcome.NotOpened => offers.Where(o => o.Round.State != RoundState.Cancelled && o.OpenedIntact != true),
        ResultOutcome.Accepted => offers.Where(o => o.State == OfferState.Accepted),
        ResultOutcome.Partly => offers.Where(o => o.State == OfferState.PartlyAccepted),
        _ => offers.Where(o => o.State == OfferState.Declined && o.OpenedIntact == true),
    };

    private static IQueryable<Row> Project(PortalDbContext db, IQueryable<Offer> offers) =>
        from o in offers
        from result in db.OfferResults.Where(result => result.RoundId == o.Round.Id && result.SupplierId == o.SupplierId).DefaultIfEmpty()
        select new Row(o.Round.Number, o.Round.No, o.Round.Title, o.Round.TimeZone, o.Round.DecidedAt ?? o.Round.CancelledAt, o.Round.State, o.State)
        {
            WasOpened = o.OpenedIntact == true,
            Currency = result == null ? null : result.Currency,
            Offered = result == null ? null : result.Offered,
            Won = result == null ? null : result.Won,
            Rank = result == null ? null : result.Rank,
            GapPercent = result == null ? null : result.GapPercent,
        };

    private static DateTime StartOf(int year) => TimeZoneInfo.ConvertTimeToUtc(new DateTime(year, 1, 1), Zones.Of(Zones.Moscow));

    private static int YearOf(DateTime utc) => Zones.Local(utc, Zones.Moscow).Year;
}
