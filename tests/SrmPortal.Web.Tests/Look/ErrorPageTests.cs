using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SrmPortal.Web.Infrastructure.StartUp;

namespace SrmPortal.Web.Tests.Look;

/// <summary>A portal that has pages of the tests beside its own and keeps what it logs.</summary>
public sealed class FailingStand : IAsyncLifetime, IDisposable
{
    public LogLines Log { get; } = new();

    public Portal Portal { get; private set; } = null!;

    public WebApplicationFactory<Program> WithTestPages { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Portal = await Portal.With(Databases.Sqlite);
        WithTestPages = Portal.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
        {
            ReadOnce.AddPagesOf(services, typeof(ErrorPageTests).Assembly);
            services.AddSingleton<ILoggerFactory>(new LoggerFactory([Log]));
        }));
    }

    public async Task DisposeAsync()
    {
        await WithTestPages.DisposeAsync();
        await Portal.DisposeAsync();
    }

    public void Dispose() => Log.Dispose();
}

/// <summary>Whatever goes wrong ends on a page with words, a way on and a reference.</summary>
public sealed class ErrorPageTests(FailingStand stand) : IClassFixture<FailingStand>
{
    [Theory]
    [InlineData("/no-such-page", 404, "Такой страницы нет", "There is no such page")]
    [InlineData("/test/status/400", 400, "Портал не понял", "did not understand")]
    [InlineData("/test/status/403", 403, "вам недоступна", "not open to you")]
    [InlineData("/test/status/405", 405, "Портал не понял", "did not understand")]
    [InlineData("/test/status/413", 413, "слишком велика", "too large")]
    [InlineData("/test/status/429", 429, "Слишком много", "Too many forms")]
    [InlineData("/test/status/503", 503, "временно недоступен", "not available for the moment")]
    [InlineData("/test/without-database", 503, "временно недоступен", "not available for the moment")]
    [InlineData("/test/fails", 500, "Сбой портала", "The portal failed")]
    public async Task An_error_has_a_page_in_the_readers_language(string path, int status, string russian, string english)
    {
        foreach (var (language, text) in new[] { ("ru", russian), ("en", english) })
        {
            var client = Visitor();
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            var answer = await client.GetAsync(path);
            var page = await answer.Parsed();

            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.Contains(text, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("main a[href='/']"));
            Assert.NotNull(page.QuerySelector("main a[href^='mailto:']"));
            Assert.Contains(answer.Headers.GetValues("X-Reference").Single(), page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector(".foot a[href^='tel:']"));
        }
    }

    [Fact]
    public async Task A_failure_is_logged_under_its_reference_without_what_was_typed()
    {
        var answer = await Visitor().PostAsync("/test/fails", new FormUrlEncodedContent([new("price", "73512.48")]));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var reference = answer.Headers.GetValues("X-Reference").Single();
        var line = stand.Log.Written.First(line => line.Contains("The cable was cut.", StringComparison.Ordinal) && line.Contains(reference, StringComparison.Ordinal));
        Assert.Contains("/test/fails", line, StringComparison.Ordinal);
        Assert.Contains("TestPagesController", line, StringComparison.Ordinal);
        Assert.DoesNotContain(stand.Log.Written, written => written.Contains("73512.48", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/test/fails")]
    [InlineData("/test/status/403")]
    [InlineData("/no-such-page")]
    public async Task A_signed_in_reader_keeps_the_frame_on_an_error_page(string path)
    {
        var page = await (await Supplier().GetAsync(path)).Parsed();

        Assert.NotNull(page.QuerySelector("nav.sidenav"));
        Assert.NotEmpty(page.QuerySelector(".topbar .org")!.TextContent);
    }

    [Fact]
    public async Task A_form_over_the_limits_gets_a_page_that_leads_back_and_the_saved_copy_stands()
    {
        await stand.Portal.Save(7, 100);
        var supplier = Supplier();
        var fields = Enumerable.Range(0, 33_000).Select(i => new KeyValuePair<string, string>($"Lines[{i}].UnitPrice", "1"));
        using var request = new HttpRequestMessage(HttpMethod.Post, Portal.OfferPath + "/save") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Referrer = new Uri("http://localhost" + Portal.OfferPath);

        var answer = await supplier.SendAsync(request);
        var page = await answer.Parsed();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("your last saved copy stands", page.Text(), StringComparison.Ordinal);
        Assert.Equal(Portal.OfferPath, page.QuerySelector("main a.btn-primary")!.GetAttribute("href"));
        Assert.Equal("100.00", (await supplier.Page(Portal.OfferPath)).Value("Lines[0001].UnitPrice"));
    }

    [Fact]
    public async Task A_page_that_takes_no_form_says_so_to_everybody()
    {
        var answer = await Visitor().PostAsync("/language/en", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("Портал не понял", (await answer.Parsed()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_back_never_leads_elsewhere()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/test/status/413");
        request.Headers.Referrer = new Uri("https://evil.example/form");

        var page = await (await Visitor().SendAsync(request)).Parsed();

        Assert.Equal("/", page.QuerySelector("main a.btn-primary")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_form_whose_token_is_gone_says_so()
    {
        var supplier = Supplier();
        var answer = await supplier.PostAsync(Portal.OfferPath + "/save", new FormUrlEncodedContent([new("Currency", "RUB")]));
        var page = await answer.Parsed();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("no longer valid", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("You are signed in as", page.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Machines_get_the_status_alone()
    {
        var client = Visitor();
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        var missing = await client.GetAsync("/no-such-page");
        var failed = await client.GetAsync("/test/fails");

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal("", await missing.Content.ReadAsStringAsync());
        Assert.Equal("application/problem+json", failed.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("cable", await failed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(failed.Headers.GetValues("X-Reference").Single(), await failed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail to Kovaleva.M+x@uraltrubsnab.example failed", "mail to …@… failed")]
    [InlineData("GET /activate/Zk3uZ0yQe1vBq9sVtqz4Xc8rJm2nHf7a", "GET /activate/…")]
    [InlineData("token=Zk3uZ0yQe1vBq9sVtqz4Xc8rJm2nHf7a", "token=…")]
    [InlineData("GET /events/{number}/{no} answered 200", "GET /events/{number}/{no} answered 200")]
    public void The_log_blots_addresses_and_tokens_out(string line, string written) => Assert.Equal(written, Logs.Blot(line));

    private HttpClient Visitor() => stand.WithTestPages.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private HttpClient Supplier()
    {
        var client = Visitor();
        client.DefaultRequestHeaders.Add(Portal.SignIn.Header, "supplier:7");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return client;
    }
}
