using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace SrmPortal.Web.Infrastructure.Uploads;

/// <summary>
/// Several files as one .zip, written while it is sent: neither memory nor disk holds all of them. Names are UTF-8; what Windows doesn't
/// allow in one is replaced, and of two that are alike the second gets a number.
/// </summary>
internal sealed class ZipResult(string name, IReadOnlyList<ZipResult.Entry> entries) : IActionResult
{
    /// <param name="Name">As the person will see it.</param>
    /// <param name="Open">Its bytes; called when its turn comes.</param>
    internal sealed record Entry(string Name, Func<Task<Stream>> Open)
    {
        public Entry(string name, Func<Stream> open) : this(name, () => Task.FromResult(open()))
        {
        }

        /// <summary>The folder that it lies in; empty: in none.</summary>
        public string Folder { get; init; } = "";

        public static Entry Text(string name, string text) => new(name, () => new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]));
    }

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, gone) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "private, no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        // The end of an entry is written synchronously, whatever is awaited.
        if (context.HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }

        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        await using var zip = await ZipArchive.CreateAsync(response.Body, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, gone);
        foreach (var entry in entries)
        {
            await using var from = await entry.Open();
            await using var to = await zip.CreateEntry(Free(entry, taken), CompressionLevel.Fastest).OpenAsync(gone);
            await from.CopyToAsync(to, gone);
        }
    }

    private static string Free(Entry entry, HashSet<string> taken)
    {
        var (safe, folder) = (Safe(entry.Name), entry.Folder.Length == 0 ? "" : Safe(entry.Folder) + "/");
        var (stem, extension) = (folder + Path.GetFileNameWithoutExtension(safe), Path.GetExtension(safe));
        var name = folder + safe;
        for (var no = 2; !taken.Add(name); no++)
        {
            name = FormattableString.Invariant($"{stem} ({no}){extension}");
        }

        return name;
    }

    private static string Safe(string wanted)
    {
        var safe = string.Concat(wanted.Select(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim(' ', '.');
        return safe.Length == 0 ? "_" : safe;
    }
}
