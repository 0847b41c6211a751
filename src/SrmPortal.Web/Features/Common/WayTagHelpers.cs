using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Common;

/// <summary>Where the page stands, where depth is over two: <c>&lt;crumbs of="Model.Crumbs" /&gt;</c>.</summary>
[HtmlTargetElement("crumbs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CrumbsTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    /// <summary>From the top down; the last one is this page.</summary>
    public IReadOnlyList<Crumb> Of { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "crumbs");
        output.Attributes.SetAttribute("aria-label", texts["Breadcrumb"].Value);
        foreach (var crumb in Of)
        {
            var step = new TagBuilder(crumb.Address is null ? "span" : "a");
            step.Attributes[crumb.Address is null ? "aria-current" : "href"] = crumb.Address ?? "page";
            step.InnerHtml.Append(crumb.Text);
            output.Content.AppendHtml("<li>").AppendHtml(step).AppendHtml("</li>");
        }
    }
}

/// <summary>
/// The steps of a long form: <c>&lt;stepper of="Model.Steps" label="Steps of the application" form="step" /&gt;</c>. Where the present step can be
/// saved, going to another one saves it.
/// </summary>
[HtmlTargetElement("stepper", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepperTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    public IReadOnlyList<FormStep> Of { get; set; } = [];

    public string Label { get; set; } = "";

    /// <summary>The id of the present step's form.</summary>
    public string Form { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.AppendHtml("<ol class=\"stepper\">");
        for (var no = 1; no <= Of.Count; no++)
        {
            Write(output.Content, Of[no - 1], no.ToString(CultureInfo.CurrentCulture));
        }

        output.Content.AppendHtml("</ol>");
    }

    private void Write(TagHelperContent content, FormStep step, string no)
    {
        content.AppendHtml(step.IsCurrent ? "<li aria-current=\"step\">" : step.IsDone ? "<li class=\"done\">" : "<li>").AppendHtml("<span class=\"no\">");
        if (step is { IsDone: true, IsCurrent: false })
        {
            content.AppendHtml(IconTagHelper.Of(ViewContext, "check-lg")).AppendHtml("<span class=\"visually-hidden\">").Append(texts["Done: "]).AppendHtml("</span> ");
        }

        content.Append(step.IsCurrent ? texts["Step {0} of {1}", no, Of.Count] : texts["Step {0}", no]).AppendHtml("</span>");
        var name = Way(step);
        name.InnerHtml.Append(step.Text);
        content.AppendHtml(name).AppendHtml("</li>");
    }

    private TagBuilder Way(FormStep step) => step.IsCurrent || step.Address is null ? new TagBuilder("span") { Attributes = { ["class"] = "t" } }
        : step.Saves is { } saves ? new TagBuilder("button") { Attributes = { ["class"] = "t", ["type"] = "submit", ["form"] = Form, ["name"] = "Do", ["value"] = saves } }
        : new TagBuilder("a") { Attributes = { ["class"] = "t", ["href"] = step.Address } };
}
