using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace SrmPortal.Web.Tests.Everywhere;

/// <summary>
/// Finds every form on the pages that a crawl brings, and sends it with bad values, in the name of who has found it. Everything that was
/// written is taken back after each. What goes wrong is told, and nothing is thrown.
/// </summary>
/// <param name="columns">The names of everything that is stored.</param>
/// <param name="deep">With each value, each field by itself and each way to forge; else one value a button.</param>
internal sealed partial class HostileForms(IReadOnlyList<string> columns, bool deep)
{
    private readonly Dictionary<string, List<Visitor>> _pages = [];
    private readonly HashSet<string> _done = [];
    private readonly List<string> _faults = [];
    private int _turn = int.TryParse(Environment.GetEnvironmentVariable("SRM_SEED"), out var seed) ? Math.Abs(seed % 100_000) : 0;

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Forms with the buttons that send them, each kind once.</summary>
    public int Forms => _done.Count;

    public int Sent { get; private set; }

    /// <summary>Which answers there were.</summary>
    public SortedDictionary<int, int> Answers { get; } = [];

    /// <summary>A refusal of these may write, all the same.</summary>
    public static readonly Dictionary<string, string> WritesWhenRefused = new()
    {
        ["POST /sign-in"] = "a wrong password is counted and recorded",
        ["POST /sign-in?returnUrl=*"] = "the same",
        ["POST /profile/password"] = "the same",
        ["POST /profile/two-step/begin"] = "the same",
        ["POST /events/*/*/opening?culture=*"] = "the same",
        ["POST /registration/details?culture=*"] = "what can be read of a registration is kept, so that nobody types it twice",
        ["POST /registration/documents?culture=*"] = "the same",
        ["POST /registration/people?culture=*"] = "the same",
    };

