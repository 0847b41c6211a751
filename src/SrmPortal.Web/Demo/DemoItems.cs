using System.Globalization;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Demo;

/// <summary>Something that is bought.</summary>
/// <param name="Name">Short name.</param>
/// <param name="More">What the full name adds.</param>
/// <param name="Material">Number of the material.</param>
/// <param name="Quantity">In <paramref name="Unit"/>.</param>
/// <param name="Unit">A code of the units.</param>
/// <param name="Target">Roubles for one, without VAT.</param>
internal sealed record DemoItem(string Name, string More, string Material, decimal Quantity, string Unit, decimal Target);

internal static class DemoItems
{
    public static readonly DemoItem[] Pipes =
    [
        new("Труба б/ш г/д 57×4 ст. 20", "ГОСТ 8732-78, гр. В", "3100418", 4.2m, "t", 119_000),
        new("Труба б/ш г/д 76×5 ст. 20", "ГОСТ 8732-78, гр. В", "3100421", 6.5m, "t", 117_500),
        new("Труба б/ш г/д 89×6 ст. 20", "ГОСТ 8732-78, гр. В", "3100427", 8m, "t", 116_000),
        new("Труба б/ш г/д 108×6 ст. 09Г2С", "ГОСТ 8732-78, гр. В, УЗК 100 %", "3100436", 12.4m, "t", 126_000),
        new("Труба б/ш г/д 159×8 ст. 09Г2С", "ГОСТ 8732-78, гр. В, УЗК 100 %", "3100440", 18.6m, "t", 127_000),
        new("Труба б/ш г/д 219×10 ст. 09Г2С", "ГОСТ 8732-78, гр. В, УЗК 100 %", "3100452", 22m, "t", 129_000),
        new("Труба б/ш г/д 273×12 ст. 13ХФА", "ТУ 14-3Р-124-2017", "3100468", 9.3m, "t", 149_000),
        new("Труба б/ш х/д 25×3 12Х18Н10Т", "ГОСТ 9941-2022", "3101102", 1.15m, "t", 610_000),
        new("Отвод 90° 159×8 ст. 09Г2С", "ГОСТ 17375-2001", "3204015", 64, "pcs", 4_200),
        new("Переход К 219×10–159×8 ст. 09Г2С", "ГОСТ 17378-2001", "3204131", 28, "pcs", 5_600),
        new("Фланец 150-16-11-1-В ст. 20", "ГОСТ 33259-2015", "3205208", 96, "pcs", 3_300),
        new("Швеллер 20П Ст3сп, 12 м", "ГОСТ 8240-97", "3010077", 14.8m, "t", 80_000),
    ];

    public static readonly DemoItem[] Rolled =
    [
        new("Уголок 75×75×6 Ст3сп", "ГОСТ 8509-93, мерный 12 м", "3010112", 8.4m, "t", 68_500),
        new("Балка 25Б1 С255", "ГОСТ Р 57837-2017", "3010204", 16.2m, "t", 94_000),
        new("Лист г/к 10×1500×6000 С355", "ГОСТ 27772-2021", "3010310", 24m, "t", 72_300),
        new("Круг 60 ст. 40Х", "ГОСТ 2590-2006", "3010415", 5.5m, "t", 83_900),
    ];

    public static readonly DemoItem[] Refractories =
    [
        new("Изделие ПУ ППУ-97 № 45/0, шлаковый пояс", "для ковшей 160 т", "5104407", 64m, "t", 98_400),
        new("Изделие ПУ ППУ-97 № 45/8, стены", "для ковшей 160 т", "5104414", 52m, "t", 86_900),
        new("Изделие алюмопериклазоуглеродистое АПУ-80, днище", "для ковшей 160 т", "5104421", 18m, "t", 91_200),
        new("Масса набивная периклазовая ПМ-92", "в мешках по 25 кг", "5104428", 12m, "t", 41_700),
        new("Стакан гнездовой корундографитовый СГ-60", "по чертежу 160-45-12", "5104435", 240, "pcs", 7_850),
        new("Раствор огнеупорный МКБС-70", "в биг-бегах", "5104442", 6m, "t", 38_600),
    ];

    public static readonly DemoItem[] Tools =
    [
        new("Круг отрезной 230×2,5×22 A24R", "по металлу", "6200118", 2_000, "pcs", 118),
        new("Круг зачистной 230×6×22 A24R", "по металлу", "6200131", 1_200, "pcs", 214),
        new("Пластина CNMG120408 для стали", "твёрдый сплав с покрытием", "6201277", 600, "pcs", 640),
    ];

    public static readonly DemoItem[] Workwear =
    [
        new("Костюм металлурга, сукно", "ГОСТ 12.4.221-2002", "7100041", 320, "set", 9_700),
        new("Ботинки металлурга, кожа", "термостойкая подошва", "7100115", 320, "pair", 6_450),
        new("Перчатки краги спилковые", "пятипалые", "7100206", 1_500, "pair", 390),
    ];

    public static readonly DemoItem[] Fittings =
    [
        new("Задвижка клиновая 30с41нж DN 150 PN 16", "ГОСТ 5762-2002, с ответными фланцами", "4209115", 24, "pcs", 38_700),
        new("Кран шаровой 11с67п DN 80 PN 25", "ГОСТ 21345-2005", "4209208", 36, "pcs", 21_400),
        new("Затвор дисковый DN 300 PN 10", "межфланцевый, с редуктором", "4209322", 12, "pcs", 54_900),
        new("Клапан обратный 19с53нж DN 100 PN 40", "ГОСТ 33423-2015", "4209417", 18, "pcs", 29_800),
    ];

    public static readonly DemoItem[] Haulage =
    [
        new("Перевозка проката Нижний Тагил — Челябинск", "тент 20 т, боковая загрузка", "9000012", 120, "unit", 38_500),
        new("Перевозка труб Выкса — Нижний Тагил", "открытая платформа 20 т", "9000019", 60, "unit", 96_000),
    ];

    /// <param name="items">What is bought.</param>
    /// <param name="deadline">Of the round; delivery is some weeks later.</param>
    /// <param name="place">Where it is delivered.</param>
    /// <param name="category">By key.</param>
    public static IEnumerable<RoundItem> AsAsked(this DemoItem[] items, DateTime deadline, string place, long category) => items.Select((item, i) =>
        new RoundItem((i + 1).ToString("0000", CultureInfo.InvariantCulture), item.Name, item.Quantity, item.Unit)
        {
            MaterialNumber = item.Material,
            FullName = $"{item.Name}, {item.More}",
            CategoryId = category,
            DeliveryDate = DateOnly.FromDateTime(deadline.AddDays(50 + 7 * (i / 4))),
            DeliveryPlace = place,
            TargetPrice = item.Target,
        });
}
