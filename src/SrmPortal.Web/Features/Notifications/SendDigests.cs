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
/// has left one is told nothing of it. What the person has no right to any more, or what has become nothing to tell, is left out. Of two
/// servers the one that takes the waiting ones first sends it.
/// </summary>
internal sealed partial class SendDigests(PortalDbContext db, LetterWriter writer, IOptionsMonitor<PortalSettings> settings, ILogger<SendDigests> logger) : IRegularDeed
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

        // A digest of longer ago puts none of these off.
        var (people, since) = (waiting.Select(one => one.AddresseeId).Distinct().ToArray(), waiting.Min(one => one.Since!.Value) - DigestTime.Least);
        var persons = await db.Accounts.AsNoTracking().Where(a => people.Contains(a.Id)).Select(a => new { a.Id, a.UserName, a.TimeZone }).ToDictionaryAsync(a => a.Id, stopping);
        var last = (await db.MailDeliveries.Where(d => d.AddresseeKind == Addressee.PersonKind && d.Kind == DigestKind && d.QueuedAt > since && people.Contains(d.AddresseeId)).GroupBy(d => new { d.AddresseeId, d.SupplierId })
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

    private async Task Send(long person, string userName, long? supplier, DateTime now)
    {
        var waiting = await db.MailDeliveries.AsNoTracking().Where(d => d.State == DeliveryState.AwaitsDigest && d.AddresseeId == person && d.SupplierId == supplier).OrderBy(d => d.Id).ToListAsync();
        List<long> told = [], over = [], later = [];
        foreach (var delivery in waiting)
        {
            (await IsStillToBeTold(delivery) switch { true => told, false => over, null => later }).Add(delivery.Id);
        }

        await db.InTransaction(async () =>
        {
            await Settle(over, DeliveryState.Skipped, now);
            await Settle(later, DeliveryState.AwaitsDigest, now);
            if (await Settle(told, DeliveryState.InDigest, now) == 0)
            {
                return false;
            }

            // What was read in the portal meanwhile need not be told.
            var code = RandomNumberGenerator.GetHexString(32, lowercase: true);
            if (await db.Notifications.Where(n => told.Contains(n.DeliveryId) && n.ReadAt == null && n.Digest == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.Digest, code)) > 0)
            {
                db.Record(new DigestDue(userName, person, supplier, code));
            }

            return true;
        });
    }

    /// <returns>Null: that can't be found out now; it waits for the next digest and keeps no other up.</returns>
    private async Task<bool?> IsStillToBeTold(MailDelivery delivery)
    {
        try
        {
            return await writer.Write(delivery, forList: true) is not null;
        }
        catch (Exception fault)
        {
            LogFault(logger, fault, delivery.Id, delivery.Kind);
            return null;
        }
    }

    private Task<int> Settle(List<long> deliveries, DeliveryState state, DateTime now) => db.MailDeliveries.Where(d => deliveries.Contains(d.Id) && d.State == DeliveryState.AwaitsDigest)
        .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, state).SetProperty(d => d.SettledAt, now));

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} ({Kind}) could not be written for the digest; it waits for the next one.")]
    private static partial void LogFault(ILogger logger, Exception fault, long delivery, string kind);
}
