using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using SrmPortal.Domain.Wordings;

namespace SrmPortal.Web.Infrastructure.Wordings;

/// <summary>
/// Markdown as pages show it: no HTML of the writer's own, links to https, mail and the portal itself only, pictures of the portal's help
/// only, headings below that of the page.
/// </summary>
public static partial class MarkdownText
{
    private const int OwnPage = 2, Lowest = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    /// <param name="body">Markdown.</param>
    /// <param name="home">The path below which the portal runs: <c>http.Request.PathBase</c>; mostly empty.</param>
    /// <param name="below">The level at which its headings begin. Deeper than the page’s own it is one of several texts, and its headings have no anchors.</param>
    public static IHtmlContent Html(string body, PathString home = default, int below = OwnPage)
    {
        var document = Markdown.Parse(body, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(Math.Max(heading.Level, OwnPage) + below - OwnPage, Lowest);
            if (below > OwnPage)
            {
                heading.GetAttributes().Id = null;
                WithoutAnchor(heading);
            }
        }

        foreach (var table in document.Descendants<Table>())
        {
            // Alignment would be an inline style.
            table.ColumnDefinitions.ForEach(column => column.Alignment = null);
            table.GetAttributes().AddClass("tbl");
        }

        foreach (var link in document.Descendants<LinkInline>().ToArray())
        {
            Guard(link, home.Value ?? "");
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !Target(link).IsAllowed).ToArray())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return new HtmlString(document.ToHtml(Pipeline));
    }

    /// <summary>Where links lead, and what pictures are shown.</summary>
    public static IEnumerable<TextTarget> Targets(TextWording wording)
    {
        var document = Markdown.Parse(wording.Body, Pipeline);
        return [.. document.Descendants<LinkInline>().Select(Target), .. document.Descendants<AutolinkInline>().Select(Target)];
    }

    /// <summary>Without marks, for a search or a summary.</summary>
    public static string Plain(string body) => Markdown.ToPlainText(body, Pipeline).Trim();

    /// <summary>An article gives its heading an address, <c>{#locked}</c>, which no reader sees.</summary>
    private static void WithoutAnchor(HeadingBlock heading)
    {
        if (heading.Inline?.LastChild is LiteralInline last && Anchor().Match(last.Content.ToString()) is { Success: true } anchor)
        {
            last.Content = new StringSlice(last.Content.ToString()[..anchor.Index]);
        }
    }

    [GeneratedRegex(@"\s*\{#[a-z0-9-]+\}$")]
    private static partial Regex Anchor();

    private static void Guard(LinkInline link, string home)
    {
        var target = Target(link);
        if (!target.IsAllowed)
        {
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
        }
        else if (target.IsPicture)
        {
            (link.Url, link.GetDynamicUrl) = (home + link.Url, null);
            link.GetAttributes().AddProperty("loading", "lazy");
        }
        else if (target.IsOwn)
        {
            (link.Url, link.GetDynamicUrl) = (home + link.Url, null);
        }
        else if (target.IsSecure)
        {
            link.GetAttributes().AddProperty("rel", "noopener noreferrer");
        }
    }

    private static TextTarget Target(LinkInline link) => new(link.GetDynamicUrl?.Invoke() ?? link.Url ?? "", link.IsImage);

    private static TextTarget Target(AutolinkInline link) => new(link.IsEmail ? $"mailto:{link.Url}" : link.Url, IsPicture: false);
}
