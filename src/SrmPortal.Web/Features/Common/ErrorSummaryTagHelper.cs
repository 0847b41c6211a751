using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Common;

/// <summary>
/// All that is wrong, on top of the page, focused, each with a link to its field: <c>&lt;error-summary /&gt;</c>. Nothing where nothing is.
/// It is written when the whole page has been made, so that it can name the fields by their labels.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The label and the id by which the summary names and finds a field that <see cref="FieldTagHelper"/> did not make.</summary>
    public static void Remember(ViewContext view, string name, string id, string? label) => Fields(view)[name] = (id, label);

    internal static void Remember(ViewContext view, FieldValue field, string? label) => Remember(view, field.Name, field.Id, label);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        // All prefixes share one state; the view of a part sees only its own.
        if (!ViewContext.ModelState.IsValid)
        {
            output.Content.SetHtmlContent(new Summary(ViewContext.ModelState, Fields(ViewContext), texts));
        }
    }

    private static Dictionary<string, (string Id, string? Label)> Fields(ViewContext view)
    {
        if (view.HttpContext.Items[typeof(ErrorSummaryTagHelper)] is not Dictionary<string, (string, string?)> fields)
        {
            view.HttpContext.Items[typeof(ErrorSummaryTagHelper)] = fields = new Dictionary<string, (string, string?)>(StringComparer.OrdinalIgnoreCase);
        }

        return fields;
    }

    private sealed class Summary(
        ModelStateDictionary state, Dictionary<string, (string Id, string? Label)> fields, IStringLocalizer<Texts> texts) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            (string Name, string Message)[] errors = [.. state.Where(entry => entry.Value!.Errors.Count > 0)
                .SelectMany(entry => entry.Value!.Errors.Take(entry.Key.Length == 0 ? int.MaxValue : 1).Select(error => (entry.Key, error.ErrorMessage)))
                .Where(error => error.ErrorMessage.Length > 0).Distinct().OrderBy(error => PlaceOf(error.Key))];
            writer.Write("<div class=\"error-summary\" role=\"alert\" aria-labelledby=\"error-summary\" tabindex=\"-1\" autofocus><h2 id=\"error-summary\">");
            encoder.Encode(writer, errors.All(error => error.Name.Length == 0)
                ? texts["This could not be done"]
                : Plural.Of(errors.Length, texts["Mend {0} thing, the rest is kept|Mend {0} things, the rest is kept"]));
            writer.Write("</h2><ul>");
            foreach (var (name, message) in errors)
            {
                Write(writer, encoder, name, message);
            }

            writer.Write("</ul></div>");
        }

        /// <summary>What concerns the whole comes first, then the fields as they follow each other on the page.</summary>
        private int PlaceOf(string name) => name.Length == 0 ? -1
            : fields.Keys.TakeWhile(key => !key.Equals(name, StringComparison.OrdinalIgnoreCase)).Count();

        private void Write(TextWriter writer, HtmlEncoder encoder, string name, string message)
        {
            writer.Write("<li>");
            var (id, label) = fields.GetValueOrDefault(name, (FieldValue.IdOf(name), null));
            if (name.Length > 0)
            {
                writer.Write("<a href=\"#");
                encoder.Encode(writer, id);
                writer.Write("\">");
            }

            encoder.Encode(writer, label is null ? message : $"{label}: {WithinSentence(message)}");
            writer.Write(name.Length > 0 ? "</a></li>" : "</li>");
        }

        /// <summary>A small first letter, unless the word is an abbreviation.</summary>
        private static string WithinSentence(string message) =>
            message.Length > 1 && char.IsUpper(message[0]) && !char.IsUpper(message[1]) ? char.ToLowerInvariant(message[0]) + message[1..] : message;
    }
}
