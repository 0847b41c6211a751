using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace SrmPortal.Web.Tests.Look;

/// <summary>Russian first, English equal.</summary>
public sealed class LanguageTests(SharedPortals shared) : IClassFixture<SharedPortals>, IAsyncLifetime
{
    private Portal _portal = null!;

    // What one test saves there is nothing that another looks at.
    public async Task InitializeAsync() => _portal = await shared.Once(() => Portal.With(Databases.Sqlite));

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(null, "ru")]
    [InlineData("de-DE,de;q=0.9", "ru")]
    [InlineData("en-GB,en;q=0.9", "en")]
    [InlineData("ru-RU,ru;q=0.9,en;q=0.5", "ru")]
    public async Task A_visitor_reads_the_browsers_language_and_Russian_where_it_is_another(string? accepted, string language)
    {
        var client = Visitor();
        if (accepted is not null)
        {
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(accepted);
        }

        var page = await client.Page("/");

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Contains(language == "ru" ? "Портал поставщика «Северсплав»" : "Supplier portal “Seversplav”", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switch_goes_back_to_the_same_page_in_the_other_language_and_stays()
    {
        var client = Visitor();
        var page = await client.Page("/?q=1&culture=ru");
        var link = page.QuerySelector("a[hreflang=en]")!.GetAttribute("href")!;

        var answer = await client.GetAsync(link);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/?q=1", answer.Headers.Location!.ToString());
        Assert.Contains("httponly", string.Join(';', answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("en", (await client.Page("/")).DocumentElement.GetAttribute("lang"));
        Assert.Equal("ru", (await client.Page("/?culture=ru")).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData(null)]
    public async Task The_switch_leads_nowhere_else(string? back)
    {
        var answer = await Visitor().GetAsync("/language/en" + (back is null ? "" : "?back=" + Uri.EscapeDataString(back)));

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task There_is_no_third_language() => Assert.Equal(HttpStatusCode.NotFound, (await Visitor().GetAsync("/language/de")).StatusCode);

    [Fact]
    public async Task A_form_that_is_shown_again_switches_to_its_own_page()
    {
        var supplier = _portal.SignedIn("supplier:7");
        var again = await (await supplier.Press(await supplier.Page(Portal.OfferPath), "Save", ("Lines[0001].UnitPrice", "abc"))).Parsed();

        Assert.Equal("/language/ru?back=" + Uri.EscapeDataString(Portal.OfferPath),
            again.QuerySelector("a[hreflang=ru]")!.GetAttribute("href")!);
        Assert.StartsWith("Error: ", again.Title, StringComparison.Ordinal);
    }

    private HttpClient Visitor() => _portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
}
