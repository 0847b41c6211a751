using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Tests;

public sealed class TypedDateTests
{
    [Theory]
    [InlineData("15.01.2027")]
    [InlineData("15.1.2027")]
    [InlineData(" 15.01.2027 г.")]
    [InlineData("15 01 2027")]
    [InlineData("15-01-2027")]
    [InlineData("15012027")]
    [InlineData("2027-01-15")]
    [InlineData("15 Jan 2027")]
    [InlineData("15\u00A0Jan\u00A02027")]
    [InlineData("15 january 2027")]
    [InlineData("15jan2027")]
    [InlineData("15 янв. 2027")]
    [InlineData("15 января 2027 года")]
    public void A_date_is_understood_however_it_is_written(string typed)
    {
        Assert.Equal(new DateOnly(2027, 1, 15), TypedDate.Read(typed, out var refusal));
        Assert.Null(refusal);
    }

    [Theory]
    [InlineData("1 марта 2027", 3)]
    [InlineData("1 мая 2027", 5)]
    [InlineData("1 Mar 2027", 3)]
    [InlineData("1 May 2027", 5)]
    [InlineData("1 июня 2027", 6)]
    [InlineData("1 июля 2027", 7)]
    public void Months_that_begin_alike_are_told_apart(string typed, int month) =>
        Assert.Equal(new DateOnly(2027, month, 1), TypedDate.Read(typed, out _));

    [Theory]
    [InlineData("15/01/2027", DateRules.NotUnderstood)]
    [InlineData("завтра", DateRules.NotUnderstood)]
    [InlineData("15 foo 2027", DateRules.NotUnderstood)]
    [InlineData("2027", DateRules.NotUnderstood)]
    [InlineData("15.01", DateRules.NotUnderstood)]
    [InlineData("+15.01.2027", DateRules.NotUnderstood)]
    [InlineData("١٥.٠١.٢٠٢٧", DateRules.NotUnderstood)]
    [InlineData("15.01.27", DateRules.Year)]
    [InlineData("15.01.0027", DateRules.Year)]
    [InlineData("15.01.2200", DateRules.Year)]
    [InlineData("31.02.2027", DateRules.NoSuchDay)]
    [InlineData("29.02.2027", DateRules.NoSuchDay)]
    [InlineData("00.01.2027", DateRules.NoSuchDay)]
    [InlineData("01.13.2027", DateRules.NoSuchDay)]
    public void What_is_no_date_is_refused_with_the_reason(string typed, string code)
    {
        Assert.Null(TypedDate.Read(typed, out var refusal));
        Assert.Equal(code, refusal?.Code);
    }

    [Fact]
    public void A_leap_day_is_a_day() => Assert.Equal(new DateOnly(2028, 2, 29), TypedDate.Read("29.02.2028", out _));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void Nothing_is_nothing(string? typed)
    {
        Assert.Null(TypedDate.Read(typed, out var refusal));
        Assert.Null(TypedDate.ReadTime(typed, out var timeRefusal));
        Assert.Null(refusal ?? timeRefusal);
    }

    [Theory]
    [InlineData("14:00", 14, 0)]
    [InlineData("9:30", 9, 30)]
    [InlineData("09.30", 9, 30)]
    [InlineData("23:59", 23, 59)]
    [InlineData("00:00", 0, 0)]
    public void A_time_of_day_is_hours_and_minutes(string typed, int hour, int minute) =>
        Assert.Equal(new TimeOnly(hour, minute), TypedDate.ReadTime(typed, out _));

    [Theory]
    [InlineData("24:00")]
    [InlineData("12:60")]
    [InlineData("12")]
    [InlineData("2 pm")]
    [InlineData("12:00:01")]
    public void What_is_no_time_is_refused(string typed)
    {
        Assert.Null(TypedDate.ReadTime(typed, out var refusal));
        Assert.Equal(DateRules.TimeNotUnderstood, refusal?.Code);
    }

    [Fact]
    public void A_local_time_is_one_instant()
    {
        Assert.Equal(new DateTime(2026, 11, 26, 11, 0, 0, DateTimeKind.Utc), Utc("26.11.2026", "14:00", "Europe/Moscow", out _));
        Assert.Equal(new DateTime(2026, 11, 26, 9, 0, 0, DateTimeKind.Utc), Utc("26.11.2026", "14:00", "Asia/Yekaterinburg", out _));
    }

    [Fact]
    public void A_time_that_clocks_skip_is_refused()
    {
        Assert.Null(Utc("28.03.2027", "02:30", "Europe/Berlin", out var refusal));
        Assert.Equal(DateRules.NoSuchTime, refusal?.Code);
    }

    [Fact]
    public void A_time_that_comes_twice_is_refused()
    {
        Assert.Null(Utc("31.10.2027", "02:30", "Europe/Berlin", out var refusal));
        Assert.Equal(DateRules.TimeTwice, refusal?.Code);
    }

    private static DateTime? Utc(string date, string time, string zone, out BrokenRule? refusal) => TypedDate.ToUtc(
        TypedDate.Read(date, out _)!.Value, TypedDate.ReadTime(time, out _)!.Value, TimeZoneInfo.FindSystemTimeZoneById(zone), out refusal);
}
