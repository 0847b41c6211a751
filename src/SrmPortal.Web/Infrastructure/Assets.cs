using Microsoft.AspNetCore.Components;

namespace SrmPortal.Web.Infrastructure;

/// <summary>Addresses of our own static files, with the fingerprint under which they may be kept for ever.</summary>
internal static class Assets
{
    public const string Icons = "lib/icons.svg";

    public static string Asset(this HttpContext http, string path) =>
        $"{http.Request.PathBase}/{http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path}";
}
