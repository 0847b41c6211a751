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

    // As they stand in the sheets of people and of accounting programs, without stops and spaces.
    private static readonly (string Code, string Words)[] AlsoWritten =
    [
        ("t", "тн тонн тонна тонны mt ton tons"),
        ("kg", "килограмм kgs"),
        ("g", "гр грамм"),
        ("m", "метр метров meter"),
        ("lm", "пм мп погм погонныйметр"),
        ("m2", "квм sqm"),
        ("m3", "кубм куб cbm"),
        ("l", "литр литров"),
        ("kwh", "квтч"),
        ("h", "час часов hour hours"),
        ("day", "сутки день дн"),
        ("month", "месяц"),
        ("unit", "единица"),
        ("pair", "пара"),
        ("roll", "рул рулонов"),
        ("pack", "уп упаковка pkg"),
        ("pcs", "штука штук pc piece pieces ea"),
        ("set", "комплект комплектов кт"),
        ("lot", "услед условнаяединица услуга"),
    ];

    private static readonly Dictionary<string, Unit> ByName = All
        .SelectMany(unit => new[] { unit.Code, unit.Russian, unit.English, unit.Okei }.Select(name => (Name: Plain(name), unit)))
        .Concat(AlsoWritten.SelectMany(one => one.Words.Split(' ').Select(word => (Name: word, unit: ByCode[one.Code]))))
        .DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.unit);

    /// <summary>The unit as people write it: <c>т</c>, <c>Шт.</c>, <c>п. м.</c>, <c>796</c>; null where nothing of the kind is known.</summary>
    public static Unit? Find(string written) => ByName.GetValueOrDefault(Plain(written));

    private static string Plain(string name) => string.Concat(Search.Folded(name).Where(char.IsLetterOrDigit));

    public static bool Knows(string? code) => code is not null && ByCode.ContainsKey(code);
}
