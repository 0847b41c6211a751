using System.Globalization;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accreditation;

/// <summary>The desk's time limits.</summary>
public sealed record DeskLimits
{
    public const int MostReminders = 5, LongestValidity = 10;

    /// <summary>Within how many working days an applicant is usually asked to answer.</summary>
    public int AnswerDays { get; init; } = 10;

    /// <summary>Until when on its last day an answer or a decision is in time, in Moscow.</summary>
    public TimeOnly EndOfDay { get; init; } = new(18, 0);

    /// <summary>How many working days before an answer is due its applicant is reminded, the earliest first.</summary>
    public IReadOnlyList<int> Reminders { get; init; } = [3, 1];

    /// <summary>How many working days before a check is due its reviewers are reminded; 0: never.</summary>
    public int ReviewerReminder { get; init; } = 1;

    /// <summary>For how many years a company is accredited.</summary>
    public int ValidYears { get; init; } = 3;

    /// <summary>The earliest reminder of all.</summary>
    public int EarliestReminder => Reminders.Append(ReviewerReminder).Max();

    /// <summary>All that is wrong with them, each at its field.</summary>
    public IEnumerable<BrokenRule> WhatIsWrong()
    {
        const int most = AccreditationCase.MostAnswerDays;
        if (AnswerDays is < 1 or > most)
        {
            yield return new(CalendarRules.AnswerDays, nameof(AnswerDays), most);
        }

        if (Reminders.Count is 0 or > MostReminders || Reminders.Any(days => days is < 1 or > most))
        {
            yield return new(CalendarRules.Reminders, nameof(Reminders), MostReminders, most);
        }

        if (ReviewerReminder is < 0 or > CheckDefinition.LongestNorm)
        {
            yield return new(CalendarRules.ReviewerReminder, nameof(ReviewerReminder), CheckDefinition.LongestNorm);
        }

        if (ValidYears is < 1 or > LongestValidity)
        {
            yield return new(CalendarRules.ValidYears, nameof(ValidYears), LongestValidity);
        }
    }

    internal string Said() => $"answer {AnswerDays} d; until {EndOfDay:HH:mm}; reminders {DeskTime.Written(Reminders)}; reviewers {ReviewerReminder} d; valid {ValidYears} y";
}

/// <summary>How the desk counts time: one for the whole portal, kept by the administrator. Days that are set already stay.</summary>
public sealed class DeskTime : AggregateRoot
{
    private DeskTime()
    {
    }

    public int AnswerDays { get; private set; }

    public TimeOnly EndOfDay { get; private set; }

    /// <summary>Numbers by spaces: <c>3 1</c>.</summary>
    public string Reminders { get; private set; } = "";

    public int ReviewerReminder { get; private set; }

    public int ValidYears { get; private set; }

    public DeskLimits Limits => LimitsOf(AnswerDays, EndOfDay, Reminders, ReviewerReminder, ValidYears);

    /// <summary>As they are stored.</summary>
    public static DeskLimits LimitsOf(int answerDays, TimeOnly endOfDay, string reminders, int reviewerReminder, int validYears) => new()
    {
        AnswerDays = answerDays,
        EndOfDay = endOfDay,
        Reminders = [.. reminders.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(days => int.Parse(days, CultureInfo.InvariantCulture))],
        ReviewerReminder = reviewerReminder,
        ValidYears = validYears,
    };

    public static string Written(IEnumerable<int> reminders) => string.Join(' ', reminders.Distinct().OrderDescending().Select(days => days.ToString(CultureInfo.InvariantCulture)));

    public void KeepLimits(DeskLimits limits)
    {
        RuleViolation.ThrowIfAny(limits.WhatIsWrong());
        var (before, after) = (Limits.Said(), limits.Said());
        if (before != after)
        {
            (AnswerDays, EndOfDay, Reminders, ReviewerReminder, ValidYears) = (limits.AnswerDays, limits.EndOfDay, Written(limits.Reminders), limits.ReviewerReminder, limits.ValidYears);
            Changed(new DeskLimitsChanged("", before, after));
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

/// <summary>The desk's time limits are others; old and new as they read.</summary>
public sealed record DeskLimitsChanged(string Subject, string Before, string After) : DomainEvent(Subject);

/// <param name="Before">Days off that fall on weekdays, and days of a weekend that are worked.</param>
public sealed record CalendarKept(string Subject, string Before, string After) : DomainEvent(Subject);

public static class CalendarRules
{
    public const string AnswerDays = "calendar.answer-days";
    public const string EndOfDay = "calendar.end-of-day";
    public const string Reminders = "calendar.reminders";
    public const string ReviewerReminder = "calendar.reviewer-reminder";
    public const string ValidYears = "calendar.valid-years";
    public const string OtherYear = "calendar.other-year";
    public const string Backwards = "calendar.backwards";
    public const string Both = "calendar.both";
    public const string WorksAnyway = "calendar.works-anyway";
    public const string NotUnderstood = "calendar.not-understood";
}
