using Microsoft.AspNetCore.Mvc;
using SrmPortal.Data;
using SrmPortal.Data.Files;

namespace SrmPortal.Web.Infrastructure.Uploads;

/// <summary>Shows a stored file inside one of the portal's own pages: PDF and pictures, told by their content; whatever else is only saved.</summary>
internal static class FramedFile
{
    private const string Framed = "default-src 'none'; frame-ancestors 'self'";

    // A picture that a browser might take for something else runs nothing; a PDF can't be shown in a sandbox.
    private const string Picture = $"{Framed}; sandbox";

    public static async Task<IActionResult> FileInFrame(this Controller controller, PortalDbContext db, IFileStore store, string token)
    {
        var answer = await controller.StoredFile(db, store, token, shown: true);
        var headers = controller.Response.Headers;
        if (answer is FileResult file && headers.ContentDisposition.ToString().StartsWith("inline", StringComparison.Ordinal))
        {
            headers.ContentSecurityPolicy = file.ContentType == FileKind.Pdf.ContentType() ? Framed : Picture;
        }

        return answer;
    }
}
