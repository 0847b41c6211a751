using System.Security.Cryptography;
using Serilog.Context;

namespace SrmPortal.Web.Infrastructure.Security;

/// <summary>
/// Gives each request the number that a person can read to the support over the phone: <c>7K3Q-M9ZT-4V</c>. It stands on error pages,
/// on every line of the log that was written for it, and in the header <c>X-Reference</c>.
/// </summary>
internal sealed class Reference(RequestDelegate next)
{
    // Crockford: no I, L, O, U.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public async Task InvokeAsync(HttpContext http)
    {
        var random = RandomNumberGenerator.GetString(Alphabet, 10);
        http.TraceIdentifier = $"{random[..4]}-{random[4..8]}-{random[8..]}";
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["X-Reference"] = http.TraceIdentifier;
            return Task.CompletedTask;
        });
        using (LogContext.PushProperty("Reference", http.TraceIdentifier))
        {
            await next(http);
        }
    }
}
