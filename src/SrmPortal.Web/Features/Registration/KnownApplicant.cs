using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SrmPortal.Data;
using SrmPortal.Data.Links;

namespace SrmPortal.Web.Features.Registration;

/// <summary>
/// Which registration this browser works on, for people without an account: a cookie of its own, protected for this purpose alone, sent to
/// pages of registration only and to no script. It is given for beginning one, or for pressing the button of a mailed link.
/// </summary>
public sealed class ApplicantCookie(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Name = "srm-registration", Path = "/registration";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("SrmPortal.Registration.Applicant/1").ToTimeLimitedDataProtector();

    public KnownRegistration? Read(HttpRequest request)
    {
        try
        {
            return request.Cookies[Name] is { Length: > 0 } value && _protector.Unprotect(value).Split('/') is [var key, var supplier] && Number(key) is { } id
                ? new KnownRegistration(id, Number(supplier)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <param name="http">The browser.</param>
    /// <param name="registrationId">Which it works on.</param>
    /// <param name="renewsSupplierId">Of a renewal, whose.</param>
    public void Write(HttpContext http, long registrationId, long? renewsSupplierId = null) => http.Response.Cookies.Append(
        Name, _protector.Protect(FormattableString.Invariant($"{registrationId}/{renewsSupplierId}"), Lifetime), Options(http, clock.GetUtcNow() + Lifetime));

    public void Forget(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, null));

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static CookieOptions Options(HttpContext http, DateTimeOffset? until) => new()
    {
        Path = http.Request.PathBase + Path,
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Expires = until,
    };
}

/// <summary>The registration that a browser works on.</summary>
/// <param name="Id">Its key.</param>
/// <param name="RenewsSupplierId">Of a renewal: the supplier whose master users alone work on it, while they are signed in.</param>
public sealed record KnownRegistration(long Id, long? RenewsSupplierId)
{
    public bool IsOpenTo(Scope reader) => RenewsSupplierId is not { } supplier || (reader.IsMasterUser && reader.SupplierId == supplier);
}

/// <summary>On pages that a mailed status link opens by itself: <c>/registration/status/{token}</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ByStatusLinkAttribute : Attribute;

/// <summary>Lets an applicant see the own registration, and nothing else, on the pages of registration.</summary>
internal sealed class KnownApplicant(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, CurrentScope scope, ApplicantCookie cookie, SecretLinks links, TimeProvider clock)
    {
        if (http.Request.Path.StartsWithSegments(ApplicantCookie.Path, StringComparison.OrdinalIgnoreCase))
        {
            var known = http.GetEndpoint()?.Metadata.GetMetadata<ByStatusLinkAttribute>() is not null && http.GetRouteValue("token") is string token
                ? await Behind(links, token, clock.GetUtcNow().UtcDateTime)
                : cookie.Read(http.Request) is { } kept && kept.IsOpenTo(scope.Is) ? kept.Id : null;
            scope.Is = scope.Is with { RegistrationId = known };
        }

        await next(http);
    }

    private static async Task<long?> Behind(SecretLinks links, string token, DateTime now) =>
        await links.Find(RegistrationLinks.Status, token, now) is { IsValid: true, SubjectId: var id } ? id : null;
}

/// <summary>The links that applicants are mailed.</summary>
public static class RegistrationLinks
{
    public const string ResumePath = "/registration/resume/{0}", StatusPath = "/registration/status/{0}";

    /// <summary>Opens the draft on any device and confirms the address; as long as the draft lives, and revoked when the address changes.</summary>
    public static readonly LinkPurpose Resume = new("registration-resume", ValidFor: null, Once: false, NewestOnly: false);

    /// <summary>Where the registration stands.</summary>
    public static readonly LinkPurpose Status = new("registration-status", ValidFor: null, Once: false, NewestOnly: false);
}
