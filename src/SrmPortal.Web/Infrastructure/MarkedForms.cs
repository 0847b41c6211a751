using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;
using SrmPortal.Data;

namespace SrmPortal.Web.Infrastructure;

/// <summary>Writes beside the antiforgery token of each form for whom it is shown, see <see cref="FormsOfSession"/>.</summary>
internal sealed class MarkedForms(IAntiforgery antiforgery, IOptions<MvcViewOptions> options, IModelMetadataProvider metadata, IUrlHelperFactory urls, HtmlEncoder encoder,
    ValidationHtmlAttributeProvider validation, FormsOfSession forms) : DefaultHtmlGenerator(antiforgery, options, metadata, urls, encoder, validation)
{
    public override IHtmlContent GenerateAntiforgery(ViewContext viewContext)
    {
        var token = base.GenerateAntiforgery(viewContext);
        if (token == HtmlString.Empty || forms.MarkOf(viewContext.HttpContext.RequestServices.GetRequiredService<CurrentScope>().Is) is not { } mark)
        {
            return token;
        }

        var hidden = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        (hidden.Attributes["type"], hidden.Attributes["name"], hidden.Attributes["value"]) = ("hidden", FormsOfSession.Mark, mark);
        return new HtmlContentBuilder().AppendHtml(token).AppendHtml(hidden);
    }
}
