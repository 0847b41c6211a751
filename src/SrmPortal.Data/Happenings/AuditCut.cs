using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Administration;
using SrmPortal.Domain.Common;

namespace SrmPortal.Data.Happenings;

/// <summary>
/// The statement that the records of the oldest batches were destroyed because they had been kept long enough. The batches themselves, with
/// their heads, stay, and with them the chain: what is missing without such a statement, or too early, was removed by somebody else.
/// </summary>
public sealed class AuditCut : IInsertOnly
{
    public const string Format = "srm/audit-cut/v1";

    public long Id { get; private set; }

    public required DateTime At { get; init; }

    /// <summary>Up to this batch no records are kept.</summary>
    public required long LastBatchNo { get; init; }

    /// <summary>Its head.</summary>
    public required string LastHead { get; init; }

    /// <summary>When it was sealed.</summary>
    public required DateTime SealedUpTo { get; init; }

    /// <summary>How many records were destroyed.</summary>
    public required int Records { get; init; }

    /// <summary>ES256, of <see cref="Text"/>.</summary>
    public required byte[] Signature { get; init; }

    public required string KeyId { get; init; }

    /// <summary>Whether the records had been kept as long as any group may settle at the least.</summary>
    public bool IsOfAge => SealedUpTo.AddYears(AllSettings.LeastRecordYears) <= At;

    public string Text => TextOf(At, LastBatchNo, LastHead, SealedUpTo, Records, KeyId);

    public static string TextOf(DateTime at, long lastBatchNo, string lastHead, DateTime sealedUpTo, int records, string keyId) => string.Join('\n',
        Format, Instant(at), lastBatchNo.ToString(CultureInfo.InvariantCulture), lastHead, Instant(sealedUpTo), records.ToString(CultureInfo.InvariantCulture), keyId);

    private static string Instant(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

internal sealed class AuditCutConfiguration : IEntityTypeConfiguration<AuditCut>
{
    public void Configure(EntityTypeBuilder<AuditCut> table)
    {
        table.ToTable("AuditCuts");
        table.Property(c => c.LastHead).HasMaxLength(64);
        table.Property(c => c.Signature).HasMaxLength(64);
        table.Property(c => c.KeyId).HasMaxLength(16);
        table.HasIndex(c => c.LastBatchNo).IsUnique();
    }
}
