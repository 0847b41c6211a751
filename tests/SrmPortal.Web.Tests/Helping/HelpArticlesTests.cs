using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Domain.Wordings;
using SrmPortal.Web.Features.Helping;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Tests.Helping;

/// <summary>A portal for all that is asked of the articles.</summary>
public sealed class HelpStand : IAsyncLifetime
{
    public Portal Portal { get; private set; } = null!;

    public async Task InitializeAsync() => Portal = await new Portal(Databases.Sqlite) { Settings = { ["Portal:LockOut:WrongPasswords"] = "7" } }.Filled();

    public async Task DisposeAsync() => await Portal.DisposeAsync();
}

/// <summary>The articles say the same in both languages, name what is there by its name, and lead nowhere else.</summary>
public sealed partial class HelpArticlesTests(HelpStand stand) : IClassFixture<HelpStand>
{
    private TextsInForce Texts => stand.Portal.Services.GetRequiredService<TextsInForce>();

    private HelpWords Words => stand.Portal.Services.GetRequiredService<HelpWords>();

    [Fact]
    public void Every_article_is_there_in_both_languages_with_the_same_sections_and_the_same_words_of_the_portal()
    {
        Assert.All(HelpTopics.All, topic =>
        {
            var words = Texts.Shipped(topic.TextKey)!.Words;
            var (russian, english) = (HelpArticle.Read(topic, words.Russian.Title, words.Russian.Body), HelpArticle.Read(topic, words.English.Title, words.English.Body));

            Assert.NotEmpty(russian.Parts.Count > 0 ? russian.Parts[0].Body : russian.Intro);
            Assert.Equal(english.Parts.Select(part => part.Anchor), russian.Parts.Select(part => part.Anchor));
            Assert.Equal(english.Parts.Count, english.Parts.Select(part => part.Anchor).Distinct().Count());
            Assert.DoesNotContain(english.Parts, part => part.Anchor.StartsWith("part-", StringComparison.Ordinal));
            Assert.Equal(Named(words.English.Body), Named(words.Russian.Body));
            Assert.Equal(Links(words.English.Body), Links(words.Russian.Body));
            Assert.Matches("[А-Яа-я]", words.Russian.Title);
            Assert.DoesNotMatch("[А-Яа-я]", words.English.Title);
            // A list shows the lead as plain text.
            Assert.InRange(MarkdownText.Plain(Words.Filled(english.Lead)).Length, 40, 260);
        });
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void What_an_article_takes_from_the_portal_is_there(string language)
    {
        var unknown = In(language, () => HelpTopics.All.SelectMany(topic => Texts.Shipped(topic.TextKey)!.Words.In(language) is var words
            ? Words.Unknown($"{words.Title} {words.Body}").Select(one => $"{topic.Key}: {one}") : []).ToArray());

        Assert.True(unknown is [], string.Join('\n', unknown));
        // English labels are their own keys: that a page has them is told by the Russian beside them.
        Assert.All(HelpTopics.All, topic => Assert.DoesNotContain("{", In(language, () => Words.Filled(Texts.Of(topic.TextKey)!.Body.Replace("{#", "", StringComparison.Ordinal))), StringComparison.Ordinal));
    }

    [Fact]
    public void Links_lead_to_articles_sections_and_pages_that_exist()
    {
        var wrong = HelpTopics.All.SelectMany(topic => Links(Texts.Shipped(topic.TextKey)!.Words.English.Body).Where(link => !Exists(link)).Select(link => $"{topic.Key}: {link}"))
            .Concat(HelpTopics.All.SelectMany(topic => topic.Related.Where(other => HelpTopics.Of(other) is null).Select(other => $"{topic.Key}: {other}")))
            .Concat(HelpTopics.All.SelectMany(topic => topic.Pages.Where(page => !IsPage(page)).Select(page => $"{topic.Key}: {page}")))
            .Concat(LinksOfViews().Where(link => !Exists(link)).Select(link => $"a view: {link}")).ToArray();

        Assert.True(wrong is [], string.Join('\n', wrong));
    }

    [Fact]
    public void Every_question_of_the_former_help_has_its_answer_and_every_article_stands_in_a_list()
    {
        Assert.Equal(Enumerable.Range(1, 37), HelpTopics.Answers.Select(answer => answer.No));
        Assert.All(HelpTopics.Answers, answer => Assert.True(Exists($"/help/{answer.Topic}#{answer.Part}"), $"F{answer.No}"));
        Assert.All(HelpTopics.All, topic => Assert.NotEmpty(topic.For));
        Assert.All(Enum.GetValues<HelpReader>(), reader => Assert.Contains(HelpTopics.All, topic => topic.For.Contains(reader)));
    }

    private bool Exists(string link)
    {
        var (path, part) = link.Split('#', 2) is [var before, var after] ? (before, after) : (link, null);
        return path.StartsWith(TextTarget.Pictures, StringComparison.Ordinal) ? File.Exists(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/SrmPortal.Web/wwwroot", path[1..]))
            : !path.StartsWith("/help/", StringComparison.Ordinal) ? IsPage(path)
            : HelpTopics.Of(path["/help/".Length..]) is { } topic && (part is null || HelpArticle.Read(topic, "", Texts.Shipped(topic.TextKey)!.Words.English.Body).Parts.Any(one => one.Anchor == part));
    }

    private bool IsPage(string page)
    {
        var parts = page.Trim('/').Split('/');
        return stand.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(route => route.RoutePattern.RawText!.Trim('/').Split('/'))
            .Any(route => route.Length == parts.Length && route.Zip(parts).All(pair => pair.Second == "*" ? pair.First.StartsWith('{') : pair.First == pair.Second));
    }

    private static IEnumerable<string> LinksOfViews() => Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/SrmPortal.Web/Features"), "*.cshtml", SearchOption.AllDirectories)
        .SelectMany(file => HelpLink().Matches(File.ReadAllText(file))).Select(link => $"/help/{link.Groups[1].Value}{(link.Groups[2].Success ? $"#{link.Groups[2].Value}" : "")}");

    private static T In<T>(string language, Func<T> ask)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return ask();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string[] Named(string body) => [.. Placeholder().Matches(body).Select(one => one.Value).Distinct().Order(StringComparer.Ordinal)];

    // Each language has pictures of its own, and as many.
    private static string[] Links(string body) => [.. Link().Matches(body).Select(one => one.Groups[1].Value)
        .Select(link => link.StartsWith(TextTarget.Pictures, StringComparison.Ordinal) ? link.Replace("-ru.png", "-en.png", StringComparison.Ordinal) : link).Distinct().Order(StringComparer.Ordinal)];

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"\{(?!#)(?:[^{}]|\{[0-9]\})+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("""<help-link topic="([a-z-]+)"(?: part="([a-z-]+)")?""")]
    private static partial Regex HelpLink();
}
