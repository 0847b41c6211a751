using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Data.Accounts;

/// <summary>A browser in which somebody is signed in just now. Without its row a session's cookie opens nothing any more.</summary>
public sealed class OpenSession
{
    public const int BrowserLength = 200, NetworkLength = 45;

    public long Id { get; private set; }

    public required long AccountId { get; init; }

    /// <summary>The hash of what its cookie holds.</summary>
    public required byte[] Mark { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime BeganAt { get; init; }

    /// <summary>To the minute, in UTC.</summary>
    public required DateTime LastUsedAt { get; init; }

    /// <summary>As the browser names itself.</summary>
    public string? Browser { get; init; }

    /// <summary>The address that it came from when it began.</summary>
    public string? Network { get; init; }

    public static byte[] MarkOf(string session) => SHA256.HashData(Encoding.UTF8.GetBytes(session));
}

internal sealed class OpenSessionConfiguration : IEntityTypeConfiguration<OpenSession>
{
    public void Configure(EntityTypeBuilder<OpenSession> table)
    {
        table.ToTable("OpenSessions");
        table.Property(s => s.Mark).HasMaxLength(32);
        table.Property(s => s.Browser).HasMaxLength(OpenSession.BrowserLength);
        table.Property(s => s.Network).HasMaxLength(OpenSession.NetworkLength);
        table.HasIndex(s => s.Mark).IsUnique();
        table.HasIndex(s => s.AccountId);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
