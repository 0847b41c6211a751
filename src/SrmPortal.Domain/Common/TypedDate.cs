using System.Globalization;
using System.Text.RegularExpressions;

namespace SrmPortal.Domain.Common;

/// <summary>
/// Dates and times as people type them, in either language: <c>15.01.2027</c>, <c>15.1.2027</c>, <c>15012027</c>,
/// <c>2027-01-15</c>, <c>15 Jan 2027</c>, <c>15 января 2027</c>; <c>14:00</c>, <c>9.30</c>. A slash is refused, as it means
/// another day on each side of the ocean; so is a year of two digits.
/// </summary>
public static partial class TypedDate
{
    public const int FirstYear = 1900, LastYear = 2199;

    private static readonly string[] Months =
        ["jan янв", "feb фев", "mar мар", "apr апр", "may ма", "jun июн", "jul июл", "aug авг", "sep сен", "oct окт", "nov ноя", "dec дек"];

    /// <summary>The date, or null and what is wrong with it. What holds nothing is null and no fault.</summary>
    public static DateOnly? Read(string? typed, out BrokenRule? refusal)
    {
        refusal = null;
        var text = typed?.Trim().ToLowerInvariant() ?? "";
        if (text.Length == 0)
        {
            return null;
        }

        var parts = Numeric().Match(text) is { Success: true } numeric ? numeric
            : Digits().Match(text) is { Success: true } digits ? digits
            : Iso().Match(text) is { Success: true } iso ? iso
            : Words().Match(text);
        if (!parts.Success || Month(parts.Groups["m"].Value) is not { } month)
        {
            refusal = new BrokenRule(DateRules.NotUnderstood);
            return null;
        }

        var (day, year) = (Number(parts.Groups["d"].Value), Number(parts.Groups["y"].Value));
        if (year is < FirstYear or > LastYear)
        {
            refusal = new BrokenRule(DateRules.Year, null, FirstYear, LastYear);
            return null;
        }

        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            refusal = new BrokenRule(DateRules.NoSuchDay, null, typed!.Trim());
            return null;
        }

        return new DateOnly(year, month, day);
    }

    /// <summary>The time of day, or null and what is wrong with it.</summary>
    public static TimeOnly? ReadTime(string? typed, out BrokenRule? refusal)
    {
        refusal = null;
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var parts = Time().Match(typed.Trim());
        if (!parts.Success || Number(parts.Groups["h"].Value) > 23 || Number(parts.Groups["m"].Value) > 59)
        {
            refusal = new BrokenRule(DateRules.TimeNotUnderstood);
            return null;
        }

        return new TimeOnly(Number(parts.Groups["h"].Value), Number(parts.Groups["m"].Value));
    }

    /// <summary>
    /// The instant at which clocks in the zone show this, in UTC. Where they are put forward over it, or back so that it comes
    /// twice, nobody can know what was meant: refused.
    /// </summary>
    public static DateTime? ToUtc(DateOnly date, TimeOnly time, TimeZoneInfo zone, out BrokenRule? refusal)
    {
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        refusal = zone.IsInvalidTime(local) ? new BrokenRule(DateRules.NoSuchTime, null, zone.Id)
            : zone.IsAmbiguousTime(local) ? new BrokenRule(DateRules.TimeTwice, null, zone.Id)
            : null;
        return refusal is null ? TimeZoneInfo.ConvertTimeToUtc(local, zone) : null;
    }

    private static int? Month(string text) =>
        char.IsAsciiDigit(text[0]) ? Number(text)
        : Array.FindIndex(Months, names => names.Split(' ').Any(name => text.StartsWith(name, StringComparison.Ordinal))) is >= 0 and var index ? index + 1
        : null;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})[.\-\s]\s*(?<m>[0-9]{1,2})[.\-\s]\s*(?<y>[0-9]{1,4})\s*(г\.?|года)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    [GeneratedRegex("^(?<d>[0-9]{2})(?<m>[0-9]{2})(?<y>[0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex("^(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})[.\-\s]*(?<m>[a-zа-я]{3,9})[.,\-\s]*(?<y>[0-9]{1,4})\s*(г\.?|года)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex("^(?<h>[0-9]{1,2})[:.](?<m>[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}

public static class DateRules
{
    public const string NotUnderstood = "date.not-understood";
    public const string NoSuchDay = "date.no-such-day";
    public const string Year = "date.year";
    public const string TimeNotUnderstood = "date.time-not-understood";
    public const string NoSuchTime = "date.no-such-time";
    public const string TimeTwice = "date.time-twice";
}
