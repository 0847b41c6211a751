using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Mail;

/// <summary>Makes of each announcement one delivery for each addressee, all of them or none.</summary>
internal sealed partial class FanOut(IServiceScopeFactory scopes, MailCatalogue catalogue, IOptions<MailSettings> settings, TimeProvider clock, ILogger<FanOut> logger)
{
    /// <summary>Does the next one that is due. False: none is. One that fails waits, and keeps nobody up.</summary>
    public async Task<bool> Next(CancellationToken cancellationToken)
    {
        await using var services = scopes.AsSystem();
        var db = services.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (await db.Outbox.Where(m => m.State == OutboxState.Pending).TakeNext(Now, cancellationToken) is not { } lease)
        {
            return false;
        }

        try
        {
            var message = await db.Outbox.AsNoTracking().SingleAsync(m => m.Id == lease.Id, cancellationToken);
            MailDelivery[] deliveries = [.. await Deliveries(services.ServiceProvider, message)];
            await db.InTransaction(async () =>
            {
                var mine = await db.Outbox.Held(lease).Where(m => m.State == OutboxState.Pending)
                    .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.FannedOut).SetProperty(m => m.Fault, (string?)null)) == 1;
                db.AddRange(mine ? deliveries : []);
                return mine;
            });
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogFault(logger, fault, lease.Id);
            var attempts = await db.Outbox.Where(m => m.Id == lease.Id).Select(m => m.Attempts).SingleAsync(cancellationToken);
            await db.Outbox.Held(lease).PutOff(Now + Leases.WaitAfter(attempts), Cause.Of(fault));
        }

        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The announcement in outbox row {Row} could not be fanned out; it is tried again.")]
    private static partial void LogFault(ILogger logger, Exception fault, long row);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<IEnumerable<MailDelivery>> Deliveries(IServiceProvider services, OutboxMessage message)
    {
        var (told, occasion, now) = (Announcements.Read(message), message.Occasion(), Now);
        List<MailDelivery> all = [];
        foreach (var mail in catalogue.Telling(told.GetType()))
        {
            var one = (IMail)services.GetRequiredService(mail);
            var addressees = ToldOf(told.Subject, occasion, await one.Addressees(told, occasion));
            all.AddRange(addressees.DistinctBy(addressee => addressee.Key).Select(addressee => new MailDelivery
            {
                OutboxId = message.Id,
                Kind = MailCatalogue.KindOf(mail),
                AddresseeKind = addressee.Kind,
                AddresseeId = addressee.Id,
                SupplierId = addressee.SupplierId,
                AddresseeKey = addressee.Key,
                MessageId = NewMessageId(),
                RoundId = message.RoundId,
                SecretUntilOpening = message.SecretUntilOpening,
                QueuedAt = now,
                NextTryAt = now,
                ToBeListed = one.IsListed && addressee.Kind == Addressee.PersonKind,
            }));
        }

        return all;
    }

    /// <summary>Of a practice event nobody is told but whoever practises, whatever kind of mail it is.</summary>
    private static IEnumerable<Addressee> ToldOf(string subject, Occasion occasion, IEnumerable<Addressee> addressees) => !EventNumber.IsPractice(subject) ? addressees
        : addressees.Where(one => one.Kind == Addressee.PersonKind && one.Id == occasion.PersonId);

    private string NewMessageId() =>
        $"{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18))}@{settings.Value.From[(settings.Value.From.IndexOf('@', StringComparison.Ordinal) + 1)..]}";
}

internal static class DispatchersScope
{
    /// <summary>Background work, in the system's scope.</summary>
    public static AsyncServiceScope AsSystem(this IServiceScopeFactory scopes) => scopes.As(Scope.System);

    public static AsyncServiceScope As(this IServiceScopeFactory scopes, Scope scope)
    {
        var services = scopes.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<CurrentScope>().Is = scope;
        return services;
    }

    public static Occasion Occasion(this OutboxMessage message) =>
        new(message.Id, message.WrittenAt, message.PersonId, message.ActingFor, message.AggregateId);
}
