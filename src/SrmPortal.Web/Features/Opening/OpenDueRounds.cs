using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Infrastructure.Telemetry;

namespace SrmPortal.Web.Features.Opening;

/// <summary>
/// Opens the rounds that open by themselves, as soon as deadline and drain have passed; after a standstill all that waited. Several
/// instances may run it at once: they meet at each round's lock, and whoever comes second finds it open.
/// </summary>
internal sealed partial class OpenDueRounds(IServiceScopeFactory scopes, TimeProvider clock, IOptions<SealingSettings> settings, PortalMetrics metrics, ILogger<OpenDueRounds> logger)
{
    /// <summary>Opens what is due now.</summary>
    /// <returns>How many rounds this run has opened or found empty.</returns>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var done = 0;
        foreach (var (id, name, deadline) in await Due(now - settings.Value.Drain, cancellationToken))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            using var span = Traces.Source.StartActivity("open round")?.SetTag("srm.round", name);
            try
            {
                await using var services = InSystemScope();
                var outcome = await services.ServiceProvider.GetRequiredService<OpenRound>().OpenByItself(id, now);
                span?.SetTag("srm.outcome", outcome.ToString());
                if (outcome is OpeningOutcome.Opened or OpeningOutcome.NothingToOpen)
                {
                    metrics.RoundServed(clock.GetUtcNow().UtcDateTime - deadline - settings.Value.Drain, outcome is OpeningOutcome.NothingToOpen);
                    done++;
                }
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                // It stays sealed and is tried again; the others go on.
                LogFault(logger, name, fault);
                span?.SetStatus(ActivityStatusCode.Error);
            }
        }

        return done;
    }

    /// <summary>How long to wait before looking again: until the next round is due to the moment, and at most so long.</summary>
    public async Task<TimeSpan> UntilNext(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (since, until) = (now - settings.Value.Drain, now - settings.Value.Drain + atMost);
        await using var services = InSystemScope();
        var next = await services.ServiceProvider.GetRequiredService<PortalDbContext>().Rounds
            .Where(r => r.State == RoundState.Published && r.Deadline > since && r.Deadline < until && r.OpeningRule == OpeningRule.Automatic)
            .MinAsync(r => (DateTime?)r.Deadline, cancellationToken);
        return next is { } deadline ? deadline - since : atMost;
    }

    private async Task<IReadOnlyList<(long Id, string Name, DateTime Deadline)>> Due(DateTime deadline, CancellationToken cancellationToken)
    {
        await using var services = InSystemScope();
        var due = await services.ServiceProvider.GetRequiredService<PortalDbContext>().Rounds
            .Where(r => r.State == RoundState.Published && r.Deadline <= deadline && r.OpeningRule == OpeningRule.Automatic && r.FoundEmptyAt == null)
            .OrderBy(r => r.Deadline).Select(r => new { r.Id, r.Event.Number, r.No, r.Deadline }).ToListAsync(cancellationToken);
        return due.ConvertAll(round => (round.Id, $"{round.Number}/{round.No}", round.Deadline));
    }

    private AsyncServiceScope InSystemScope()
    {
        var services = scopes.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<CurrentScope>().Is = Scope.System;
        return services;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Round {Round} could not be opened. It stays sealed and will be tried again.")]
    private static partial void LogFault(ILogger logger, string round, Exception fault);
}

/// <summary><c>Opening</c>.</summary>
public sealed class OpeningSettings
{
    /// <summary>Whether this instance opens rounds by itself; tests run it when they say so.</summary>
    public bool InBackground { get; init; } = true;

    public int PollSeconds { get; init; } = 10;
}

/// <summary>Looks every few seconds for rounds that are due, and wakes for each when it becomes so.</summary>
internal sealed partial class OpeningService(OpenDueRounds due, IOptions<OpeningSettings> settings, ILogger<OpeningService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.Value.InBackground && !stoppingToken.IsCancellationRequested)
        {
            var wait = TimeSpan.FromSeconds(settings.Value.PollSeconds);
            try
            {
                await due.Run(stoppingToken);
                wait = await due.UntilNext(wait, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(logger, fault);
            }

            await Task.Delay(wait, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for rounds to be opened failed.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}

internal static class OpeningServices
{
    public static IServiceCollection AddOpening(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<SealingSettings>(configuration.GetSection("Sealing"))
        .Configure<OpeningSettings>(configuration.GetSection("Opening"))
        .Configure<AwardSettings>(configuration.GetSection("Portal"))
        .AddSingleton<OpenDueRounds>()
        .AddHostedService<OpeningService>();
}
