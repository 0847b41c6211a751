using System.Collections.Frozen;
using System.Globalization;

namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// Money, numbers and time as people read them, in the reader's language: the one way for pages, mails and exports.
/// Groups, signs and units are tied on by a no-break space.
/// </summary>
public static class Shown
{
    /// <summary>Where there is no value.</summary>
    public const string None = "—";

    private const char Nbsp = '\u00A0';

    private static readonly NumberFormatInfo Russian = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = "\u00A0",
        NumberGroupSizes = [3],
        NegativeSign = "−",
    };

    private static readonly NumberFormatInfo English = new()
    {
        NumberDecimalSeparator = ".",
        NumberGroupSeparator = ",",
        NumberGroupSizes = [3],
        NegativeSign = "−",
    };

    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>
    {
        ["RUB"] = "₽",
        ["USD"] = "$",
        ["EUR"] = "€",
    }.ToFrozenDictionary();

    /// <summary>ISO 4217 where it is not two.</summary>
    private static readonly FrozenDictionary<string, int> MinorUnits = new Dictionary<string, int>
    {
        ["JPY"] = 0,
        ["KRW"] = 0,
        ["VND"] = 0,
        ["CLP"] = 0,
        ["ISK"] = 0,
        ["BHD"] = 3,
        ["IQD"] = 3,
        ["JOD"] = 3,
        ["KWD"] = 3,
        ["OMR"] = 3,
        ["TND"] = 3,
    }.ToFrozenDictionary();

    private static NumberFormatInfo Numbers => Language.IsRussian ? Russian : English;

    /// <summary><c>1 234 567,50 ₽</c>, <c>1,234,567.50 RUB</c>.</summary>
    public static string Money(decimal? amount, string currency) =>
        amount is { } value ? $"{Amount(value, currency)}{Nbsp}{Currency(currency)}" : None;

    /// <summary>An amount whose currency stands in the head of its column: <c>1 234 567,50</c>.</summary>
    public static string Amount(decimal? amount, string currency = "RUB") => Number(amount, MinorUnits.GetValueOrDefault(currency, 2));

    /// <summary>A price per unit: two decimals, or as many as it has, up to four. Without currency where the head names it.</summary>
    public static string UnitPrice(decimal? price, string? currency = null) => price is not { } value ? None
        : currency is null ? value.ToString("#,##0.00##", Numbers) : $"{value.ToString("#,##0.00##", Numbers)}{Nbsp}{Currency(currency)}";

    /// <summary>For a script: with a point and without groups.</summary>
    public static string Plain(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>The sign in Russian where there is one that everybody knows, else the code: <c>₽</c>, <c>CNY</c>.</summary>
    public static string Currency(string code) => Language.IsRussian ? Signs.GetValueOrDefault(code, code) : code;

    /// <summary>With the unit's own scale: <c>12,400 т</c>, <c>1 200 шт</c>.</summary>
    public static string Quantity(decimal? quantity, int scale, string symbol) =>
        quantity is { } value ? $"{Number(value, Math.Max(scale, ScaleOf(value)))}{Nbsp}{symbol}" : None;

    /// <summary>The beginning of what somebody typed, where there is no room for all of it.</summary>
    public static string Beginning(string text, int most = 200) => text.Length <= most ? text : text[..(text.LastIndexOf(' ', most) switch { < 100 => most, var space => space })] + "…";

    /// <summary>Exactly so many decimals: <c>1 234,50</c>.</summary>
    public static string Number(decimal? number, int decimals = 0) => number is { } value ? value.ToString($"N{decimals}", Numbers) : None;

    /// <summary>As many decimals as it has: <c>22 %</c>, <c>22%</c>.</summary>
    public static string Percent(decimal? percent) =>
        percent is not { } value ? None : value.ToString("#,##0.##", Numbers) + (Language.IsRussian ? $"{Nbsp}%" : "%");

    /// <summary><c>26.11.2026</c>, <c>26 Nov 2026</c>.</summary>
    public static string Date(DateOnly? date) =>
        date is not { } day ? None : day.ToString(Language.IsRussian ? "dd.MM.yyyy" : "d\u00A0MMM\u00A0yyyy", CultureInfo.InvariantCulture);

    public static string Date(DateTime? utc, string zone = Zones.Moscow) =>
        utc is { } instant ? Date(DateOnly.FromDateTime(Zones.Local(instant, zone))) : None;

    /// <summary><c>14:00</c> in the zone.</summary>
    public static string Time(DateTime utc, string zone = Zones.Moscow) => Zones.Local(utc, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Without the zone, which then stands in the head of the column: <c>26.11.2026 14:00</c>.</summary>
    public static string DateTime(DateTime? utc, string zone = Zones.Moscow) =>
        utc is { } instant ? $"{Date(instant, zone)} {Time(instant, zone)}" : None;

    /// <summary><c>26.11.2026 14:00 (Москва, UTC+3)</c>, <c>26 Nov 2026 14:00 (Moscow, UTC+3)</c>.</summary>
    public static string Deadline(DateTime? utc, string zone = Zones.Moscow) =>
        utc is { } instant ? $"{DateTime(instant, zone)} ({Zones.Named(zone, instant)})" : None;

    /// <summary>The same instant for a reader elsewhere: <c>у вас 16:00 (Екатеринбург, UTC+5)</c>; null where the clocks agree or the zone isn't known.</summary>
    public static string? ForReader(DateTime utc, string zone, string? readerZone)
    {
        if (readerZone is null || Zones.Of(readerZone).GetUtcOffset(utc) == Zones.Of(zone).GetUtcOffset(utc))
        {
            return null;
        }

        var time = Date(utc, readerZone) == Date(utc, zone) ? Time(utc, readerZone) : DateTime(utc, readerZone);
        return Language.IsRussian ? $"у вас {time} ({Zones.Named(readerZone, utc)})" : $"{time} for you ({Zones.Named(readerZone, utc)})";
    }

    /// <summary>What happened when: <c>24.11.2026 09:12 МСК</c>; other zones by their city.</summary>
    public static string Instant(DateTime? utc, string zone = Zones.Moscow) =>
        utc is not { } instant ? None
        : zone == Zones.Moscow ? $"{DateTime(instant)}{Nbsp}{(Language.IsRussian ? "МСК" : "MSK")}"
        : Deadline(instant, zone);

    /// <summary>On a receipt, to the millisecond, with zone and UTC: <c>24.11.2026 09:26:41,318 (Москва, UTC+3), 06:26:41.318 UTC</c>.</summary>
    public static string ReceiptInstant(DateTime utc, string zone = Zones.Moscow)
    {
        var local = Zones.Local(utc, zone).ToString(Language.IsRussian ? "HH:mm:ss,fff" : "HH:mm:ss.fff", CultureInfo.InvariantCulture);
        return $"{Date(utc, zone)} {local} ({Zones.Named(zone, utc)}), {utc.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)}{Nbsp}UTC";
    }

    /// <summary><c>16.11.2026 09:00 — 26.11.2026 14:00 (Москва, UTC+3)</c>.</summary>
    public static string Range(DateTime fromUtc, DateTime toUtc, string zone = Zones.Moscow) => $"{DateTime(fromUtc, zone)} — {Deadline(toUtc, zone)}";

    /// <summary><c>2 дня 04:41</c>; below a day <c>6 ч 41 мин</c>; below an hour <c>04:37</c>, minutes and seconds. Nothing left: <see cref="None"/>.</summary>
    public static string Left(TimeSpan left)
    {
        if (left <= TimeSpan.Zero)
        {
            return None;
        }

        if (left >= TimeSpan.FromDays(1))
        {
            return $"{Days(left.Days)} {left.ToString("hh\\:mm", CultureInfo.InvariantCulture)}";
        }

        return left >= TimeSpan.FromHours(1)
            ? Language.IsRussian ? $"{left.Hours}{Nbsp}ч {left.Minutes}{Nbsp}мин" : $"{left.Hours}{Nbsp}h {left.Minutes}{Nbsp}min"
            : left.ToString("mm\\:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>For lists, where minutes are noise: <c>14 дней</c>, <c>2 дня 4 ч</c> below three days, else like <see cref="Left"/>.</summary>
    public static string LeftShort(TimeSpan left) =>
        left < TimeSpan.FromDays(1) ? Left(left)
        : left < TimeSpan.FromDays(3) && left.Hours > 0 ? $"{Days(left.Days)} {left.Hours}{Nbsp}{(Language.IsRussian ? "ч" : "h")}"
        : Days(left.Days);

    /// <summary>The order of files, in the reader's alphabet: 2 before 10.</summary>
    public static StringComparer ByName => StringComparer.Create(CultureInfo.CurrentCulture, CompareOptions.IgnoreCase | CompareOptions.NumericOrdering);

    /// <summary><c>1,4 МБ</c>, <c>38 КБ</c>; a kilobyte has 1,024 bytes.</summary>
    public static string FileSize(long bytes) => bytes >= 1024 * 1024 * 1024
        ? $"{(bytes / 1073741824m).ToString("#,##0.#", Numbers)}{Nbsp}{(Language.IsRussian ? "ГБ" : "GB")}" : bytes >= 1024 * 1024
        ? $"{(bytes / 1048576m).ToString("#,##0.#", Numbers)}{Nbsp}{(Language.IsRussian ? "МБ" : "MB")}"
        : $"{Number(Math.Max(1, Math.Round(bytes / 1024m)))}{Nbsp}{(Language.IsRussian ? "КБ" : "KB")}";

    private static string Days(int days) => Plural.Of(days, Language.IsRussian ? "{0}\u00A0день|{0}\u00A0дня|{0}\u00A0дней" : "{0}\u00A0day|{0}\u00A0days");

    /// <summary>Decimals that say something, so that none is hidden by the unit's scale.</summary>
    private static int ScaleOf(decimal value) => (value / 1.0000000000000000000000000000m).Scale;
}
