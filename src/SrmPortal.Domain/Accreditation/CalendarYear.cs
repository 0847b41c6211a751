using System.Text.RegularExpressions;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accreditation;

/// <summary>The production calendar of a year as a person writes it: days and spans of days, by lines or commas.</summary>
public static partial class CalendarYear
{
    /// <summary>What differs from Monday to Friday. A day off at a weekend says nothing new and is left out.</summary>
    /// <param name="year">Of all of them.</param>
    /// <param name="daysOff">Days and spans.</param>
    /// <param name="worked">Saturdays and Sundays that are worked.</param>
    /// <exception cref="RuleViolation">Each fault at its field.</exception>
    public static IReadOnlyList<CalendarDay> Read(int year, string? daysOff, string? worked)
    {
        List<BrokenRule> broken = [];
        var (off, working) = (Days(year, daysOff, "DaysOff", broken), Days(year, worked, "Worked", broken));
        broken.AddRange(working.Where(day => !IsWeekend(day)).Select(day => new BrokenRule(CalendarRules.WorksAnyway, "Worked", day)));
        broken.AddRange(working.Where(day => IsWeekend(day) && off.Contains(day)).Select(day => new BrokenRule(CalendarRules.Both, "Worked", day)));
        RuleViolation.ThrowIfAny(broken);
        return
        [
            .. off.Where(day => !IsWeekend(day)).Select(day => new CalendarDay { Date = day })
                .Concat(working.Select(day => new CalendarDay { Date = day, IsWorking = true })).OrderBy(day => day.Date),
        ];
    }

    /// <summary>Spans of days on which nobody works, each holding a day off of the table; weekends between them belong to them.</summary>
    public static IReadOnlyList<(DateOnly First, DateOnly Last)> Spans(int year, IReadOnlyCollection<CalendarDay> days)
    {
        var calendar = new WorkingDays(days);
        List<(DateOnly First, DateOnly Last)> spans = [];
        foreach (var day in days.Where(day => !day.IsWorking && day.Date.Year == year).Select(day => day.Date).Order())
        {
            if (spans.Count > 0 && Between(spans[^1].Last, day).All(one => !calendar.IsWorking(one)))
            {
                spans[^1] = (spans[^1].First, day);
            }
            else
            {
                spans.Add((day, day));
            }
        }

        return spans;
    }

    private static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last) =>
        Enumerable.Range(1, Math.Max(0, last.DayNumber - first.DayNumber - 1)).Select(first.AddDays);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static SortedSet<DateOnly> Days(int year, string? text, string field, List<BrokenRule> broken)
    {
        SortedSet<DateOnly> days = [];
        foreach (var piece in (text ?? "").Split(['\n', '\r', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Span(piece) is not var (first, last))
            {
                broken.Add(new BrokenRule(CalendarRules.NotUnderstood, field, piece.Length > 60 ? piece[..60] : piece));
            }
            else if (first.Year != year || last.Year != year)
            {
                broken.Add(new BrokenRule(CalendarRules.OtherYear, field, piece, year));
            }
            else if (last < first)
            {
                broken.Add(new BrokenRule(CalendarRules.Backwards, field, piece));
            }
            else
            {
                days.UnionWith(Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays));
            }
        }

        return days;
    }

    private static (DateOnly First, DateOnly Last)? Span(string piece)
    {
        if (TypedDate.Read(piece, out _) is { } day)
        {
            return (day, day);
        }

        var parts = Dash().Split(piece);
        parts = parts.Length == 2 ? parts : piece.Split('-');
        return parts.Length == 2 && TypedDate.Read(parts[0], out _) is { } first && TypedDate.Read(parts[1], out _) is { } last ? (first, last) : null;
    }

    [GeneratedRegex(@"\s*[–—…]\s*|\s+-\s+|\s*\.\.+\s*")]
    private static partial Regex Dash();
}
