using System.Net;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Domain.Offers;
using static SrmPortal.Web.Tests.OfferFormFields;

namespace SrmPortal.Web.Tests;

/// <summary>What is typed into an offer is understood or marked, and never lost, however long the form.</summary>
public sealed class TypingAnOfferTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    [Theory]
    [InlineData("ru", "Сохранить", "4,200", "4,200")]
    [InlineData("en", "Save", "4.200", "4.200")]
    [InlineData("ru", "Сохранить", "1\u00A0234,5", "1234,500")]
    [InlineData("ru", "Сохранить", "1.234,56", "1234,560")]
    [InlineData("ru", "Сохранить", "1 234,56", "1234,560")]
    [InlineData("en", "Save", "1234,5", "1234.500")]
    public async Task A_quantity_goes_in_and_comes_back_the_same_in_both_languages(string language, string save, string typed, string shown)
    {
        var portal = await shared.Once(() => Portal.With(Databases.Sqlite, Given.Draft(partial: true)));
        var supplier = portal.SignedIn("supplier:7", language);

        var once = await supplier.PressAndFollow(await supplier.Page(Portal.OfferPath), save, (Quantity, typed));
        Assert.Equal(shown, once.Value(Quantity));
        Assert.Equal(shown, (await supplier.PressAndFollow(once, save)).Value(Quantity));
    }

    [Fact]
    public async Task A_form_is_read_in_the_language_it_was_shown_in()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Given.Draft(partial: true));
        var supplier = portal.SignedIn("supplier:7", "ru");
        var inRussian = await supplier.Page(Portal.OfferPath);
        supplier.DefaultRequestHeaders.AcceptLanguage.Clear();
        supplier.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        var inEnglish = await supplier.PressAndFollow(inRussian, "Сохранить", (Quantity, "4,200"));

        Assert.Equal("4.200", inEnglish.Value(Quantity));
    }

    [Fact]
    public async Task A_long_offer_is_filled_page_by_page_and_going_on_saves()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Given.Draft(items: 100));
        var supplier = portal.SignedIn("supplier:7");
        var first = await supplier.Page(Portal.OfferPath);
        Assert.Null(first.QuerySelector("[name='Lines[0041].UnitPrice']"));

        var second = await supplier.PressAndFollow(first, "Save and show lines from 41", (Price, "10"));
        var third = await supplier.PressAndFollow(second, "Save and show lines from 81", ("Lines[0041].UnitPrice", "20"));
        var back = await supplier.PressAndFollow(third, "Save and show lines from 1");

        Assert.Equal("10.00", back.Value(Price));
        Assert.Equal("20.00", (await supplier.Page($"{Portal.OfferPath}?all=true")).Value("Lines[0041].UnitPrice"));
    }

    [Fact]
    public async Task Prices_are_asked_for_in_the_currency_that_was_chosen_beside_them()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var supplier = portal.SignedIn("supplier:7");

        var page = await (await supplier.Press(await supplier.Page(Portal.OfferPath), "Save", (Price, "abc"), ("Currency", "USD"))).Parsed();

        Assert.Equal("USD", page.QuerySelector("#offer")!.GetAttribute("data-currency"));
        Assert.All(page.QuerySelectorAll("[data-in-currency]"), text => Assert.EndsWith("USD", text.TextContent, StringComparison.Ordinal));
        Assert.Contains("Price without VAT, USD", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,234", "This can mean two numbers. Write 1234 or 1.2340.")]
    [InlineData("12.34567", "At most 4 decimals")]
    [InlineData("-5", "digits only")]
    [InlineData("abc", "digits only")]
    [InlineData("٣", "digits only")]
    [InlineData("5%", "digits only")]
    [InlineData("5 RUB", "digits only")]
    [InlineData("9999999999999", "At most")]
    [InlineData("1e5", "digits only")]
    public async Task A_price_that_can_not_be_understood_is_marked_at_its_field_and_kept(string typed, string message)
    {
        var portal = await shared.Once(() => Portal.With(Databases.Sqlite));
        var supplier = portal.SignedIn("supplier:7");

        var page = await (await supplier.Press(await supplier.Page(Portal.OfferPath), "Save", (Price, typed))).Parsed();

        Assert.Contains(message, page.QuerySelector("#e0001_UnitPrice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector($"[name='{Price}']")!.GetAttribute("aria-invalid"));
        Assert.Equal(typed, page.Value(Price));
    }

    [Fact]
    public async Task Enter_in_a_field_saves_and_submits_nothing()
    {
        await using var portal = await Portal.With(Databases.Sqlite);

        var page = await portal.SignedIn("supplier:7").Page(Portal.OfferPath);

        Assert.Equal("Save", page.QuerySelector("#offer button")!.TextContent);
        Assert.Null(page.QuerySelector("#offer button")!.GetAttribute("name"));
        Assert.EndsWith("/save?culture=en", page.QuerySelector("#offer")!.GetAttribute("action"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_of_two_thousand_lines_is_saved_from_the_form()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Given.Draft(items: 2000));
        var supplier = portal.SignedIn("supplier:7");

        var saved = await supplier.PressAndFollow(await supplier.Page($"{Portal.OfferPath}?all=true"), "Save", ("Lines[2000].UnitPrice", "7.77"));

        Assert.Equal("7.77", saved.Value("Lines[2000].UnitPrice"));
    }

    [Theory]
    [InlineData(2001, HttpStatusCode.UnprocessableEntity)]
    [InlineData(40_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_form_of_more_lines_than_can_be_read_is_answered_in_words_and_the_last_saved_copy_stays(int lines, HttpStatusCode expected)
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var supplier = portal.SignedIn("supplier:7");
        var (action, fields) = (await supplier.PressAndFollow(await supplier.Page(Portal.OfferPath), "Save", (Price, "90"))).Form("Save");
        var many = fields.Concat(Enumerable.Range(2, lines).Select(i => new KeyValuePair<string, string>($"Lines[{i:00000}].UnitPrice", "1")));

        var answer = await supplier.PostAsync(action, new FormUrlEncodedContent(many));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains("last saved copy", (await answer.Parsed()).Text(), StringComparison.Ordinal);
        Assert.Equal("90.00", (await supplier.Page(Portal.OfferPath)).Value(Price));
    }
}
