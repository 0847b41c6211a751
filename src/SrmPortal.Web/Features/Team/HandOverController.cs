using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Team;

/// <summary>The administrator hands the events of a buyer who has left, or can't do it, to another.</summary>
[Route("administration/hand-over"), Authorize(Roles = Roles.Administrator)]
public sealed class HandOverController(PortalDbContext db, HandOverEvents events, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> HandOver(long? fromId, long? toId) =>
        View("HandOver", await HandOverPage.Read(db, events, "/administration/hand-over", fromId, toId, choosesFrom: true, HttpContext.Instant()));

    [HttpPost, ShowAgain(nameof(HandOver))]
    public async Task<IActionResult> HandOverNow(HandOverForm form)
    {
        var count = await events.HandOver(form.FromId ?? 0, form.ToId!.Value, form.Stays, PlainText.Of(form.Reason), HttpContext.Instant());
        this.Say(Plural.Of(count, texts["{0} event is handed over.|{0} events are handed over."]), texts["Who is responsible now is told, and stands on the pages of the events."]);
        return RedirectToAction(nameof(HandOver));
    }
}
