using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Notifications;

/// <summary>
/// Once a day, at the hour in the person's own zone, what waits for the digest is taken together: for each company by itself, since who
/// has left one is told nothing of it. Of two servers the one that takes the waiting ones first sends it.
/// </summary>
public sealed class SendDigests(PortalDbContext db, IOptionsMonitor<PortalSettings> settings) : IRegularDeed
{
    private static readonly string DigestKind = MailCatalogue.KindOf(typeof(DigestMail));

    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task DoWhatIsDue(DateTime now, CancellationToken stopping)
    {
        var waiting = await db.MailDeliveries.Where(d => d.State == DeliveryState.AwaitsDigest).GroupBy(d => new { d.AddresseeId, d.SupplierId })
            .Select(group => new { group.Key.AddresseeId, group.Key.SupplierId, Since = group.Min(d => d.SettledAt) }).ToListAsync(stopping);
        if (waiting.Count == 0)
        {
            return;
        }

        long[] people = [.. waiting.Select(one => one.AddresseeId).Distinct()];
        var persons = await db.Accounts.AsNoTracking().Where(a => people.Contains(a.Id)).Select(a => new { a.Id, a.UserName, a.TimeZone }).ToDictionaryAsync(a => a.Id, stopping);
        var last = (await db.MailDeliveries.Where(d => d.AddresseeKind == Addressee.PersonKind && d.Kind == DigestKind && people.Contains(d.AddresseeId)).GroupBy(d => new { d.AddresseeId, d.SupplierId })
            .Select(group => new { group.Key, At = group.Max(d => d.QueuedAt) }).ToListAsync(stopping)).ToDictionary(one => (one.Key.AddresseeId, one.Key.SupplierId), one => (DateTime?)one.At);
        foreach (var one in waiting)
        {
            var person = persons[one.AddresseeId];
            var zone = Zones.Of(Zones.Exists(person.TimeZone) ? person.TimeZone! : Zones.Moscow);
            if (DigestTime.Due(one.Since!.Value, last.GetValueOrDefault((one.AddresseeId, one.SupplierId)), zone, settings.CurrentValue.DigestHour) <= now)
            {
                await Send(person.Id, person.UserName, one.SupplierId, now);
            }
        }
    }

    private Task Send(long person, string userName, long? supplier, DateTime now) => db.InTransaction(async () =>
    {
        var waiting = db.MailDeliveries.Where(d => d.State == DeliveryState.AwaitsDigest && d.AddresseeId == person && d.SupplierId == supplier);
        var ids = await waiting.Select(d => d.Id).ToListAsync();
        if (await waiting.Where(d => ids.Contains(d.Id)).ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.InDigest).SetProperty(d => d.SettledAt, now)) == 0)
        {
            return false;
        }

        // What was read in the portal meanwhile need not be told.
        var code = RandomNumberGenerator.GetHexString(32, lowercase: true);
        if (await db.Notifications.Where(n => ids.Contains(n.DeliveryId) && n.ReadAt == null && n.Digest == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.Digest, code)) > 0)
        {
            db.Record(new DigestDue(userName, person, supplier, code));
        }

        return true;
    });
}
