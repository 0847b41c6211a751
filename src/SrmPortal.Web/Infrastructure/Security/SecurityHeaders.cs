namespace SrmPortal.Web.Infrastructure.Security;

/// <summary>
/// What every answer tells the browser: nothing runs, loads or frames but our own files; nothing is guessed; what was made for a
/// reader is kept nowhere. An action that knows better sets its own <c>Cache-Control</c>.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Fonts have no fingerprint, as the style sheet names them; a changed font gets a new name.</summary>
    private const string Fonts = "/lib/fonts", ForEver = "public, max-age=31536000, immutable";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            // A file of a supplier that is shown in the page comes with a sandbox of its own.
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count == 0 ? ContentSecurityPolicy : headers.ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "accelerometer=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }
            else if (http.Response.StatusCode == StatusCodes.Status200OK && http.Request.Path.StartsWithSegments(Fonts))
            {
                headers.CacheControl = ForEver;
            }

            return Task.CompletedTask;
        });
        return next(http);
    }
}
