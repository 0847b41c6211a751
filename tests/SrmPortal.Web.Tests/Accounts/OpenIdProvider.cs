using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>A small OpenID Connect provider on loopback: code flow with PKCE, signed tokens, the claims that a test wants.</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    public const string Client = "srm-portal", Secret = "a secret of this test";

    private readonly WebApplication _server;
    private bool _askedAnew;
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "test" };
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> _codes = new();
    private readonly HttpClient _walker = new(new HttpClientHandler { AllowAutoRedirect = false });

    private OpenIdProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = Address + "/authorize",
            ["token_endpoint"] = Address + "/token",
            ["jwks_uri"] = Address + "/keys",
            ["response_types_supported"] = new[] { "code" },
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }));
        _server.MapGet("/keys", () =>
        {
            var key = _key.Rsa.ExportParameters(false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "test", alg = "RS256", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } });
        });
        _server.MapGet("/authorize", (HttpRequest asked) => Authorize(asked.Query));
        _server.MapPost("/token", async (HttpRequest asked) => Token(await asked.ReadFormAsync()));
    }

    public string Address { get; private set; } = "";

    public Dictionary<string, object> Claims { get; set; } = [];

    /// <summary>The person presses "cancel" there.</summary>
    public bool Refuses { get; set; }

    public static async Task<OpenIdProvider> Start()
    {
        var provider = new OpenIdProvider();
        await provider._server.StartAsync();
        provider.Address = provider._server.Urls.Single();
        return provider;
    }

    /// <summary>Whether it has asked for the password just now, as it was told to.</summary>
    public bool AsksAnew { get; set; } = true;

    /// <summary>By which it says when somebody has signed in.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Goes where the portal sends the browser, and back; what the portal answers at the end.</summary>
    public async Task<HttpResponseMessage> Walk(HttpClient browser, string link)
    {
        var sent = await browser.GetAsync(link);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.StartsWith(Address, sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        var back = await _walker.GetAsync(sent.Headers.Location);
        var answered = await browser.GetAsync(back.Headers.Location!.PathAndQuery);
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        return answered.Headers.Location!.ToString().Contains("/arrived", StringComparison.Ordinal) ? await browser.GetAsync(answered.Headers.Location.ToString()) : answered;
    }

    public async ValueTask DisposeAsync()
    {
        _walker.Dispose();
        await _server.DisposeAsync();
    }

    private IResult Authorize(IQueryCollection asked)
    {
        Assert.Equal(("code", Client, "S256"), (asked["response_type"].ToString(), asked["client_id"].ToString(), asked["code_challenge_method"].ToString()));
        _askedAnew = asked["prompt"] == "login" && asked["max_age"] == "0" && AsksAnew;
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (asked["nonce"].ToString(), asked["code_challenge"].ToString());
        var answer = Refuses ? "error=access_denied" : $"code={code}";
        return Results.Redirect($"{asked["redirect_uri"]}?{answer}&state={Uri.EscapeDataString(asked["state"].ToString())}");
    }

    private IResult Token(IFormCollection asked)
    {
        if (!_codes.TryRemove(asked["code"].ToString(), out var known) || asked["client_secret"] != Secret
            || Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(asked["code_verifier"].ToString()))) != known.Challenge)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = Client,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object>(Claims) { ["sub"] = "person-of-the-group", ["nonce"] = known.Nonce, ["auth_time"] = (Clock.GetUtcNow() - (_askedAnew ? TimeSpan.Zero : TimeSpan.FromHours(2))).ToUnixTimeSeconds() },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });
        return Results.Json(new { access_token = "not-used", token_type = "Bearer", expires_in = 300, id_token = token });
    }
}
