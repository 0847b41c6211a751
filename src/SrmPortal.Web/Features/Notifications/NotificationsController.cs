using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Features.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Notifications;

/// <summary>What the reader has been told: the authoritative notice, of which a mail is the copy.</summary>
[Route("notifications"), Authorize(Roles = Roles.Person)]
public sealed class NotificationsController(PortalDbContext db) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(string? q, NoticeTopic? topic, bool unread, int page = 1) =>
        View(await NotificationsPage.Read(db, new NotificationFilter(q, topic, unread), PagerTagHelper.PageOf(page, NotificationsPage.Size)));

    /// <summary>Follows one: the first time is noted. A browser that only looks ahead has not opened it.</summary>
    [HttpGet("{code}")]
    public async Task<IActionResult> Open(string code)
    {
        if (await db.Notifications.AsNoTracking().SingleOrDefaultAsync(n => n.Code == code) is not { } notice)
        {
            return NotFound();
        }

        if (!Request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase))
        {
            var now = HttpContext.Instant();
            await db.Notifications.Where(n => n.Id == notice.Id && n.OpenedAt == null).ExecuteUpdateAsync(set => set
                .SetProperty(n => n.OpenedAt, now).SetProperty(n => n.ReadAt, n => n.ReadAt ?? now));
        }

        return LocalRedirect("~" + notice.Path);
    }

    /// <param name="whenSeen">When the list was shown: what has come since, nobody has seen.</param>
    [HttpPost("read"), ShowAgain(nameof(Index))]
    public async Task<IActionResult> ReadAll(DateTimeOffset whenSeen)
    {
        var (now, until) = (HttpContext.Instant(), whenSeen.UtcDateTime);
        await db.Notifications.Where(n => n.ReadAt == null && n.PutAt <= until).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now));
        return RedirectToAction(nameof(Index));
    }
}
