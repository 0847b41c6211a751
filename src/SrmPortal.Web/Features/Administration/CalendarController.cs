using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Administration;

/// <summary>How the desk counts time: its time limits, and the production calendar year by year.</summary>
[Route("administration/calendar"), Authorize(Roles = Roles.Administrator)]
public sealed class CalendarController(PortalDbContext db, KeepDeskTime keep, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public Task<IActionResult> ThisYear() => Calendar(WorkingDays.DayOf(HttpContext.Instant()).Year);

    [HttpGet("{year:int:range(2000,2199)}")]
    public async Task<IActionResult> Calendar(int year) => View("Calendar", await CalendarPage.Read(db, year, WorkingDays.DayOf(HttpContext.Instant()).Year));

    [HttpPost("{year:int:range(2000,2199)}"), ShowAgain(nameof(Calendar))]
    public async Task<IActionResult> Keep(int year, CalendarForm form)
    {
        await keep.Year(form.Revision, year, form.DaysOff, form.Worked);
        this.Say(texts["The calendar of {0} is saved.", year], texts["Days are counted by it from now on; dates that are set already stay."]);
        return RedirectToAction(nameof(Calendar), new { year });
    }

    [HttpPost("{year:int:range(2000,2199)}/limits"), ShowAgain(nameof(Calendar))]
    public async Task<IActionResult> Limits(int year, LimitsForm form)
    {
        await keep.Limits(form.Revision, form.Limits());
        this.Say(texts["Saved."], texts["It counts from now on; dates that are set already stay."]);
        return RedirectToAction(nameof(Calendar), new { year });
    }
}

/// <summary>What differs from Monday to Friday in a year, as it is typed.</summary>
public sealed class CalendarForm
{
    /// <summary>Of the desk's time that it was filled from.</summary>
    public int Revision { get; init; }

    /// <summary>Days and spans of days, by lines or commas.</summary>
    public string? DaysOff { get; init; }

    public string? Worked { get; init; }

    public sealed class Validator : AbstractValidator<CalendarForm>
    {
        public Validator()
        {
            RuleFor(form => form.DaysOff).MaximumLength(8000);
            RuleFor(form => form.Worked).MaximumLength(8000);
        }
    }
}

/// <summary>The desk's time limits.</summary>
public sealed class LimitsForm
{
    public int Revision { get; init; }

    public int? AnswerDays { get; init; }

    public TimeOnly? EndOfDay { get; init; }

    /// <summary>Numbers by commas or spaces.</summary>
    public string? Reminders { get; init; }

    public int? ReviewerReminder { get; init; }

    public int? ValidYears { get; init; }

    public DeskLimits Limits() => new()
    {
        AnswerDays = AnswerDays ?? 0,
        EndOfDay = EndOfDay ?? default,
        Reminders = [.. (Reminders ?? "").Split([' ', '\u00A0', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(days => int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).Distinct()],
        ReviewerReminder = ReviewerReminder ?? -1,
        ValidYears = ValidYears ?? 0,
    };

    public sealed class Validator : AbstractValidator<LimitsForm>
    {
        public Validator(RuleMessages messages) => RuleFor(form => form.EndOfDay).NotNull().WithMessage(_ => messages.Of(new BrokenRule(CalendarRules.EndOfDay)));
    }
}

/// <summary>Writes the desk's time; each change is recorded with what stood there before.</summary>
public sealed class KeepDeskTime(PortalDbContext db) : IDeed
{
    public Task Limits(int revision, DeskLimits limits) => db.InTransaction(async () =>
    {
        var time = await Current(revision);
        time.KeepLimits(limits);
        return true;
    });

    public Task Year(int revision, int year, string? daysOff, string? worked) => db.InTransaction(async () =>
    {
        var time = await Current(revision);
        var after = CalendarYear.Read(year, daysOff, worked);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var before = await db.CalendarDays.Where(day => day.Date >= first && day.Date <= last).ToListAsync();
        db.RemoveRange(before.Where(day => after.All(one => one.Date != day.Date)));
        db.AddRange(after.Where(day => before.All(one => one.Date != day.Date)));
        time.KeepYear(year, before, after);
        return true;
    });

    private async Task<DeskTime> Current(int revision)
    {
        var time = await db.DeskTimes.SingleAsync();
        RuleViolation.ThrowIfAny(time.Revision == revision ? [] : [new BrokenRule(SharedRules.ChangedMeanwhile, nameof(CalendarForm.Revision), time.Revision)]);
        return time;
    }
}

/// <summary>A month of the calendar.</summary>
/// <param name="WorkingCount">How many days are worked in it.</param>
public sealed record CalendarMonth(int Month, int WorkingCount, IReadOnlyList<DateOnly> DaysOff, IReadOnlyList<DateOnly> Worked);

/// <summary>Its fields are named like those of the two forms.</summary>
public sealed record CalendarPage
{
    public required int Year { get; init; }

    public required int Revision { get; init; }

    public required DeskLimits Limits { get; init; }

    public int AnswerDays => Limits.AnswerDays;

    public TimeOnly EndOfDay => Limits.EndOfDay;

    public string Reminders => string.Join(", ", Limits.Reminders);

    public int ReviewerReminder => Limits.ReviewerReminder;

    public int ValidYears => Limits.ValidYears;

    public required string DaysOff { get; init; }

    public required string Worked { get; init; }

    /// <summary>Which can be gone to, in their order.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    public required IReadOnlyList<CalendarMonth> Months { get; init; }

    /// <summary>Nobody has entered anything for this year.</summary>
    public bool IsBlank => DaysOff.Length == 0 && Worked.Length == 0;

    public static async Task<CalendarPage> Read(PortalDbContext db, int year, int thisYear)
    {
        var time = await db.DeskTimes.AsNoTracking().SingleAsync();
        var all = await db.CalendarDays.AsNoTracking().ToListAsync();
        var days = all.Where(day => day.Date.Year == year).ToArray();
        var calendar = new WorkingDays(all);
        return new CalendarPage
        {
            Year = year,
            Revision = time.Revision,
            Limits = time.Limits,
            DaysOff = string.Join('\n', CalendarYear.Spans(year, days).Select(span => span.First == span.Last ? Shown.Date(span.First) : $"{Shown.Date(span.First)} – {Shown.Date(span.Last)}")),
            Worked = string.Join('\n', days.Where(day => day.IsWorking).OrderBy(day => day.Date).Select(day => Shown.Date(day.Date))),
            Years = [.. all.Select(day => day.Date.Year).Concat([thisYear, thisYear + 1, year]).Where(one => one >= thisYear - 1 || one == year).Distinct().Order()],
            Months =
            [
                .. Enumerable.Range(1, 12).Select(month => new CalendarMonth(month,
                    Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Count(day => calendar.IsWorking(new DateOnly(year, month, day))),
                    [.. days.Where(day => day.Date.Month == month && !day.IsWorking).Select(day => day.Date).Order()],
                    [.. days.Where(day => day.Date.Month == month && day.IsWorking).Select(day => day.Date).Order()])),
            ],
        };
    }
}
