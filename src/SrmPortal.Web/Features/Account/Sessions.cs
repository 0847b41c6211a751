using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Account;

/// <summary>The cookie of a session; how long it lasts without a request, and at most, is settled.</summary>
internal static class SessionCookie
{
    public const string Name = "srm-session", Began = "began", ReturnUrl = "returnUrl";

    /// <summary>The row of a session outlives it, so that what is typed into its form afterwards can still be kept for its person.</summary>
    public static readonly TimeSpan RowKept = TimeSpan.FromHours(24);

    public static readonly TimeSpan RenewedAfter = TimeSpan.FromMinutes(1);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = ReturnUrl;
        options.Events = new CookieAuthenticationEvents
        {
            OnSigningIn = begun =>
            {
                begun.Properties.ExpiresUtc = begun.Properties.IssuedUtc + Settled(begun.HttpContext).Idle;
                return Task.CompletedTask;
            },
            OnValidatePrincipal = EndAfterAll,
            OnCheckSlidingExpiration = renewal =>
            {
                renewal.ShouldRenew = renewal.ElapsedTime > RenewedAfter;
                return Task.CompletedTask;
            },
            OnRedirectToLogin = AskToSignIn,
            OnRedirectToAccessDenied = denied =>
            {
                denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            },
        };
    }

    /// <summary>How long sessions last, as it is settled now. A shorter time counts for those that are open too.</summary>
    public static AccountSettings.SessionSettings Settled(HttpContext http) => http.RequestServices.GetRequiredService<IOptionsMonitor<AccountSettings>>().CurrentValue.Session;

    /// <summary>Roles, company, stamp and the row of the session are checked by <see cref="ChosenMembership"/> with each request.</summary>
    private static Task EndAfterAll(CookieValidatePrincipalContext session)
    {
        var (now, settled) = (session.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), Settled(session.HttpContext));
        session.Properties.Items.TryGetValue(Began, out var item);
        if (!long.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var began)
            || now - DateTimeOffset.FromUnixTimeMilliseconds(began) >= settled.AtMost
            || now - session.Properties.IssuedUtc > settled.Idle + RenewedAfter)
        {
            session.RejectPrincipal();
        }

        return Task.CompletedTask;
    }

    /// <summary>After signing in the person comes back: to the page, or to the one that the form stood on; where it can be, with what was typed.</summary>
    private static async Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> asked)
    {
        var (http, request) = (asked.HttpContext, asked.Request);
        if (await http.RequestServices.GetRequiredService<IKeepsAfterSession>().Keep(http) is { } page)
        {
            asked.Response.Redirect($"{request.PathBase}/sign-in{QueryString.Create(ReturnUrl, page).Add(SignInPage.ForWhom, request.Form[FormsOfSession.Mark].ToString())}");
            return;
        }

        if (http.RequestServices.GetRequiredService<FormsOfSession>().Keep(http) is { } kept)
        {
            // The page on which the person signs in is made in place of the answer, see SignInPage; the browser keeps what was typed.
            http.Items[FormsOfSession.Kept] = kept;
            asked.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        string back = request.PathBase + request.Path + request.QueryString;
        if (!HttpMethods.IsGet(request.Method))
        {
            back = request.PageBefore() ?? "/";
        }

        asked.Response.Redirect($"{request.PathBase}/sign-in{QueryString.Create(ReturnUrl, back)}");
    }
}

/// <summary>Begins, changes and ends the session of a browser. Each has a row that its person sees and may take away.</summary>
public sealed class Sessions(PortalDbContext db, CurrentScope scope, SignInManager<Credential> signIn, IOptions<AntiforgeryOptions> antiforgery, TimeProvider clock)
{
    /// <summary>A new session: forms of an earlier one are refused from here on.</summary>
    /// <param name="http">The browser.</param>
    /// <param name="credential">Whose it is.</param>
    /// <param name="company">The supplier chosen, or null.</param>
    /// <param name="byGroup">By the group's own sign-in, which asks for a second step itself.</param>
    /// <param name="owes">Whether the person has to accept texts before anything else.</param>
    public async Task Begin(HttpContext http, Credential credential, long? company, bool byGroup = false, bool owes = false)
    {
        var (session, now) = (Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), clock.GetUtcNow());
        await Forget(http);
        await db.InTransaction(async () =>
        {
            var longAgo = now.UtcDateTime - SessionCookie.RowKept;
            await db.OpenSessions.Where(s => s.AccountId == credential.Id && s.BeganAt < longAgo).ExecuteDeleteAsync();
            db.Add(new OpenSession
            {
                AccountId = credential.Id,
                Mark = OpenSession.MarkOf(session),
                BeganAt = now.UtcDateTime,
                LastUsedAt = now.UtcDateTime,
                Browser = scope.From?.Browser,
                Network = scope.From?.Address,
            });
            return true;
        });
        List<Claim> claims = [new(ChosenMembership.SessionClaim, session), .. byGroup ? new[] { new Claim(ChosenMembership.GroupClaim, "true") } : []];
        if (company is { } supplier)
        {
            claims.Add(CompanyClaim(supplier));
        }

        if (owes)
        {
            claims.Add(new Claim(AgreementsFirst.Claim, "true"));
        }

        ForgetForms(http);
        var began = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        await signIn.SignInWithClaimsAsync(credential, new AuthenticationProperties { Items = { [SessionCookie.Began] = began } }, claims);
    }

    /// <summary>The same session, for another company.</summary>
    public static Task Choose(HttpContext http, long company) => Change(http, ChosenMembership.CompanyClaim, CompanyClaim(company));

    /// <summary>The same session, in which all is accepted.</summary>
    public static Task OweNothing(HttpContext http) => Change(http, AgreementsFirst.Claim, null);

    private static async Task Change(HttpContext http, string type, Claim? now)
    {
        var present = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (present is { Succeeded: true, Principal.Identity: ClaimsIdentity identity })
        {
            var changed = identity.Clone();
            foreach (var claim in changed.FindAll(type).ToArray())
            {
                changed.RemoveClaim(claim);
            }

            changed.AddClaims(now is null ? [] : [now]);
            var properties = new AuthenticationProperties { Items = { [SessionCookie.Began] = present.Properties.Items[SessionCookie.Began] } };
            await http.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(changed), properties);
        }
    }

    public async Task End(HttpContext http)
    {
        await Forget(http);
        ForgetForms(http);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Takes the row of the browser's present session away, whoever is in it.</summary>
    private async Task Forget(HttpContext http)
    {
        if (MarkOf(http) is { } mark && long.TryParse(http.User.FindFirst(ClaimTypes.NameIdentifier)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var person))
        {
            using var holder = scope.As(Scope.Person(person));
            await db.OpenSessions.Where(s => s.Mark == mark).ExecuteDeleteAsync();
        }
    }

    public static bool IsByGroup(ClaimsPrincipal person) => person.HasClaim(claim => claim.Type == ChosenMembership.GroupClaim);

    /// <summary>Of the session of this request; null without one.</summary>
    public static byte[]? MarkOf(HttpContext http) => http.User.FindFirst(ChosenMembership.SessionClaim) is { } session ? OpenSession.MarkOf(session.Value) : null;

    private void ForgetForms(HttpContext http)
    {
        if (antiforgery.Value.Cookie.Name is { } name)
        {
            http.Response.Cookies.Delete(name);
        }
    }

    private static Claim CompanyClaim(long company) => new(ChosenMembership.CompanyClaim, company.ToString(CultureInfo.InvariantCulture));
}
