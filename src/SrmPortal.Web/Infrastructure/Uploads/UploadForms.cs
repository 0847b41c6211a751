using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure.Uploads.Antivirus;

namespace SrmPortal.Web.Infrastructure.Uploads;

/// <summary>
/// Reads the form of an action that takes files, part by part: values into memory, files into the store. Runs after the sender is known
/// to be allowed there, so that nobody else fills the disk.
/// </summary>
internal sealed class UploadForms(RequestDelegate next, IFileStore store, IAntivirus antivirus, IOptions<FileSettings> settings, TimeProvider clock)
{
    private const int MostValues = 4096, MostFiles = 100;

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
        if (!IsMine(http) || Boundary(http.Request) is not { } boundary)
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
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = settings.Value.LargestForm;
            }

            http.Request.Form = new FormCollection(await Read(http, boundary, files, into, takes.LongestValue), files);
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

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 128 } boundary
            ? boundary : null;

    private async Task<Dictionary<string, StringValues>> Read(HttpContext http, string boundary, FormFileCollection files, IFileStore into, int longestValue)
    {
        var values = new KeyValueAccumulator();
        var reader = new MultipartReader(boundary, http.Request.Body);
        while (await SentStream.Read(() => reader.ReadNextSectionAsync(http.RequestAborted)) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part) || values.ValueCount >= MostValues)
            {
                continue;
            }

            var (name, body) = (NoNul.Cleaned(HeaderUtilities.RemoveQuotes(part.Name).ToString()), new SentStream(section.Body));
            if (part.FileName.HasValue || part.FileNameStar.HasValue)
            {
                var fileName = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).ToString();
                if (fileName.Length > 0 && files.Count < MostFiles)
                {
                    files.Add(await Take(http, into, body, name, NoNul.Cleaned(fileName), files.Sum(file => file.Length)));
                }
            }
            else
            {
                values.Append(name, NoNul.Cleaned(await Text(body, longestValue, http.RequestAborted)));
            }
        }

        return values.GetResults();
    }

    private async Task<UploadedFile> Take(HttpContext http, IFileStore into, Stream content, string field, string fileName, long before)
    {
        var left = settings.Value.LargestRegistration - before;
        var limit = Math.Min(settings.Value.LargestFile, left);
        if (await into.Write(FileArea.Files, content, limit, http.RequestAborted) is not { } written)
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

    private static async Task<string> Text(Stream content, int longest, CancellationToken cancellation)
    {
        using var reader = new StreamReader(content);
        var text = new StringBuilder();
        var piece = new char[4096];
        int read;
        while (text.Length < longest && (read = await reader.ReadAsync(piece, cancellation)) > 0)
        {
            text.Append(piece, 0, Math.Min(read, longest - text.Length));
        }

        return text.ToString();
    }
}
