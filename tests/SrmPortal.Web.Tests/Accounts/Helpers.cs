using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SrmPortal.Web.Tests.Accounts;

internal static class Helpers
{
    public static string PathAndQuery(this Uri address) => address.IsAbsoluteUri ? address.PathAndQuery : address.ToString();

    /// <summary>Presses the button in the row that has this text.</summary>
    public static async Task<HttpResponseMessage> PressIn(this HttpClient browser, IDocument page, string row, string button)
    {
        var form = page.QuerySelectorAll("tr").Single(one => one.TextContent.Contains(row, StringComparison.Ordinal))
            .QuerySelectorAll<IHtmlButtonElement>("button").Single(one => one.TextContent == button).Form!;
        return await browser.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(
            form.QuerySelectorAll<IHtmlInputElement>("input").Select(input => new KeyValuePair<string, string>(input.Name!, input.Value))));
    }

    /// <summary>The link in the row that has this text.</summary>
    public static string LinkIn(this IDocument page, string row, string text) => page.QuerySelectorAll("tr")
        .Single(one => one.TextContent.Contains(row, StringComparison.Ordinal)).QuerySelectorAll("a").Single(one => one.TextContent == text).GetAttribute("href")!;
}
