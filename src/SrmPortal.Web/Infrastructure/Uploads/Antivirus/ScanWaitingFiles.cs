using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Common;

namespace SrmPortal.Web.Infrastructure.Uploads.Antivirus;

/// <summary>
/// Each minute: asks again about the files in quarantine. What is clean is open from then on; of what is infected the bytes go and the
/// row stays, so that everybody who looks for the file is told. One that gets no verdict keeps none of the others. Files that came before the
/// antivirus was configured are asked about too, some each time; they stay open until then.
/// </summary>
public sealed partial class ScanWaitingFiles(PortalDbContext db, IFileStore store, IAntivirus antivirus, ILogger<ScanWaitingFiles> logger) : IRegularDeed
{
    /// <summary>So many files that came before the antivirus was configured are asked about each time.</summary>
    public const int MostOfBefore = 200;

    private const int Batch = 100;

    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task DoWhatIsDue(DateTime now, CancellationToken stopping)
    {
        // Switched off while files wait: they go on waiting.
        if (antivirus.IsConfigured && await AskAbout(ScanState.Waiting, int.MaxValue, stopping))
        {
            await AskAbout(ScanState.NotAsked, MostOfBefore, stopping);
        }
    }

    /// <returns>False: it is silent.</returns>
    private async Task<bool> AskAbout(ScanState state, int most, CancellationToken stopping)
    {
        var (last, left) = (0L, most);
        while (left > 0 && !stopping.IsCancellationRequested)
        {
            var batch = Math.Min(Batch, left);
            var files = await db.Files.AsNoTracking().Where(f => f.Scan == state && f.Id > last).OrderBy(f => f.Id).Take(batch).ToListAsync(stopping);
            foreach (var file in files)
            {
                if (!await antivirus.Answers(stopping))
                {
                    LogSilent(logger);
                    return false;
                }

                await Settle(file, await Ask(file, stopping), stopping);
            }

            if (files.Count < batch)
            {
                break;
            }

            (last, left) = (files[^1].Id, left - files.Count);
        }

        return true;
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

    private async Task Settle(StoredFile file, ScanAnswer answer, CancellationToken stopping)
    {
        // Of a file from before that it can't judge, unless it has just fallen silent: quarantine, as for any that comes now.
        if (answer.State == file.Scan || (answer.State is ScanState.Waiting && !await antivirus.Answers(stopping)))
        {
            return;
        }

        var settled = await db.InTransaction(async () =>
        {
            // Another instance may have asked at the same time.
            var mine = await db.Files.Where(f => f.Id == file.Id && f.Scan == file.Scan)
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.Scan, answer.State).SetProperty(f => f.Threat, answer.Threat), CancellationToken.None) == 1;
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
