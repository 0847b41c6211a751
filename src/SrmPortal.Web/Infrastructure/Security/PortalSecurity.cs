using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SrmPortal.Web.Infrastructure.Security;

/// <summary>Cookies, form tokens, limits and headers, the same for every feature.</summary>
internal static class PortalSecurity
{
    /// <summary>A form of an offer has so many lines at most.</summary>
    public const int MaxLines = 2_000;

    public static IServiceCollection AddPortalSecurity(this IServiceCollection services, IHostEnvironment environment)
    {
        // Development has no certificate; everywhere else a cookie travels encrypted or not at all.
        var secure = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, CompanyInForm>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, CompanyFirst>();
        services.AddSingleton<SessionUses>();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "srm-form";
            forms.Cookie.SecurePolicy = secure;
            // Not Strict: whoever comes by the link of a mail would get a new token, and the forms of other tabs would be void.
            forms.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.Configure<CookieTempDataProviderOptions>(said =>
        {
            said.Cookie.Name = Said.Cookie;
            said.Cookie.SecurePolicy = secure;
        });
        services.Configure<CookiePolicyOptions>(cookies =>
        {
            cookies.Secure = secure;
            cookies.HttpOnly = HttpOnlyPolicy.Always;
            cookies.MinimumSameSitePolicy = SameSiteMode.Lax;
        });
        services.Configure<FormOptions>(form => form.ValueCountLimit = 16 * MaxLines);
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.AddHsts(hsts => (hsts.MaxAge, hsts.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
        return services.AddRateLimits();
    }
}
