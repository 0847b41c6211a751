using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SrmPortal.Web.Features.Common;

namespace SrmPortal.Web.Features.Helping;

/// <summary>
/// Leads from a field or page to the part of the help that explains it, in a tab of its own, so that nothing that was typed is lost:
/// <c>&lt;help-link topic="prices" part="vat" /&gt;</c>. It is called as that part is.
/// </summary>
[HtmlTargetElement("help-link", Attributes = "topic", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HelpLinkTagHelper(HelpLibrary library, IStringLocalizer<Texts> texts) : TagHelper
{
    public string Topic { get; set; } = "";

    /// <summary>The section; null: the whole article.</summary>
    public string? Part { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var topic = HelpTopics.Of(Topic) ?? throw new InvalidOperationException($"There is no help about {Topic}.");
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"help-link {output.Attributes["class"]?.Value}".TrimEnd());
        output.Attributes.SetAttribute("href", $"{ViewContext.HttpContext.Request.PathBase}{topic.Address}{(Part is null ? "" : $"#{Part}")}");
        output.Attributes.SetAttribute("target", "_blank");
        output.Attributes.SetAttribute("rel", "noopener");
        output.Content.AppendHtml(IconTagHelper.Of(ViewContext, "question-circle")).AppendHtml("<span class=\"visually-hidden\">").Append(texts["Help:"]).AppendHtml(" </span>")
            .Append(library.Name(topic, Part)).AppendHtml("<span class=\"visually-hidden\">").Append(texts[", in a new tab"]).AppendHtml("</span>");
    }
}
