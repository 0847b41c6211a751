using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using SrmPortal.Web.Infrastructure.Errors;

namespace SrmPortal.Web.Infrastructure;

internal static class AddressesOfPage
{
    /// <summary>
    /// Where this page can be got again: its own address without the language of a form; for a form that was sent and is shown
    /// again the address of the form; for an error page what was asked for, unless that was a form.
    /// </summary>
    public static string OwnAddress(this ActionContext page, IUrlHelper urls)
    {
        var http = page.HttpContext;
        var failed = http.Features.Get<IStatusCodeReExecuteFeature>();
        if (!HttpMethods.IsGet(http.Request.Method))
        {
            return (http.IsErrorPage() ? null : urls.RouteUrl(page.RouteData.Values)) ?? urls.Content("~/");
        }

        string path = failed is null ? (http.Request.PathBase + http.Request.Path).ToString() : failed.OriginalPathBase + failed.OriginalPath;
        var query = failed is null ? http.Request.Query : new QueryCollection(QueryHelpers.ParseQuery(failed.OriginalQueryString));
        return QueryHelpers.AddQueryString(path, query.Where(pair => pair.Key != "culture"));
    }

    /// <summary>The page of ours from which this request was sent, or null.</summary>
    public static string? PageBefore(this HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value
        && page.PathAndQuery is "/" or ['/', not ('/' or '\\'), ..] ? page.PathAndQuery : null;

    public static string AddressInOtherLanguage(this ActionContext page, IUrlHelper urls) =>
        QueryHelpers.AddQueryString(urls.Content($"~/language/{Language.Other}"), "back", page.OwnAddress(urls));
}
