using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SrmPortal.Web.Infrastructure.Telemetry;

namespace SrmPortal.Web.Features.Common;

/// <summary>Where somebody waits for a mail: a word that mails are late, as long as they are: <c>&lt;mails-late /&gt;</c>. Nothing at all other times.</summary>
[HtmlTargetElement("mails-late", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MailsLateTagHelper(Lags lags, IStringLocalizer<Texts> texts) : TagHelper
{
    /// <summary>A page may say so long that a mail comes within minutes.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (lags.Last is not { } seen || seen.Outbox <= Usual)
        {
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "note note-warn");
        output.Content.AppendHtml(IconTagHelper.Of(ViewContext, "exclamation-triangle-fill")).AppendHtml("<div><p><b>")
            .Append(texts["Mails are late just now."]).AppendHtml("</b> ")
            .Append(texts["The portal’s mail waits to be sent, and yours with it: it comes by itself, you need not ask for it again. If you are in a hurry, call the support."])
            .AppendHtml("</p></div>");
    }
}
