using SrmPortal.Data;
using SrmPortal.Domain.Common;

namespace SrmPortal.Web.Infrastructure.StartUp;

/// <summary>
/// Compares this instance's clock with the database's each minute. Over a second apart, or earlier than what was last recorded, or set
/// anew since then, the instance is not ready and decides nothing that hangs on a deadline: no submission, withdrawal, opening, publication
/// or cancellation. Saving goes on: it binds nobody.
/// </summary>
public sealed partial class ClockWatch(IServiceScopeFactory scopes, TimeProvider clock, IConfiguration settings, ILogger<ClockWatch> log) : BackgroundService
{
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    // Off where a test sets the clock.
    private readonly bool _watches = settings.GetValue("Portal:WatchClock", true);

    private string? _seen;
    private Sight? _looked;

    /// <summary>What is wrong with the clock; null: nothing, as far as was seen.</summary>
    public string? Fault => _seen ?? (WasSet ? "The clock was set." : null);

    /// <summary>For the page of what would be refused.</summary>
    public IReadOnlyList<BrokenRule> Broken => Fault is null ? [] : [new(SharedRules.ClockWrong)];

    /// <summary>Before anything is decided by the time; inside the deed, after the answer to a second press.</summary>
    public void RefuseIfWrong() => RuleViolation.ThrowIfAny(Broken);

    /// <summary>Looks once before the first request is answered.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Look(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

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
        _looked = _watches ? new Sight(clock.GetUtcNow(), clock.GetTimestamp()) : null;
        _seen = apart > Tolerance ? $"The clock and the database's are {apart.TotalSeconds:0.0} s apart."
            : last > after + Tolerance ? "The clock is behind what was last recorded."
            : null;
        if (_seen is not null)
        {
            Wrong(log, _seen);
        }
    }

    /// <summary>The hands moved otherwise than the time that really passed since the last look: a minute is long at a deadline.</summary>
    private bool WasSet => _looked is { } last && (clock.GetUtcNow() - last.At - clock.GetElapsedTime(last.Ticks)).Duration() > Tolerance;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_watches && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, clock, stoppingToken);
            await Look(stoppingToken);
        }
    }

    private async Task Look(CancellationToken cancellationToken)
    {
        try
        {
            await (_watches ? Compare(cancellationToken) : Task.CompletedTask);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            // A database that does not answer is told by its own check.
            Unknown(log, thrown.GetType().Name);
        }
    }

    /// <summary>What the clock showed, and how long the machine had run, when it was looked at.</summary>
    private sealed record Sight(DateTimeOffset At, long Ticks);

    [LoggerMessage(LogLevel.Critical, "{Fault} Nothing that hangs on a deadline is taken.")]
    private static partial void Wrong(ILogger log, string fault);

    [LoggerMessage(LogLevel.Warning, "The database's clock could not be read: {Reason}.")]
    private static partial void Unknown(ILogger log, string reason);
}
