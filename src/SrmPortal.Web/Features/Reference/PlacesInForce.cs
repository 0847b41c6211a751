using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Reference;
using SrmPortal.Web.Infrastructure.Errors;

namespace SrmPortal.Web.Features.Reference;

/// <summary>The administrator's lists, kept in memory for a little while: a change is there at once on its own instance, soon on the others.</summary>
public sealed class PlacesInForce(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(30);

    // Many requests read and write it at once, which a tuple is not made for: its parts are put one after another.
    private volatile Kept? _kept;

    public async Task<Places> Read()
    {
        var now = clock.GetUtcNow();
        if (_kept is { } kept && now < kept.Until)
        {
            return kept.Places;
        }

        await using var scope = scopes.CreateAsyncScope();
        var places = Places.With(await scope.ServiceProvider.GetRequiredService<PortalDbContext>().ListedPlaces.AsNoTracking().ToListAsync());
        _kept = new Kept(places, now + Lasts);
        return places;
    }

    public void Forget() => _kept = null;

    private sealed record Kept(Places Places, DateTimeOffset Until);
}

/// <summary>Lets the request read the lists that are in force.</summary>
internal sealed class UsePlacesInForce(RequestDelegate next, PlacesInForce inForce)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.IsBroken() && http.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.Controllers.ControllerActionDescriptor>() is not null)
        {
            Places.Use(await inForce.Read());
        }

        await next(http);
    }
}
