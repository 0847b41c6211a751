namespace SrmPortal.Domain.Reference;

/// <summary>A federal district with its regions.</summary>
public sealed record District(string Code, IReadOnlyList<Named> Regions);

/// <summary>
/// Where somebody supplies: the 89 regions of Russia (<c>RU-66</c>, codes of the tax service) by federal district, and countries by ISO 3166-1.
/// </summary>
public static class SupplyRegions
{
    private static readonly string[] Order = ["central", "north-west", "south", "caucasus", "volga", "ural", "siberia", "far-east"];

    private static readonly string[][] Rows = Tables.Read("regions.tsv");

    public static readonly IReadOnlyDictionary<string, Named> OfRussia = Rows.ToDictionary(row => row[0], row => new Named(row[0], row[2], row[3]));

    public static readonly IReadOnlyList<District> Districts =
    [
        .. Order.Select(district => new District(district, [.. Rows.Where(row => row[1] == district).Select(row => OfRussia[row[0]])])),
    ];

    /// <summary>All countries but Russia, whose regions are chosen one by one.</summary>
    public static IEnumerable<Named> OtherCountries => Countries.All.Values.Where(country => country.Code != Countries.Russia);

    public static bool IsKnown(string code) => OfRussia.ContainsKey(code) || (code != Countries.Russia && Countries.All.ContainsKey(code));

    public static string Name(string code) => OfRussia.TryGetValue(code, out var region) ? region.Name : Countries.Name(code);
}
