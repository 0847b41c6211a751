using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Protocols;

/// <summary>The decision as data, for those who run the event, once it is made.</summary>
[Route("events/{number}/{no:int}"), Authorize(Roles = Roles.Buyer)]
public sealed class AwardDataController(PortalDbContext db, CurrentScope scope, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("award.json")]
    public Task<IActionResult> Json(string number, int no) => Taken(number, no, "json", data => File(data.ToJson(), "application/json", $"award-{number}-{no}.json"));

    [HttpGet("award.xlsx")]
    public Task<IActionResult> Sheet(string number, int no) => Taken(number, no, "xlsx",
        data => File(new AwardSheet(texts).Write(data), SpreadsheetWriter.ContentType, $"award-{number}-{no}.xlsx"));

    private async Task<IActionResult> Taken(string number, int no, string format, Func<AwardData, IActionResult> file)
    {
        if (await EvaluationHead.Read(db, number, no, scope.Is.PersonId) is not { IsRunByReader: true } head || await AwardData.Read(db, head) is not { } data)
        {
            return NotFound();
        }

        db.Record(new AwardDataDownloaded(head.Name, format));
        await db.SaveChangesAsync();
        return file(data);
    }
}

/// <summary>A decision was taken away as data.</summary>
/// <param name="Subject">The round.</param>
/// <param name="Format">json or xlsx.</param>
public sealed record AwardDataDownloaded(string Subject, string Format) : DomainEvent(Subject);
