using System.Globalization;

namespace SrmPortal.Domain.Reference;

/// <summary>Something of a list, with its name in both languages.</summary>
public sealed record Named(string Code, string Ru, string En)
{
    /// <summary>In the reader's language.</summary>
    public string Name => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru" ? Ru : En;
}

/// <summary>ISO 3166-1: 249 countries. Names from i18n-iso-countries 7.14.0 (MIT), one for each, shortened where people say it shorter.</summary>
public static class Countries
{
    public const string Russia = "RU";

    private static readonly string[] Nearest = [Russia, "BY", "KZ", "CN", "TR", "UZ"];

    public static readonly IReadOnlyDictionary<string, Named> All =
        Tables.Read("countries.tsv").ToDictionary(row => row[0], row => new Named(row[0], row[1], row[2]));

    /// <summary>Where most suppliers are, in the order of a list's head.</summary>
    public static IEnumerable<Named> OftenChosen => Nearest.Select(code => All[code]);

    /// <summary>In the reader's language; a code that is none stays as it is.</summary>
    public static string Name(string code) => All.TryGetValue(code, out var country) ? country.Name : code;
}
