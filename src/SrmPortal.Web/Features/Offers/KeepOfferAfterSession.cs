using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Data.Sealing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Offers;

/// <summary>
/// An offer that is sent to be saved when the session has ended is neither saved nor lost: it is sealed in the vault for the person and
/// the company of the cookie, if that is a genuine one that ran out, and the form was shown to the same. Who was blocked or got a new
/// password since is nobody.
/// </summary>
internal sealed class KeepOfferAfterSession(IServiceScopeFactory scopes, FormsOfSession forms, IOptionsMonitor<CookieAuthenticationOptions> cookies) : IKeepsAfterSession
{
    public async Task<string?> Keep(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<KeptAfterSessionAttribute>() is null || forms.OwnerOf(http) is not { Supplier: not null } owner || !IsOf(owner, http, out var stamp, out var session))
        {
            return null;
        }

        var (number, instant, sent) = (http.GetRouteValue("number") as string, http.Instant(), http.Request.Form);
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<PortalDbContext>();
        var known = await KnownPerson.Find(db, owner.Person!.Value, owner.Supplier, OpenSession.MarkOf(session));
        if (known is null || known.Stamp != stamp || known.SessionUsedAt is null || known.Scope(instant) is not { SupplierId: not null } scope
            || !int.TryParse(http.GetRouteValue("no") as string, NumberStyles.None, CultureInfo.InvariantCulture, out var no))
        {
            return null;
        }

        services.ServiceProvider.GetRequiredService<CurrentScope>().Is = scope;
        if (number is null || await db.RoundAt(number, no) is not { } round)
        {
            return null;
        }

        var typed = new TypedOffer(Number(sent[nameof(OfferForm.WorkingCopyNo)]), Number(sent["VersionNo"]), instant, TypedFields.Of(sent)) { AfterSession = true };
        var outcome = await services.ServiceProvider.GetRequiredService<KeepTyped>().Keep(round, typed, form: null, instant);
        return outcome.Why is null ? $"{http.Request.PathBase}/events/{number}/{no}/offer" : null;
    }

    /// <summary>The cookie is read as it is, whether or not its time is over.</summary>
    private bool IsOf(FormOwner owner, HttpContext http, out string? stamp, out string session)
    {
        var options = cookies.Get(IdentityConstants.ApplicationScheme);
        var ticket = options.CookieManager.GetRequestCookie(http, options.Cookie.Name!) is { } cookie ? options.TicketDataFormat.Unprotect(cookie) : null;
        string? Claim(string type) => ticket?.Principal.FindFirst(type)?.Value;
        (stamp, session) = (Claim(ChosenMembership.StampClaim), Claim(ChosenMembership.SessionClaim) ?? "");
        return stamp is not null && Claim(ClaimTypes.NameIdentifier) == owner.Person?.ToString(CultureInfo.InvariantCulture)
            && Claim(ChosenMembership.CompanyClaim) == owner.Supplier?.ToString(CultureInfo.InvariantCulture);
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>Half an hour is enough to sign in again.</summary>
internal sealed class ForgetAfterSession(OfferVault vault) : IRegularDeed
{
    public static TimeSpan Every => TimeSpan.FromMinutes(5);

    public Task DoWhatIsDue(DateTime now, CancellationToken stopping) => vault.ForgetAfterSession(now);
}

internal static class OfferServices
{
    public static IServiceCollection AddOffers(this IServiceCollection services) => services
        .AddSingleton<IKeepsAfterSession, KeepOfferAfterSession>();
}
