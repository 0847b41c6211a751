using System.Text.RegularExpressions;

namespace SrmPortal.Web.Features.Helping;

/// <summary>An article as it is read: what it is called, in a sentence or two, and its sections.</summary>
/// <param name="Topic">Where it stands.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Lead">Markdown: the first paragraph.</param>
/// <param name="Intro">Markdown: what follows it before the first heading; mostly empty.</param>
/// <param name="Parts">Below the headings, in order.</param>
public sealed partial record HelpArticle(HelpTopic Topic, string Title, string Lead, string Intro, IReadOnlyList<HelpPart> Parts)
{
    /// <param name="topic">Where it stands.</param>
    /// <param name="title">As it is written.</param>
    /// <param name="body">Markdown. <c>## </c> begins a section, <c>{#locked}</c> behind it is its address within the page.</param>
    public static HelpArticle Read(HelpTopic topic, string title, string body)
    {
        var sections = Regex.Split($"\n{body.ReplaceLineEndings("\n").Trim()}", "\n## ");
        var first = sections[0].Trim().Split("\n\n", 2);
        return new HelpArticle(topic, title, first[0], first.Length > 1 ? first[1].Trim() : "", [.. sections.Skip(1).Select(Part)]);
    }

    private static HelpPart Part(string section, int index)
    {
        var lines = section.Split('\n', 2);
        var heading = Heading().Match(lines[0].Trim());
        var anchor = heading.Groups["anchor"].Value;
        return new HelpPart(anchor.Length > 0 ? anchor : FormattableString.Invariant($"part-{index + 1}"), heading.Groups["text"].Value, lines.Length > 1 ? lines[1].Trim() : "");
    }

    [GeneratedRegex(@"^(?<text>.*?)\s*(?:\{#(?<anchor>[a-z0-9-]+)\})?$")]
    private static partial Regex Heading();
}

/// <param name="Anchor">Of the address: <c>/help/sign-in#locked</c>.</param>
/// <param name="Heading">Plain text.</param>
/// <param name="Body">Markdown.</param>
public sealed record HelpPart(string Anchor, string Heading, string Body);
