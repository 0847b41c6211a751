using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace SrmPortal.Benchmarks.Load;

/// <summary>What people of suppliers do in the last minute before the deadline of an event.</summary>
internal sealed partial class Suppliers(Tally tally, string number, DateTime deadline)
{
    private readonly string _event = $"/events/{number}/0";
    private readonly ConcurrentDictionary<string, DateTime> _receipts = new();

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Numbers of the receipts that were shown, with when they were there.</summary>
    public IReadOnlyDictionary<string, DateTime> Receipts => _receipts;

    /// <summary>Looks around, one to five seconds at each page, until it is over.</summary>
    public async Task Browse(HttpClient browser)
    {
        (string Kind, string Address)[] pages = [("home", "/"), ("list", "/events"), ("event page", _event), ("offer form of 100 lines", Form)];
        await Task.Delay(Random.Shared.Next(4_000));
        for (var page = Random.Shared.Next(pages.Length); Now < deadline; page = (page + 1) % pages.Length)
        {
            await Read(browser, pages[page].Kind, pages[page].Address);
            await Task.Delay(Random.Shared.Next(1_000, 5_000));
        }
    }

    /// <summary>Reads the form, fills it, saves it, reviews it and submits it, early in the minute.</summary>
    public async Task Submit(HttpClient browser)
    {
        await Task.Delay(Random.Shared.Next(25_000));
        var (action, fields) = await Reviewed(browser, Random.Shared.Next(100, 90_000));
        await Task.Delay(Random.Shared.Next(1_000, 4_000));
        await Press(browser, action, fields);
    }

    /// <summary>The same, and again with other prices about the deadline itself: a second and a half before it, or after.</summary>
    public async Task SubmitTwice(HttpClient browser)
    {
        await Submit(browser);
        await Until(deadline.AddSeconds(-Random.Shared.Next(8, 14)));
        var (action, fields) = await Reviewed(browser, Random.Shared.Next(100, 90_000));
        await Until(deadline.AddMilliseconds(Random.Shared.Next(-1_500, 1_500)));
        await Press(browser, action, fields);
    }

    private string Form => _event + "/offer?all=true";

    private static Task Until(DateTime then) => Task.Delay(then > Now ? then - Now : TimeSpan.Zero);

    private Task<Answered> Read(HttpClient browser, string kind, string address) =>
        tally.Ask(() => browser.GetAsync(address), got => got.Status is HttpStatusCode.OK && got.Text.EndsWith("</html>\n", StringComparison.Ordinal) ? kind : null);

    private async Task<(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)> Reviewed(HttpClient browser, int price)
    {
        var form = await Browsing.Parsed((await Read(browser, "offer form of 100 lines", Form)).Text);
        await Task.Delay(Random.Shared.Next(1_000, 4_000));
        var (action, fields) = form.Filled("Review and submit", price);
        using var content = new FormUrlEncodedContent(fields);
        await tally.Ask(() => browser.PostAsync(action, content), got => got.Status is HttpStatusCode.Redirect && got.Leads == _event + "/offer/review" ? "save of 100 lines" : null);
        var review = await Browsing.Parsed((await Read(browser, "review", _event + "/offer/review")).Text);
        return review.Form("Submit the offer", ("Signs", "true"));
    }

    private async Task Press(HttpClient browser, string action, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var sent = Now;
        using var content = new FormUrlEncodedContent(fields);
        var got = await tally.Ask(() => browser.PostAsync(action, content), got => got switch
        {
            // What has come to the server before it counts, whenever the answer is there.
            { Status: HttpStatusCode.Redirect, Leads: { } leads } when sent < deadline && leads.StartsWith(_event + "/offer/versions/", StringComparison.Ordinal) => "submit",
            { Status: HttpStatusCode.UnprocessableEntity } when Now >= deadline && got.Text.Contains("The deadline", StringComparison.Ordinal) => "submit, refused as too late",
            _ => null,
        });
        if (got is not { Status: HttpStatusCode.Redirect, Leads: { } receipt })
        {
            return;
        }

        var page = await Read(browser, "receipt", receipt);
        if (!(ReceiptNumber().Match(page.Text) is { Success: true } found && _receipts.TryAdd(found.Groups[1].Value, Now)))
        {
            tally.Fault($"No receipt of its own at {receipt}, sent {sent.ToString("O", CultureInfo.InvariantCulture)}");
        }
    }

    [GeneratedRegex(@"Receipt number</dt>\s*<dd[^>]*><b>([0-9A-Z]{10})</b>")]
    private static partial Regex ReceiptNumber();
}
