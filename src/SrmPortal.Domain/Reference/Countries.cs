using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Reference;

/// <summary>Something of a list, with its name in both languages.</summary>
public sealed record Named(string Code, string Ru, string En)
{
    /// <summary>In the reader's language.</summary>
    public string Name => ReadersLanguage.IsRussian ? Ru : En;
}

/// <summary>ISO 3166-1, as the administrator names them.</summary>
public static class Countries
{
    public const string Russia = "RU";

    private static readonly string[] Nearest = [Russia, "BY", "KZ", "CN", "TR", "UZ"];

    /// <summary>With those that are not offered any more.</summary>
    public static IReadOnlyDictionary<string, Place> All => Places.InForce.Countries;

    public static IEnumerable<Named> Offered => All.Values.Where(country => !country.IsRetired).Select(country => country.Name);

    /// <summary>Where most suppliers are, in the order of a list's head.</summary>
    public static IEnumerable<Named> OftenChosen => Nearest.Where(IsOffered).Select(code => All[code].Name);

    public static bool IsOffered(string code) => All.GetValueOrDefault(code) is { IsRetired: false };

    /// <summary>In the reader's language; a code that is none stays as it is.</summary>
    public static string Name(string code) => All.TryGetValue(code, out var country) ? country.Name.Name : code;
}
