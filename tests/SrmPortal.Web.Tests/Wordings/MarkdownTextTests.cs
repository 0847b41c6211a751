using SrmPortal.Domain.Wordings;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Tests.Wordings;

public sealed class MarkdownTextTests
{
    [Fact]
    public void What_an_administrator_writes_runs_nothing_and_leads_nowhere_strange()
    {
        var html = Html("""
            # One

            <script>alert(1)</script> and <b onclick="x">bold</b>, [bad](javascript:alert(1)) and [worse](//evil.example), <javascript:alert(2)>

            [ref]: data:text/html,x
            A [reference][ref], a [page](/help/offer "Title"), [outside](https://example.com/a?b=1&c=2), <https://example.com>, <srm@seversplav.example>

            ![own](/help-pictures/a.png) ![foreign](https://evil.example/p.png)

            | a | b |
            |--:|:-:|
            | 1 | 2 |

            ###### Six
            """);

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b onclick", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"//", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"data", html, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example/p.png", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<h1", html, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"one\">One</h2>", html, StringComparison.Ordinal);
        Assert.Contains("bad and worse", html, StringComparison.Ordinal);
        Assert.Contains("A reference", html, StringComparison.Ordinal);
        Assert.Contains("foreign", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/home/help/offer\" title=\"Title\">page</a>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.com/a?b=1&amp;c=2\" rel=\"noopener noreferrer\">outside</a>", html, StringComparison.Ordinal);
        Assert.Contains("mailto:srm@seversplav.example", html, StringComparison.Ordinal);
        Assert.Contains("<img src=\"/home/help-pictures/a.png\"", html, StringComparison.Ordinal);
        Assert.Contains("<table class=\"tbl\">", html, StringComparison.Ordinal);

        var targets = MarkdownText.Targets(new TextWording("", "[a](javascript:x) ![p](/x.png) <https://ok.example> [b][r]\n\n[r]: http://plain.example"));
        Assert.Equal(["/x.png", "http://plain.example", "javascript:x"], targets.Where(target => !target.IsAllowed).Select(target => target.Address).Order(StringComparer.Ordinal));
    }

    private static string Html(string body)
    {
        using var writer = new StringWriter();
        MarkdownText.Html(body, "/home").WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
