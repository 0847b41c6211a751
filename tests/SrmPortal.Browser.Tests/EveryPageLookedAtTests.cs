using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace SrmPortal.Browser.Tests;

/// <summary>
/// Every page that links lead to, found by following them as each role, so that a new one can't be forgotten: in both languages, and, once
/// it is loaded, at three widths, light and dark. With <c>SRM_HTML=folder</c> the pages are kept there, for <c>tools/html.sh</c>.
/// </summary>
[Collection(InChromium.Name)]
public sealed partial class EveryPageLookedAtTests(Chromium chromium, PortalStand stand, ITestOutputHelper output) : IClassFixture<PortalStand>
{
    // Pages whose addresses differ by a number alone are looked at so often: an event is another one in another state.
    private const int OfAKind = 2;

    // What nobody sees; 0.1 is called good.
    private const double MostMoved = 0.01;

    private static readonly string?[] Everybody =
    [
        null, "kovaleva@uraltrubsnab.example", "orlov@uraltrubsnab.example", "a.lebedev@seversplav.example", "m.sokolov@seversplav.example", "t.semenova@seversplav.example",
        "e.krylova@seversplav.example", "k.zhukov@seversplav.example", "a.nikitin@seversplav.example", "i.frolova@seversplav.example",
    ];

    [ProofTheory]
    [InlineData("ru")]
    [InlineData("en")]
    public Task Every_page_owes_nothing_to_anybody(string language) => LookAtAll(Everybody, language, Visitor.Widths, Visitor.Schemes, int.MaxValue);

    [Theory]
    [InlineData(null, "en")]
    [InlineData("kovaleva@uraltrubsnab.example", "ru")]
    [InlineData("a.lebedev@seversplav.example", "en")]
    public Task Between_phone_and_desk_and_in_the_dark_the_first_pages_owe_nothing_either(string? who, string language) => LookAtAll([who], language, [768], [ColorScheme.Dark], 8);

    private async Task LookAtAll(string?[] people, string language, int[] widths, ColorScheme[] schemes, int most)
    {
        var (faults, count, ofEverybody) = (new List<string>(), 0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var who in people)
        {
            await using var visitor = await Visitor.Comes(chromium.Browser, stand.Address, language, widths[0], colors: schemes[0]);
            if (who is not null)
            {
                await visitor.SignsIn(who, stand.Accounts.Password);
            }
            else
            {
                await visitor.GoTo($"/language/{language}?back=/");
            }

            var crawl = new Following(stand.Address, ofEverybody);
            for (; crawl.Next() is { } path && crawl.Count <= most; count++)
            {
                faults.AddRange((await LookAt(visitor, crawl, path, who, widths, schemes)).Select(fault => $"{who ?? "a visitor"} at {path}: {fault}"));
            }
        }

        output.WriteLine($"{count} pages, {language}");
        // Whoever signs in finds more than eight; where links are no longer found, nobody does.
        Assert.True(count >= people.Length * Math.Min(most, 8), $"{count} pages");
        Assert.True(faults.Count == 0, $"{faults.Count} faults of {count} pages\n{string.Join('\n', faults)}");
    }

    private static async Task<List<string>> LookAt(Visitor visitor, Following crawl, string path, string? who, int[] widths, ColorScheme[] schemes)
    {
        var answer = await visitor.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        if (answer is null || !answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal))
        {
            return [];
        }

        List<string> found = await visitor.Moved() is > MostMoved and var moved ? [$"{moved:0.000} of it moves while it is loaded"] : [];
        foreach (var width in widths)
        {
            foreach (var scheme in schemes)
            {
                await visitor.TurnsTo(width, scheme);
                await Pictures.Take(visitor);
                found.AddRange((await visitor.Faults()).Select(fault => $"{width} px, {scheme}: {fault}"));
            }
        }

        await visitor.TurnsTo(widths[0], schemes[0]);
        await KeptHtml.Keep(path, who, await answer.TextAsync());
        crawl.Take(await visitor.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]:not([download])')].map(link => link.href)"));
        found.AddRange(visitor.Complaints());
        return found;
    }

    /// <summary>Which pages are still to be looked at.</summary>
    /// <param name="portal">Where it stands.</param>
    /// <param name="ofEverybody">Pages that are the same for all, known from whoever came before.</param>
    private sealed partial class Following(Uri portal, HashSet<string> ofEverybody)
    {
        private readonly Queue<string> _waiting = new(["/"]);
        private readonly HashSet<string> _known = new(["/"], StringComparer.Ordinal);
        private readonly Dictionary<string, int> _ofAKind = new(StringComparer.Ordinal);

        public int Count { get; private set; }

        public string? Next()
        {
            Count++;
            return _waiting.TryDequeue(out var path) ? path : null;
        }

        public void Take(IEnumerable<string> links)
        {
            foreach (var link in links.Select(one => new Uri(one)).Where(one => one.Authority == portal.Authority && !IsNoPage(one.AbsolutePath)))
            {
                var (path, kind) = (link.PathAndQuery, $"{Number().Replace(link.AbsolutePath, "#")}?{Value().Replace(link.Query, "=")}");
                if ((!OfEverybody().IsMatch(path) || ofEverybody.Add(path)) && _known.Add(path) && (_ofAKind[kind] = _ofAKind.GetValueOrDefault(kind) + 1) <= OfAKind)
                {
                    _waiting.Enqueue(path);
                }
            }
        }

        // What changes the language or ends the session, and files.
        private static bool IsNoPage(string path) => path.StartsWith("/language/", StringComparison.Ordinal) || path.StartsWith("/sign-out", StringComparison.Ordinal)
            || path.StartsWith("/dev/", StringComparison.Ordinal) || NoPage().IsMatch(path);

        [GeneratedRegex(@"\.(xlsx|json|pdf|ics|txt|html|csv|zip|docx)$|/files?/|/picture|/download")]
        private static partial Regex NoPage();

        // Numbers, codes, user names and keys.
        [GeneratedRegex(@"(?<=/)(?=[^/]*\d)[^/]+")]
        private static partial Regex Number();

        [GeneratedRegex("^/(help/|terms|personal-data|verify|registration|sign-in|forgotten)")]
        private static partial Regex OfEverybody();

        [GeneratedRegex(@"=[^&]*")]
        private static partial Regex Value();
    }

    /// <summary>For the checker of HTML.</summary>
    private static class KeptHtml
    {
        private static readonly string? Folder = Environment.GetEnvironmentVariable("SRM_HTML");

        private static int _count;

        public static async Task Keep(string path, string? who, string html)
        {
            if (Folder is not null)
            {
                Directory.CreateDirectory(Folder);
                var name = string.Create(CultureInfo.InvariantCulture, $"{++_count:0000}-{who?.Split('@')[0] ?? "visitor"}-{NotForNames().Replace(path, "_")}");
                await File.WriteAllTextAsync(Path.Combine(Folder, $"{name[..Math.Min(name.Length, 120)]}.html"), html);
            }
        }
    }

    [GeneratedRegex("[^A-Za-z0-9.-]+")]
    private static partial Regex NotForNames();
}
