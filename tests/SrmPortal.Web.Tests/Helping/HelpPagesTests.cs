using System.Net;

namespace SrmPortal.Web.Tests.Helping;

/// <summary>What a reader of the help meets: the own articles first, what is looked for, and the numbers that are in force.</summary>
public sealed class HelpPagesTests(HelpStand stand) : IClassFixture<HelpStand>
{
    [Fact]
    public async Task Everybody_is_shown_the_own_articles_first_and_those_of_staff_are_listed_for_staff_alone()
    {
        var (visitor, supplier, buyer) = (Visitor("en"), stand.Portal.SignedIn("supplier:7"), stand.Portal.SignedIn("buyer"));

        Assert.Equal(["For applicants", "For suppliers", "For master users"], await Tabs(visitor, "/help"));
        Assert.Equal(["For suppliers", "For master users", "For applicants"], await Tabs(supplier, "/help"));
        Assert.Equal(["For buyers", "For suppliers", "For master users", "For applicants"], await Tabs(buyer, "/help"));
        Assert.Contains("Run an event", await Titles(buyer, "/help"));
        Assert.Contains("Register your company", await Titles(visitor, "/help?for=nobody"));
        Assert.Contains("Submit an offer", await Titles(visitor, "/help?for=supplier"));
        Assert.DoesNotContain("Run an event", await Titles(visitor, "/help?for=buyer"));
        Assert.DoesNotContain("Run an event", await Titles(supplier, "/help?q=run+an+event"));
        Assert.Equal("Run an event", (await Titles(buyer, "/help?q=run+an+event"))[0]);
        Assert.DoesNotContain("Run an event", (await supplier.Page("/help/event-kinds")).QuerySelectorAll("aside a").Select(link => link.TextContent.Trim()));
    }

    [Fact]
    public async Task What_is_looked_for_is_found_whatever_its_endings_titles_before_bodies_and_what_is_not_there_leads_on()
    {
        var russian = Visitor("ru");

        Assert.Equal("Отозвать или отказаться", (await Titles(russian, "/help?q=Как+отозвать+предложение%3F"))[0]);
        Assert.Equal("Квитанция и её проверка", (await Titles(russian, "/help?q=квитанции"))[0]);
        Assert.Equal("Имя пользователя, пароль, вход", (await Titles(russian, "/help?q=ЗАБЫЛА+паролей"))[0]);
        Assert.Equal("Строки предложения", (await Titles(russian, "/help?q=аналоги"))[0]);
        Assert.Equal("Incoterms и место", (await Titles(russian, "/help?q=инкотермс"))[0]);
        Assert.Equal("Price, VAT, currency", (await Titles(Visitor("en"), "/help?q=prices"))[0]);
        var some = await russian.Page("/help?q=квитанция+бегемот");
        Assert.Contains("в этих есть некоторые", some.Text(), StringComparison.Ordinal);
        var none = await russian.Page("/help?q=%3Cb%3Eбегемот");
        Assert.Contains("По запросу «<b>бегемот» ничего не найдено", none.Text(), StringComparison.Ordinal);
        Assert.NotNull(none.QuerySelector("main aside a[href^='tel:']"));
        Assert.Equal("Справка: «<b>бегемот» — Портал поставщика «Северсплав»", none.Title);
        // Any length and any sign of a question is borne.
        await russian.Page("/help?q=" + new string('%', 3).Replace("%", "%25", StringComparison.Ordinal) + new string('я', 3000));
    }

    [Fact]
    public async Task An_article_says_the_number_in_force_and_the_button_as_its_page_has_it_and_one_that_is_not_there_is_not_found()
    {
        var (russian, english) = (Visitor("ru"), Visitor("en"));

        Assert.Contains("сейчас их 7", (await russian.Page("/help/sign-in")).QuerySelector("#locked")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("«Проверить и подать»", (await russian.Page("/help/offer")).Text(), StringComparison.Ordinal);
        var page = await english.Page("/help/offer");
        Assert.Contains("“Review and submit”", page.Text(), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("/help/prices", page.QuerySelector("#lines")!.ParentElement!.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.NotFound, (await english.GetAsync("/help/hippopotamus")).StatusCode);
        Assert.Contains("page", await (await english.GetAsync("/help/hippopotamus")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private HttpClient Visitor(string language)
    {
        var client = stand.Portal.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    private static async Task<string[]> Tabs(HttpClient reader, string address) =>
        [.. (await reader.Page(address)).QuerySelectorAll("main .tabs a").Select(tab => tab.FirstChild!.TextContent.Trim())];

    private static async Task<string[]> Titles(HttpClient reader, string address) =>
        [.. (await reader.Page(address)).QuerySelectorAll("main .topics > li > a").Select(link => link.TextContent.Trim())];
}
