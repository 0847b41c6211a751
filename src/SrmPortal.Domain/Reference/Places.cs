namespace SrmPortal.Domain.Reference;

/// <summary>A place of a list.</summary>
/// <param name="District">Of a region of Russia; null for a country.</param>
/// <param name="IsRetired">Not offered any more.</param>
public sealed record Place(Named Name, string? District, bool IsRetired)
{
    public string Code => Name.Code;
}

/// <summary>
/// Regions of Russia and countries as they are in force: what the program brings, under what the administrator has changed. Like the language
/// it is that of the request, or of what the portal does by itself; elsewhere it is the program's own.
/// </summary>
public sealed class Places
{
    private static readonly string[] Order = ["central", "north-west", "south", "caucasus", "volga", "ural", "siberia", "far-east"];

    private static readonly AsyncLocal<Places?> OfRequest = new();

    /// <summary>
    /// ISO 3166-1: 249 countries, names from i18n-iso-countries 7.14.0 (MIT), one for each, shortened where people say it shorter; and the 89
    /// regions of Russia (<c>RU-66</c>, codes of the tax service) by federal district.
    /// </summary>
    private static readonly Places OfProgram = new(
        Tables.Read("countries.tsv").Select(row => new Place(new Named(row[0], row[1], row[2]), null, false)),
        Tables.Read("regions.tsv").Select(row => new Place(new Named(row[0], row[2], row[3]), row[1], false)));

    private Places(IEnumerable<Place> countries, IEnumerable<Place> regions)
    {
        (Countries, Regions) = (countries.ToDictionary(one => one.Code), regions.ToDictionary(one => one.Code));
        Districts = [.. Order.Select(district => new District(district, [.. Regions.Values.Where(one => one.District == district && !one.IsRetired).Select(one => one.Name)]))];
    }

    public static Places InForce => OfRequest.Value ?? OfProgram;

    public static IReadOnlyList<string> DistrictCodes => Order;

    public IReadOnlyDictionary<string, Place> Countries { get; }

    public IReadOnlyDictionary<string, Place> Regions { get; }

    /// <summary>With the regions that are offered.</summary>
    public IReadOnlyList<District> Districts { get; }

    /// <summary>From here on, in this request or round of work.</summary>
    public static void Use(Places places) => OfRequest.Value = places;

    /// <summary>The program's own lists under what the administrator has changed.</summary>
    public static Places With(IEnumerable<ListedPlace> listed)
    {
        var (countries, regions) = (new Dictionary<string, Place>(OfProgram.Countries), new Dictionary<string, Place>(OfProgram.Regions));
        foreach (var one in listed)
        {
            (one.District is null ? countries : regions)[one.Code] = new Place(new Named(one.Code, one.Ru, one.En), one.District, one.IsRetired);
        }

        return new Places(countries.Values, regions.Values);
    }

    public Place? Find(string code) => Regions.GetValueOrDefault(code) ?? Countries.GetValueOrDefault(code);
}
