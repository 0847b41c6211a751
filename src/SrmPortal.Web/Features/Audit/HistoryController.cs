using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Audit;

/// <summary>The history for auditors: searched by who, for whom, to which event, what and when, and taken away as a sheet.</summary>
[Route("audit"), Authorize(Roles = Roles.Auditor)]
public sealed class HistoryController(PortalDbContext db, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> History(HistoryFilter filter) => View(await HistoryPage.Read(db, filter));

    [HttpGet("history.xlsx")]
    public async Task<IActionResult> Sheet(HistoryFilter filter)
    {
        if (filter.Refused.Count > 0)
        {
            return LocalRedirect($"~/audit{Request.QueryString}");
        }

        var sheet = new HistorySheet(texts).Write(await HistoryRow.Read(db, filter.Of(db).OrderByDescending(a => a.Id).Take(HistorySheet.MostRows + 1)));
        var now = HttpContext.Instant();
        db.Record(new HistoryDownloaded(now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        await db.SaveChangesAsync();
        return File(sheet, SpreadsheetWriter.ContentType, $"history-{now:yyyyMMdd-HHmm}.xlsx");
    }
}

/// <summary>Records of the history were taken away as a sheet.</summary>
/// <param name="Subject">The day.</param>
public sealed record HistoryDownloaded(string Subject) : DomainEvent(Subject);
