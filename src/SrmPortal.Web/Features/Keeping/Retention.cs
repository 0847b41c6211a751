using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Data.Keeping;
using SrmPortal.Domain.Administration;
using SrmPortal.Web.Features.Practising;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.StartUp;

namespace SrmPortal.Web.Features.Keeping;

/// <summary><c>Keeping</c>: how long what is over is kept.</summary>
public sealed class KeepingSettings
{
    /// <summary>Rejected, withdrawn and expired applications, counted from their end.</summary>
    public int RejectedDays { get; init; } = 365;

    /// <summary>Events with offers and receipts, counted from their end; notices and the history, from their day.</summary>
    public int RecordYears { get; init; } = 5;
}

/// <summary>Once a day, on one instance: destroys what has been kept long enough, part by part, and records what went.</summary>
public sealed partial class Retention(
    PortalDbContext db, ForgetRegistrations registrations, ForgetEvents events, ForgetPractice practice, SealedRetention unopened, ForgetNotices notices, AuditShortening audit,
    IOptionsMonitor<KeepingSettings> settings, ClockWatch clock, ILogger<Retention> logger) : IRegularDeed
{
    /// <summary>Whoever began and has not ended by then was killed in the middle: the next one takes over.</summary>
    private static readonly TimeSpan AtMost = TimeSpan.FromHours(2);

    /// <summary>
    /// A run that comes so many days after the one before is begun by a person, by the command: a clock that has run far ahead would destroy
    /// years of records.
    /// </summary>
    public const int MostDaysBetween = 31;

    public static TimeSpan Every => TimeSpan.FromMinutes(30);

    public async Task DoWhatIsDue(DateTime now, CancellationToken stopping)
    {
        if (clock.Fault is null)
        {
            await Run(now, stopping);
        }
    }

    /// <returns>What went; null: today's run has been, another instance is at it, or too much time has passed for a run without a person.</returns>
    public async Task<RetentionRun?> Run(DateTime now, CancellationToken stopping = default)
    {
        var day = DateOnly.FromDateTime(now);
        if (await db.RetentionRuns.MaxAsync(r => (DateOnly?)r.Day, stopping) is { } last && day.DayNumber - last.DayNumber > MostDaysBetween)
        {
            LogPause(logger, last, MostDaysBetween);
            return null;
        }

        return await db.InTransaction(() => Begin(day, now)) ? await Destroy(now, stopping) : null;
    }

    /// <summary>Does it at once, whether or not today's run has been.</summary>
    public async Task<RetentionRun> Destroy(DateTime now, CancellationToken stopping = default)
    {
        var day = DateOnly.FromDateTime(now);
        var (kept, failed) = (settings.CurrentValue, new List<string>());
        var before = now.AddYears(-kept.RecordYears);
        var gone = new OldRecordsDestroyed(
            day.ToString("O", CultureInfo.InvariantCulture),
            await Part("registrations", () => registrations.Forget(now.AddDays(-kept.RejectedDays), stopping)),
            await Part("events", () => events.Forget(before, stopping)),
            await Part("unopened", () => unopened.Destroy(now)),
            await Part("notices", () => notices.Forget(before, stopping)),
            await Part("history", () => audit.Run(before, now)));
        // What was only practised is no record: it goes uncounted.
        await Part("practice", () => practice.Forget(now, stopping));
        await db.InTransaction(() => Note(day, gone, failed.Count == 0 ? null : string.Join(", ", failed), now));
        return await db.RetentionRuns.AsNoTracking().SingleAsync(r => r.Day == day, CancellationToken.None);

        // One part that fails stops no other: each is a deed of its own, and is tried again tomorrow.
        async Task<int> Part(string name, Func<Task<int>> part)
        {
            try
            {
                return await part();
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                failed.Add(name);
                LogFault(logger, fault, name);
                return 0;
            }
        }
    }

    private async Task<bool> Note(DateOnly day, OldRecordsDestroyed gone, string? failed, DateTime now)
    {
        if (!await db.RetentionRuns.AnyAsync(r => r.Day == day))
        {
            db.Add(new RetentionRun { Day = day, BegunAt = now });
            await db.SaveChangesAsync();
        }

        db.Record(gone);
        return await db.RetentionRuns.Where(r => r.Day == day).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.EndedAt, now)
            .SetProperty(r => r.Registrations, r => r.Registrations + gone.Registrations)
            .SetProperty(r => r.Events, r => r.Events + gone.Events)
            .SetProperty(r => r.Rounds, r => r.Rounds + gone.Rounds)
            .SetProperty(r => r.Notices, r => r.Notices + gone.Notices)
            .SetProperty(r => r.AuditRecords, r => r.AuditRecords + gone.AuditRecords)
            .SetProperty(r => r.Failed, failed)) == 1;
    }

    private async Task<bool> Begin(DateOnly day, DateTime now)
    {
        if (await db.RetentionRuns.AnyAsync(r => r.Day == day))
        {
            var killed = now - AtMost;
            return await db.RetentionRuns.Where(r => r.Day == day && r.EndedAt == null && r.BegunAt <= killed).ExecuteUpdateAsync(set => set.SetProperty(r => r.BegunAt, now)) == 1;
        }

        db.Add(new RetentionRun { Day = day, BegunAt = now });
        return true;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "What has been kept long enough was last destroyed on {Day}, more than {Days} days ago: if the clock is right, run the command retention.")]
    private static partial void LogPause(ILogger logger, DateOnly day, int days);

    [LoggerMessage(Level = LogLevel.Error, Message = "What has been kept long enough could not be destroyed: {Part}. See docs/settings.md.")]
    private static partial void LogFault(ILogger logger, Exception fault, string part);
}
