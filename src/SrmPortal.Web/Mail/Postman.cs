using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Infrastructure.Telemetry;

namespace SrmPortal.Web.Mail;

/// <summary>Puts each delivery on the person's list in the portal, then hands it to the mail server. The list does not wait for the server.</summary>
internal sealed partial class Postman(
    IServiceScopeFactory scopes, LetterWriter writer, HostThrottle throttle, IOptions<MailSettings> settings, TimeProvider clock, PortalMetrics metrics, ILogger<Postman> logger)
{
    /// <summary>Puts the next one that is due on its list. False: none is due.</summary>
    public Task<bool> ListNext(CancellationToken cancellationToken) => Next(d => d.ToBeListed, async (db, lease, delivery) =>
    {
        var written = await writer.Write(delivery, forList: true);
        await db.InTransaction(async () =>
        {
            var mine = await db.MailDeliveries.Held(lease).Where(d => d.ToBeListed).ExecuteUpdateAsync(set => set
                .SetProperty(d => d.ToBeListed, false).SetProperty(d => d.Attempts, 0).SetProperty(d => d.Fault, (string?)null)
                .SetProperty(d => d.LeaseOwner, (string?)null).SetProperty(d => d.LeaseUntil, (DateTime?)null)) == 1;
            if (mine && written is not null)
            {
                db.Add(Entry(delivery, written));
            }

            return mine;
        });
        return Verdict.Taken;
    }, cancellationToken);

    /// <summary>Hands the next one that is due over. Null: none is due.</summary>
    public async Task<Verdict?> SendNext(IMailSession session, CancellationToken cancellationToken)
    {
        Verdict? verdict = null;
        await Next(d => !d.ToBeListed, async (db, lease, delivery) =>
        {
            verdict = Verdict.PutOff;
            // That somebody has offered is not to be read from a trace before the opening.
            using var span = delivery.SecretUntilOpening ? null : Traces.Source.StartActivity("send mail")?.SetTag("srm.mail.kind", delivery.Kind).SetTag("srm.mail.verdict", "Failed");
            verdict = await Send(session, db, lease, delivery, cancellationToken);
            span?.SetTag("srm.mail.verdict", verdict.ToString());
            return verdict.Value;
        }, cancellationToken);
        return verdict;
    }

    /// <summary>Whether an administrator has stopped all mail.</summary>
    public async Task<bool> IsPaused(CancellationToken cancellationToken)
    {
        await using var services = scopes.AsSystem();
        return await services.ServiceProvider.GetRequiredService<PortalDbContext>().MailGates.AnyAsync(g => g.PausedAt != null, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} ({Kind}) could not be written; it is tried again.")]
    private static partial void LogFault(ILogger logger, Exception fault, long delivery, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} ({Kind}) was refused for good.")]
    private static partial void LogRefused(ILogger logger, long delivery, string kind);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<Verdict> Send(IMailSession session, PortalDbContext db, Lease lease, MailDelivery delivery, CancellationToken cancellationToken)
    {
        if (await WayOf(db, delivery) is var way && way is not NoticeWay.AtOnce)
        {
            await Settle(db, lease, way is NoticeWay.Digest ? DeliveryState.AwaitsDigest : DeliveryState.PortalOnly);
            return Verdict.Taken;
        }

        if (await writer.Write(delivery, forList: false) is not { } written)
        {
            await Settle(db, lease, DeliveryState.Skipped);
            return Verdict.Taken;
        }

        if (await throttle.WaitFor(db, written.To.Email) is { } until)
        {
            await GiveBack(db, lease, delivery, until);
            return Verdict.PutOff;
        }

        using var message = await writer.Envelope(delivery, written);
        var answer = message is null
            ? new MailAnswer(Verdict.Refused, "The portal holds no valid address.")
            : await session.HandOver(message, cancellationToken);
        await Record(db, lease, delivery, written, answer);
        if (!delivery.SecretUntilOpening)
        {
            metrics.MailAnswered(answer.Verdict);
        }

        return answer.Verdict;
    }

    private async Task<bool> Next(
        System.Linq.Expressions.Expression<Func<MailDelivery, bool>> which, Func<PortalDbContext, Lease, MailDelivery, Task<Verdict>> deed, CancellationToken cancellationToken)
    {
        await using var services = scopes.AsSystem();
        var db = services.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (await db.MailDeliveries.Where(d => d.State == DeliveryState.Queued).Where(which).TakeNext(Now, cancellationToken) is not { } lease)
        {
            return false;
        }

        var delivery = await db.MailDeliveries.AsNoTracking().SingleAsync(d => d.Id == lease.Id, cancellationToken);
        try
        {
            await deed(db, lease, delivery);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogFault(logger, fault, delivery.Id, delivery.Kind);
            if (TakesTooLong(delivery))
            {
                await Settle(db, lease, DeliveryState.Refused, Cause.Of(fault));
            }
            else
            {
                await db.MailDeliveries.Held(lease).ExecuteUpdateAsync(set => set.SetProperty(d => d.FirstTriedAt, d => d.FirstTriedAt ?? Now), cancellationToken);
                await db.MailDeliveries.Held(lease).PutOff(Now + Leases.WaitAfter(delivery.Attempts), Cause.Of(fault));
            }
        }

        return true;
    }

    private async Task Record(PortalDbContext db, Lease lease, MailDelivery delivery, Written written, MailAnswer answer)
    {
        var held = db.MailDeliveries.Held(lease);
        await held.ExecuteUpdateAsync(set => set
            .SetProperty(d => d.Language, written.To.Language)
            .SetProperty(d => d.Thread, written.Letter.Thread)
            .SetProperty(d => d.ServerAnswer, answer.Words.CutTo(400)));
        switch (answer.Verdict)
        {
            case Verdict.Taken:
                await Settle(db, lease, DeliveryState.HandedOver);
                break;
            case Verdict.Refused:
            case Verdict.PutOff when TakesTooLong(delivery):
                LogRefused(logger, delivery.Id, delivery.Kind);
                await Settle(db, lease, DeliveryState.Refused);
                break;
            case Verdict.ServerAway:
                // Not this mail's fault: it stays first in the queue.
                await GiveBack(db, lease, delivery, delivery.NextTryAt);
                break;
            default:
                await held.ExecuteUpdateAsync(set => set.SetProperty(d => d.FirstTriedAt, d => d.FirstTriedAt ?? Now));
                await held.PutOff(Now + Leases.WaitAfter(delivery.Attempts), null);
                break;
        }
    }

    // Counted from the first try: while mail is paused or the server is away nothing gets old.
    private bool TakesTooLong(MailDelivery delivery) => delivery.FirstTriedAt is { } first && Now - first > TimeSpan.FromHours(settings.Value.GiveUpAfterHours);

    // A receipt or a reminder is never left to a digest: that one was sent would be seen.
    private static async Task<NoticeWay> WayOf(PortalDbContext db, MailDelivery delivery)
    {
        var topic = NoticeTopics.Of(delivery.Kind);
        return delivery.SecretUntilOpening || delivery.AddresseeKind != Addressee.PersonKind || NoticeChoice.WaysOf(topic).Count == 1 ? NoticeWay.AtOnce
            : await db.Accounts.Where(a => a.Id == delivery.AddresseeId).SelectMany(a => a.Notices).Where(p => p.Topic == topic).Select(p => p.Way).SingleOrDefaultAsync();
    }

    // It has not been tried.
    private static async Task GiveBack(PortalDbContext db, Lease lease, MailDelivery delivery, DateTime until)
    {
        await db.MailDeliveries.Held(lease).PutOff(until, null);
        await db.MailDeliveries.Where(d => d.Id == delivery.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Attempts, d => d.Attempts - 1));
    }

    private Task<int> Settle(PortalDbContext db, Lease lease, DeliveryState state, string? fault = null) =>
        db.MailDeliveries.Held(lease).ExecuteUpdateAsync(set => set
            .SetProperty(d => d.State, state).SetProperty(d => d.SettledAt, Now).SetProperty(d => d.Fault, fault)
            .SetProperty(d => d.LeaseOwner, (string?)null).SetProperty(d => d.LeaseUntil, (DateTime?)null));

    private Notification Entry(MailDelivery delivery, Written written)
    {
        var (title, text) = (OneLine.Of(written.Letter.Subject).CutTo(Notification.TitleLength), written.Letter.ListText is { } more ? OneLine.Of(more).CutTo(Notification.TextLength) : null);
        return new Notification
        {
            Code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            DeliveryId = delivery.Id,
            Kind = delivery.Kind,
            Topic = NoticeTopics.Of(delivery.Kind),
            PersonId = delivery.AddresseeId,
            SupplierId = delivery.SupplierId,
            PutAt = Now,
            Title = title,
            Text = text,
            SearchText = Search.Folded($"{title} {text}").CutTo(Notification.SearchTextLength),
            Path = written.Letter.Path ?? "/notifications",
            IsImportant = written.Letter.IsImportant,
        };
    }
}
