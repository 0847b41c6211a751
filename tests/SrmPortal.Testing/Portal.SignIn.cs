using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Account;

namespace SrmPortal.Testing;

/// <summary>The real sign-in, for tests that are about it: browsers with cookies, passwords, networks.</summary>
public sealed partial class Portal
{
    /// <summary>Good, and nobody's name in it.</summary>
    public const string Password = "kolibri-nad-ozerom-7";

    /// <summary>What a supplier's person has accepted before signing in.</summary>
    private static readonly ConsentKind[] Consents = [ConsentKind.Terms, ConsentKind.PeopleInformed];

    private const string NetworkHeader = "X-Test-Network";

    /// <summary>A browser with an own cookie jar, in a network of its own.</summary>
    public HttpClient Browser(string network = "203.0.113.18", string language = "en")
    {
        var browser = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        browser.DefaultRequestHeaders.Add(NetworkHeader, network);
        return browser;
    }

    /// <summary>As if the person had set it by the mailed link; nobody is told.</summary>
    public Task GivePassword(long account, string password = Password) => Seen(Scope.System, async db =>
    {
        var person = await db.Accounts.SingleAsync(a => a.Id == account);
        var credential = new Credential
        {
            Id = account,
            UserName = person.UserName,
            NormalizedUserName = person.NormalizedUserName,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            PasswordSetAt = Clock.GetUtcNow().UtcDateTime,
        };
        credential.PasswordHash = Services.CreateScope().ServiceProvider.GetRequiredService<IPasswordHasher<Credential>>().HashPassword(credential, password);
        db.Add(credential);
        if (!person.IsStaff)
        {
            db.AddRange(Consents.Select(kind => new PersonConsent(person, new ConsentText(kind, 1, "en", new string('0', 64)), Given.OnPublishing)));
        }

        return await db.SaveChangesAsync();
    });

    /// <summary>Signs a person in as people do, by the form; the person has a password.</summary>
    public async Task<HttpClient> SignInAs(string login, string password = Password, string network = "203.0.113.18", HttpClient? browser = null)
    {
        browser ??= Browser(network);
        var answer = await browser.TrySignIn(login, password);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{answer.StatusCode} {(await answer.Parsed()).Text()}");
        return browser;
    }

    // Without the header of the tests' own way in, the portal's cookie counts.
    private static string? WithoutHeader(HttpContext http) => http.Request.Headers.ContainsKey(SignIn.Header) ? null : IdentityConstants.ApplicationScheme;

    private static void PrepareSignIn(IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1000);
        services.AddSingleton<IStartupFilter, Networks>();
    }

    /// <summary>The test server has no network: the header says where the browser is.</summary>
    private sealed class Networks : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, then) =>
            {
                if (http.Request.Headers.TryGetValue(NetworkHeader, out var network))
                {
                    http.Connection.RemoteIpAddress = IPAddress.Parse(network.ToString());
                }

                return then(http);
            });
            next(app);
        };
    }
}

public static class SigningIn
{
    /// <summary>What a supplier's person reads and accepts at the first sign-in.</summary>
    public static async Task AcceptTexts(this HttpClient browser) =>
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Press(await browser.Page("/agreements"), "Accept and go on", ("Terms", "true"), ("PeopleInformed", "true"))).StatusCode);

    public static async Task<HttpResponseMessage> TrySignIn(this HttpClient browser, string login, string password) =>
        await browser.Press(await browser.Page("/sign-in"), "Sign in", ("Login", login), ("Password", password));
}
