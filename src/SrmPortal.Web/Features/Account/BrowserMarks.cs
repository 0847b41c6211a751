using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace SrmPortal.Web.Features.Account;

/// <summary>
/// A random mark, signed, without anything personal, that a browser keeps after somebody has signed in there: it has its own counter
/// of wrong passwords, so that what strangers try elsewhere does not close it.
/// </summary>
public sealed class BrowserMarks(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "srm-browser";

    private readonly IDataProtector _protector = protection.CreateProtector("srm/browser/v1");

    /// <summary>The mark that the browser shows, or null.</summary>
    public string? Of(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Cookie] is { Length: > 0 and < 1000 } shown ? _protector.Unprotect(shown) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The hash of its mark; a browser without one is given one.</summary>
    public byte[] Keep(HttpContext http)
    {
        var mark = Of(http) ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        http.Response.Cookies.Append(Cookie, _protector.Protect(mark), new CookieOptions
        {
            Expires = clock.GetUtcNow().AddDays(400),
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
        });
        return Hash(mark);
    }

    public static byte[] Hash(string mark) => SHA256.HashData(Encoding.UTF8.GetBytes(mark));
}
