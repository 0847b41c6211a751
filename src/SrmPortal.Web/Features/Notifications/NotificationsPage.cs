using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Features.Common;

namespace SrmPortal.Web.Features.Notifications;

/// <param name="Q">Words, or an event's number with <c>*</c>.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Unread">Only what has not been read.</param>
public sealed record NotificationFilter(string? Q, NoticeTopic? Topic, bool Unread)
{
    public bool IsSet => !string.IsNullOrWhiteSpace(Q) || Topic is not null || Unread;
}

/// <summary>The reader's list, newest first.</summary>
public sealed record NotificationsPage(NotificationFilter Filter, int Page, int Count, int Unread)
{
    public const int Size = 25;

    public required IReadOnlyList<Entry> Entries { get; init; }

    public static async Task<NotificationsPage> Read(PortalDbContext db, NotificationFilter filter, int page)
    {
        var found = db.Notifications.AsNoTracking();
        found = filter.Unread ? found.Where(n => n.ReadAt == null) : found;
        found = filter.Topic is { } topic ? found.Where(n => n.Topic == topic) : found;
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var pattern = Search.Pattern(filter.Q);
            found = found.Where(n => EF.Functions.Like(n.SearchText, pattern, "\\"));
        }

        return new NotificationsPage(
            filter, page, await found.Take(PagerTagHelper.Most + 1).CountAsync(), await db.Notifications.Where(n => n.ReadAt == null).Take(PagerTagHelper.Most).CountAsync())
        {
            Entries = await found.OrderByDescending(n => n.PutAt).ThenByDescending(n => n.Id).Skip((page - 1) * Size).Take(Size)
                .Select(n => new Entry(n.Code, n.PutAt, n.Title, n.Text, n.IsImportant, n.ReadAt != null)).ToListAsync(),
        };
    }

    public sealed record Entry(string Code, DateTime PutAt, string Title, string? Text, bool IsImportant, bool IsRead);
}
