using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Common;

/// <summary>
/// The right part of a state band: until when, in the event's zone and in the reader's, how long still by the server's clock, and
/// how much of the time has passed. A small script keeps the rest of the time running; without it the page says what it was.
/// <code>&lt;deadline at="Model.Deadline" zone="@Model.Zone" from="Model.PublishedAt" caption="Offers accepted until" /&gt;</code>
/// </summary>
[HtmlTargetElement("deadline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DeadlineTagHelper(IStringLocalizer<Texts> texts, TimeProvider clock) : TagHelper
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    public string Zone { get; set; } = Zones.Moscow;

    /// <summary>UTC; when the time began, for the rail.</summary>
    public DateTime? From { get; set; }

    public string Caption { get; set; } = "";

    /// <summary>Shows no rest of the time, where the deadline decides nothing any more.</summary>
    public bool Still { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        var now = clock.GetUtcNow().UtcDateTime;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "band-when");
        var local = new DateTimeOffset(At).ToOffset(Zones.Of(Zone).GetUtcOffset(At)).ToString("yyyy-MM-ddTHH:mmzzz", CultureInfo.InvariantCulture);
        output.Content.AppendHtml("<span class=\"cap\">").Append(Caption)
            .AppendHtml($"</span> <time datetime=\"{local}\">").Append(Shown.DateTime(At, Zone)).Append(At.Second == 0 ? "" : At.ToString(":ss", CultureInfo.InvariantCulture))
            .AppendHtml(" <span class=\"zone\">(").Append(Zones.Named(Zone, At)).AppendHtml(")</span></time>");
        if (Shown.ForReader(At, Zone, ViewContext.HttpContext.ReaderZone()) is { } mine)
        {
            output.Content.AppendHtml(" <span class=\"mine\">").Append(mine).AppendHtml("</span>");
        }

        if (!Still && At > now)
        {
            WriteLeft(output.Content, now);
        }

        output.Content.AppendHtml(more);
    }

    private void WriteLeft(TagHelperContent content, DateTime now)
    {
        var left = At - now;
        // The number stands between the words of the sentence: "осталось {0} по часам сервера", "{0} left by the server’s clock".
        var sentence = texts["{0} left by the server’s clock"].Value.Split("{0}");
        content.AppendHtml($" <span class=\"left{(left < Soon ? " soon" : "")}\">").Append(sentence[0])
            .AppendHtml($"<b class=\"num\" data-countdown=\"{Milliseconds(At)}\" data-now=\"{Milliseconds(now)}\">").Append(Shown.Left(left))
            .AppendHtml("</b>").Append(sentence[1]).AppendHtml("</span>");
        if (From is { } from && from < now)
        {
            var passed = Math.Round(100 * ((now - from) / (At - from))).ToString("0", CultureInfo.InvariantCulture);
            content.AppendHtml($"<progress class=\"rail\" max=\"100\" value=\"{passed}\" aria-label=\"").Append(texts["Time that has passed"])
                .AppendHtml("\">").Append(Shown.Percent(decimal.Parse(passed, CultureInfo.InvariantCulture))).AppendHtml("</progress>");
        }
    }

    private static string Milliseconds(DateTime utc) => new DateTimeOffset(utc).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
