using System.Globalization;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Tests.Look;

/// <summary>Money, numbers and time as people read them. ~ stands for a no-break space.</summary>
public sealed class ShownTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    [Theory]
    [InlineData("ru", "RUB", "1~234~567,50~₽")]
    [InlineData("en", "RUB", "1,234,567.50~RUB")]
    [InlineData("ru", "CNY", "1~234~567,50~CNY")]
    [InlineData("ru", "EUR", "1~234~567,50~€")]
    [InlineData("ru", "JPY", "1~234~568~JPY")]
    public void Money_has_groups_and_its_sign(string language, string currency, string shown) =>
        Is(language, shown, () => Shown.Money(1234567.5m, currency));

    [Theory]
    [InlineData("ru", "−12,00~₽")]
    [InlineData("en", "−12.00~RUB")]
    public void Minus_is_a_minus(string language, string shown) => Is(language, shown, () => Shown.Money(-12, "RUB"));

    [Fact]
    public void No_value_is_a_dash() => Is("ru", "— — — — — — —", () => string.Join(' ', Shown.Money(null, "RUB"), Shown.UnitPrice(null),
        Shown.Quantity(null, 3, "т"), Shown.Percent(null), Shown.Date((DateOnly?)null), Shown.Deadline(null), Shown.Instant(null)));

    [Theory]
    [InlineData("ru", "1200", "1~200,00")]
    [InlineData("ru", "1200.1234", "1~200,1234")]
    [InlineData("en", "0.125", "0.125")]
    public void A_unit_price_has_two_to_four_decimals(string language, string price, string shown) =>
        Is(language, shown, () => Shown.UnitPrice(decimal.Parse(price, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("ru", "12.4", 3, "т", "12,400~т")]
    [InlineData("en", "12.4", 3, "t", "12.400~t")]
    [InlineData("ru", "1200.000", 0, "шт", "1~200~шт")]
    [InlineData("ru", "2.5", 0, "компл", "2,5~компл")]
    public void A_quantity_has_its_units_own_scale_and_hides_nothing(string language, string quantity, int scale, string unit, string shown) =>
        Is(language, shown, () => Shown.Quantity(decimal.Parse(quantity, CultureInfo.InvariantCulture), scale, unit));

    [Theory]
    [InlineData("ru", "22~%")]
    [InlineData("en", "22%")]
    public void Percent(string language, string shown) => Is(language, shown, () => Shown.Percent(22.00m));

    [Theory]
    [InlineData("ru", "Europe/Moscow", "24.12.2026 12:00 (Москва, UTC+3)")]
    [InlineData("en", "Europe/Moscow", "24~Dec~2026 12:00 (Moscow, UTC+3)")]
    [InlineData("ru", "Asia/Yekaterinburg", "24.12.2026 14:00 (Екатеринбург, UTC+5)")]
    [InlineData("ru", "Asia/Kolkata", "24.12.2026 14:30 (Калькутта, UTC+5:30)")]
    [InlineData("en", "America/New_York", "24~Dec~2026 04:00 (New York, UTC−5)")]
    [InlineData("en", "America/St_Johns", "24~Dec~2026 05:30 (St. John’s, UTC−3:30)")]
    [InlineData("ru", "UTC", "24.12.2026 09:00 (UTC)")]
    public void A_deadline_names_its_zone(string language, string zone, string shown) => Is(language, shown, () => Shown.Deadline(Utc(24, 12, 9), zone));

    [Theory]
    [InlineData("ru", "Asia/Yekaterinburg", "у вас 14:00 (Екатеринбург, UTC+5)")]
    [InlineData("en", "Asia/Yekaterinburg", "14:00 for you (Yekaterinburg, UTC+5)")]
    [InlineData("ru", "Asia/Kamchatka", "у вас 21:00 (Петропавловск-Камчатский, UTC+12)")]
    [InlineData("ru", "Europe/Minsk", null)]
    [InlineData("ru", null, null)]
    public void A_reader_elsewhere_is_told_the_own_time(string language, string? zone, string? shown) =>
        Is(language, shown, () => Shown.ForReader(Utc(24, 12, 9), "Europe/Moscow", zone));

    [Fact]
    public void Where_it_is_another_day_the_reader_is_told_the_day() =>
        Is("ru", "у вас 25.12.2026 03:00 (Петропавловск-Камчатский, UTC+12)", () => Shown.ForReader(Utc(24, 12, 15), "Europe/Moscow", "Asia/Kamchatka"));

    [Theory]
    [InlineData("ru", "24.11.2026 09:12~МСК")]
    [InlineData("en", "24~Nov~2026 09:12~MSK")]
    public void What_happened_is_said_in_Moscow_time(string language, string shown) => Is(language, shown, () => Shown.Instant(Utc(24, 11, 6, 12)));

    [Theory]
    [InlineData("ru", "24.11.2026 09:26:41,318 (Москва, UTC+3), 06:26:41.318~UTC")]
    [InlineData("en", "24~Nov~2026 09:26:41.318 (Moscow, UTC+3), 06:26:41.318~UTC")]
    public void A_receipt_has_milliseconds_and_UTC(string language, string shown) =>
        Is(language, shown, () => Shown.ReceiptInstant(new DateTime(2026, 11, 24, 6, 26, 41, 318, DateTimeKind.Utc)));

    [Fact]
    public void A_range_names_the_zone_once() => Is("ru", "16.11.2026 09:00 — 26.11.2026 14:00 (Москва, UTC+3)",
        () => Shown.Range(Utc(16, 11, 6), Utc(26, 11, 11)));

    [Theory]
    [InlineData("ru", "2.04:41:59", "2~дня 04:41")]
    [InlineData("ru", "1.00:00:00", "1~день 00:00")]
    [InlineData("ru", "11.05:06:00", "11~дней 05:06")]
    [InlineData("ru", "21.05:06:00", "21~день 05:06")]
    [InlineData("en", "2.04:41:00", "2~days 04:41")]
    [InlineData("ru", "23:59:59", "23~ч 59~мин")]
    [InlineData("ru", "06:41:10", "6~ч 41~мин")]
    [InlineData("en", "06:41:10", "6~h 41~min")]
    [InlineData("ru", "00:59:59", "59:59")]
    [InlineData("ru", "00:04:37", "04:37")]
    [InlineData("ru", "00:00:00", "—")]
    [InlineData("ru", "-00:00:01", "—")]
    public void Time_left(string language, string left, string shown) =>
        Is(language, shown, () => Shown.Left(TimeSpan.Parse(left, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("10.05:00:00", "10~дней")]
    [InlineData("2.04:41:00", "2~дня 4~ч")]
    [InlineData("06:41:10", "6~ч 41~мин")]
    public void Time_left_in_a_list(string left, string shown) => Is("ru", shown, () => Shown.LeftShort(TimeSpan.Parse(left, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("ru", 1_468_006, "1,4~МБ")]
    [InlineData("ru", 38_900, "38~КБ")]
    [InlineData("en", 12, "1~KB")]
    public void The_size_of_a_file(string language, long bytes, string shown) => Is(language, shown, () => Shown.FileSize(bytes));

    [Theory]
    [InlineData(0, "0 предложений")]
    [InlineData(1, "1 предложение")]
    [InlineData(2, "2 предложения")]
    [InlineData(4, "4 предложения")]
    [InlineData(5, "5 предложений")]
    [InlineData(11, "11 предложений")]
    [InlineData(12, "12 предложений")]
    [InlineData(14, "14 предложений")]
    [InlineData(21, "21 предложение")]
    [InlineData(22, "22 предложения")]
    [InlineData(111, "111 предложений")]
    [InlineData(1001, "1~001 предложение")]
    public void Russian_counts_in_three_forms(long number, string shown) =>
        Is("ru", shown, () => Plural.Of(number, "{0} предложение|{0} предложения|{0} предложений"));

    [Theory]
    [InlineData(0, "0 offers of 12")]
    [InlineData(1, "1 offer of 12")]
    [InlineData(21, "21 offers of 12")]
    public void English_counts_in_two(long number, string shown) => Is("en", shown, () => Plural.Of(number, "{0} offer of {1}|{0} offers of {1}", 12));

    [Fact]
    public void Every_zone_that_one_can_choose_has_a_city_in_both_languages()
    {
        Assert.True(Zones.All.Count() > 400);
        foreach (var language in Language.All)
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            Assert.All(Zones.All, zone => Assert.False(string.IsNullOrWhiteSpace(Zones.City(zone)), zone));
        }
    }

    [Theory]
    [InlineData("Europe/Moscow", true)]
    [InlineData("Nowhere/Land", false)]
    [InlineData("../../etc/passwd", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_zone_that_is_none_is_not_taken(string? zone, bool exists) => Assert.Equal(exists, Zones.Exists(zone));

    private static DateTime Utc(int day, int month, int hour, int minute = 0) => new(2026, month, day, hour, minute, 0, DateTimeKind.Utc);

    private static void Is(string language, string? expected, Func<string?> shown)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Assert.Equal(expected?.Replace('~', '\u00A0'), shown());
    }
}
