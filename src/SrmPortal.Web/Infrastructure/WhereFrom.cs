using SrmPortal.Data;

namespace SrmPortal.Web.Infrastructure;

/// <summary>Notes from where a request comes, for the audit. Behind a proxy that is the forwarded address, if the proxy is one of ours.</summary>
internal sealed class WhereFrom(RequestDelegate next)
{
    private const int BrowserLength = 200;

    public Task InvokeAsync(HttpContext http, CurrentScope scope)
    {
        if (http.Connection.RemoteIpAddress is { } address)
        {
            var browser = http.Request.Headers.UserAgent.ToString();
            scope.From = new Origin(
                (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString(),
                browser.Length == 0 ? null : browser[..Math.Min(browser.Length, BrowserLength)]);
        }

        return next(http);
    }
}
