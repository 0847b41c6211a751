using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accreditation;

/// <summary>How the desk counts time: one for the whole portal, kept by the administrator. Days that are set already stay.</summary>
public sealed class DeskTime : AggregateRoot
{
    public const int UsualAnswerDays = 10;

    private DeskTime()
    {
    }

    /// <summary>Within how many working days an applicant is usually asked to answer.</summary>
    public int AnswerDays { get; private set; } = UsualAnswerDays;

    public void KeepAnswerDays(int days)
    {
        RuleViolation.ThrowIfAny(days is < 1 or > AccreditationCase.MostAnswerDays ? [new BrokenRule(CalendarRules.AnswerDays, nameof(AnswerDays), AccreditationCase.MostAnswerDays)] : []);
        if (days != AnswerDays)
        {
            var before = AnswerDays;
            AnswerDays = days;
            Changed(new AnswerDaysChanged($"{days}", before, days));
        }
    }

    /// <summary>The calendar of a year is another.</summary>
    public void KeepYear(int year, IEnumerable<CalendarDay> before, IEnumerable<CalendarDay> after)
    {
        var (old, young) = (Said(before), Said(after));
        if (old != young)
        {
            Changed(new CalendarKept($"{year}", old, young));
        }
    }

    private static string Said(IEnumerable<CalendarDay> days) => string.Join(' ', days.OrderBy(day => day.Date).Select(day => $"{day.Date:yyyy-MM-dd}{(day.IsWorking ? ":worked" : "")}"));
}

public sealed record AnswerDaysChanged(string Subject, int Before, int After) : DomainEvent(Subject);

/// <param name="Before">Days off that fall on weekdays, and days of a weekend that are worked.</param>
public sealed record CalendarKept(string Subject, string Before, string After) : DomainEvent(Subject);

public static class CalendarRules
{
    public const string AnswerDays = "calendar.answer-days";
    public const string OtherYear = "calendar.other-year";
    public const string Backwards = "calendar.backwards";
    public const string Both = "calendar.both";
    public const string WorksAnyway = "calendar.works-anyway";
    public const string NotUnderstood = "calendar.not-understood";
}
