using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Keeping;

namespace SrmPortal.Web.Infrastructure;

/// <summary><c>Sealing</c>, as far as the watch over it is concerned.</summary>
public sealed class SealingWatchSettings
{
    /// <summary>Whether canaries are tried and old contents destroyed in the background.</summary>
    public bool InBackground { get; init; } = true;

    /// <summary>How long after the deadline what was never opened is kept, once the round has come to its end.</summary>
    public int KeepUnopenedDays { get; init; } = 365;
}

/// <summary>Destroys what was never opened of rounds that came to their end long ago. A round that still waits for its opening is left alone.</summary>
public sealed class SealedRetention(PortalDbContext db, OfferVault vault, IOptionsMonitor<SealingWatchSettings> settings) : IDeed
{
    private static readonly RoundState[] AtTheirEnd =
        [RoundState.Opened, RoundState.AwardProposed, .. RoundStates.Final];

    /// <returns>The rounds of which something was destroyed.</returns>
    public async Task<int> Destroy(DateTime now)
    {
        var before = now.AddDays(-settings.CurrentValue.KeepUnopenedDays);
        var ids = await vault.WithUnopened(db.Rounds.Where(r => r.Deadline < before && AtTheirEnd.Contains(r.State))).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync();
        var destroyed = 0;
        foreach (var id in ids)
        {
            destroyed += await db.InTransaction(async () =>
                await vault.DestroyUnopened(await db.Rounds.Include(r => r.Event).SingleAsync(r => r.Id == id), now)) ? 1 : 0;
        }

        return destroyed;
    }
}

internal static class SealingWatch
{
    public static IServiceCollection AddSealingWatch(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<SealingWatchSettings>(configuration.GetSection("Sealing"));
        services.Configure<KeepingSettings>(configuration.GetSection("Keeping"));
        services.AddSingleton<CanaryWatch>();
        return services.AddHostedService(all => all.GetRequiredService<CanaryWatch>());
    }
}
