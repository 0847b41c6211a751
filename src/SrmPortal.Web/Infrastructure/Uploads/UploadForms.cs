using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure.Errors;
using SrmPortal.Web.Infrastructure.Uploads.Antivirus;

namespace SrmPortal.Web.Infrastructure.Uploads;

/// <summary>
/// Reads the form of an action that takes files, part by part: values into memory, files into the store. Runs after the sender is known
/// to be allowed there, so that nobody else fills the disk.
/// </summary>
internal sealed class UploadForms(RequestDelegate next, IFileStore store, IAntivirus antivirus, IOptions<FileSettings> settings, TimeProvider clock, ExceptionLog log)
{
    private static readonly Dictionary<FileRefusal, string> Codes = new()
    {
        [FileRefusal.Empty] = FileRules.Empty,
        [FileRefusal.OldOffice] = FileRules.OldOffice,
        [FileRefusal.Archive] = FileRules.Archive,
        [FileRefusal.WithMacros] = FileRules.WithMacros,
        [FileRefusal.Unknown] = FileRules.Unknown,
    };

    public async Task InvokeAsync(HttpContext http)
    {
        if (!IsMine(http) || SentParts.BoundaryOf(http.Request) is not { } boundary)
        {
            await next(http);
            return;
        }

        var takes = http.GetEndpoint()!.Metadata.GetMetadata<TakesFilesAttribute>()!;
        if (http.Request.ContentLength > settings.Value.LargestForm)
        {
            Refuse(http, takes);
            return;
        }

        var into = takes.InMemory ? new FilesInMemory() : store;
        FormFileCollection files = [];
        try
        {
            SentParts.Allow(http, settings.Value.LargestForm);
            var values = await SentParts.Read(http, boundary, takes.LongestValue,
                async (field, name, content) => files.Add(files.Count < SentParts.MostFiles
                    ? await Take(http, into, content, field, name, files.Sum(file => file.Length))
                    : new UploadedFile(into, field, name, null, default, new(FileRules.TooMany, field, Shortened(name), SentParts.MostFiles))));
            http.Request.Form = new FormCollection(values, files);
            http.Features.Set(new DecisiveInstant.Instant(clock.GetUtcNow().UtcDateTime));
            await next(http);
        }
        finally
        {
            foreach (var file in files.Cast<UploadedFile>())
            {
                file.DeleteUnlessKept();
            }
        }
    }

    /// <summary>Whether the form is read here, and not by <see cref="DecisiveInstant"/>.</summary>
    public static bool IsMine(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<TakesFilesAttribute>() is not null
        && http.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Too much even to read past: the form as it was last saved with a word about it, or the page of the error that says so.</summary>
    private static void Refuse(HttpContext http, TakesFilesAttribute takes)
    {
        if (takes.SaysTooLarge)
        {
            http.Response.Redirect(QueryHelpers.AddQueryString(http.Request.PathBase + http.Request.Path, "tooLarge", "true"));
            return;
        }

        http.Response.Headers.Connection = "close";
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }

    private async Task<UploadedFile> Take(HttpContext http, IFileStore into, Stream content, string field, string fileName, long before)
    {
        var left = settings.Value.LargestRegistration - before;
        var limit = Math.Min(settings.Value.LargestFile, left);
        WrittenFile? written;
        try
        {
            written = await into.Write(FileArea.Files, content, limit, http.RequestAborted);
        }
        catch (IOException full) when (Outages.Of(full) is Outage.Room)
        {
            log.Write(http, full);
            return new(into, field, fileName, null, default, new(FileRules.NoRoom, field, Shortened(fileName)));
        }

        if (written is null)
        {
            var (code, bytes) = left < settings.Value.LargestFile
                ? (FileRules.TooLargeTogether, settings.Value.LargestRegistration) : (FileRules.TooLarge, settings.Value.LargestFile);
            return new(into, field, fileName, null, default, new(code, field, Shortened(fileName), bytes / FileSettings.MegaByte));
        }

        await using var stored = into.Open(written.StoreName);
        var what = FileSniffer.Of(stored);
        if (Refusal(what, fileName, field) is { } refusal)
        {
            return new(into, field, fileName, written, what, refusal);
        }

        var answer = await antivirus.Scan(stored, http.RequestAborted);
        if (answer.State is ScanState.Infected)
        {
            await Record(http, into is FilesInMemory ? "" : Shortened(fileName), answer.Threat!);
            return new(into, field, fileName, written, what, new(FileRules.Infected, field, Shortened(fileName), answer.Threat!));
        }

        return new(into, field, fileName, written, what, null, answer.State);
    }

    /// <summary>Beside whatever becomes of the form.</summary>
    private static async Task Record(HttpContext http, string fileName, string threat)
    {
        var db = http.RequestServices.GetRequiredService<PortalDbContext>();
        db.Record(new InfectedFileRefused(fileName, threat));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static BrokenRule? Refusal(FileContent what, string fileName, string field) =>
        what.Refusal is { } refusal ? new(Codes[refusal], field, Shortened(fileName))
        : FileNames.IsMislabelled(fileName, what.Kind!.Value) ? new(FileRules.Mislabelled, field, Shortened(fileName), what.Kind.Value.ToString().ToUpperInvariant())
        : null;

    private static string Shortened(string fileName) => FileNames.Clean(fileName, FileKind.Pdf) is var name && fileName.Contains('.', StringComparison.Ordinal)
        ? name : Path.GetFileNameWithoutExtension(name);
}
