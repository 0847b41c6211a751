using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;

namespace SrmPortal.Web.Features.Outbox;

/// <summary>Which mails the administrator sees, and which of them have failed.</summary>
internal static class Deliveries
{
    // The administrator has no part in events and sees none; that a mail about one has failed is seen all the same. What is sealed stays so.
    private static readonly string[] OfEvents = [Walls.House, Walls.Round];

    /// <summary>Taken neither by the server nor, in the end, by the addressee's host; or the portal could not write it, tried again or given up.</summary>
    public static readonly Expression<Func<MailDelivery, bool>> HasFailed =
        d => d.State == DeliveryState.Refused || d.State == DeliveryState.Bounced || (d.State == DeliveryState.Queued && d.Fault != null);

    /// <summary>The same without what came back: the server has taken that.</summary>
    public static readonly Expression<Func<MailDelivery, bool>> IsStuck = d => d.State == DeliveryState.Refused || (d.State == DeliveryState.Queued && d.Fault != null);

    public static IQueryable<MailDelivery> SeenDeliveries(this PortalDbContext db) => db.MailDeliveries.IgnoreQueryFilters(OfEvents);

    /// <summary>Announcements that are not mails yet since something failed.</summary>
    public static IQueryable<OutboxMessage> StuckAnnouncements(this PortalDbContext db) =>
        db.Outbox.IgnoreQueryFilters(OfEvents).AsNoTracking().Where(m => m.State == OutboxState.Pending && m.Fault != null);
}
