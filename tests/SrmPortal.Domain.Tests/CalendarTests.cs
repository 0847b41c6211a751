using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Tests;

/// <summary>The production calendar of a year, as a person writes it.</summary>
public sealed class CalendarTests
{
    [Fact]
    public void Days_and_spans_are_read_in_both_languages_and_weekends_say_nothing_new()
    {
        var days = CalendarYear.Read(2027, "01.01.2027–08.01.2027\n23 февраля 2027; 8 Mar 2027 – 9 Mar 2027, 2027-05-01..2027-05-03\n01.11.2027-02.11.2027", "20.02.2027");

        Assert.Equal(
            ["01-01", "01-04", "01-05", "01-06", "01-07", "01-08", "02-20+", "02-23", "03-08", "03-09", "05-03", "11-01", "11-02"],
            days.Select(day => $"{day.Date:MM-dd}{(day.IsWorking ? "+" : "")}"));
    }

    [Theory]
    [InlineData("завтра", "", "DaysOff", CalendarRules.NotUnderstood)]
    [InlineData("30.02.2027", "", "DaysOff", CalendarRules.NotUnderstood)]
    [InlineData("01.01.2026", "", "DaysOff", CalendarRules.OtherYear)]
    [InlineData("30.12.2027 – 08.01.2028", "", "DaysOff", CalendarRules.OtherYear)]
    [InlineData("08.01.2027 – 01.01.2027", "", "DaysOff", CalendarRules.Backwards)]
    [InlineData("20.02.2027", "20.02.2027", "Worked", CalendarRules.Both)]
    [InlineData("", "22.02.2027", "Worked", CalendarRules.WorksAnyway)]
    public void What_is_wrong_is_said_at_its_field(string off, string worked, string field, string code)
    {
        var broken = Assert.Single(Assert.Throws<RuleViolation>(() => CalendarYear.Read(2027, off, worked)).Broken);

        Assert.Equal((field, code), (broken.Field, broken.Code));
    }

    [Fact]
    public void What_is_shown_says_the_same_when_it_is_read_again()
    {
        var days = CalendarYear.Read(2026, "01.01.2026–09.01.2026\n23.02.2026\n09.03.2026\n01.05.2026\n31.12.2026", "");

        var spans = CalendarYear.Spans(2026, days);

        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 9)), spans[0]);
        Assert.Equal(5, spans.Count);
        var again = CalendarYear.Read(2026, string.Join('\n', spans.Select(span => $"{span.First:dd.MM.yyyy} – {span.Last:dd.MM.yyyy}")), "");
        Assert.Equal(days.Select(day => day.Date), again.Select(day => day.Date));
    }

    [Fact]
    public void A_worked_weekend_parts_two_spans_and_counts_as_a_day()
    {
        // A Friday and a Monday off, the Saturday between them worked.
        var days = CalendarYear.Read(2027, "05.02.2027, 08.02.2027", "06.02.2027");

        Assert.Equal(2, CalendarYear.Spans(2027, days).Count);
        Assert.Equal(new DateOnly(2027, 2, 6), new WorkingDays(days).After(new DateOnly(2027, 2, 4), 1));
        Assert.Equal(new DateOnly(2027, 2, 9), new WorkingDays(days).After(new DateOnly(2027, 2, 4), 2));
    }
}