    /// <summary>The names of all properties of what is stored, as somebody could guess them.</summary>
    public static string[] ColumnsOf(DbContext db) => [.. db.Model.GetEntityTypes().SelectMany(type => type.GetProperties().Select(property => property.Name)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Remembers the forms of a page by where they are sent.</summary>
    /// <param name="reader">Whose it is.</param>
    /// <param name="browser">What it was asked with, but for its cookies: these stay as they are now, whatever an answer takes away.</param>
    /// <param name="page">Its address.</param>
    /// <param name="answer">It.</param>
    public async Task Note(string reader, HttpClient browser, string page, HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        var cookies = answer.RequestMessage!.Headers.TryGetValues("Cookie", out var sent) ? string.Join("; ", sent) : "";
        foreach (var target in FormTag().Matches(html).Select(tag => WebUtility.HtmlDecode(tag.Groups[1].Value)).Select(Crawl.Kind).Distinct())
        {
            var pages = _pages.TryGetValue(target, out var known) ? known : _pages[target] = [];
            if (pages.Count < (deep ? 3 : 1))
            {
                pages.Add(new(reader, browser, page, target, cookies));
            }
        }
    }

    public async Task Attack(Portal portal, ErrorLines log)
    {
        // What was written is taken back by a means of this database.
        if (Databases.Chosen(Databases.Sqlite) != Databases.Sqlite)
        {
            return;
        }

        using var state = new KeptState(portal.Connection);
        var browsers = _pages.Values.SelectMany(pages => pages).Select(page => page.Browser).Distinct().ToDictionary(browser => browser, browser => WithoutCookies(portal, browser));
        foreach (var page in _pages.Values.SelectMany(pages => pages))
        {
            await AttackFormsOf(page with { Browser = browsers[page.Browser] }, state, log);
        }
    }

    private static HttpClient WithoutCookies(Portal portal, HttpClient like)
    {
        var browser = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        foreach (var (header, values) in like.DefaultRequestHeaders)
        {
            browser.DefaultRequestHeaders.Add(header, values);
        }

        return browser;
    }

    private async Task AttackFormsOf(Visitor visitor, KeptState state, ErrorLines log)
    {
        using var answer = await visitor.Browser.SendAsync(visitor.Asking(HttpMethod.Get, visitor.Page));
        visitor = visitor.Given(answer);
        var page = await answer.Parsed();
        foreach (var form in page.Forms.OfType<IHtmlFormElement>().SelectMany(form => SentForm.Of(page, form, visitor.Page)).Where(form => Crawl.Kind(form.Action) == visitor.Target).ToArray())
        {
            if (_done.Add($"{visitor.Target} {form.Pressed} {string.Join(' ', form.Names.Select(SentForm.Place).Distinct().Order(StringComparer.Ordinal))}"))
            {
                foreach (var (name, fields) in form.Attacks(deep, _turn++))
                {
                    await Send(visitor, form, $"{visitor.Reader} on {visitor.Page}: {visitor.Target} [{form.Button}] {name}", fields, state, log);
                }

                if (deep)
                {
                    await PostTooMuch(visitor, form, state, log);
                }
            }
        }
    }

    /// <summary>What a form stores is the same with a field for everything that the database has.</summary>
    private async Task PostTooMuch(Visitor visitor, SentForm form, KeptState state, ErrorLines log)
    {
        async Task<string?> Stored(IReadOnlyList<KeyValuePair<string, string>> fields)
        {
            using var answer = await visitor.Browser.SendAsync(visitor.Known(form.Request(fields, 0)));
            Sent++;
            await Judge(answer, $"{visitor.Reader} on {visitor.Page}: {visitor.Target} sent as it is or with more fields", log);
            var stored = state.TakeBack();
            return (int)answer.StatusCode < 400 ? stored : null;
        }

        var (once, twice) = (await Stored(form.AsItIs), await Stored(form.AsItIs));
        // Where chance is stored, two can't be compared.
        if (once == twice)
        {
            string[] more = ["form", .. columns.Except(form.Names, StringComparer.OrdinalIgnoreCase)];
            var withMore = await Stored([.. form.AsItIs, .. more.Select(name => KeyValuePair.Create(name, "1"))]);
            if (withMore is not null && withMore != once)
            {
                _faults.Add($"{visitor.Reader} on {visitor.Page}: {visitor.Target} stores something else when it is sent with more fields");
            }
        }
    }

    private async Task Send(Visitor visitor, SentForm form, string what, IReadOnlyList<KeyValuePair<string, string>> fields, KeptState state, ErrorLines log)
    {
        using var request = visitor.Known(form.Request(fields, _turn + Sent));
        using var answer = await visitor.Browser.SendAsync(request);
        Sent++;
        var status = (int)answer.StatusCode;
        Answers[status] = Answers.GetValueOrDefault(status) + 1;
        await Judge(answer, what, log);
        if (answer.Headers.Location is { } location)
        {
            if (location.IsAbsoluteUri ? location.Host != "localhost" : location.ToString() is ['/', '/' or '\\', ..])
            {
                _faults.Add($"{what}: leads to {location}");
            }
            else if (deep)
            {
                using var then = await visitor.Browser.SendAsync(visitor.Asking(HttpMethod.Get, location.ToString()));
                await Judge(then, $"{what}, then {location}", log);
            }
        }

        if (state.PutBackIfChanged(looksClosely: status >= 400) && status >= 400 && !WritesWhenRefused.ContainsKey($"{request.Method} {visitor.Target}"))
        {
            _faults.Add($"{what}: {status}, and something was written");
        }
    }

    private async Task Judge(HttpResponseMessage answer, string what, ErrorLines log)
    {
        if ((int)answer.StatusCode >= 500)
        {
            _faults.Add($"{what}: {answer.StatusCode}");
        }

        _faults.AddRange(log.Take().Select(line => $"{what}: logged {line[..Math.Min(line.Length, 900)]}"));
        if (answer.Headers.Contains(BadValues.InjectedHeader))
        {
            _faults.Add($"{what}: a header was injected");
        }

        if (answer.Content.Headers.ContentType?.MediaType is "text/html" && await answer.Content.ReadAsStringAsync() is var html && BadValues.Running.FirstOrDefault(one => html.Contains(one, StringComparison.Ordinal)) is { } runs)
        {
            _faults.Add($"{what}: {runs} stands in the page");
        }
    }

    [GeneratedRegex("""<(?:form|button)\b[^>]*?\b(?:form)?action="([^"]*)""")]
    private static partial Regex FormTag();

    /// <summary>Somebody on a page, who sends a form from there.</summary>
    private sealed record Visitor(string Reader, HttpClient Browser, string Page, string Target, string Cookies)
    {
        /// <summary>With what the page has just brought, in place of what it had before.</summary>
        public Visitor Given(HttpResponseMessage answer)
        {
            var brought = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Select(cookie => cookie.Split(';')[0]).ToArray() : [];
            return this with
            {
                Cookies = string.Join("; ", Cookies.Split("; ", StringSplitOptions.RemoveEmptyEntries)
                    .Where(cookie => !brought.Any(one => one.Split('=')[0] == cookie.Split('=')[0])).Concat(brought.Where(cookie => !cookie.EndsWith('=')))),
            };
        }

        public HttpRequestMessage Asking(HttpMethod method, string address) => Known(new(method, address));

        public HttpRequestMessage Known(HttpRequestMessage request)
        {
            request.Headers.TryAddWithoutValidation("Cookie", Cookies);
            request.Headers.Referrer = new Uri(new Uri("http://localhost"), Page);
            return request;
        }
    }
}
