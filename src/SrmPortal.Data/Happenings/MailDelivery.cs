using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmPortal.Data.Happenings;

/// <summary>
/// Queued, until the mail server took it (HandedOver) or refused it for good (Refused; also where the portal itself could not write it).
/// Skipped: when it was to be sent, the addressee had no right to it any more, or there was nothing left to say. AwaitsDigest, InDigest,
/// PortalOnly: the person wanted it so. Bounced: taken by the server, and sent back later.
/// </summary>
public enum DeliveryState { Queued, HandedOver, Refused, Skipped, AwaitsDigest, InDigest, PortalOnly, Bounced }

/// <summary>One mail to one addressee, at least once, always under the same Message-ID. It holds neither the address nor the text: both are made when it is sent.</summary>
public sealed class MailDelivery : ILeased
{
    public long Id { get; private set; }

    public required long OutboxId { get; init; }

    /// <summary>Which mail it is: the name of its class without <c>Mail</c>; renaming one needs a migration.</summary>
    public required string Kind { get; init; }

    /// <summary>What kind of row knows the address: <c>person</c>, <c>registration</c> …</summary>
    public required string AddresseeKind { get; init; }

    /// <summary>The key of that row.</summary>
    public required long AddresseeId { get; init; }

    /// <summary>The company as whose person the addressee gets it; without an active membership there, nothing is sent.</summary>
    public long? SupplierId { get; init; }

    /// <summary>All three in one, <c>person:12@7</c>: one delivery per announcement, mail and addressee.</summary>
    public required string AddresseeKey { get; init; }

    /// <summary>Made once, without the angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>What mail programs thread it by: an event's or a registration's number. Null until it was first written.</summary>
    public string? Thread { get; private set; }

    /// <summary>In which it was last written: <c>ru</c>, <c>en</c>.</summary>
    public string? Language { get; private set; }

    public long? RoundId { get; init; }

    /// <summary>A receipt or a reminder: not there for staff, and not counted, before the round is opened.</summary>
    public bool SecretUntilOpening { get; init; }

    public required DateTime QueuedAt { get; init; }

    public DeliveryState State { get; private set; }

    /// <summary>Whether it still has to be put on the person's list, which comes before the mail and does not wait for the mail server.</summary>
    public bool ToBeListed { get; init; }

    public required DateTime NextTryAt { get; init; }

    public int Attempts { get; private set; }

    public string? LeaseOwner { get; private set; }

    public DateTime? LeaseUntil { get; private set; }

    public string? Fault { get; private set; }

    /// <summary>When it was first tried: from then on it counts how long it is put off.</summary>
    public DateTime? FirstTriedAt { get; private set; }

    /// <summary>When it was handed over, refused, skipped, left to the digest.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>The mail server's last words: <c>550 5.1.1 no such user</c>.</summary>
    public string? ServerAnswer { get; private set; }
}

internal sealed class MailDeliveryConfiguration : IEntityTypeConfiguration<MailDelivery>
{
    public void Configure(EntityTypeBuilder<MailDelivery> table)
    {
        table.ToTable("MailDeliveries");
        table.Property(d => d.Kind).HasMaxLength(64);
        table.Property(d => d.AddresseeKind).HasMaxLength(32);
        table.Property(d => d.AddresseeKey).HasMaxLength(80);
        table.Property(d => d.Thread).HasMaxLength(64);
        table.Property(d => d.Language).HasMaxLength(8);
        table.Property(d => d.ServerAnswer).HasMaxLength(400);
        table.HasOne<OutboxMessage>().WithMany().HasForeignKey(d => d.OutboxId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(d => new { d.OutboxId, d.Kind, d.AddresseeKey }).IsUnique();
        table.HasIndex(d => d.MessageId).IsUnique();
        table.HasIndex(d => new { d.State, d.NextTryAt }).HasFilter("\"State\" = 'Queued'");
        table.HasIndex(d => new { d.State, d.AddresseeId }).HasFilter("\"State\" = 'AwaitsDigest'").HasDatabaseName("IX_MailDeliveries_AwaitsDigest");
        table.HasIndex(d => d.QueuedAt);
        table.HasIndex(d => new { d.RoundId, d.SupplierId });
        table.HasIndex(d => new { d.AddresseeKind, d.AddresseeId, d.QueuedAt });
    }
}
