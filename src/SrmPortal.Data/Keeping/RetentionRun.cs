using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmPortal.Data.Keeping;

/// <summary>One day's work of destroying what has been kept long enough: what went, and what could not.</summary>
public sealed class RetentionRun
{
    /// <summary>How long the names of all parts that failed can be together.</summary>
    public const int LongestFailed = 200;

    public long Id { get; private set; }

    /// <summary>In UTC; one run a day, whichever instance is first.</summary>
    public required DateOnly Day { get; init; }

    public required DateTime BegunAt { get; init; }

    /// <summary>Null: it is under way, or was killed in the middle and is taken over.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Rejected, withdrawn and expired applications, with their documents and what the desk wrote.</summary>
    public int Registrations { get; private set; }

    /// <summary>Events with their rounds, offers, receipts, protocols and documents.</summary>
    public int Events { get; private set; }

    /// <summary>Rounds of which what was never opened was destroyed with its key.</summary>
    public int Rounds { get; private set; }

    /// <summary>Entries in people's lists of notices.</summary>
    public int Notices { get; private set; }

    public int AuditRecords { get; private set; }

    /// <summary>The names of the parts that could not be done, parted by a comma; null where all were. The log has the causes.</summary>
    public string? Failed { get; private set; }
}

internal sealed class RetentionRunConfiguration : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> table)
    {
        table.ToTable("RetentionRuns");
        table.Property(r => r.Failed).HasMaxLength(RetentionRun.LongestFailed);
        table.HasIndex(r => r.Day).IsUnique();
    }
}
