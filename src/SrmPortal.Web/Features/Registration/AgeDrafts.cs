using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Web.Features.Registration;

/// <summary>Each hour: reminds of drafts that nobody touches, ends those that are idle for 30 days, and sweeps up bytes that nobody owns.</summary>
internal sealed partial class AgeDrafts(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AgeDrafts> logger) : BackgroundService
{
    private const int Batch = 100;

    /// <summary>Before a draft has been idle for so long there is nothing to say.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(SupplierRegistration.DaysIdle - 7);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var services = scopes.CreateAsyncScope();
                services.ServiceProvider.GetRequiredService<CurrentScope>().Is = Scope.System;
                await Run(services.ServiceProvider.GetRequiredService<PortalDbContext>(), clock.GetUtcNow().UtcDateTime, stoppingToken);
                await services.ServiceProvider.GetRequiredService<UnownedFiles>().Delete(clock.GetUtcNow().UtcDateTime);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(logger, fault);
            }
        }
    }

    /// <summary>Two instances at once do no harm: the second finds it done.</summary>
    public static async Task Run(PortalDbContext db, DateTime now, CancellationToken stopping)
    {
        var idleSince = now - Quiet;
        var last = 0L;
        while (!stopping.IsCancellationRequested)
        {
            var idle = await db.Registrations.Where(r => r.State == RegistrationState.Draft && r.TouchedAt <= idleSince && r.Id > last)
                .OrderBy(r => r.Id).Select(r => r.Id).Take(Batch).ToListAsync(stopping);
            foreach (var id in idle)
            {
                await db.InTransaction(async () =>
                {
                    if (await db.Registrations.SingleOrDefaultAsync(r => r.Id == id && r.State == RegistrationState.Draft, stopping) is { } draft)
                    {
                        draft.Age(now);
                    }

                    return id;
                });
            }

            if (idle.Count < Batch)
            {
                return;
            }

            last = idle[^1];
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Idle drafts of registrations could not be looked through; the next try is in an hour.")]
    private static partial void Failed(ILogger logger, Exception fault);
}
