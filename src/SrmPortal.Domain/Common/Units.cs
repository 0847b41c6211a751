namespace SrmPortal.Domain.Common;

/// <summary>A unit of measure of the all-Russian classifier (OKEI).</summary>
/// <param name="Code">Stored with an item: <c>t</c>.</param>
/// <param name="Okei">The classifier's numeric code.</param>
/// <param name="Russian">Its symbol in Russian.</param>
/// <param name="English">Its symbol in English.</param>
/// <param name="Scale">How many decimals of a quantity are shown.</param>
public sealed record Unit(string Code, string Okei, string Russian, string English, int Scale)
{
    public string Symbol(string language) => language == "ru" ? Russian : English;
}

/// <summary>The units in which things are bought.</summary>
public static class Units
{
    public static readonly IReadOnlyList<Unit> All =
    [
        new("t", "168", "т", "t", 3),
        new("kg", "166", "кг", "kg", 3),
        new("g", "163", "г", "g", 3),
        new("m", "006", "м", "m", 3),
        new("lm", "018", "пог. м", "lin. m", 3),
        new("m2", "055", "м²", "m²", 3),
        new("m3", "113", "м³", "m³", 3),
        new("l", "112", "л", "l", 3),
        new("kwh", "245", "кВт·ч", "kWh", 3),
        new("h", "356", "ч", "h", 1),
        new("day", "359", "сут", "days", 0),
        new("month", "362", "мес", "months", 0),
        new("unit", "642", "ед", "units", 0),
        new("pair", "715", "пар", "pairs", 0),
        new("roll", "736", "рулон", "rolls", 0),
        new("pack", "778", "упак", "packs", 0),
        new("pcs", "796", "шт", "pcs", 0),
        new("set", "839", "компл", "sets", 0),
        new("lot", "876", "усл. ед", "lump", 0),
    ];

    private static readonly Dictionary<string, Unit> ByCode = All.ToDictionary(unit => unit.Code);

    /// <summary>The unit, or one that shows the code as it stands with three decimals where the list doesn't have it.</summary>
    public static Unit Of(string code) => ByCode.GetValueOrDefault(code) ?? new Unit(code, "", code, code, 3);

    public static bool Knows(string code) => ByCode.ContainsKey(code);
}
