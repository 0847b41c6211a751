using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>
/// Who came by the group's own sign-in has no password to give again before what binds: such a person signs in there anew, and that
/// counts for this session for a few minutes.
/// </summary>
public sealed class SignedInAnew(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(5);

    private const string Cookie = "srm-anew";

    private readonly IDataProtector _protector = protection.CreateProtector("srm/signed-in-anew/v1");

    public void Keep(HttpContext http) => http.Response.Cookies.Append(
        Cookie, _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().ToUnixTimeSeconds()}/{SessionOf(http)}")),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true });

    /// <summary>When that was, in UTC; null: not in this session, or too long ago.</summary>
    public DateTime? At(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Cookie] is { Length: > 0 and < 1000 } kept && _protector.Unprotect(kept).Split('/', 2) is [var at, var session]
                && session == SessionOf(http) && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && DateTimeOffset.FromUnixTimeSeconds(seconds) is var then && clock.GetUtcNow() - then < ValidFor ? then.UtcDateTime : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string SessionOf(HttpContext http) => http.User.FindFirst(ChosenMembership.SessionClaim)?.Value ?? throw new InvalidOperationException("There is no session.");
}
