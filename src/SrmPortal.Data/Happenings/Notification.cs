using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Mails;

namespace SrmPortal.Data.Happenings;

/// <summary>
/// One entry of a person's list in the portal, the authoritative notice: what was said, when it was put there, when it was first
/// opened. The mail is its copy.
/// </summary>
public sealed class Notification
{
    public const int TitleLength = 400, TextLength = 600, SearchTextLength = TitleLength + TextLength + 1;

    public long Id { get; private set; }

    /// <summary>Random; its address is made of it.</summary>
    public required string Code { get; init; }

    public required long DeliveryId { get; init; }

    /// <summary>As that of the mail.</summary>
    public required string Kind { get; init; }

    public NoticeTopic Topic { get; init; }

    public required long PersonId { get; init; }

    /// <summary>The company that it concerns; it is there only while that company is chosen.</summary>
    public long? SupplierId { get; init; }

    public required DateTime PutAt { get; init; }

    /// <summary>In the person's language.</summary>
    public required string Title { get; init; }

    public string? Text { get; init; }

    /// <summary>For searching: title and text, normalised.</summary>
    public required string SearchText { get; init; }

    /// <summary>The page of its subject: <c>/events/20067776/0</c>.</summary>
    public required string Path { get; init; }

    public bool IsImportant { get; init; }

    /// <summary>When the person followed it for the first time.</summary>
    public DateTime? OpenedAt { get; private set; }

    /// <summary>The digest that told it by mail; null: none did.</summary>
    public string? Digest { get; private set; }

    /// <summary>When it was opened, or marked as read with the others.</summary>
    public DateTime? ReadAt { get; private set; }
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> table)
    {
        table.ToTable("Notifications");
        table.Property(n => n.Code).HasMaxLength(22);
        table.Property(n => n.Kind).HasMaxLength(64);
        table.Property(n => n.Title).HasMaxLength(Notification.TitleLength);
        table.Property(n => n.Text).HasMaxLength(Notification.TextLength);
        table.Property(n => n.SearchText).HasMaxLength(Notification.SearchTextLength);
        table.Property(n => n.Digest).HasMaxLength(32);
        table.HasOne<MailDelivery>().WithMany().HasForeignKey(n => n.DeliveryId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(n => n.Code).IsUnique();
        table.HasIndex(n => n.DeliveryId).IsUnique();
        table.HasIndex(n => new { n.PersonId, n.ReadAt, n.PutAt });
        table.HasIndex(n => new { n.PersonId, n.PutAt });
        table.HasIndex(n => n.Digest);
    }
}
