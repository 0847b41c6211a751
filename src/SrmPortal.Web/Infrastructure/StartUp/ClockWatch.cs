using SrmPortal.Data;
using SrmPortal.Domain.Common;

namespace SrmPortal.Web.Infrastructure.StartUp;

/// <summary>
/// Compares this instance's clock with the database's each minute. Over a second apart, or earlier than what was last recorded, the
/// instance is not ready and takes no submission: deadlines are decided by this clock.
/// </summary>
public sealed partial class ClockWatch(IServiceScopeFactory scopes, TimeProvider clock, IConfiguration settings, ILogger<ClockWatch> log) : BackgroundService
{
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    // Off where a test sets the clock.
    private readonly bool _watches = settings.GetValue("Portal:WatchClock", true);

    /// <summary>What is wrong with the clock; null: nothing, as far as was seen.</summary>
    public string? Fault { get; private set; }

    /// <summary>Before anything is decided by the time: a submission, an opening.</summary>
    public void RefuseIfWrong() => RuleViolation.ThrowIf(Fault is not null, SharedRules.ClockWrong);

    public async Task Compare(CancellationToken cancellationToken = default)
    {
        using var scope = scopes.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Is = Scope.System;
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var last = await db.LastRecorded(cancellationToken);
        var before = clock.GetUtcNow().UtcDateTime;
        var there = await db.Now(cancellationToken);
        var after = clock.GetUtcNow().UtcDateTime;

        // The database looked at its clock somewhere between the two.
        var apart = there < before ? before - there : there > after ? there - after : TimeSpan.Zero;
        Fault = apart > Tolerance ? $"The clock and the database's are {apart.TotalSeconds:0.0} s apart."
            : last > after + Tolerance ? "The clock is behind what was last recorded."
            : null;
        if (Fault is not null)
        {
            Wrong(log, Fault);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_watches && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Compare(stoppingToken);
            }
            catch (Exception thrown) when (thrown is not OperationCanceledException)
            {
                // A database that does not answer is told by its own check.
                Unknown(log, thrown.GetType().Name);
            }

            await Task.Delay(Every, clock, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Critical, "{Fault} No submission is taken.")]
    private static partial void Wrong(ILogger log, string fault);

    [LoggerMessage(LogLevel.Warning, "The database's clock could not be read: {Reason}.")]
    private static partial void Unknown(ILogger log, string reason);
}
