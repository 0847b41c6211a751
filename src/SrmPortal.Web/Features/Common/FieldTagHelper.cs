using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace SrmPortal.Web.Features.Common;

/// <summary>
/// A field with its label, hint, error and input, tied together for screen readers. What was typed stays: it is preferred to
/// the model. Attributes that are not named here (<c>autocomplete</c>, <c>maxlength</c>, <c>readonly</c>, <c>data-…</c>) go to the input.
/// <code>
/// &lt;field for="Inn" label="INN" hint="10 digits of a company, 12 of an entrepreneur." width="12" inputmode="numeric" /&gt;
/// &lt;field for="Currency" label="…" items="Model.CurrencyItems" /&gt;            select
/// &lt;field for="Answer" type="radios" label="…" items="…" /&gt;                   fieldset with legend
/// &lt;field for="Accept" type="checkbox" label="…" hint="…" /&gt;
/// &lt;field for="Comment" type="area" rows="4" optional /&gt;
/// </code>
/// Decimals, dates and times are known by their type. The content of the element, if any, follows the input.
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>A hint with markup, instead of <see cref="Hint"/>.</summary>
    public IHtmlContent? RichHint { get; set; }

    /// <summary>text, email, tel, url, password, search, area, select, checkbox, checkboxes, radios, file; null: by the property.</summary>
    public string? Type { get; set; }

    /// <summary>Of the input, by the length of what is expected: 4, 8, 12, 15, 20, 30, 44.</summary>
    public int Width { get; set; } = 44;

    /// <summary>Says that it may be left empty. What is required is not marked.</summary>
    public bool Optional { get; set; }

    /// <summary>A label for screen readers only, in the cells of a table.</summary>
    public bool LabelHidden { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The first, empty choice of a select.</summary>
    public string? Empty { get; set; }

    /// <summary>A unit behind the input.</summary>
    public string? Suffix { get; set; }

    public int Rows { get; set; } = 4;

    /// <summary>The id, where the same name stands twice on a page.</summary>
    public string? Id { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FieldValue(ViewContext, For, Id, Type ?? (Items is null ? null : "select"));
        ErrorSummaryTagHelper.Remember(ViewContext, field, Label);
        var after = await output.GetChildContentAsync();
        var describedBy = string.Join(' ', new[] { HasHint ? $"{field.Id}-h" : null, field.Error is null ? null : $"{field.Id}-e" }.OfType<string>());
        List<TagHelperAttribute> extra = [.. output.Attributes.Where(attribute => attribute.Name != "class")];
        extra.ForEach(attribute => output.Attributes.Remove(attribute));
        var group = field.Type is "radios" or "checkboxes";

        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = group ? "fieldset" : "div";
        output.Attributes.SetAttribute("class", string.Join(' ', new[]
        {
            group ? "fieldset" : null, field.Type is "checkbox" ? "form-check" : null, "field", field.Error is null ? null : "field-err",
            output.Attributes["class"]?.Value.ToString(),
        }.OfType<string>()));
        if (group && describedBy.Length > 0)
        {
            output.Attributes.SetAttribute("aria-describedby", describedBy);
        }

        var inputs = new FieldInputs(field, extra, describedBy, group ? 0 : Width);
        if (field.Type is "checkbox")
        {
            WriteError(output.Content, field);
            inputs.WriteCheckbox(output.Content, Label, (object?)RichHint ?? Hint);
        }
        else
        {
            WriteLabel(output.Content, field, group);
            WriteHint(output.Content, field);
            WriteError(output.Content, field);
            WriteInput(output.Content, inputs, field);
        }

        output.Content.AppendHtml(after);
    }

    private bool HasHint => Hint is { Length: > 0 } || RichHint is not null;

    private void WriteInput(TagHelperContent content, FieldInputs inputs, FieldValue field)
    {
        if (Suffix is not null)
        {
            content.AppendHtml("<span class=\"with-unit\">");
        }

        switch (field.Type)
        {
            case "select": inputs.WriteSelect(content, Items ?? [], Empty); break;
            case "radios" or "checkboxes": inputs.WriteChoices(content, Items ?? []); break;
            case "area": inputs.WriteArea(content, Rows); break;
            default: inputs.WriteInput(content); break;
        }

        if (Suffix is not null)
        {
            content.AppendHtml("<span>").Append(Suffix).AppendHtml("</span></span>");
        }
    }

    private void WriteLabel(TagHelperContent content, FieldValue field, bool group)
    {
        if (Label is null)
        {
            return;
        }

        var hidden = LabelHidden ? " visually-hidden" : "";
        content.AppendHtml(group ? $"<legend class=\"{hidden.Trim()}\">" : $"<label class=\"form-label{hidden}\" for=\"{field.Id}\">").Append(Label);
        if (Optional)
        {
            content.AppendHtml(" <span class=\"opt\">(").Append(texts["optional"]).AppendHtml(")</span>");
        }

        content.AppendHtml(group ? "</legend>" : "</label>");
    }

    private void WriteHint(TagHelperContent content, FieldValue field)
    {
        if (HasHint)
        {
            content.AppendHtml($"<span class=\"form-text\" id=\"{field.Id}-h\">");
            _ = RichHint is null ? content.Append(Hint) : content.AppendHtml(RichHint);
            content.AppendHtml("</span>");
        }
    }

    private void WriteError(TagHelperContent content, FieldValue field)
    {
        if (field.Error is not null)
        {
            content.AppendHtml($"<p class=\"err\" id=\"{field.Id}-e\">").AppendHtml(IconTagHelper.Of(ViewContext, "x-octagon-fill"))
                .AppendHtml("<span><span class=\"visually-hidden\">").Append(texts["Error: "]).AppendHtml("</span>").Append(field.Error).AppendHtml("</span></p>");
        }
    }
}
