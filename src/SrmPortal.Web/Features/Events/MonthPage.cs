using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>
/// What happened to events in a month: each figure is a filtered list, and leads to it. Of offers there is a number only where they were opened.
/// Counted by the database in five commands, however many events there are.
/// </summary>
public sealed class MonthPage
{
    private const int MonthsToChoose = 13;

    public required CalendarMonth Month { get; init; }

    public required CalendarMonth Present { get; init; }

    public required bool Mine { get; init; }

    /// <summary>Published in the month, by the state that they are in now.</summary>
    public required IReadOnlyDictionary<RoundState, int> ByState { get; init; }

    /// <summary>Whose deadline lies in the month.</summary>
    public required int Deadlines { get; init; }

    /// <summary>Of the rounds that were opened in the month, how many offers were opened intact in each.</summary>
    public required IReadOnlyList<int> Offers { get; init; }

    public required IReadOnlyList<Decided> Decisions { get; init; }

    public required IReadOnlyList<Saved> Savings { get; init; }

    public decimal? MeanOffers => Offers.Count == 0 ? null : decimal.Round((decimal)Offers.Sum() / Offers.Count, 1, MidpointRounding.AwayFromZero);

    public int WithOne => Offers.Count(offers => offers == 1);

    public decimal? ShareWithOne => Offers.Count == 0 ? null : decimal.Round(100m * WithOne / Offers.Count, 1, MidpointRounding.AwayFromZero);

    public int Awarded => Decisions.Count(one => one.State is RoundState.Awarded);

    public IEnumerable<(string Name, decimal? Mean, decimal? Longest)> Stages =>
    [
        Stage(EventWords.Say("Accepting offers", "Приём предложений"), one => one.Deadline - one.PublishedAt),
        Stage(EventWords.Say("From the deadline to the opening", "От срока до вскрытия"), one => one.OpenedAt - one.Deadline),
        Stage(EventWords.Say("From the opening to the decision", "От вскрытия до решения"), one => one.DecidedAt - one.OpenedAt),
        Stage(EventWords.Say("From publishing to the decision", "От публикации до решения"), one => one.DecidedAt - one.PublishedAt),
    ];

    public IEnumerable<CalendarMonth> Choices => Enumerable.Range(0, MonthsToChoose).Select(back => Present.Before(back)).Append(Month).Distinct().OrderByDescending(month => month.From);

    /// <summary>The list behind a figure: <c>/events?mine=true&amp;decided=2026-11</c>.</summary>
    public string List(string filter) => $"/events?{(Mine ? "mine=true&" : "")}{filter}";

    public static async Task<MonthPage> Read(PortalDbContext db, Scope reader, string? typed, bool onlyMine, DateTime now)
    {
        var present = CalendarMonth.Of(Zones.Local(now, Zones.Moscow));
        var month = CalendarMonth.Parse(typed) ?? present;
        var all = EventList.Theirs(db, reader, onlyMine);
        var states = await month.Published(all).GroupBy(r => new { r.State, IsOver = r.State == RoundState.Published && r.Deadline <= now })
            .Select(group => new { group.Key.State, group.Key.IsOver, Count = group.Count() }).ToListAsync();
        return new MonthPage
        {
            Month = month,
            Present = present,
            Mine = onlyMine,
            ByState = states.GroupBy(one => one.IsOver ? RoundState.Closed : one.State).ToDictionary(group => group.Key, group => group.Sum(one => one.Count)),
            Deadlines = await month.Due(all).CountAsync(),
            Offers = await month.Opened(all).Select(r => db.Offers.Count(o => o.Round.Id == r.Id && o.OpenedIntact == true)).ToListAsync(),
            Decisions = await month.Decided(all).Select(r => new Decided(r.State, r.PublishedAt, r.Deadline, r.OpenedAt, r.DecidedAt)).ToListAsync(),
            Savings = await SavedIn(db, month.Decided(all)),
        };
    }

