using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Web.Features.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Notifications;

/// <summary>The number at the bell: one count over an index, on every page.</summary>
internal sealed class UnreadNotifications(PortalDbContext db, CurrentScope scope) : IUnreadNotifications
{
    public Task<int> Count(HttpContext http)
    {
        var person = scope.Is.PersonId;
        return person is null ? Task.FromResult(0)
            : db.Notifications.Where(n => n.PersonId == person && n.ReadAt == null).Take(PagerTagHelper.Most).CountAsync();
    }
}
