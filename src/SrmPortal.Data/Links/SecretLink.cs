using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmPortal.Data.Links;

/// <summary>What a mailed link is for.</summary>
/// <param name="Name">Stored: <c>activation</c>.</param>
/// <param name="ValidFor">From the time it was written into a mail; null: until it is revoked.</param>
/// <param name="Once">Whether it is used up by what it does.</param>
/// <param name="NewestOnly">Whether a newer one for the same subject makes it invalid.</param>
public sealed record LinkPurpose(string Name, TimeSpan? ValidFor, bool Once = true, bool NewestOnly = true);

/// <summary>
/// A link that was mailed. The token is not stored, only its SHA-256: it is derived from a key outside the database and this row's
/// seed, so that a mail which is sent a second time carries the same link, and whoever reads the database has none.
/// </summary>
public sealed class SecretLink
{
    public long Id { get; private set; }

    public required string Purpose { get; init; }

    /// <summary>The key of the account or registration that it lets in.</summary>
    public required long SubjectId { get; init; }

    /// <summary>For what it was made, <c>outbox:123</c>; made for the same again, it is the same link.</summary>
    public required string Occasion { get; init; }

    /// <summary>When it was asked for: of several the youngest counts, in whatever order the mails went out.</summary>
    public required DateTime AskedAt { get; init; }

    public required byte[] Seed { get; init; }

    public required byte[] TokenHash { get; set; }

    /// <summary>Null: it does not expire.</summary>
    public DateTime? ExpiresAt { get; set; }

    public DateTime? UsedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }
}

internal sealed class SecretLinkConfiguration : IEntityTypeConfiguration<SecretLink>
{
    public void Configure(EntityTypeBuilder<SecretLink> table)
    {
        table.ToTable("SecretLinks");
        table.Property(l => l.Purpose).HasMaxLength(32);
        table.Property(l => l.Occasion).HasMaxLength(40);
        table.Property(l => l.Seed).HasMaxLength(32);
        table.Property(l => l.TokenHash).HasMaxLength(32);
        table.HasIndex(l => l.TokenHash).IsUnique();
        table.HasIndex(l => new { l.Purpose, l.SubjectId, l.Occasion }).IsUnique();
    }
}
