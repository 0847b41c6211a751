using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SrmPortal.Web.Features.Common;

/// <summary>A status, icon and word in one colour: <c>&lt;st kind="warn"&gt;Needs confirmation&lt;/st&gt;</c>; <c>box</c> in a band.</summary>
[HtmlTargetElement("st")]
public sealed class StatusTagHelper : TagHelper
{
    /// <summary>ok, warn, danger, info, mute.</summary>
    public string Kind { get; set; } = "mute";

    /// <summary>Another icon than the kind's own; an attribute without a value counts as none.</summary>
    public string? Icon { get; set; }

    public bool Box { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", $"st st-{Kind}{(Box ? " st-box" : "")}");
        output.PreContent.SetHtmlContent(IconTagHelper.Of(ViewContext, Icon is { Length: > 0 } own ? own : Kind switch
        {
            "ok" => "check-circle-fill",
            "warn" => "exclamation-triangle-fill",
            "danger" => "x-octagon-fill",
            "info" => "unlock",
            _ => "circle",
        }));
    }
}

/// <summary>After an action, or before a consequence; at most one or two a page: <c>&lt;note kind="ok"&gt;&lt;p&gt;…&lt;/p&gt;&lt;/note&gt;</c>.</summary>
[HtmlTargetElement("note")]
public sealed class NoteTagHelper : TagHelper
{
    /// <summary>ok, warn, danger, or info.</summary>
    public string Kind { get; set; } = "info";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Kind == "info" ? "note" : $"note note-{Kind}");
        output.PreContent.AppendHtml(IconTagHelper.Of(ViewContext, Kind switch
        {
            "ok" => "check-circle-fill",
            "warn" => "exclamation-triangle-fill",
            "danger" => "x-octagon-fill",
            _ => "record-circle-fill",
        })).AppendHtml("<div>");
        output.PostContent.SetHtmlContent("</div>");
    }
}

/// <summary>The striped edge, which means "saved, not submitted" and nothing else: <c>&lt;hazard title="…"&gt;&lt;p&gt;…&lt;/p&gt;&lt;/hazard&gt;</c>.</summary>
[HtmlTargetElement("hazard")]
public sealed class HazardTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "section";
        output.Attributes.SetAttribute("class", "hazard");
        output.Attributes.SetAttribute("aria-labelledby", "hazard");
        output.PreContent.AppendHtml("<div><h2 id=\"hazard\">").AppendHtml(IconTagHelper.Of(ViewContext, "exclamation-triangle-fill"))
            .Append(Title).AppendHtml("</h2>");
        output.PostContent.SetHtmlContent("</div>");
    }
}

/// <summary>What is not here, why, and what to do next: <c>&lt;empty icon="search" title="…"&gt;&lt;p&gt;…&lt;/p&gt;&lt;div class="btns mt-2"&gt;…&lt;/div&gt;&lt;/empty&gt;</c>.</summary>
[HtmlTargetElement("empty")]
public sealed class EmptyTagHelper : TagHelper
{
    public string Icon { get; set; } = "inbox";

    public string Title { get; set; } = "";

    /// <summary>2 where nothing stands above it, 3 within a section.</summary>
    public int Level { get; set; } = 2;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "empty");
        output.PreContent.AppendHtml(IconTagHelper.Of(ViewContext, Icon)).AppendHtml($"<h{Level}>").Append(Title).AppendHtml($"</h{Level}>");
    }
}

/// <summary>
/// A step of an <c>ol.tracker</c>: <c>&lt;tracker-step no="4" state="now" title="…"&gt;&lt;p class="meta"&gt;…&lt;/p&gt;&lt;/tracker-step&gt;</c>;
/// states are ok, now, bad and, without one, still to come.
/// </summary>
[HtmlTargetElement("tracker-step")]
public sealed class TrackerStepTagHelper : TagHelper
{
    public int No { get; set; }

    public string? State { get; set; }

    public string Title { get; set; } = "";

    /// <summary>The status in words, with its kind and icon.</summary>
    public string? Status { get; set; }

    public string StatusKind { get; set; } = "mute";

    public string? StatusIcon { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        if (State is not null)
        {
            output.Attributes.SetAttribute("class", $"is-{State}");
        }

        if (State is "now")
        {
            output.Attributes.SetAttribute("aria-current", "step");
        }

        output.PreContent.AppendHtml("<span class=\"dot\">");
        _ = State switch
        {
            "ok" => output.PreContent.AppendHtml(IconTagHelper.Of(ViewContext, "check-lg")),
            "bad" => output.PreContent.AppendHtml(IconTagHelper.Of(ViewContext, "x-lg")),
            _ => output.PreContent.Append(No.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        };
        output.PreContent.AppendHtml("</span><h3>").Append(Title);
        if (Status is { Length: > 0 })
        {
            output.PreContent.AppendHtml($" <span class=\"st st-{StatusKind}\">")
                .AppendHtml(IconTagHelper.Of(ViewContext, StatusIcon ?? (StatusKind is "ok" ? "check-circle-fill" : "circle"))).Append(Status).AppendHtml("</span>");
        }

        output.PreContent.AppendHtml("</h3>");
    }
}
