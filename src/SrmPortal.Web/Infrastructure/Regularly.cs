using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Reference;
using SrmPortal.Web.Features.Reference;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// A deed that the portal does by itself, again and again. It finds out what is due and says so once, so that two instances at once, or
/// a pause of a day, do no harm.
/// </summary>
public interface IRegularDeed : IDeed
{
    static abstract TimeSpan Every { get; }

    Task DoWhatIsDue(DateTime now, CancellationToken stopping);
}

/// <summary>Does it, for the portal itself and in a scope of its own each time. What fails is logged, and tried again the next time.</summary>
internal sealed partial class Regularly<TDeed>(IServiceScopeFactory scopes, TimeProvider clock, IOptions<PortalSettings> settings, PlacesInForce places, SettingsInForce inForce, TextsInForce texts, ILogger<TDeed> logger)
    : BackgroundService where TDeed : IRegularDeed
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Value.InBackground)
        {
            return;
        }

        using var timer = new PeriodicTimer(TDeed.Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Places.Use(await places.Read());
                await texts.Refresh();
                await inForce.Refresh(scopes, clock.GetUtcNow());
                await using var services = scopes.CreateAsyncScope();
                services.ServiceProvider.GetRequiredService<CurrentScope>().Is = Scope.System;
                await services.ServiceProvider.GetRequiredService<TDeed>().DoWhatIsDue(clock.GetUtcNow().UtcDateTime, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(logger, fault, typeof(TDeed).Name, TDeed.Every);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Deed} failed; it is tried again in {Every}.")]
    private static partial void LogFault(ILogger logger, Exception fault, string deed, TimeSpan every);
}
