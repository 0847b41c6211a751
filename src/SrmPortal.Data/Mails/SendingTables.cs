using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Mails;

namespace SrmPortal.Data.Mails
{
    /// <summary>How many mails were sent to one host of addressees in one minute, over all servers.</summary>
    public sealed class MailHost
    {
        public const int LongestHost = 253;

        public long Id { get; private set; }

        /// <summary>What follows the at sign, in small letters.</summary>
        public required string Host { get; init; }

        /// <summary>The beginning of the minute that is counted, in UTC.</summary>
        public required DateTime Minute { get; init; }

        public required int Count { get; init; }
    }

    /// <summary>
    /// A mail came back: the address did not take it. The address is undeliverable as long as it is the person's and nothing has shown
    /// that mail gets there again.
    /// </summary>
    public sealed class Bounce
    {
        public const int LongestWords = 400;

        public long Id { get; private set; }

        public required long DeliveryId { get; init; }

        /// <summary>Whom the mail was for; null: somebody without an account.</summary>
        public long? AccountId { get; init; }

        public long? SupplierId { get; init; }

        /// <summary>As accounts keep it.</summary>
        public required string NormalizedEmail { get; init; }

        /// <summary>When the portal learned of it, in UTC.</summary>
        public required DateTime At { get; init; }

        /// <summary>Of the server that sent it back: <c>5.1.1 550 no such user</c>.</summary>
        public required string Words { get; init; }

        public long? RoundId { get; init; }

        /// <summary>As the mail that came back: a receipt or a reminder.</summary>
        public bool SecretUntilOpening { get; init; }

        /// <summary>When mail got there again, in UTC; null: not yet.</summary>
        public DateTime? ClearedAt { get; private set; }
    }

    internal sealed class SendingConfiguration : IEntityTypeConfiguration<MailGate>, IEntityTypeConfiguration<MailHost>, IEntityTypeConfiguration<Bounce>, IEntityTypeConfiguration<NoticePreference>
    {
        public void Configure(EntityTypeBuilder<MailGate> table)
        {
            table.ToTable("MailGate");
            table.Property(g => g.Reason).HasMaxLength(MailGate.LongestReason);
            table.HasData(new { Id = -1L, Revision = 0 });
        }

        public void Configure(EntityTypeBuilder<MailHost> table)
        {
            table.ToTable("MailHosts");
            table.Property(h => h.Host).HasMaxLength(MailHost.LongestHost);
            table.HasIndex(h => h.Host).IsUnique();
        }

        public void Configure(EntityTypeBuilder<Bounce> table)
        {
            table.ToTable("Bounces");
            table.Property(b => b.NormalizedEmail).HasMaxLength(254);
            table.Property(b => b.Words).HasMaxLength(Bounce.LongestWords);
            table.HasOne<MailDelivery>().WithMany().HasForeignKey(b => b.DeliveryId).OnDelete(DeleteBehavior.Restrict);
            table.HasIndex(b => b.DeliveryId);
            table.HasIndex(b => b.NormalizedEmail);
        }

        public void Configure(EntityTypeBuilder<NoticePreference> table)
        {
            table.ToTable("NoticePreferences");
            table.HasIndex(p => new { p.AccountId, p.Topic }).IsUnique();
        }
    }
}

namespace SrmPortal.Data
{
    public abstract partial class PortalDbContext
    {
        /// <summary>One row, that is always there.</summary>
        public DbSet<MailGate> MailGates => Set<MailGate>();

        public DbSet<Mails.MailHost> MailHosts => Set<Mails.MailHost>();

        public DbSet<Mails.Bounce> Bounces => Set<Mails.Bounce>();

        /// <summary>The latest reason why this address counts as undeliverable; null: it does not.</summary>
        /// <param name="normalizedEmail">As accounts keep it.</param>
        public Task<Mails.Bounce?> BounceOf(string normalizedEmail) =>
            Bounces.AsNoTracking().Where(b => b.NormalizedEmail == normalizedEmail && b.ClearedAt == null).OrderByDescending(b => b.Id).FirstOrDefaultAsync();

        /// <summary>Somebody has followed a link that was mailed there.</summary>
        public Task GetsMail(string normalizedEmail, DateTime now) =>
            Bounces.Where(b => b.NormalizedEmail == normalizedEmail && b.ClearedAt == null).ExecuteUpdateAsync(set => set.SetProperty(b => b.ClearedAt, now));

        private void SendingWalls(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<MailGate>().HasQueryFilter(Walls.House, g => IsSystem || IsAdministrator);
            modelBuilder.Entity<Mails.MailHost>().HasQueryFilter(Walls.House, h => IsSystem);
            modelBuilder.Entity<NoticePreference>().HasQueryFilter(Walls.Person, p => IsSystem || p.AccountId == PersonId);
            modelBuilder.Entity<Mails.Bounce>().HasQueryFilter(Walls.House, b => IsSystem || SeesBounces || IsBuyer || b.AccountId == PersonOrNobody || (SupplierId != null && b.SupplierId == SupplierId));
            // The person and the company may know that an own receipt came back; nobody else before the opening.
            modelBuilder.Entity<Mails.Bounce>().HasQueryFilter(Walls.Sealed, b => IsSystem || !b.SecretUntilOpening || b.AccountId == PersonOrNobody || (SupplierId != null && b.SupplierId == SupplierId)
                || Rounds.Any(r => r.Id == b.RoundId && r.OpenedAt != null));
        }
    }
}
