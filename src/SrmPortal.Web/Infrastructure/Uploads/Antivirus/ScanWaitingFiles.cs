using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Common;

namespace SrmPortal.Web.Infrastructure.Uploads.Antivirus;

/// <summary>
/// Each minute: asks again about the files in quarantine. What is clean is open from then on; of what is infected the bytes go and the
/// row stays, so that everybody who looks for the file is told. One that gets no verdict keeps none of the others.
/// </summary>
public sealed partial class ScanWaitingFiles(PortalDbContext db, IFileStore store, IAntivirus antivirus, ILogger<ScanWaitingFiles> logger) : IRegularDeed
{
    private const int Batch = 100;

    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task DoWhatIsDue(DateTime now, CancellationToken stopping)
    {
        // Switched off while files wait: they go on waiting.
        var last = 0L;
        while (antivirus.IsConfigured && !stopping.IsCancellationRequested)
        {
            var waiting = await db.Files.AsNoTracking().Where(f => f.Scan == ScanState.Waiting && f.Id > last).OrderBy(f => f.Id).Take(Batch).ToListAsync(stopping);
            foreach (var file in waiting)
            {
                if (!await antivirus.Answers(stopping))
                {
                    LogSilent(logger);
                    return;
                }

                await Settle(file, await Ask(file, stopping));
            }

            if (waiting.Count < Batch)
            {
                return;
            }

            last = waiting[^1].Id;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The antivirus does not answer; files wait in quarantine.")]
    private static partial void LogSilent(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "File {File} waits in quarantine, but its bytes are not there.")]
    private static partial void LogGone(ILogger logger, Exception fault, long file);

    private async Task<ScanAnswer> Ask(StoredFile file, CancellationToken stopping)
    {
        try
        {
            await using var content = store.Open(file.StoreName);
            return await antivirus.Scan(content, stopping, patiently: true);
        }
        catch (IOException fault)
        {
            LogGone(logger, fault, file.Id);
            return new ScanAnswer(ScanState.Waiting);
        }
    }

    private async Task Settle(StoredFile file, ScanAnswer answer)
    {
        if (answer.State is not (ScanState.Clean or ScanState.Infected))
        {
            return;
        }

        var settled = await db.InTransaction(async () =>
        {
            // Another instance may have asked at the same time.
            var mine = await db.Files.Where(f => f.Id == file.Id && f.Scan == ScanState.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.Scan, answer.State).SetProperty(f => f.Threat, answer.Threat)) == 1;
            if (mine && answer.State is ScanState.Infected)
            {
                db.Record(new InfectedFileRemoved(file.Name, answer.Threat!, file.RegistrationId));
            }

            return mine;
        });
        if (settled && answer.State is ScanState.Infected)
        {
            store.Delete(file.StoreName);
        }
    }
}
