using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace SrmPortal.Web.Infrastructure;

/// <summary>The two languages of the portal. Which one is the reader's setting: form's address, profile, cookie, browser, else Russian.</summary>
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

internal static class Languages
{
    public static IServiceCollection AddPortalLanguages(this IServiceCollection services) => services
        .AddLocalization()
        .AddScoped<RuleMessages>()
        .Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Language.Russian).AddSupportedCultures(Language.All).AddSupportedUICultures(Language.All);
            // The first is of forms: what was shown in a language is taken back in it.
            options.RequestCultureProviders =
            [
                new QueryStringRequestCultureProvider { Options = options },
                new LanguageOfProfile { Options = options },
                new CookieRequestCultureProvider { Options = options, CookieName = Language.Cookie },
                new AcceptLanguageHeaderRequestCultureProvider { Options = options },
            ];
        });
}
