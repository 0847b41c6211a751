using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Data.Links;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

internal static class AccountServices
{
    /// <summary>Signing in: credentials by ASP.NET Core Identity over the portal's own context, the session in a cookie.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<AccountSettings>(configuration.GetSection("Portal"));
        services.Configure<GroupSignInSettings>(configuration.GetSection("OpenIdConnect"));
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies();
        authentication.AddGroupSignIn(configuration.GetSection("OpenIdConnect").Get<GroupSignInSettings>() ?? new());
        services.AddScoped<IPasswordHasher<Credential>, PasswordHashing>();
        services.AddIdentityCore<Credential>().AddUserStore<UserOnlyStore<Credential, PortalDbContext, long>>().AddSignInManager();
        services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 210_000);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure(SessionCookie.Configure);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme).Configure(HalfSignedIn.Configure);
        services.AddScoped<SignInPlaces>().AddScoped<RecoveryCodes>().AddScoped<Arrival>();
        services.AddScoped<SignInCounters>().AddScoped<Passwords>().AddScoped<Sessions>().AddSingleton<BrowserMarks>().AddSingleton<SignedInAnew>();
        services.AddScoped<IPasswordCheck, PasswordCheck>();
        return services;
    }
}

/// <summary>What mailed links let the holder of an account do.</summary>
internal static class AccountLinks
{
    public static readonly LinkPurpose Activation = new("activation", TimeSpan.FromDays(7));

    public static readonly LinkPurpose NewPassword = new("new-password", TimeSpan.FromHours(1));

    public static readonly LinkPurpose Unlock = new("unlock", TimeSpan.FromHours(1));

    public static readonly LinkPurpose NewEmail = new("new-email", TimeSpan.FromHours(24));

    public static readonly IReadOnlyList<LinkPurpose> All = [Activation, NewPassword, Unlock, NewEmail];
}
