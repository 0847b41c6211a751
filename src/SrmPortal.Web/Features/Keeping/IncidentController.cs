using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Keeping;

/// <summary>After strangers may have read something: whose data were in it, to see and to take away. Each report is recorded.</summary>
[Route("administration/incident"), Authorize(Roles = Roles.Administrator)]
public sealed class IncidentController(PortalDbContext db, CurrentScope scope, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Incident(IncidentFilter filter) => View(await IncidentPage.Read(db, scope, filter));

    [HttpGet("report.xlsx")]
    public async Task<IActionResult> Sheet(IncidentFilter filter)
    {
        var page = await IncidentPage.Read(db, scope, filter);
        if (page.Report is not { } report)
        {
            return LocalRedirect($"~/administration/incident{Request.QueryString}");
        }

        var sheet = new IncidentSheet(texts).Write(page, report, HttpContext.Instant());
        db.Record(new IncidentReportTaken(page.Subject, filter.What!.Value, report.People.Count));
        await db.SaveChangesAsync();
        return File(sheet, SpreadsheetWriter.ContentType, $"incident-{HttpContext.Instant():yyyyMMdd-HHmm}.xlsx");
    }
}

/// <summary>The list of those whose data strangers may have read was taken away.</summary>
/// <param name="Subject">What lay open: a user name, a supplier's or an event's number, or the portal.</param>
/// <param name="What">Which of these.</param>
/// <param name="People">How many are in the list.</param>
public sealed record IncidentReportTaken(string Subject, ExposedThing What, int People) : DomainEvent(Subject);

/// <summary>What may have been read, as it stands in the address: <c>?what=Company&amp;name=уралтруб</c>.</summary>
public sealed class IncidentFilter
{
    public ExposedThing? What { get; init; }

    /// <summary>User name, e-mail or name; number, tax number or name; number of the event.</summary>
    public string? Name { get; init; }

    public int Page { get; init; } = 1;
}

/// <summary>The question, what fits it, and the answer once one thing alone does.</summary>
/// <param name="Filter">As asked.</param>
/// <param name="Found">What fits.</param>
/// <param name="Report">Null while it isn't clear what is meant.</param>
public sealed record IncidentPage(IncidentFilter Filter, IReadOnlyList<IncidentCandidate> Found, IncidentReport? Report)
{
    public const int Size = 50;

    /// <summary>What lay open, as the history names it.</summary>
    public string Subject => Found is [{ Key.Length: > 0 } one] ? one.Key : "portal";

    public int PageNo => Math.Clamp(Filter.Page, 1, 1 + ((Report?.People.Count ?? 0) / Size));

    public IReadOnlyList<ExposedPerson> Listed => [.. (Report?.People ?? []).Skip((PageNo - 1) * Size).Take(Size)];

    public static async Task<IncidentPage> Read(PortalDbContext db, CurrentScope scope, IncidentFilter filter)
    {
        if (filter.What is not { } what || !Enum.IsDefined(what))
        {
            return new IncidentPage(filter, [], null);
        }

        // All who are concerned have to be known, behind whichever wall they are named; offers aren't read at all.
        using var house = scope.As(Scope.System);
        var found = await IncidentReach.Candidates(db, what, filter.Name ?? "");
        return new IncidentPage(filter, found, found is [var one] ? await IncidentReport.Read(db, IncidentReach.Of(db, what, one)) : null);
    }
}
