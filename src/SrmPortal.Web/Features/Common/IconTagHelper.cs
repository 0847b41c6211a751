using System.Collections.Concurrent;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Common;

/// <summary>One picture of the sprite, always beside a word: <c>&lt;icon name="bell" /&gt;</c>.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    private static readonly ConcurrentDictionary<(string Sprite, string Name), HtmlString> Made = new();

    public string Name { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The markup, for other helpers.</summary>
    public static HtmlString Of(ViewContext view, string name) => Made.GetOrAdd((view.HttpContext.Asset(Assets.Icons), name), icon =>
        new($"<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{icon.Sprite}#{icon.Name}\"></use></svg>"));

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Of(ViewContext, Name));
    }
}
