using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Tests.Look;

/// <summary>What every page has around it, and every answer with it.</summary>
public sealed class FrameTests(SharedPortals shared) : IClassFixture<SharedPortals>, IAsyncLifetime
{
    private Portal _portal = null!;

    // What one test saves there is nothing that another looks at.
    public async Task InitializeAsync() => _portal = await shared.Once(() => Portal.With(Databases.Sqlite));

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/events/20067776/0/offer")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/site.css")]
    [InlineData("/language/en?back=/")]
    public async Task Every_answer_forbids_what_is_not_ours(string path)
    {
        var answer = await Visitor().GetAsync(path);

        Assert.Equal("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'", Header(answer, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Contains("geolocation=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$", Header(answer, "X-Reference"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/events", HttpStatusCode.Redirect)]
    public async Task Whoever_checks_a_link_gets_the_state_that_a_reader_would_and_no_body(string path, HttpStatusCode status)
    {
        var answer = await _portal.Browser().SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_page_is_kept_nowhere_and_a_static_file_by_its_fingerprint()
    {
        var page = await Visitor().GetAsync("/");
        var sheet = (await page.Parsed()).QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).ToArray();

        Assert.Equal("no-store", Header(page, "Cache-Control"));
        Assert.Matches(@"^/lib/bootstrap\.min\.[a-z0-9]+\.css$", sheet[0]);
        Assert.Matches(@"^/site\.[a-z0-9]+\.css$", sheet[1]);
        var scripts = (await page.Parsed()).QuerySelectorAll("script").ToArray();
        Assert.All(scripts, script => Assert.Matches(@"^/js/page\.[a-z0-9]+\.js$", script.GetAttribute("src")!));
        foreach (var file in sheet.Concat(scripts.Select(script => script.GetAttribute("src")!)))
        {
            Assert.Equal(HttpStatusCode.OK, (await Visitor().GetAsync(file)).StatusCode);
        }
    }

    [Theory]
    [InlineData("/", null, true)]
    [InlineData(Portal.OfferPath, "supplier:7", true)]
    [InlineData("/no-such-page", null, true)]
    [InlineData("/sign-in?returnUrl=/events", null, false)]
    [InlineData("/events?q=pipe", "supplier:7", false)]
    public async Task A_page_travels_packed_unless_its_address_may_bring_words_of_somebody_else(string path, string? person, bool isPacked)
    {
        var reader = person is null ? Visitor() : _portal.SignedIn(person);
        reader.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");

        Assert.Equal(isPacked ? ["br"] : [], (await reader.GetAsync(path)).Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_font_is_kept_for_ever_under_its_own_name()
    {
        var font = await Visitor().GetAsync("/lib/fonts/golos-text-latin.woff2");

        Assert.Equal("max-age=31536000, public, immutable", Header(font, "Cache-Control").Replace("public, max-age=31536000", "max-age=31536000, public", StringComparison.Ordinal));
        Assert.Equal("no-store", Header(await Visitor().GetAsync("/lib/fonts/none.woff2"), "Cache-Control"));
    }

    [Theory]
    [InlineData("/", null)]
    [InlineData("/no-such-page", null)]
    [InlineData(Portal.OfferPath, "supplier:7")]
    [InlineData(Portal.OpeningPath, "buyer")]
    public async Task No_page_has_style_or_script_in_it(string path, string? person)
    {
        var page = await (person is null ? Visitor() : _portal.SignedIn(person)).GetAsync(path);

        var document = await page.Parsed();
        Assert.Empty(document.QuerySelectorAll("style, script:not([src]), [style]"));
        Assert.DoesNotContain(document.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.Single(document.QuerySelectorAll("h1"));
        Assert.Equal("main", document.QuerySelector("a.skip")!.GetAttribute("href")!.TrimStart('#'));
        Assert.NotEmpty(document.QuerySelectorAll("svg use"));
        Assert.All(document.QuerySelectorAll("svg use"), use => Assert.Matches(@"^/lib/icons\.[a-z0-9]+\.svg#[a-z-]+$", use.GetAttribute("href")!));
    }

    [Fact]
    public async Task Every_icon_that_is_used_is_in_the_sprite()
    {
        var sprite = await Visitor().GetStringAsync("/lib/icons.svg");
        foreach (var (path, person) in new[] { ("/", (string?)null), ("/", "supplier:7"), ("/", "buyer"), ("/no-such-page", "buyer") })
        {
            var page = await (await (person is null ? Visitor() : _portal.SignedIn(person)).GetAsync(path)).Parsed();
            Assert.NotEmpty(page.QuerySelectorAll("svg use"));
            Assert.All(page.QuerySelectorAll("svg use"), use => Assert.Contains($"id=\"{use.GetAttribute("href")!.Split('#')[1]}\"", sprite, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_frame_names_the_reader_and_the_company()
    {
        var page = await _portal.SignedIn("supplier:7").Page(Portal.OfferPath);

        Assert.StartsWith("Person", page.QuerySelector(".topbar .who")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelector(".topbar .org")!.TextContent);
        Assert.NotNull(page.QuerySelector("nav.sidenav a[href='/'] svg"));
    }

    [Fact]
    public async Task Navigation_leads_only_to_pages_that_exist()
    {
        foreach (var person in new[] { "supplier:7", "buyer" })
        {
            var client = _portal.SignedIn(person);
            var links = (await client.Page("/")).QuerySelectorAll("nav.sidenav a");
            Assert.NotEmpty(links);
            foreach (var link in links)
            {
                var answer = await client.GetAsync(link.GetAttribute("href"));
                Assert.True(answer.StatusCode is not HttpStatusCode.NotFound, $"{person}: {link.GetAttribute("href")}");
            }
        }
    }

    [Fact]
    public async Task Cookies_travel_to_us_alone_and_are_not_for_scripts()
    {
        var answer = await _portal.SignedIn("supplier:7").GetAsync(Portal.OfferPath);

        var cookies = answer.Headers.GetValues("Set-Cookie").ToArray();
        Assert.Contains(cookies, cookie => cookie.StartsWith("srm-form=", StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Whoever_sends_too_many_forms_is_asked_to_wait()
    {
        Assert.Equal("192.0.2.7", RateLimits.Network(IPAddress.Parse("192.0.2.7")));
        Assert.Equal("192.0.2.7", RateLimits.Network(IPAddress.Parse("::ffff:192.0.2.7")));
        Assert.Equal("2001:db8:1:2::/64", RateLimits.Network(IPAddress.Parse("2001:db8:1:2:3:4:5:6")));

        await using var portal = _portal.WithWebHostBuilder(host => host.UseSetting("Portal:AnonymousFormsPerMinute", "3")
            .ConfigureTestServices(services => ReadOnce.AddPagesOf(services, typeof(FrameTests).Assembly)));
        var client = portal.CreateClient();
        for (var time = 1; time <= 3; time++)
        {
            Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync("/test/anonymous-form", null)).StatusCode);
        }

        var refused = await client.PostAsync("/test/anonymous-form", null);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("60", Header(refused, "Retry-After"));
        Assert.Contains("Слишком много форм", (await refused.Parsed()).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
    }

    private HttpClient Visitor() => _portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";
}
