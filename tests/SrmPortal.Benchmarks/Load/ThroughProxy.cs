using System.Net;

namespace SrmPortal.Benchmarks.Load;

/// <summary>A browser whose requests arrive as the proxy before a portal in Production passes them on: by https, from a network of the person's own.</summary>
internal sealed class ThroughProxy : DelegatingHandler
{
    private static readonly Uri Outside = new("https://srm.seversplav.example");

    private readonly CookieContainer _cookies = new();
    private readonly string _network;

    private ThroughProxy(string network) : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromHours(1) }) => _network = network;

    public static HttpClient Browser(Uri portal, int person)
    {
        var browser = new HttpClient(new ThroughProxy($"10.20.{person / 250}.{1 + person % 250}")) { BaseAddress = portal };
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return browser;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var outside = new Uri(Outside, request.RequestUri!.PathAndQuery);
        request.Headers.Host = Outside.Host;
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", _network);
        if (_cookies.GetCookieHeader(outside) is { Length: > 0 } kept)
        {
            request.Headers.Add("Cookie", kept);
        }

        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            foreach (var cookie in cookies)
            {
                _cookies.SetCookies(outside, cookie);
            }
        }

        return answer;
    }
}
