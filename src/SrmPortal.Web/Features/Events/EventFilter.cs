using Microsoft.EntityFrameworkCore;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>The filters of the list, as they stand in its address: <c>/events?number=*677*&amp;status=open&amp;sort=deadline&amp;page=2</c>.</summary>
public sealed class EventFilter
{
    public const int PageSize = 25;

    private static readonly Dictionary<string, RoundState> StatusNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["draft"] = RoundState.Draft,
        ["approval"] = RoundState.PendingApproval,
        ["open"] = RoundState.Published,
        ["closed"] = RoundState.Closed,
        ["opened"] = RoundState.Opened,
        ["proposed"] = RoundState.AwardProposed,
        ["awarded"] = RoundState.Awarded,
        ["not-awarded"] = RoundState.NotAwarded,
        ["superseded"] = RoundState.Superseded,
        ["cancelled"] = RoundState.Cancelled,
    };

    private static readonly string[] Sorts = ["number", "title", "place", "deadline"];

    /// <summary>The one box of the page: a number with or without <c>*</c>, or words.</summary>
    public string? Q { get; init; }

    public string? Number { get; init; }

    public string? Text { get; init; }

    public string? Status { get; init; }

    /// <summary>A category's code; it stands for all below it.</summary>
    public string? Category { get; init; }

    /// <summary><c>today</c>, <c>3days</c>, <c>week</c>; for staff also a month, <c>2026-11</c>.</summary>
    public string? Deadline { get; init; }

    /// <summary>Of staff: only events whose team the reader belongs to. Of a supplier: only those in which it takes part.</summary>
    public bool Mine { get; init; }

    /// <summary>A month, for staff alone, as the figures of a month link here.</summary>
    public string? Published { get; init; }

    /// <summary>As <see cref="Published"/>.</summary>
    public string? Opened { get; init; }

    /// <summary>As <see cref="Published"/>.</summary>
    public string? Decided { get; init; }

    /// <summary><c>one</c>: opened with a single offer. For staff alone: a supplier never learns how many there are.</summary>
    public string? Offers { get; init; }

    public bool HasOneOffer => string.Equals(Offers, "one", StringComparison.OrdinalIgnoreCase);

    /// <summary>With a minus: downwards.</summary>
    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    public string? Typed => Blank(Q) ?? Blank(Number) ?? Blank(Text);

    /// <summary>What is looked for inside numbers or titles; null: nothing, or a whole number.</summary>
    public string? LookedForInside => Blank(Text) ?? ((Blank(Q) ?? Blank(Number)) is not { } typed || (EventNumber.Find(typed) is not null && !typed.Contains('*', StringComparison.Ordinal)) ? null
        : Compact(typed) is { Length: > 0 } compact && compact.All(IsOfPattern) ? compact.Split('/')[0] : typed);

    public RoundState? State => Status is not null && StatusNames.TryGetValue(Status, out var state) ? state : null;

    public int PageNo => PagerTagHelper.PageOf(Page, PageSize);

    /// <summary>What is sorted by, and which way.</summary>
    public (string By, bool Down) Order => Sort?.TrimStart('-') is { } by && Sorts.Contains(by) ? (by, Sort.StartsWith('-')) : ("number", true);

    public static IEnumerable<KeyValuePair<string, RoundState>> Statuses => StatusNames;

    public bool IsOf(string deadline) => string.Equals(Deadline, deadline, StringComparison.OrdinalIgnoreCase);

    /// <summary>All but the category, which needs the tree, and the number of offers.</summary>
    public IQueryable<Round> Of(IQueryable<Round> rounds, DateTime now, bool forSupplier) => OfStatus(OfAnyStatus(rounds, now, forSupplier), now, forSupplier);

    /// <summary>As <see cref="Of"/>, whatever their status.</summary>
    public IQueryable<Round> OfAnyStatus(IQueryable<Round> rounds, DateTime now, bool forSupplier)
    {
        rounds = Blank(Text) is { } words ? ByText(rounds, words) : rounds;
        rounds = (Blank(Q) ?? Blank(Number)) is { } typed ? ByNumberOrText(rounds, typed) : rounds;
        rounds = forSupplier ? rounds : InMonths(rounds);
        return Until(now) is { } until ? rounds.Where(r => r.Deadline > now && r.Deadline <= until) : rounds;
    }

    /// <summary>By the status alone.</summary>
    public IQueryable<Round> OfStatus(IQueryable<Round> rounds, DateTime now, bool forSupplier) => (forSupplier ? State?.ForSuppliers() : State) switch
    {
        null => rounds,
        RoundState.Opened when forSupplier => rounds.Where(r => r.State == RoundState.Opened || r.State == RoundState.AwardProposed),
        RoundState.Published => rounds.Where(r => r.State == RoundState.Published && r.Deadline > now),
        RoundState.Closed => rounds.Where(r => r.State == RoundState.Published && r.Deadline <= now),
        { } state => rounds.Where(r => r.State == state),
    };

    public IQueryable<Round> Sorted(IQueryable<Round> rounds, IQueryable<Site> sites) => Order switch
    {
        ("title", false) => rounds.OrderBy(r => r.SearchTitle).ThenBy(r => r.Id),
        ("title", true) => rounds.OrderByDescending(r => r.SearchTitle).ThenBy(r => r.Id),
        ("place", false) => rounds.OrderBy(r => sites.First(s => s.Id == r.SiteId).Name).ThenBy(r => r.Id),
        ("place", true) => rounds.OrderByDescending(r => sites.First(s => s.Id == r.SiteId).Name).ThenBy(r => r.Id),
        ("deadline", false) => rounds.OrderBy(r => r.Deadline).ThenBy(r => r.Id),
        ("deadline", true) => rounds.OrderByDescending(r => r.Deadline).ThenBy(r => r.Id),
        (_, false) => rounds.OrderBy(r => r.Number).ThenBy(r => r.No),
        _ => rounds.OrderByDescending(r => r.Number).ThenByDescending(r => r.No),
    };

    private IQueryable<Round> InMonths(IQueryable<Round> rounds)
    {
        rounds = CalendarMonth.Parse(Deadline) is { } due ? due.Due(rounds) : rounds;
        rounds = CalendarMonth.Parse(Published) is { } published ? published.Published(rounds) : rounds;
        rounds = CalendarMonth.Parse(Opened) is { } opened ? opened.Opened(rounds) : rounds;
        return CalendarMonth.Parse(Decided) is { } decided ? decided.Decided(rounds) : rounds;
    }

    private DateTime? Until(DateTime now)
    {
        var today = Zones.Local(now, Zones.Moscow).Date;
        DateTime? local = Deadline?.ToLowerInvariant() switch
        {
            "today" => today.AddDays(1),
            "3days" => today.AddDays(3),
            "week" => today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7)),
            _ => null,
        };
        return local is { } midnight ? TimeZoneInfo.ConvertTimeToUtc(midnight, Zones.Of(Zones.Moscow)) : null;
    }

    // A whole number in whatever was pasted; else a pattern of digits and stars; else words. Few digits may be either.
    private static IQueryable<Round> ByNumberOrText(IQueryable<Round> rounds, string typed)
    {
        if (EventNumber.Find(typed) is var (number, no) && !typed.Contains('*', StringComparison.Ordinal))
        {
            return rounds.Where(r => r.Number == number && (no == null || r.No == no));
        }

        var compact = Compact(typed);
        if (compact.Length == 0 || !compact.All(IsOfPattern))
        {
            return ByText(rounds, typed);
        }

        var parts = compact.Split('/', 2);
        var pattern = Search.Pattern(parts[0]);
        var round = parts is [_, var stage] && int.TryParse(stage, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var named) ? named : (int?)null;
        if (compact.Contains('*', StringComparison.Ordinal) || parts.Length > 1)
        {
            return rounds.Where(r => EF.Functions.Like(r.Number, pattern, "\\") && (round == null || r.No == round));
        }

        return rounds.Where(r => EF.Functions.Like(r.Number, pattern, "\\") || EF.Functions.Like(r.SearchTitle, pattern, "\\"));
    }

    private static IQueryable<Round> ByText(IQueryable<Round> rounds, string words)
    {
        var pattern = Search.Pattern(words);
        return rounds.Where(r => EF.Functions.Like(r.SearchTitle, pattern, "\\"));
    }

    private static string Compact(string typed) => string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));

    private static bool IsOfPattern(char c) => char.IsAsciiDigit(c) || c is '*' or '/';

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
