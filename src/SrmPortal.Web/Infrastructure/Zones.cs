using System.Collections.Frozen;
using System.Globalization;

namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// Time zones as people know them: by a city. Cities.tsv has the exemplar city of each IANA zone in English and Russian
/// (CLDR 48, Unicode-3.0 licence; the columns are zone, English, Russian).
/// </summary>
public static class Zones
{
    public const string Moscow = "Europe/Moscow";

    private static readonly FrozenDictionary<string, (string English, string Russian)> Cities = ReadCities();

    public static TimeZoneInfo Of(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    public static bool Exists(string? id) => !string.IsNullOrEmpty(id) && Cities.ContainsKey(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);

    /// <summary>The ids that a person may choose from.</summary>
    public static IEnumerable<string> All => Cities.Keys.Where(Exists).Order(StringComparer.Ordinal);

    /// <summary><c>Екатеринбург</c>, or null for a zone without a city, such as UTC itself.</summary>
    public static string? City(string id) => Cities.TryGetValue(id, out var city)
        ? Language.IsRussian ? city.Russian : city.English
        : id.StartsWith("Etc/", StringComparison.Ordinal) || !id.Contains('/', StringComparison.Ordinal) ? null : id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary><c>UTC+3</c>, <c>UTC+5:30</c>, <c>UTC−4</c> as it is in the zone at that instant.</summary>
    public static string Offset(string id, DateTime utc)
    {
        var offset = Of(id).GetUtcOffset(utc);
        var sign = offset < TimeSpan.Zero ? '−' : '+';
        var minutes = offset.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{Math.Abs(offset.Minutes):00}");
        return offset == TimeSpan.Zero ? "UTC" : string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{Math.Abs(offset.Hours)}{minutes}");
    }

    /// <summary><c>Москва, UTC+3</c>.</summary>
    public static string Named(string id, DateTime utc) => City(id) is { } city ? $"{city}, {Offset(id, utc)}" : Offset(id, utc);

    public static DateTime Local(DateTime utc, string id) => TimeZoneInfo.ConvertTimeFromUtc(utc, Of(id));

    private static FrozenDictionary<string, (string, string)> ReadCities()
    {
        using var file = new StreamReader(typeof(Zones).Assembly.GetManifestResourceStream("SrmPortal.Web.Infrastructure.Cities.tsv")!);
        return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .ToFrozenDictionary(line => line[0], line => (line[1], line[2]), StringComparer.Ordinal);
    }
}
