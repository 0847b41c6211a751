using System.Diagnostics;
using OpenTelemetry;

namespace SrmPortal.Web.Infrastructure.Telemetry;

/// <summary>
/// The last gate before a span leaves: what is not named here goes, whichever library has put it there. So no address of a page, no
/// query, no host and no browser of a person gets out.
/// </summary>
internal sealed class OnlyKnownTags : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Known =
    [
        "http.request.method", "http.route", "http.response.status_code", "url.scheme", "network.protocol.version", "error.type", PortalTelemetry.ReferenceTag,
        "db.system.name", "db.operation.name", "db.query.summary",
        "srm.mail.kind", "srm.mail.verdict", "srm.round", "srm.outcome", "srm.records",
    ];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.Where(tag => !Known.Contains(tag.Key)).ToArray())
        {
            data.SetTag(name, null);
        }

        // Without the words of an exception, and without what an asker from outside has sent along.
        data.SetStatus(data.Status);
        data.TraceStateString = null;
    }
}
