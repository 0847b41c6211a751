using System.Globalization;
using Microsoft.Playwright;

namespace SrmPortal.Browser.Tests;

/// <summary>For whoever wants to look with own eyes: with <c>SRM_PICTURES=folder</c> every page that a test looks at is kept as a picture.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SRM_PICTURES");
    private static int _count;

    public static async Task Take(Visitor visitor)
    {
        if (Folder is not null)
        {
            var place = new Uri(visitor.Page.Url).AbsolutePath.Trim('/').Replace('/', '_');
            var name = string.Create(CultureInfo.InvariantCulture, $"{visitor.Language}-{visitor.Width}-{++_count:000}-{place[..Math.Min(place.Length, 60)]}.png");
            await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name), FullPage = true });
        }
    }
}
