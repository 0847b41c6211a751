using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// Tries the canary of every round that is not yet opened, once a day and at the start: a lost certificate is found weeks before a
/// deadline, not at the opening. What it finds is logged as critical and shown by <c>/health/sealing</c>.
/// </summary>
internal sealed partial class CanaryWatch(
    IServiceScopeFactory scopes, SealingKeys keys, IOptionsMonitor<SealingWatchSettings> settings, TimeProvider clock, ILogger<CanaryWatch> logger) : BackgroundService
{
    /// <summary>The rounds that could not be opened today, with the reason; null before the first look.</summary>
    public IReadOnlyDictionary<string, string>? Broken { get; private set; }

    public async Task<IReadOnlyDictionary<string, string>> Look(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Is = Scope.System;
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var sealedRounds = await db.Set<RoundKey>().AsNoTracking().Where(key => key.DestroyedAt == null && key.Round.State == RoundState.Published)
            .Select(key => new { Round = key.Round.Number + "/" + key.Round.No, Key = key }).ToListAsync(cancellationToken);
        var broken = new Dictionary<string, string>();
        foreach (var row in sealedRounds)
        {
            if (keys.WhatIsWrongWith(row.Key, row.Round) is { } wrong)
            {
                broken[row.Round] = wrong;
                CannotBeOpened(row.Round, wrong);
            }
        }

        return Broken = broken;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first look waits until the start is over: a database that is not migrated yet is no finding.
        var next = TimeSpan.FromMinutes(1);
        while (settings.CurrentValue.InBackground && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(next, clock, stoppingToken);
                await Look(stoppingToken);
                next = TimeSpan.FromDays(1);
            }
            catch (Exception failed) when (failed is System.Data.Common.DbException or InvalidOperationException)
            {
                CouldNotLook(failed);
                next = TimeSpan.FromMinutes(10);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(LogLevel.Critical, "Offers of round {Round} could not be opened today: {Why}. See docs/sealing.md, \"When a certificate is lost\".")]
    private partial void CannotBeOpened(string round, string why);

    [LoggerMessage(LogLevel.Warning, "The canaries of the rounds could not be tried.")]
    private partial void CouldNotLook(Exception failed);
}
