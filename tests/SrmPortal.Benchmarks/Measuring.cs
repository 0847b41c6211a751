using System.Diagnostics;
using System.Net;

namespace SrmPortal.Benchmarks;

/// <summary>What came out of one measure.</summary>
/// <param name="Median">Milliseconds, at the client.</param>
/// <param name="P95">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
internal sealed record Times(double Median, double P95, double P99)
{
    public static Times Of(List<double> milliseconds)
    {
        milliseconds.Sort();
        double Part(double part) => milliseconds[Math.Min(milliseconds.Count - 1, (int)Math.Ceiling(milliseconds.Count * part) - 1)];
        return new Times(milliseconds[milliseconds.Count / 2], Part(0.95), Part(0.99));
    }
}

/// <summary>How things are measured, the portal and the bare application alike.</summary>
internal static class Measuring
{
    private const int WarmUps = 15;

    public static HttpClient Browser(Uri address)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), PooledConnectionLifetime = TimeSpan.FromHours(1) }) { BaseAddress = address };
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return browser;
    }

    /// <summary>Signs in by the form; a supplier's person accepts the texts in force.</summary>
    public static async Task<HttpClient> SignedIn(this HttpClient browser, string login)
    {
        using var entered = await browser.TrySignIn(login, Portal.Password);
        ThrowUnless(entered.StatusCode is HttpStatusCode.Redirect, $"{login} did not get in: {entered.StatusCode}");
        using var home = await browser.GetAsync("/");
        if (home.Headers.Location is { } agreements)
        {
            ThrowUnless(agreements.ToString().Contains("/agreements", StringComparison.Ordinal), $"{login} is led to {agreements}");
            await browser.AcceptTexts();
        }

        return browser;
    }

    /// <summary>One request after another, each to the last byte.</summary>
    public static async Task<Times> Read(this HttpClient browser, string address, int times, TimeSpan? enough = null)
    {
        List<double> took = [];
        var began = Stopwatch.GetTimestamp();
        for (var i = -WarmUps; i < times && !(took.Count > WarmUps && Stopwatch.GetElapsedTime(began) > enough); i++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await browser.GetAsync(address);
            _ = await answer.Content.ReadAsByteArrayAsync();
            if (i >= 0)
            {
                took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            ThrowUnless(answer.StatusCode is HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        }

        return Times.Of(took);
    }

    /// <summary>Sends a form as it was rendered; the page is read and filled outside the measured time.</summary>
    public static async Task<Times> Send(int times, Func<int, Task<(HttpClient Browser, string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)>> fill)
    {
        List<double> took = [];
        for (var i = -WarmUps / 3; i < times; i++)
        {
            var (browser, action, fields) = await fill(i);
            using var form = new FormUrlEncodedContent(fields);
            await form.LoadIntoBufferAsync();
            var start = Stopwatch.GetTimestamp();
            using var answer = await browser.PostAsync(action, form);
            if (i >= 0)
            {
                took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            ThrowUnless(answer.StatusCode is HttpStatusCode.Redirect, $"{action}: {answer.StatusCode} {(answer.StatusCode is HttpStatusCode.Redirect ? "" : await answer.Content.ReadAsStringAsync())}");
        }

        return Times.Of(took);
    }

    /// <summary>Every browser asks as fast as it is answered.</summary>
    public static async Task<(double PerSecond, Times Times)> Load(IReadOnlyList<HttpClient> browsers, string address, int seconds)
    {
        async Task<List<double>> Ask(HttpClient browser, TimeSpan howLong)
        {
            List<double> took = [];
            for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < howLong;)
            {
                var start = Stopwatch.GetTimestamp();
                using var answer = await browser.GetAsync(address);
                _ = await answer.Content.ReadAsByteArrayAsync();
                took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                ThrowUnless(answer.StatusCode is HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
            }

            return took;
        }

        await Task.WhenAll(browsers.Select(browser => Task.Run(() => Ask(browser, TimeSpan.FromSeconds(2)))));
        var all = (await Task.WhenAll(browsers.Select(browser => Task.Run(() => Ask(browser, TimeSpan.FromSeconds(seconds)))))).SelectMany(took => took).ToList();
        return ((double)all.Count / seconds, Times.Of(all));
    }

    /// <summary>Every browser fills and sends its own form, again and again; the sending is measured.</summary>
    public static async Task<(double PerSecond, Times Times)> LoadOfForms(
        IReadOnlyList<HttpClient> browsers, int times, Func<HttpClient, int, Task<(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)>> fill)
    {
        async Task<List<double>> Work(HttpClient browser)
        {
            List<double> took = [];
            for (var i = 0; i < times; i++)
            {
                var (action, fields) = await fill(browser, i);
                using var form = new FormUrlEncodedContent(fields);
                var start = Stopwatch.GetTimestamp();
                using var answer = await browser.PostAsync(action, form);
                took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                ThrowUnless(answer.StatusCode is HttpStatusCode.Redirect, $"{action}: {answer.StatusCode}");
            }

            return took;
        }

        var began = Stopwatch.GetTimestamp();
        var all = (await Task.WhenAll(browsers.Select(browser => Task.Run(() => Work(browser))))).SelectMany(took => took).ToList();
        return (all.Count / Stopwatch.GetElapsedTime(began).TotalSeconds, Times.Of(all));
    }

    private static void ThrowUnless(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException(what);
        }
    }
}
