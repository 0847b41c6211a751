using AngleSharp.Dom;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>An authenticator app that was set up as people do it.</summary>
/// <param name="Key">What it shares with the portal.</param>
/// <param name="RecoveryCodes">Shown once.</param>
internal sealed record Authenticator(byte[] Key, IReadOnlyList<string> RecoveryCodes)
{
    /// <summary>What it shows now.</summary>
    public string Code(Portal portal) => OneTimeCode.At(Key, OneTimeCode.StepAt(portal.Clock.GetUtcNow().UtcDateTime));

    /// <summary>The key as the page writes it.</summary>
    public static byte[] KeyOn(IDocument page) => AuthenticatorKey.Of(page.QuerySelector(".key")!.TextContent);

    public static IReadOnlyList<string> CodesOn(IDocument page) => [.. page.QuerySelectorAll(".codes li").Select(code => code.TextContent)];

    /// <summary>Sets it up in the profile.</summary>
    public static async Task<Authenticator> For(Portal portal, HttpClient browser)
    {
        var shown = await browser.PressAndFollow(await browser.Page("/profile/two-step"), "Set up", ("Password", Portal.Password));
        var key = KeyOn(shown);
        var done = await browser.PressAndFollow(shown, "Switch two-step sign-in on", ("Code", new Authenticator(key, []).Code(portal)));
        portal.Clock.Advance(TimeSpan.FromSeconds(OneTimeCode.StepSeconds));
        return new Authenticator(key, CodesOn(done));
    }
}
