using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Common;

/// <summary>The page's own address with some of its filters changed, taken off, or kept.</summary>
internal static class SameAddress
{
    public static string With(HttpRequest request, string key, string? value) => Address(request, request.Query
        .Where(pair => pair.Key != key && pair.Key != "page" && pair.Key != "culture")
        .Append(new(key, value)));

    public static string Without(HttpRequest request, params IEnumerable<string> keys) => Address(request, request.Query
        .Where(pair => pair.Key != "page" && pair.Key != "culture" && !keys.Contains(pair.Key)));

    private static string Address(HttpRequest request, IEnumerable<KeyValuePair<string, StringValues>> query) =>
        QueryHelpers.AddQueryString(request.PathBase + request.Path, query.Where(pair => !StringValues.IsNullOrEmpty(pair.Value)));
}

/// <summary>
/// Pages of a list, by <c>?page=</c> beside the filters: <c>&lt;pager page="Model.Page" size="25" count="Model.Count" shown="Model.Rows.Count" /&gt;</c>.
/// A count of more than <see cref="Most"/> is said as such.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    public const int Most = 1000;

    /// <summary>The page that an address asks for, as far as a list that is counted up to <see cref="Most"/> has it.</summary>
    public static int PageOf(int asked, int size) => Math.Clamp(asked, 1, Most / size);

    public int Page { get; set; } = 1;

    public int Size { get; set; } = 25;

    /// <summary>How many in all, counted up to <see cref="Most"/> + 1.</summary>
    public int Count { get; set; }

    /// <summary>The count is known to the last, and all of it can be paged through.</summary>
    public bool Exact { get; set; }

    /// <summary>How many stand on this page.</summary>
    public int Shown { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // What is empty says so itself, and how to go on.
        if (Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var last = Math.Max(1, ((Exact ? Count : Math.Min(Count, Most)) + Size - 1) / Size);
        var from = ((Page - 1) * Size) + 1;
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", texts["Pages"].Value);
        output.Content.AppendHtml("<span>").Append(Shown == 0 ? texts["Nothing on this page"]
            : Count > Most && !Exact ? texts["Shown {0}–{1} of over {2}", Number(from), Number(from + Shown - 1), Number(Most)]
            : texts["Shown {0}–{1} of {2}", Number(from), Number(from + Shown - 1), Number(Count)]).AppendHtml("</span>");
        if (last > 1)
        {
            output.Content.AppendHtml("<ul>");
            foreach (var page in Enumerable.Range(1, last).Where(page => page == 1 || page == last || Math.Abs(page - Page) <= 2))
            {
                Write(output.Content, page);
            }

            output.Content.AppendHtml("</ul>");
        }
    }

    private void Write(TagHelperContent content, int page)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = SameAddress.With(ViewContext.HttpContext.Request, "page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture));
        if (page == Page)
        {
            link.Attributes["aria-current"] = "page";
        }

        link.InnerHtml.AppendHtml("<span class=\"visually-hidden\">").Append(texts["Page"]).AppendHtml(" </span>").Append(Number(page));
        content.AppendHtml("<li>").AppendHtml(link).AppendHtml("</li>");
    }

    private static string Number(int number) => Infrastructure.Shown.Number(number);
}

/// <summary>The applied filters, each with a link that takes it off, and one that takes off all: <c>&lt;tokens of="Model.Tokens" /&gt;</c>.</summary>
[HtmlTargetElement("tokens", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TokensTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    public IReadOnlyCollection<Token> Of { get; set; } = [];

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var request = ViewContext.HttpContext.Request;
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tokens");
        output.Attributes.SetAttribute("aria-label", texts["Applied filters"].Value);
        foreach (var token in Of)
        {
            output.Content.AppendHtml("<li class=\"token\">").Append(token.Text).AppendHtml(Link(SameAddress.Without(request, token.Keys), link => link
                .AppendHtml(IconTagHelper.Of(ViewContext, "x-lg")).AppendHtml("<span class=\"visually-hidden\">")
                .Append(texts["Take off the filter {0}", token.Text]).AppendHtml("</span>"))).AppendHtml("</li>");
        }

        output.Content.AppendHtml("<li>")
            .AppendHtml(Link(SameAddress.Without(request, Of.SelectMany(token => token.Keys)), link => link.Append(texts["Reset all"]))).AppendHtml("</li>");
    }

    private static TagBuilder Link(string address, Action<IHtmlContentBuilder> text)
    {
        var link = new TagBuilder("a") { Attributes = { ["href"] = address } };
        text(link.InnerHtml);
        return link;
    }
}
