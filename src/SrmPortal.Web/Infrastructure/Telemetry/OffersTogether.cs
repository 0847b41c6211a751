using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;

namespace SrmPortal.Web.Infrastructure.Telemetry;

/// <summary>
/// What suppliers do with offers is measured together, and not traced: saving, submitting and withdrawing have one name in the metrics.
/// When somebody submits, and how many do, is not to be read from a chart before the opening either.
/// </summary>
internal static partial class OffersTogether
{
    public const string Route = "events/{number}/{no}/offer/…";

    private const string Beginning = "events/{number}/{no:int}/offer/";

    public static bool IsOne(PathString path) => Address().IsMatch(path.Value ?? "");

    public static void MeasureOffersTogether(this IEndpointConventionBuilder pages) => pages.Add(page =>
    {
        if (page is RouteEndpointBuilder { RoutePattern.RawText: { } route } && $"{route.Trim('/')}/".StartsWith(Beginning, StringComparison.Ordinal))
        {
            page.Metadata.Add(new Together());
        }
    });

    [GeneratedRegex("^/events/[^/]+/[^/]+/offer(/|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    /// <summary>What the framework's meters call it.</summary>
    private sealed class Together : IRouteDiagnosticsMetadata
    {
        public string Route => OffersTogether.Route;
    }
}
