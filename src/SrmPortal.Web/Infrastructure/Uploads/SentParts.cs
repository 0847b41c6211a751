using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SrmPortal.Web.Infrastructure.Uploads;

/// <summary>A form with files, as it comes in: part by part, nothing of it kept that nobody asks for.</summary>
internal static class SentParts
{
    /// <summary>So many files are taken from one form. The one after them is handed on too, so that the sender is told of it.</summary>
    public const int MostFiles = 100;

    private const int MostValues = 4096;

    /// <summary>What stands between the parts; null: it is no such form.</summary>
    public static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 128 } boundary
            ? boundary : null;

    /// <summary>Lets a form of this size come in.</summary>
    public static void Allow(HttpContext http, long bytes)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = bytes;
        }
    }

    /// <param name="http">Whose body is read.</param>
    /// <param name="boundary">Between the parts.</param>
    /// <param name="longestValue">In characters; the rest is cut.</param>
    /// <param name="take">Takes a file: the field, its name, its bytes, as far as it wants them.</param>
    /// <returns>The values of all other fields.</returns>
    public static async Task<Dictionary<string, StringValues>> Read(HttpContext http, string boundary, int longestValue, Func<string, string, Stream, Task> take)
    {
        var (values, files) = (new KeyValueAccumulator(), 0);
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
                if (fileName.Length > 0 && files++ <= MostFiles)
                {
                    await take(name, NoNul.Cleaned(fileName), body);
                }
            }
            else
            {
                values.Append(name, NoNul.Cleaned(await Text(body, longestValue, http.RequestAborted)));
            }
        }

        return values.GetResults();
    }

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
