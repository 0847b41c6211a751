using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using static SrmPortal.Web.Tests.Offers.OfferSheets;

namespace SrmPortal.Web.Tests.Offers;

/// <summary>
/// One table of what people type (DOMAIN.md, section 11), and each of its rows over every way by which a number comes in: the page's form,
/// what saves itself, and a text cell of a spreadsheet. The same text means the same number, or is refused, whichever way it takes.
/// </summary>
public sealed class NumbersEverywhereTests
{
    /// <summary>Typed · in Russian · in English: the number, or a word of the refusal.</summary>
    private static readonly (string Typed, string Russian, string English)[] Table =
    [
        ("118900.5", "118900.5", "118900.5"), ("118900,5", "118900.5", "118900.5"),
        ("1 234 567,89", "1234567.89", "1234567.89"), ("1\u00A0234,5", "1234.5", "1234.5"), ("1\u202F234,5", "1234.5", "1234.5"), ("1\u2009234,5", "1234.5", "1234.5"),
        ("1.234,56", "1234.56", "1234.56"), ("1,234.56", "1234.56", "1234.56"), ("1.234.567,8", "1234567.8", "1234567.8"),
        ("1.234", "!", "1.234"), ("1,234", "1.234", "!"), ("12.345", "!", "12.345"), ("999,999", "999.999", "!"),
        ("0.125", "0.125", "0.125"), ("0,125", "0.125", "0.125"), ("1234.567", "1234.567", "1234.567"), ("1234,567", "1234.567", "1234.567"),
        ("4.2", "4.2", "4.2"), ("4,2", "4.2", "4.2"), (" 42 ", "42", "42"), ("0,0001", "0.0001", "0.0001"),
        ("12,34567", "!", "!"), ("1,00000", "!", "!"), ("-5", "!", "!"), ("+5", "!", "!"), ("1e5", "!", "!"), ("5%", "!", "!"), ("5 ₽", "!", "!"), ("$5", "!", "!"),
        ("٤٢", "!", "!"), ("１２", "!", "!"), ("1,2,3", "!", "!"), ("12 34", "!", "!"), ("1..2", "!", "!"), ("сорок", "!", "!"), ("99999999999999999999", "!", "!"), ("=2+2", "!", "!"),
    ];

    [Theory]
    [InlineData("ru", "Сохранить")]
    [InlineData("en", "Save")]
    public async Task What_is_typed_means_the_same_on_the_page_in_what_saves_itself_and_in_a_sheet(string language, string save)
    {
        await using var portal = await Portal.With(Databases.Sqlite, Asking(Table.Length));
        var supplier = portal.SignedIn("supplier:7", language);
        var expected = Table.Select(row => language == "ru" ? row.Russian : row.English).ToArray();
        var refused = expected.Select((number, i) => (number, i)).Where(one => one.number == "!").Select(one => Line(one.i)).ToArray();
        Assert.True(refused.Length > 12);
        (string, string)[] typed = [.. Table.Select((row, i) => (Field(i), row.Typed))];

        // What saves itself: nothing is refused or lost, the sum is of what is understood, and it comes back as it was typed.
        var page = await supplier.Page(Portal.OfferPath);
        var sum = expected.Where(number => number != "!").Sum(number => Math.Round(12 * decimal.Parse(number, CultureInfo.InvariantCulture), 2, MidpointRounding.AwayFromZero));
        Assert.Equal(sum, await SumOfKept(supplier, page, save, typed));
        var again = await supplier.Page(Portal.OfferPath);
        Assert.Equal(typed.Select(one => one.Item2), typed.Select(one => again.Value(one.Item1)));

        // The page: every refusal at its field, the text kept, nothing saved; without them each is the number that it means.
        var answer = await supplier.Press(again, save, typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var told = await answer.Parsed();
        Assert.Equal(refused, Table.Select((_, i) => i).Where(i => told.QuerySelector($"[name='{Field(i)}']")!.GetAttribute("aria-invalid") == "true").Select(Line));
        Assert.Equal(typed.Select(one => one.Item2), typed.Select(one => told.Value(one.Item1)));
        await supplier.PressAndFollow(told, save, expected.Select((number, i) => (Field(i), number == "!" ? "" : Table[i].Typed)));
        await Holds(portal, expected);

        // A sheet with the same as text: the same lines named by their cells, the same numbers.
        await portal.Save(7, 1, basedOn: 1, change: content => content with { Lines = [.. Table.Select((_, i) => new OfferEntry(Line(i), 12, 7))] });
        var preview = await supplier.Upload(Foreign(string.Concat(Table.Select((row, i) => Row(i + 2, Text($"F{i + 2}", row.Typed))))));
        Assert.Equal(Table.Select((_, i) => i).Where(i => expected[i] == "!").Select(i => $"F{i + 2}"), Faulty(preview));
        await supplier.PressAndFollow(preview, SaveButton(preview));
        await Holds(portal, [.. expected.Select(number => number == "!" ? "7" : number)]);

        // What the page shows it takes back unchanged.
        await supplier.PressAndFollow(await supplier.Page(Portal.OfferPath), save);
        await Holds(portal, [.. expected.Select(number => number == "!" ? "7" : number)]);
    }

    private static string Line(int row) => $"{row + 1:0000}";

    private static string Field(int row) => $"Lines[{Line(row)}].UnitPrice";

    /// <summary>The cells that the preview names, on top and further down.</summary>
    private static IEnumerable<string> Faulty(IDocument preview) => preview.QuerySelectorAll(".error-summary li b.num, section[aria-labelledby=wrong] li b.num")
        .Select(place => place.TextContent.Split(',')[0]);

    private static string SaveButton(IDocument preview) => string.Join(' ', preview.QuerySelector(".btns button.btn-primary")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Sends the form as its script does; the sum that the server has answered.</summary>
    private static async Task<decimal> SumOfKept(HttpClient supplier, IDocument page, string button, (string Name, string Value)[] typed)
    {
        var (_, fields) = page.Form(button, typed);
        var answer = await supplier.PostAsync(page.QuerySelector("#offer")!.GetAttribute("data-typed"), new FormUrlEncodedContent(fields));
        using var kept = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var net = kept.RootElement.GetProperty("net").GetString()!;
        return decimal.Parse(string.Concat(net.Where(letter => char.IsAsciiDigit(letter) || letter == (button == "Save" ? '.' : ','))).Replace(',', '.'), CultureInfo.InvariantCulture);
    }

    private static async Task Holds(Portal portal, string[] expected)
    {
        var lines = (await portal.WorkingCopy(7)).Lines.ToDictionary(line => line.ItemNumber, line => line.UnitPrice);
        Assert.Equal(expected.Select((number, i) => (Table[i].Typed, number == "!" ? null : (decimal?)decimal.Parse(number, CultureInfo.InvariantCulture))),
            expected.Select((_, i) => (Table[i].Typed, lines.GetValueOrDefault(Line(i)))));
    }
}
