namespace SrmPortal.Domain.Reference;

/// <summary>A federal district with its regions.</summary>
public sealed record District(string Code, IReadOnlyList<Named> Regions);

/// <summary>Where somebody supplies: regions of Russia (<c>RU-66</c>) by federal district, and countries by ISO 3166-1. The administrator keeps them.</summary>
public static class SupplyRegions
{
    /// <summary>Those that are offered.</summary>
    public static IEnumerable<Named> OfRussia => Districts.SelectMany(district => district.Regions);

    public static IReadOnlyList<District> Districts => Places.InForce.Districts;

    /// <summary>All countries but Russia, whose regions are chosen one by one.</summary>
    public static IEnumerable<Named> OtherCountries => Countries.Offered.Where(country => country.Code != Countries.Russia);

    /// <summary>Those that are offered, and of the others those that were chosen.</summary>
    public static IReadOnlyList<Named> OfDistrict(string district, IEnumerable<string> chosen) =>
        [.. Places.InForce.Regions.Values.Where(place => place.District == district && (!place.IsRetired || chosen.Contains(place.Code))).Select(place => place.Name)];

    /// <summary>All countries but Russia that are offered, and of the others those that were chosen.</summary>
    public static IEnumerable<Named> OtherCountriesWith(IEnumerable<string> chosen) =>
        Countries.All.Values.Where(place => place.Code != Countries.Russia && (!place.IsRetired || chosen.Contains(place.Code))).Select(place => place.Name);

    public static bool IsKnown(string code) => code != Countries.Russia && Places.InForce.Find(code) is not null;

    public static string Name(string code) => Places.InForce.Find(code)?.Name.Name ?? code;
}
