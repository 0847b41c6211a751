using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Sourcing;

namespace SrmPortal.Web.Infrastructure.Uploads;

/// <summary>Gives a stored file out, to whom the walls show it. A stranger's file is like one that isn't there.</summary>
internal static class FileAnswers
{
    /// <summary>Nothing in it runs, loads or frames anything.</summary>
    private const string Sandbox = $"sandbox; {OnlyItself}";

    // Browsers refuse to show a PDF in a sandbox; their viewer is one itself, and gets no more than the file.
    private const string ForPdf = $"{OnlyItself}; object-src 'self'";

    private const string OnlyItself = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <param name="controller">Who answers.</param>
    /// <param name="db">Whose walls decide.</param>
    /// <param name="store">Where the bytes lie.</param>
    /// <param name="token">Of the address.</param>
    /// <param name="shown">In the page, where a browser can; else saved under its name.</param>
    public static async Task<IActionResult> StoredFile(this Controller controller, PortalDbContext db, IFileStore store, string token, bool shown)
    {
        if (await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Token == token) is not { } file)
        {
            return controller.NotFound();
        }

        if (!file.CanBeOpened)
        {
            // Neither the supplier nor the house opens what the antivirus has not let pass.
            controller.Response.StatusCode = file.Scan is ScanState.Waiting ? StatusCodes.Status423Locked : StatusCodes.Status410Gone;
            return controller.View("FileHeld", file);
        }

        await db.RecordDownload(file);
        var inPage = shown && file.Kind.CanBeShown();
        var headers = controller.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, no-store";
        headers.ContentSecurityPolicy = file.Kind is FileKind.Pdf ? ForPdf : Sandbox;
        headers.ContentDisposition = Disposition(inPage ? "inline" : "attachment", file.Name);
        return new FileStreamResult(store.Open(file.StoreName), file.Kind.ContentType());
    }

    /// <summary>With <c>filename*</c> for any script, and a plain name for what knows only that.</summary>
    private static string Disposition(string how, string name)
    {
        var disposition = new ContentDispositionHeaderValue(how);
        disposition.SetHttpFileName(name);
        return disposition.ToString();
    }
}
