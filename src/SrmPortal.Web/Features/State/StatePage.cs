using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Health;
using SrmPortal.Web.Infrastructure.Telemetry;
using SrmPortal.Web.Infrastructure.Uploads.Antivirus;

namespace SrmPortal.Web.Features.State;

/// <summary>The parts of the portal on this server, each with its state.</summary>
/// <param name="Parts">In the order in which they matter.</param>
/// <param name="At">When it was looked, in UTC.</param>
public sealed record StatePage(IReadOnlyList<StatePage.Part> Parts, DateTime At)
{
    public bool IsWell => Parts.All(part => part.Kind is "ok" or "mute");

    /// <summary>One line.</summary>
    /// <param name="Title">What it is.</param>
    /// <param name="Kind">ok, warn, danger, mute.</param>
    /// <param name="State">In a word.</param>
    /// <param name="Words">What is so, and what to do about it.</param>
    /// <param name="Link">Where more stands; null: nowhere.</param>
    public sealed record Part(string Title, string Kind, string State, string Words, string? Link = null);

    public static async Task<StatePage> Read(IServiceProvider services, PortalDbContext db, HealthReport report, IStringLocalizer<Texts> texts, DateTime now)
    {
        var watch = await db.AuditWatches.IgnoreQueryFilters([Walls.House]).AsNoTracking().Select(w => new { w.CheckedAt, w.Faults }).SingleAsync();
        var isPaused = await db.MailGates.AsNoTracking().AnyAsync(g => g.PausedAt != null);
        var telemetry = services.GetRequiredService<IOptions<TelemetrySettings>>().Value;
        return new StatePage(
        [
            .. PortalHealth.InOrder.Where(report.Entries.ContainsKey).Select(name => Of(services, name, report.Entries[name].Status, isPaused, texts)),
            watch.CheckedAt is not { } at ? new(texts["Verification of the history"], "mute", texts["not yet"], texts["It is verified once a day."])
                : watch.Faults > 0 ? new(texts["Verification of the history"], "danger", texts["faults"], texts["On {0} the history was not as it was sealed. docs/audit.md says what to do.", Shown.Deadline(at)])
                : new(texts["Verification of the history"], "ok", texts["whole"], texts["Last on {0}.", Shown.Deadline(at)]),
            telemetry.IsOn ? new(texts["Telemetry"], "ok", texts["on"], texts["Traces and metrics go to the collector that is configured."])
                : new(texts["Telemetry"], "mute", texts["off"], texts["No collector is configured (Telemetry:Endpoint)."]),
        ], now);
    }

    private static Part Of(IServiceProvider services, string name, HealthStatus status, bool isPaused, IStringLocalizer<Texts> texts)
    {
        var (well, last) = (status is HealthStatus.Healthy, services.GetRequiredService<Lags>().Last);
        Part Line(string title, string goodWords, string badWords, string? link = null, bool isOff = false) => isOff
            ? new(title, "mute", texts["off"], goodWords, link)
            : new(title, well ? "ok" : status is HealthStatus.Degraded ? "warn" : "danger", well ? texts["in order"] : status is HealthStatus.Degraded ? texts["needs a look"] : texts["stands"], well ? goodWords : badWords, link);
        Part Lagging(string title, Func<Lags.Seen, TimeSpan> of, string usual, string bad, string? link = null) => last is null
            ? new(title, "mute", texts["not seen"], texts["This server does not watch it, or was started just now."], link)
            : Line(title, of(last) > TimeSpan.Zero ? texts["The oldest has waited {0}.", Shown.Left(of(last))] : usual, texts["The oldest has waited {0}. {1}", Shown.Left(of(last)), bad], link);
        return name switch
        {
            PortalHealth.Database => Line(texts["Database"], texts["It answers, and has every migration."], texts["It does not answer, or lacks a migration: run the command migrate."]),
            PortalHealth.Clock => Line(texts["Clock"], texts["It agrees with the database’s."], texts["It differs from the database’s by more than a second: this server decides nothing that hangs on a deadline. Set its time."]),
            PortalHealth.Files => Files(services, well, texts),
            PortalHealth.Antivirus => services.GetRequiredService<IAntivirus>().IsConfigured
                ? Line(texts["Antivirus"], texts["It answers."], texts["It does not answer; files wait in quarantine."], "/administration/files")
                : Line(texts["Antivirus"], texts["Files are taken without it."], "", "/administration/files", isOff: true),
            PortalHealth.Mail when isPaused => new(texts["Outgoing mail"], "warn", texts["paused"], texts["An administrator has paused it; mails wait in their order."], "/administration/outbox"),
            PortalHealth.Mail => Lagging(texts["Outgoing mail"], seen => seen.Outbox, texts["Nothing waits."], texts["See whether the mail server answers."], "/administration/outbox"),
            PortalHealth.History => Lagging(texts["Sealing of the history"], seen => seen.Sealer, texts["Nothing waits."], texts["See the log and docs/audit.md."]),
            PortalHealth.Openings => Lagging(texts["Openings"], seen => seen.Openings, texts["Nothing waits."], texts["Offers stay sealed; it is tried again every few seconds. See the log."]),
            _ => Keys(services, well, texts),
        };
    }

    private static Part Files(IServiceProvider services, bool well, IStringLocalizer<Texts> texts)
    {
        var room = services.GetRequiredService<FilesWatch>().Room;
        return new(texts["Files"], well ? "ok" : "warn", well ? texts["in order"] : texts["needs a look"],
            room is not { } free ? texts["Files cannot be written; forms without files go on. See the folder of Files:Root."]
                : well ? texts["There is room for {0} more.", Shown.FileSize(free)] : texts["There is room for {0} only. Make more, or uploads will fail.", Shown.FileSize(free)]);
    }

    private static Part Keys(IServiceProvider services, bool well, IStringLocalizer<Texts> texts) => services.GetRequiredService<CanaryWatch>().Broken is not { } broken
        ? new(texts["Keys of offers"], "mute", texts["not seen"], texts["This server does not watch it, or was started just now."])
        : well ? new(texts["Keys of offers"], "ok", texts["in order"], texts["Every sealed round could be opened today."])
        : new(texts["Keys of offers"], "danger", texts["needs a look"], texts["Could not be opened today: {0}. See docs/sealing.md, “When a certificate is lost”.", string.Join(", ", broken.Keys)]);
}
