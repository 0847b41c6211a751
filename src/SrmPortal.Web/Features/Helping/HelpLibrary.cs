using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Features.Helping;

/// <summary>The articles in the reader's language, as they are in force, with what they take from the portal filled in.</summary>
public sealed class HelpLibrary(TextsInForce texts)
{
    // A word of the title counts most: who looks for “receipt” wants the article of that name.
    private const int OfTitle = 40, OfNames = 16, OfHeading = 8, OfLead = 4, OfBody = 1;

    public HelpArticle Of(HelpTopic topic)
    {
        var text = texts.Of(topic.TextKey) ?? throw new InvalidOperationException($"There is no text {topic.TextKey}.");
        return HelpArticle.Read(topic, text.Title, text.Body);
    }

    /// <summary>What a link to this part of an article is called.</summary>
    public string Name(HelpTopic topic, string? part) => Of(topic) is var article && part is null ? article.Title
        : article.Parts.SingleOrDefault(one => one.Anchor == part)?.Heading ?? article.Title;

    /// <summary>Articles that hold all words, the best first; where none does, those that hold some.</summary>
    public HelpFound Find(string typed, IEnumerable<HelpTopic> topics)
    {
        var stems = WordSearch.Stems(typed);
        HelpHit[] hits = stems.Count == 0 ? [] : [.. topics.Select(topic => Hit(Of(topic), stems)).Where(hit => hit.Score > 0).OrderByDescending(hit => hit.Score)];
        HelpHit[] whole = [.. hits.Where(hit => hit.HasAll)];
        return new HelpFound(whole.Length > 0 ? whole : hits, whole.Length > 0 || hits.Length == 0);
    }

    private static HelpHit Hit(HelpArticle article, IReadOnlyList<string> stems)
    {
        string[] title = [.. WordSearch.Words(article.Title)], lead = [.. WordSearch.Words(Plain(article.Lead)), .. WordSearch.Words(Plain(article.Intro))],
            names = [.. WordSearch.Words(article.Topic.AlsoCalled)];
        var parts = article.Parts.Select(part => (Part: part, Heading: WordSearch.Words(part.Heading).ToArray(), Body: WordSearch.Words(Plain(part.Body)).ToArray())).ToArray();
        var scores = stems.Select(stem => (OfTitle * WordSearch.Finds(stem, title)) + (OfNames * WordSearch.Finds(stem, names)) + (OfLead * WordSearch.Finds(stem, lead))
            + parts.Sum(part => (OfHeading * WordSearch.Finds(stem, part.Heading)) + (OfBody * WordSearch.Finds(stem, part.Body)))).ToArray();
        var best = parts.Select(part => (part.Part, Score: stems.Sum(stem => (OfHeading * WordSearch.Finds(stem, part.Heading)) + (OfBody * WordSearch.Finds(stem, part.Body)))))
            .Where(part => part.Score > 0).OrderByDescending(part => part.Score).Take(3).Select(part => part.Part);
        return new HelpHit(article, scores.Sum(), scores.All(score => score > 0), [.. best]);
    }

    private static string Plain(string markdown) => MarkdownText.Plain(markdown);
}

/// <param name="Hits">The best first.</param>
/// <param name="HaveAll">Whether they hold all words that were looked for.</param>
public sealed record HelpFound(IReadOnlyList<HelpHit> Hits, bool HaveAll);

/// <param name="Article">What was found.</param>
/// <param name="Score">Only to be compared.</param>
/// <param name="HasAll">Whether it holds all words.</param>
/// <param name="Parts">The sections where most of it stands, at most three.</param>
public sealed record HelpHit(HelpArticle Article, int Score, bool HasAll, IReadOnlyList<HelpPart> Parts);
