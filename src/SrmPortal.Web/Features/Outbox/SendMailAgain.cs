using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Outbox;

/// <summary>Puts mails that failed back into the queue, under the Message-ID that they had.</summary>
public sealed class SendMailAgain(PortalDbContext db) : IDeed
{
    /// <summary>What failed longer ago is sent again only one by one: much of it would be old news.</summary>
    public const int Days = 7;

    /// <summary>False: there is no such mail for the administrator.</summary>
    public Task<bool> One(string code, DateTime now) => db.InTransaction(async () =>
    {
        var one = await db.SeenDeliveries().Where(d => d.MessageId.StartsWith(code + "@")).Select(d => new { d.Id, d.Kind }).SingleOrDefaultAsync();
        if (one is null)
        {
            return false;
        }

        RuleViolation.ThrowIf(await Queue(db.SeenDeliveries().Where(d => d.Id == one.Id).Where(Deliveries.HasFailed), now) == 0, MailGateRules.NotFailed);
        db.Record(new MailSentAgain(one.Kind));
        return true;
    });

    /// <summary>Receipts that nobody may know of too: the administrator is told neither which nor how many.</summary>
    public Task All(DateTime now) => db.InTransaction(async () =>
    {
        var since = now.AddDays(-Days);
        await Queue(db.MailDeliveries.IgnoreQueryFilters([Walls.House, Walls.Sealed]).Where(d => d.QueuedAt >= since).Where(Deliveries.IsStuck), now);
        db.Record(new AllFailedMailsSentAgain(""));
        return true;
    });

    private static Task<int> Queue(IQueryable<MailDelivery> failed, DateTime now) => failed.ExecuteUpdateAsync(set => set
        .SetProperty(d => d.State, DeliveryState.Queued).SetProperty(d => d.NextTryAt, now).SetProperty(d => d.Attempts, 0).SetProperty(d => d.FirstTriedAt, (DateTime?)null)
        .SetProperty(d => d.SettledAt, (DateTime?)null).SetProperty(d => d.Fault, (string?)null).SetProperty(d => d.ServerAnswer, (string?)null)
        .SetProperty(d => d.LeaseOwner, (string?)null).SetProperty(d => d.LeaseUntil, (DateTime?)null));
}

/// <summary>Stops all mail, and lets it go on.</summary>
public sealed class HoldMail(PortalDbContext db, CurrentScope scope) : IDeed
{
    public Task Pause(string reason, DateTime now) => db.InTransaction(async () =>
    {
        (await db.MailGates.SingleAsync()).Pause(reason, scope.Is.PersonId!.Value, now);
        return true;
    });

    public Task Resume() => db.InTransaction(async () =>
    {
        (await db.MailGates.SingleAsync()).Resume();
        return true;
    });
}

/// <summary>Sends a mail to whoever asks for it, by the way that all mails go.</summary>
public sealed class TryMail(PortalDbContext db, CurrentScope scope) : IDeed
{
    /// <returns>To which address.</returns>
    public Task<string> Ask() => db.InTransaction(async () =>
    {
        var own = await db.Accounts.Where(a => a.Id == scope.Is.PersonId).Select(a => new { a.Id, a.UserName, a.Email }).SingleAsync();
        db.Record(new TestMailAsked(own.UserName, own.Id));
        return own.Email;
    });
}