    /// <summary>What is bought against its target prices, over the items that have one; each currency for itself.</summary>
    private static async Task<IReadOnlyList<Saved>> SavedIn(PortalDbContext db, IQueryable<Round> decided)
    {
        var sums = await (
            from round in decided
            from item in round.Items
            join line in db.AwardLines on new { RoundId = round.Id, Item = item.Number } equals new { line.RoundId, Item = line.ItemNumber }
            where round.State == RoundState.Awarded && item.TargetPrice != null
            group new { Basis = line.Quantity * item.TargetPrice!.Value / item.PriceUnit, line.ComparedAmount } by round.ComparisonCurrency into of
            select new { Currency = of.Key, Basis = of.Sum(one => one.Basis), Paid = of.Sum(one => one.ComparedAmount) }).ToListAsync();
        return [.. sums.OrderBy(one => one.Currency).Select(one => new Saved(one.Currency, Money.Round(one.Basis, one.Currency), one.Paid))];
    }

    private (string, decimal?, decimal?) Stage(string name, Func<Decided, TimeSpan?> lasted)
    {
        decimal[] days = [.. Decisions.Select(lasted).OfType<TimeSpan>().Select(time => (decimal)time.TotalDays)];
        return (name, days.Length == 0 ? null : decimal.Round(days.Average(), 1), days.Length == 0 ? null : decimal.Round(days.Max(), 1));
    }

    /// <summary>A round that came to its end, by an award or without; all times in UTC.</summary>
    public sealed record Decided(RoundState State, DateTime? PublishedAt, DateTime Deadline, DateTime? OpenedAt, DateTime? DecidedAt);

    /// <param name="Currency">ISO 4217.</param>
    /// <param name="Basis">At the target prices.</param>
    /// <param name="Paid">As chosen.</param>
    public sealed record Saved(string Currency, decimal Basis, decimal Paid)
    {
        public decimal Amount => Basis - Paid;

        public decimal? Percent => Basis == 0 ? null : decimal.Round(Amount / Basis * 100, 1, MidpointRounding.AwayFromZero);
    }
}

/// <summary>A month of the calendar in Moscow, by which the group counts.</summary>
/// <param name="Year">For example 2026.</param>
/// <param name="No">1 to 12.</param>
public sealed record CalendarMonth(int Year, int No)
{
    public DateTime From => Start(0);

    public DateTime Until => Start(1);

    /// <summary><c>2026-11</c>, as addresses carry it.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{No:00}");

    /// <summary><c>ноябрь 2026</c>.</summary>
    public string Shown => new DateTime(Year, No, 1).ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    public static CalendarMonth Of(DateTime local) => new(local.Year, local.Month);

    /// <summary>Null where it is no month.</summary>
    public static CalendarMonth? Parse(string? name) =>
        DateOnly.TryParseExact($"{name}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200 ? new(day.Year, day.Month) : null;

    public CalendarMonth Before(int months) => Of(new DateTime(Year, No, 1).AddMonths(-months));

    public IQueryable<Round> Published(IQueryable<Round> rounds)
    {
        var (from, until) = (From, Until);
        return rounds.Where(r => r.PublishedAt >= from && r.PublishedAt < until);
    }

    public IQueryable<Round> Due(IQueryable<Round> rounds)
    {
        var (from, until) = (From, Until);
        return rounds.Where(r => r.PublishedAt != null && r.Deadline >= from && r.Deadline < until);
    }

    public IQueryable<Round> Opened(IQueryable<Round> rounds)
    {
        var (from, until) = (From, Until);
        return rounds.Where(r => r.OpenedAt >= from && r.OpenedAt < until);
    }

    public IQueryable<Round> Decided(IQueryable<Round> rounds)
    {
        var (from, until) = (From, Until);
        return rounds.Where(r => (r.State == RoundState.Awarded || r.State == RoundState.NotAwarded) && r.DecidedAt >= from && r.DecidedAt < until);
    }

    private DateTime Start(int months) => TimeZoneInfo.ConvertTimeToUtc(new DateTime(Year, No, 1).AddMonths(months), Zones.Of(Zones.Moscow));
}
