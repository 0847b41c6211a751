using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.WebUtilities;

namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// The two languages of the portal. Which one counts: of the form that was sent, else what was last chosen in this browser (signing in
/// and saving the profile choose the profile's, see <see cref="Languages.Keep"/>), else the profile, else the browser's own, else Russian.
/// </summary>
public static class Language
{
    public const string Russian = "ru", English = "en", Cookie = "srm-language";

    public static readonly string[] All = [Russian, English];

    /// <summary>Of the page that is being written.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static bool IsRussian => Current == Russian;

    public static string Other => IsRussian ? English : Russian;

    public static bool Exists(string? language) => language is Russian or English;
}

/// <summary>The language that a signed-in reader has set in the profile.</summary>
internal sealed class LanguageOfProfile : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult(httpContext.Reader().Language is { } language && Language.Exists(language) ? new ProviderCultureResult(language) : null);
}

/// <summary>What was shown in a language is taken back in it, and refused in it: the page of an error is made without the form's query.</summary>
internal sealed class LanguageOfForm : QueryStringRequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        httpContext.Features.Get<IStatusCodeReExecuteFeature>() is { OriginalQueryString: { Length: > 0 } query }
            && QueryHelpers.ParseQuery(query).TryGetValue(QueryStringKey, out var language) && Language.Exists(language)
            ? Task.FromResult<ProviderCultureResult?>(new(language.ToString())) : base.DetermineProviderCultureResult(httpContext);
}

internal static class Languages
{
    /// <summary>From now on this browser reads the portal in that language.</summary>
    public static void Keep(this HttpContext http, string language)
    {
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        http.Response.Cookies.Append(Language.Cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
            new CookieOptions { Expires = clock.GetUtcNow().AddYears(1), SameSite = SameSiteMode.Lax, IsEssential = true });
    }

    public static IServiceCollection AddPortalLanguages(this IServiceCollection services) => services
        .AddLocalization()
        .AddScoped<RuleMessages>()
        .Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Language.Russian).AddSupportedCultures(Language.All).AddSupportedUICultures(Language.All);
            options.RequestCultureProviders =
            [
                new LanguageOfForm { Options = options },
                new CookieRequestCultureProvider { Options = options, CookieName = Language.Cookie },
                new LanguageOfProfile { Options = options },
                new AcceptLanguageHeaderRequestCultureProvider { Options = options },
            ];
        });
}
