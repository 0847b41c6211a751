using Microsoft.AspNetCore.ResponseCompression;

namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// Pages travel compressed: an offer of 300 lines is seven hundred kilobytes of form, and a phone has a slow line. Whoever could put words
/// into somebody's page and see how long the answer is would learn letter by letter what else stands on it (BREACH); such words come in an
/// address's query alone, since no form of another site is sent with our cookies. So a page with a query travels as it is.
/// </summary>
internal static class PackedPages
{
    public static IServiceCollection AddPackedPages(this IServiceCollection services) => services.AddResponseCompression(packing =>
    {
        packing.EnableForHttps = true;
        packing.MimeTypes = ["text/html"];
    });

    public static IApplicationBuilder UsePackedPages(this IApplicationBuilder app) =>
        app.UseWhen(http => !http.Request.QueryString.HasValue, pages => pages.UseResponseCompression());
}
