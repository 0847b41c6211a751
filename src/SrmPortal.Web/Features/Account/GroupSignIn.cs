using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>The section <c>OpenIdConnect</c>: the group's own sign-in for its people. Without an authority there is none.</summary>
public sealed class GroupSignInSettings
{
    /// <summary>The provider's address, under which its <c>.well-known/openid-configuration</c> lies.</summary>
    public string Authority { get; init; } = "";

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    /// <summary>The claim with the e-mail, by which a person is known. The provider must say by <c>email_verified</c> that it is the person's.</summary>
    public string EmailClaim { get; init; } = "email";

    public bool IsOn => Authority.Length > 0;
}

/// <summary>Signing in at the group's OpenID Connect provider: code flow with PKCE, begun by a link and answered by a link, so that no form leaves the portal.</summary>
internal static partial class GroupSignIn
{
    public const string Scheme = "group", Answer = "/sign-in/group/answer", VerifiedClaim = "email_verified", TimeClaim = "auth_time";

    public static void AddGroupSignIn(this AuthenticationBuilder authentication, GroupSignInSettings settings)
    {
        authentication.Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme).Configure(cookie =>
        {
            cookie.Cookie.Name = "srm-group";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
        });
        if (settings.IsOn)
        {
            authentication.AddOpenIdConnect(Scheme, options => Configure(options, settings));
        }
    }

    private static void Configure(OpenIdConnectOptions options, GroupSignInSettings settings)
    {
        (options.Authority, options.ClientId, options.ClientSecret) = (settings.Authority, settings.ClientId, settings.ClientSecret);
        options.RequireHttpsMetadata = !(Uri.TryCreate(settings.Authority, UriKind.Absolute, out var authority) && authority.IsLoopback);
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.CallbackPath = Answer;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.MapJsonKey(settings.EmailClaim, settings.EmailClaim);
        options.ClaimActions.MapJsonKey(VerifiedClaim, VerifiedClaim);
        options.ClaimActions.Remove(TimeClaim);
        options.Scope.Add("email");
        options.CorrelationCookie.Name = "srm-group-way.";
        options.NonceCookie.Name = "srm-group-once.";
        options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnRemoteFailure = failed =>
        {
            NotSignedIn(failed.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(GroupSignIn)), failed.Failure);
            failed.Response.Redirect($"{failed.Request.PathBase}/sign-in/group/refused?why={GroupRefusal.Provider}");
            failed.HandleResponse();
            return Task.CompletedTask;
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The group's sign-in has let nobody in")]
    internal static partial void NotSignedIn(ILogger logger, Exception? why);
}
