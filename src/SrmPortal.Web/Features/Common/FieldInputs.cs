using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SrmPortal.Web.Features.Common;

/// <summary>The inputs of a field, by its type.</summary>
internal sealed class FieldInputs(FieldValue shown, IReadOnlyList<TagHelperAttribute> extra, string describedBy, int width)
{
    private string Width => width > 0 ? $" w-{width.ToString(CultureInfo.InvariantCulture)}" : "";

    private string Invalid => shown.Error is null ? "" : " is-invalid";

    public void WriteInput(TagHelperContent content)
    {
        var input = Named("input", $"form-control{Width}{Invalid}");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = shown.Type;
        if (shown.InputMode is not null)
        {
            input.Attributes.TryAdd("inputmode", shown.InputMode);
            input.Attributes.TryAdd("autocomplete", "off");
        }

        if (shown.Type != "file")
        {
            input.Attributes["value"] = shown.Value;
        }

        content.AppendHtml(input);
    }

    public void WriteArea(TagHelperContent content, int rows)
    {
        var area = Named("textarea", $"form-control{Width}{Invalid}");
        area.Attributes["rows"] = rows.ToString(CultureInfo.InvariantCulture);
        // The parser swallows the first line feed.
        area.InnerHtml.AppendHtml("\n").Append(shown.Value);
        content.AppendHtml(area);
    }

    public void WriteSelect(TagHelperContent content, IEnumerable<SelectListItem> items, string? empty)
    {
        var select = Named("select", $"form-select{Width}{Invalid}");
        if (!string.IsNullOrEmpty(empty))
        {
            select.InnerHtml.AppendHtml("<option value=\"\">").Append(empty).AppendHtml("</option>");
        }

        SelectListGroup? group = null;
        foreach (var item in items)
        {
            if (item.Group != group)
            {
                select.InnerHtml.AppendHtml(group is null ? "" : "</optgroup>");
                group = item.Group;
                if (group is not null)
                {
                    select.InnerHtml.AppendHtml("<optgroup label=\"").Append(group.Name).AppendHtml("\">");
                }
            }

            var option = new TagBuilder("option");
            option.Attributes["value"] = item.Value ?? item.Text;
            Mark(option, "selected", IsChosen(item));
            Mark(option, "disabled", item.Disabled);
            option.InnerHtml.Append(item.Text);
            select.InnerHtml.AppendHtml(option);
        }

        select.InnerHtml.AppendHtml(group is null ? "" : "</optgroup>");
        content.AppendHtml(select);
    }

    public void WriteChoices(TagHelperContent content, IEnumerable<SelectListItem> items)
    {
        var no = 0;
        foreach (var item in items)
        {
            // The first one has the field's own id: the error summary leads there.
            var id = no == 0 ? shown.Id : string.Create(CultureInfo.InvariantCulture, $"{shown.Id}_{no}");
            var input = Named("input", $"form-check-input{Invalid}");
            input.TagRenderMode = TagRenderMode.SelfClosing;
            input.Attributes["id"] = id;
            input.Attributes["type"] = shown.Type is "radios" ? "radio" : "checkbox";
            input.Attributes["value"] = item.Value ?? item.Text;
            Mark(input, "checked", IsChosen(item));
            Mark(input, "disabled", item.Disabled);
            content.AppendHtml("<div class=\"form-check\">").AppendHtml(input)
                .AppendHtml($"<label class=\"form-check-label\" for=\"{id}\">").Append(item.Text).AppendHtml("</label></div>");
            no++;
        }
    }

    /// <summary>Unticked, a box sends nothing; the hidden field then says no, so that "no" is remembered like any other answer.</summary>
    public void WriteCheckbox(TagHelperContent content, string? label, object? hint)
    {
        var input = Named("input", $"form-check-input{Invalid}");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = "checkbox";
        input.Attributes["value"] = "true";
        Mark(input, "checked", shown.IsTrue);
        content.AppendHtml(input).AppendHtml($"<label class=\"form-check-label\" for=\"{shown.Id}\">").Append(label);
        if (hint is not null)
        {
            content.AppendHtml($"<span class=\"form-text mb-0\" id=\"{shown.Id}-h\">");
            _ = hint is IHtmlContent rich ? content.AppendHtml(rich) : content.Append((string)hint);
            content.AppendHtml("</span>");
        }

        content.AppendHtml("</label>").AppendHtml(Hidden());
    }

    private bool IsChosen(SelectListItem item) => shown.Values.Length > 0 ? shown.Values.Contains(item.Value ?? item.Text) : item.Selected;

    private TagBuilder Named(string tag, string cssClass)
    {
        var element = new TagBuilder(tag);
        foreach (var attribute in extra)
        {
            element.Attributes[attribute.Name] = attribute.ValueStyle is HtmlAttributeValueStyle.Minimized ? attribute.Name : Text(attribute.Value);
        }

        element.Attributes["class"] = cssClass;
        element.Attributes["id"] = shown.Id;
        element.Attributes["name"] = shown.Name;
        if (describedBy.Length > 0)
        {
            element.Attributes["aria-describedby"] = describedBy;
        }

        if (shown.Error is not null)
        {
            element.Attributes["aria-invalid"] = "true";
        }

        return element;
    }

    private static string Text(object? value)
    {
        if (value is not IHtmlContent html)
        {
            return value?.ToString() ?? "";
        }

        using var writer = new StringWriter();
        html.WriteTo(writer, NullHtmlEncoder.Default);
        return writer.ToString();
    }

    private TagBuilder Hidden()
    {
        var hidden = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        (hidden.Attributes["type"], hidden.Attributes["name"], hidden.Attributes["value"]) = ("hidden", shown.Name, "false");
        return hidden;
    }

    private static void Mark(TagBuilder element, string attribute, bool isSet)
    {
        if (isSet)
        {
            element.Attributes[attribute] = attribute;
        }
    }
}
