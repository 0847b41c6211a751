using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Tests.Registration;
using static SrmPortal.Web.Tests.Accreditation.DeskPortal;

namespace SrmPortal.Web.Tests.Accreditation;

/// <summary>The administrator keeps the time to answer and the production calendar; the desk counts by them.</summary>
public sealed class WorkingDaysTests
{
    private const string Calendar = "/administration/calendar";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_desk_counts_by_the_calendar_and_the_time_that_are_saved(string database)
    {
        await using var portal = await DeskPortal.With(database);
        var administrator = portal.SignedIn($"staff:{Administrator}");
        var running = await portal.Sent();
        var dueBefore = (await portal.CaseOf(running)).Check("completeness")!.Due;

        // Tuesday 1 December 2026. The whole week is off, its Saturday is worked.
        await administrator.PressAndFollow(await administrator.Page($"{Calendar}/2026"), "Save the calendar of 2026", ("DaysOff", "2 Dec 2026 – 4 Dec 2026, 31 Dec 2026"), ("Worked", "5 Dec 2026"));
        await administrator.PressAndFollow(await administrator.Page(Calendar), "Save the time limits", ("AnswerDays", "2"), ("EndOfDay", "17:30"), ("Reminders", "4, 2 , 1"), ("ReviewerReminder", "0"), ("ValidYears", "2"));
        var young = await portal.Sent(company: GivenRegistration.Company with { TaxNumber = GivenRegistration.OtherInn });

        Assert.Equal(dueBefore, (await portal.CaseOf(running)).Check("completeness")!.Due);
        Assert.Equal(new DateOnly(2026, 12, 5), WorkingDays.DayOf((await portal.CaseOf(young)).Check("completeness")!.Due!.Value));
        var card = await portal.SignedIn($"staff:{Completeness}").Page($"/accreditation/{young}");
        Assert.Equal("7 Dec 2026", card.Value("AnswerDue"));
        Assert.Contains("usually after 2 working days", card.Text(), StringComparison.Ordinal);
        var recorded = await portal.Seen(Scope.System, db => db.Audit.Where(a => a.AggregateType == nameof(DeskTime)).OrderBy(a => a.Id).ToListAsync());
        Assert.Equal([nameof(CalendarKept), nameof(DeskLimitsChanged)], recorded.Select(record => record.Action));
        Assert.Equal("2026", recorded[0].Subject);
        Assert.Contains("2026-11-04", recorded[0].Details, StringComparison.Ordinal);
        Assert.Contains("2026-12-05:worked", recorded[0].Details, StringComparison.Ordinal);
        Assert.Contains("answer 10 d; until 18:00; reminders 3 1; reviewers 1 d; valid 3 y", recorded[1].Details, StringComparison.Ordinal);
        Assert.Contains("answer 2 d; until 17:30; reminders 4 2 1; reviewers 0 d; valid 2 y", recorded[1].Details, StringComparison.Ordinal);
        Assert.Equal(new TimeOnly(14, 30), TimeOnly.FromDateTime((await portal.CaseOf(young)).Check("completeness")!.Due!.Value));
        Assert.Contains("until 17:30 in Moscow", (await portal.SignedIn($"staff:{Head}").Page($"/accreditation/{young}/completeness")).Text(), StringComparison.Ordinal);
        await portal.Decide(Completeness, young, CheckOutcome.InformationRequested, "Устав?", ("Parts", "Documents"), ("AnswerDue", "10 Dec 2026"));
        Assert.Equal(new DateTime(2026, 12, 10, 14, 30, 0, DateTimeKind.Utc), (await portal.CaseOf(young)).Check("completeness")!.AnswerDue);
        // The other year is as it was.
        Assert.Equal(12, await portal.Seen(Scope.System, db => db.CalendarDays.CountAsync(day => day.Date >= new DateOnly(2027, 1, 1))));
    }

    [Fact]
    public async Task What_the_page_shows_changes_nothing_when_it_is_saved_in_either_language()
    {
        await using var portal = await DeskPortal.With();
        var before = await Days(portal);
        foreach (var language in new[] { "en", "ru" })
        {
            var administrator = portal.SignedIn($"staff:{Administrator}", language);
            await administrator.PressAndFollow(await administrator.Page($"{Calendar}/2026"), language == "en" ? "Save the calendar of 2026" : "Сохранить календарь на 2026 год");
        }

        Assert.Equal(before, await Days(portal));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(CalendarKept))));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_who_is_second_is_told()
    {
        await using var portal = await DeskPortal.With();
        var administrator = portal.SignedIn($"staff:{Administrator}");
        var page = await administrator.Page($"{Calendar}/2028");
        Assert.Contains("Nothing is entered for 2028", page.Text(), StringComparison.Ordinal);
        WrongInput.SaysAt(await WrongInput.Refused(administrator, page, "Save the calendar of 2028", [("DaysOff", "1 Jan 2027")]), "DaysOff", "not in the year 2028");
        WrongInput.SaysAt(await WrongInput.Refused(administrator, page, "Save the time limits", [("AnswerDays", "0")]), "AnswerDays", "from 1 to 60");
        WrongInput.SaysAt(await WrongInput.Refused(administrator, page, "Save the time limits", [("EndOfDay", "late")]), "EndOfDay", "hh:mm");
        WrongInput.SaysAt(await WrongInput.Refused(administrator, page, "Save the time limits", [("EndOfDay", "18:00"), ("Reminders", "3, soon")]), "Reminders", "by commas");
        WrongInput.SaysAt(await WrongInput.Refused(administrator, page, "Save the time limits", [("ReviewerReminder", "")]), "ReviewerReminder", "from 0 to 90");
        WrongInput.SaysAt(await WrongInput.Refused(administrator, page, "Save the time limits", [("ValidYears", "25")]), "ValidYears", "from 1 to 10");

        await administrator.PressAndFollow(page, "Save the calendar of 2028", ("DaysOff", "3 Jan 2028"));
        await WrongInput.Refused(administrator, page, "Save the calendar of 2028", [("DaysOff", "4 Jan 2028")]);
        // Another error leaves a stale form stale.
        var stale = await WrongInput.Refused(administrator, page, "Save the time limits", [("EndOfDay", "late")]);
        Assert.Contains("meanwhile", (await WrongInput.Refused(administrator, stale, "Save the time limits", [("EndOfDay", "19:00")])).Text(), StringComparison.Ordinal);

        Assert.Equal(new DateOnly(2028, 1, 3), await portal.Seen(Scope.System, db => db.CalendarDays.Where(day => day.Date >= new DateOnly(2028, 1, 1)).Select(day => day.Date).SingleAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn($"staff:{Head}").GetAsync(Calendar)).StatusCode);
    }

    private static Task<List<string>> Days(Portal portal) => portal.Seen(Scope.System, async db =>
        (await db.CalendarDays.OrderBy(day => day.Date).ToListAsync()).ConvertAll(day => $"{day.Date:yyyy-MM-dd}{day.IsWorking}"));
}
