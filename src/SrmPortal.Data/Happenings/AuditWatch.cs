using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmPortal.Data.Happenings;

/// <summary>When the history was verified last, and what came out; one row, for all instances.</summary>
public sealed class AuditWatch
{
    public long Id { get; private set; }

    /// <summary>When somebody began the last verification; null: never.</summary>
    public DateTime? BegunAt { get; private set; }

    /// <summary>When the last one ended.</summary>
    public DateTime? CheckedAt { get; private set; }

    public int Faults { get; private set; }
}

internal sealed class AuditWatchConfiguration : IEntityTypeConfiguration<AuditWatch>
{
    public void Configure(EntityTypeBuilder<AuditWatch> table)
    {
        table.ToTable("AuditWatch");
        table.HasData(new { Id = -1L, Faults = 0 });
    }
}
