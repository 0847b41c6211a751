using Microsoft.EntityFrameworkCore;
using MimeKit;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Data.Mails;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Mail.Bounces;

/// <summary>
/// Learns from the mailbox which mails came back: the delivery is marked, and the address counts as undeliverable until it is changed or
/// mail gets there again. Mails are sent to it all the same.
/// </summary>
internal sealed class ReadBounces(PortalDbContext db, IBounceMailbox mailbox, IEnumerable<IFindRecipient> finders, TimeProvider clock) : IRegularDeed
{
    /// <summary>Servers send back within hours, at most days: what was handed over so long ago and did not come back has got there.</summary>
    private static readonly TimeSpan GotThere = TimeSpan.FromDays(3);

    public static TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task DoWhatIsDue(DateTime now, CancellationToken stopping)
    {
        var before = now - GotThere;
        await db.Bounces.Where(b => b.ClearedAt == null && db.MailDeliveries.Any(d => d.State == DeliveryState.HandedOver && d.AddresseeKind == Addressee.PersonKind
            && d.AddresseeId == b.AccountId && d.SettledAt > b.At && d.SettledAt < before)).ExecuteUpdateAsync(set => set.SetProperty(b => b.ClearedAt, now), stopping);
        if (mailbox.IsConfigured)
        {
            await mailbox.Read(Take, stopping);
        }
    }

    /// <returns>False: it is none of the portal's.</returns>
    internal async Task<bool> Take(MimeMessage message)
    {
        if (BounceReport.Read(message) is not { } report || await db.MailDeliveries.AsNoTracking().SingleOrDefaultAsync(d => d.MessageId == report.MessageId) is not { } delivery)
        {
            return false;
        }

        if (report.IsFinal)
        {
            await Mark(delivery, report, clock.GetUtcNow().UtcDateTime);
        }

        return true;
    }

    private async Task Mark(MailDelivery delivery, BounceReport report, DateTime now)
    {
        var finder = finders.SingleOrDefault(one => one.Kind == delivery.AddresseeKind);
        var address = finder is null ? null : (await finder.Find(delivery.AddresseeId, delivery.SupplierId))?.Email;
        var words = report.Words.CutTo(Bounce.LongestWords);
        await db.InTransaction(async () =>
        {
            // Shown a second time, by another server or after a crash, it changes nothing.
            var marked = await db.MailDeliveries.Where(d => d.Id == delivery.Id && d.State == DeliveryState.HandedOver)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.Bounced).SetProperty(d => d.ServerAnswer, words)) == 1;
            if (marked && address is not null && await IsStill(delivery, address, report))
            {
                db.Add(new Bounce
                {
                    DeliveryId = delivery.Id,
                    AccountId = delivery.AddresseeKind == Addressee.PersonKind ? delivery.AddresseeId : null,
                    SupplierId = delivery.SupplierId,
                    NormalizedEmail = UserAccount.Normalized(address),
                    At = now,
                    Words = words,
                    RoundId = delivery.RoundId,
                    SecretUntilOpening = delivery.SecretUntilOpening,
                });
            }

            if (marked)
            {
                db.Record(delivery.SecretUntilOpening ? new SecretMailCameBack(delivery.Kind, delivery.RoundId) : new MailCameBack(delivery.Kind));
            }

            return marked;
        });
    }

    // It may have come back from the address before the last change.
    private async Task<bool> IsStill(MailDelivery delivery, string address, BounceReport report) => report.Recipient is not { } named
        || UserAccount.Normalized(named) == UserAccount.Normalized(address)
        || await db.Accounts.Where(a => a.Id == delivery.AddresseeId).Select(a => a.FormerEmail).SingleOrDefaultAsync() is not { } former
        || UserAccount.Normalized(former) != UserAccount.Normalized(named);
}
