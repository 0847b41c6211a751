namespace SrmPortal.Domain.Accreditation;

/// <summary>A day that is not what its weekday says: a holiday, or a Saturday that is worked. The administrator keeps the table.</summary>
public sealed class CalendarDay
{
    public DateOnly Date { get; init; }

    public bool IsWorking { get; init; }
}

/// <summary>Counts the desk's working days: Monday to Friday in Moscow, except as the table says.</summary>
/// <param name="exceptions">The table.</param>
/// <param name="limits">The desk's time limits; null: those of a new portal.</param>
public sealed class WorkingDays(IEnumerable<CalendarDay> exceptions, DeskLimits? limits = null)
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    private readonly Dictionary<DateOnly, bool> _exceptions = exceptions.ToDictionary(day => day.Date, day => day.IsWorking);

    public DeskLimits Limits { get; } = limits ?? new DeskLimits();

    /// <summary>The day in Moscow.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Moscow));

    /// <summary>The last instant of a day on which the desk works, in UTC.</summary>
    public DateTime EndOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(Limits.EndOfDay), Moscow);

    public bool IsWorking(DateOnly day) =>
        _exceptions.TryGetValue(day, out var works) ? works : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The working day so many working days later.</summary>
    public DateOnly After(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            left -= IsWorking(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>How many working days have begun after the first until the second; none if that is not later.</summary>
    public int Between(DateOnly first, DateOnly second)
    {
        var days = 0;
        for (var day = first.AddDays(1); day <= second; day = day.AddDays(1))
        {
            days += IsWorking(day) ? 1 : 0;
        }

        return days;
    }

    /// <summary>Until when something is due that takes so many working days, in UTC.</summary>
    public DateTime DueAfter(DateTime utc, int workingDays) => EndOf(After(DayOf(utc), workingDays));
}
