using SrmPortal.Data;
using SrmPortal.Data.Accounts;

namespace SrmPortal.Web.Infrastructure;

/// <summary>Notes from where a request comes, for the audit. Behind a proxy that is the forwarded address, if the proxy is one of ours.</summary>
internal sealed class WhereFrom(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, CurrentScope scope)
    {
        if (http.Connection.RemoteIpAddress is { } address)
        {
            var browser = http.Request.Headers.UserAgent.ToString();
            scope.From = new Origin(
                (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString(),
                browser.Length == 0 ? null : browser.CutTo(OpenSession.BrowserLength));
        }

        return next(http);
    }
}
