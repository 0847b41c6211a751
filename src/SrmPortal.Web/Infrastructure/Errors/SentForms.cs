using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using SrmPortal.Data.Files;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Infrastructure.Errors;

/// <summary>A form that was not taken because something failed: the page of the error brings it back, to be read, and to be sent again by one button.</summary>
/// <param name="Address">Where it was sent.</param>
/// <param name="Fields">All but passwords, which are typed anew.</param>
/// <param name="Typed">Those values that a person knows again.</param>
/// <param name="HadFiles">They have to be chosen anew.</param>
public sealed record SentForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<string> Typed, bool HadFiles);

/// <summary>Keeps, for the page of the error, the portal's own form that was sent; nothing is asked of what has failed.</summary>
internal sealed partial class SentForms(FormsOfSession forms, IAntiforgery antiforgery, IOptions<FileSettings> files) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsPost(httpContext.Request.Method) && httpContext.Request.HasFormContentType && exception is not (BadHttpRequestException or OperationCanceledException)
            && httpContext.Features.Get<IExceptionHandlerPathFeature>() is { } failed)
        {
            var hadFiles = await Read(httpContext, failed.Endpoint);
            if (await IsOurs(httpContext))
            {
                httpContext.Features.Set(Of(httpContext.Request, failed.Path, hadFiles));
            }
        }

        // The page is made by the error controller.
        return false;
    }

    /// <summary>A form with files may not have been read yet: its values are, its files are passed over.</summary>
    /// <returns>Whether there were files.</returns>
    private async Task<bool> Read(HttpContext http, Endpoint? endpoint)
    {
        if (http.Features.Get<IFormFeature>()?.Form is { } form)
        {
            return form.Files.Count > 0;
        }

        var (hadFiles, values) = (false, FormCollection.Empty);
        try
        {
            if (endpoint?.Metadata.GetMetadata<TakesFilesAttribute>() is { } takes && SentParts.BoundaryOf(http.Request) is { } boundary
                && http.Request.ContentLength <= files.Value.LargestForm)
            {
                SentParts.Allow(http, files.Value.LargestForm);
                values = new FormCollection(await SentParts.Read(http, boundary, takes.LongestValue, (_, _, _) => Task.FromResult(hadFiles = true)));
            }
        }
        catch (BadHttpRequestException)
        {
            // It was half read when something failed, or is none.
        }

        // Nobody reads it a second time.
        http.Request.Form = values;
        return hadFiles;
    }

    /// <summary>Another site's form gets no page of this one.</summary>
    private async Task<bool> IsOurs(HttpContext http)
    {
        try
        {
            return forms.OwnerOf(http) is not null || await antiforgery.IsRequestValidAsync(http);
        }
        catch (Exception keys) when (keys is not OperationCanceledException)
        {
            // The keys lie in the database, too.
            return false;
        }
    }

    private static SentForm Of(HttpRequest request, string path, bool hadFiles)
    {
        KeyValuePair<string, string>[] fields = [.. request.Form.Where(field => !field.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))];
        return new(request.PathBase + path + request.QueryString, fields, [.. fields.Where(IsTyped).Select(field => field.Value.Trim())], hadFiles);
    }

    private static bool IsTyped(KeyValuePair<string, string> field) =>
        !string.IsNullOrWhiteSpace(field.Value) && !OfPortal().IsMatch(field.Key) && !bool.TryParse(field.Value, out _) && !Guid.TryParse(field.Value, out _);

    /// <summary>Hidden fields, which say what a form builds on.</summary>
    [GeneratedRegex(@"^__|(^|\.|\])(Revision|BasedOn|Stamp|Corrects|Kept|From|\w*(Id|No|Key|Seen|Code))$", RegexOptions.ExplicitCapture)]
    private static partial Regex OfPortal();
}
