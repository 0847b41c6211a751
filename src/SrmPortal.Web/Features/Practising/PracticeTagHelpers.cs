using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Common;

namespace SrmPortal.Web.Features.Practising;

/// <summary>Stands where an event's number or a round's name is that of a practice event, and nowhere else.</summary>
public abstract class PracticeOnlyTagHelper : TagHelper
{
    /// <summary>An event's number, or a round's name.</summary>
    public string? Of { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public sealed override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!EventNumber.IsPractice(Of))
        {
            output.SuppressOutput();
            return;
        }

        output.TagMode = TagMode.StartTagAndEndTag;
        Write(output);
    }

    private protected abstract void Write(TagHelperOutput output);
}

/// <summary>Marks a row as a practice event, and no other: <c>&lt;practice-mark of="@row.Number" /&gt;</c>.</summary>
[HtmlTargetElement("practice-mark", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PracticeMarkTagHelper(IStringLocalizer<Texts> texts) : PracticeOnlyTagHelper
{
    private protected override void Write(TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "st st-warn st-box");
        output.Content.AppendHtml(IconTagHelper.Of(ViewContext, "pencil")).Append(texts["Practice"]);
    }
}

/// <summary>
/// Says above each page of a practice event that it is one, and leads to where it is opened and begun anew; nothing on a real one:
/// <c>&lt;practice-band of="@card.Name" /&gt;</c>.
/// </summary>
[HtmlTargetElement("practice-band", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PracticeBandTagHelper(IStringLocalizer<Texts> texts) : PracticeOnlyTagHelper
{
    /// <summary>Without the way on, where the reader may be anybody, or on paper.</summary>
    public bool Plain { get; set; }

    private protected override void Write(TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "note note-warn");
        output.Content.AppendHtml(IconTagHelper.Of(ViewContext, "exclamation-triangle-fill")).AppendHtml("<div><p><b>").Append(texts["This is practice."]).AppendHtml("</b> ")
            .Append(texts["Nothing is bought, and nobody but your company sees it."]);
        if (!Plain)
        {
            output.Content.AppendHtml($" <a class=\"no-print\" href=\"{ViewContext.HttpContext.Request.PathBase}/practice\">").Append(texts["Open it, or begin anew"]).AppendHtml("</a>");
        }

        output.Content.AppendHtml("</p></div>");
    }
}
