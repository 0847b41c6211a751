using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using SrmPortal.Data.Accounts;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>Whose password was right in this browser, and who still owes the code. It opens nothing but the page that asks for it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Stamp">Of the password; a new one makes this void.</param>
public sealed record HalfSignedIn(long Account, string Stamp)
{
    public const string Cookie = "srm-second";

    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(10);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Cookie;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = ValidFor;
        options.SlidingExpiration = false;
    }

    public static Task Begin(HttpContext http, Credential credential) => http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(new ClaimsIdentity(
    [
        new Claim(ClaimTypes.NameIdentifier, credential.Id.ToString(CultureInfo.InvariantCulture)), new Claim(ChosenMembership.StampClaim, credential.SecurityStamp ?? ""),
    ], IdentityConstants.TwoFactorUserIdScheme)));

    /// <summary>Null: nobody, or too long ago.</summary>
    public static async Task<HalfSignedIn?> Of(HttpContext http) =>
        await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme) is { Succeeded: true, Principal: { } person }
            && long.TryParse(person.FindFirst(ClaimTypes.NameIdentifier)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var account)
            ? new HalfSignedIn(account, person.FindFirst(ChosenMembership.StampClaim)?.Value ?? "") : null;

    public static Task End(HttpContext http) => http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
}
