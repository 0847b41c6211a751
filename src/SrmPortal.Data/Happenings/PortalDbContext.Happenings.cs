using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Happenings;
using SrmPortal.Data.Keys;
using SrmPortal.Data.Links;
using SrmPortal.Domain.Common;

namespace SrmPortal.Data;

/// <summary>What happened, and who is told of it.</summary>
public abstract partial class PortalDbContext
{
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<MailDelivery> MailDeliveries => Set<MailDelivery>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<AuditRecord> Audit => Set<AuditRecord>();

    public DbSet<AuditBatch> AuditBatches => Set<AuditBatch>();

    public DbSet<AuditCut> AuditCuts => Set<AuditCut>();

    public DbSet<SealedRecord> AuditSeals => Set<SealedRecord>();

    public DbSet<AuditWatch> AuditWatches => Set<AuditWatch>();

    public DbSet<PersonalRecord> AuditPersonal => Set<PersonalRecord>();

    public DbSet<SecretLink> SecretLinks => Set<SecretLink>();

    /// <summary>Outbox rows were saved and the bell has not rung for them yet.</summary>
    internal bool HasNews { get; set; }

    /// <summary>
    /// Writes down what happened without a change of an aggregate: a sign-in, a download, a mail that was asked for. With the next
    /// save, in its transaction; an <see cref="Announcement"/> goes to the outbox too.
    /// </summary>
    public void Record(DomainEvent happened) => this.Write(new Happening(happened, null, RootIsNew: false), scope, Now);

    /// <summary>For the ring of keys alone, which the framework asks for synchronously: what happens to aggregates is written by the other way.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => ChangeTracker.Entries().All(entry => entry.Entity is KeyRingEntry)
        ? base.SaveChanges(acceptAllChangesOnSuccess)
        : throw new InvalidOperationException("Nobody waits for the database on a thread: save asynchronously.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.RefuseChangesOfWhatIsWrittenOnce();
        var happened = ChangeTracker.TakeHappenings();
        if (!happened.Any(one => one.RootIsNew))
        {
            Write(happened);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        // What happened to a new aggregate is written by its key, which the database gives first.
        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellationToken);
        Write(happened);
        rows += await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return rows;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private void Write(Happening[] happened)
    {
        foreach (var one in happened)
        {
            this.Write(one, scope, Now);
        }
    }
}
