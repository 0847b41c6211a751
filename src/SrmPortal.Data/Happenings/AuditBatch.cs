using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Common;

namespace SrmPortal.Data.Happenings;

/// <summary>
/// Audit records that were sealed together. Each batch is hashed over its records and over the batch before it, and signed by a key that
/// lies outside the database: whoever alters, removes, reorders or inserts a record breaks the chain from there on.
/// </summary>
public sealed class AuditBatch : IInsertOnly
{
    public const string Format = "srm/audit/v1";

    /// <summary>What stands before the first batch.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    public long Id { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public required long No { get; init; }

    public required DateTime SealedAt { get; init; }

    public required int Count { get; init; }

    /// <summary>Up to this key no record comes later any more: what has one and is in no batch was inserted.</summary>
    public required long FinalUpTo { get; init; }

    /// <summary>Of the batch before.</summary>
    public required string PreviousHead { get; init; }

    /// <summary>SHA-256 of <see cref="Text"/>, in hexadecimal: the state of the whole history up to here.</summary>
    public required string Head { get; init; }

    /// <summary>ES256, of <see cref="Text"/>.</summary>
    public required byte[] Signature { get; init; }

    /// <summary>Of the key that signed.</summary>
    public required string KeyId { get; init; }

    /// <summary>What is hashed and signed.</summary>
    /// <param name="root">SHA-256 of the keys and hashes of the records, in their order.</param>
    public string Text(string root) => TextOf(No, SealedAt, Count, FinalUpTo, PreviousHead, root, KeyId);

    public static string TextOf(long no, DateTime sealedAt, int count, long finalUpTo, string previousHead, string root, string keyId) => string.Join('\n',
        Format, Number(no), sealedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), Number(count), Number(finalUpTo), previousHead, root, keyId);

    public static string HeadOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Of records in their order.</summary>
    public static string RootOf(IEnumerable<(long RecordId, byte[] Hash)> records)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (id, hash) in records)
        {
            all.AppendData(Encoding.ASCII.GetBytes(Number(id) + "\n"));
            all.AppendData(hash);
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    /// <summary>SHA-256 of all that a record says, each field with its length before it, so that nothing can be moved from one to another.</summary>
    public static byte[] HashOf(AuditRecord record)
    {
        var said = new StringBuilder();
        foreach (var field in new[]
        {
            Number(record.Id), Number(record.At.Ticks / TimeSpan.TicksPerMillisecond), record.Actor.ToString(), Number(record.PersonId), Number(record.RegistrationId), Number(record.ActingFor),
            record.Action, record.AggregateType, Number(record.AggregateId), record.Subject, record.Details, record.PersonalDigests, Number(record.RoundId), record.SecretUntilOpening ? "1" : "0",
        })
        {
            _ = field is null ? said.Append("-\n") : said.Append(field.Length).Append(':').Append(field).Append('\n');
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString()));
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Number(long? number) => number is { } value ? Number(value) : null;
}

/// <summary>One record of a batch. It stands apart from the record, which is written once and never changed.</summary>
public sealed class SealedRecord : IInsertOnly
{
    /// <summary>Of the audit record.</summary>
    public required long RecordId { get; init; }

    public required long BatchNo { get; init; }

    /// <summary>Within the batch, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>SHA-256.</summary>
    public required byte[] Hash { get; init; }
}

internal sealed class AuditBatchConfiguration : IEntityTypeConfiguration<AuditBatch>, IEntityTypeConfiguration<SealedRecord>
{
    public void Configure(EntityTypeBuilder<AuditBatch> table)
    {
        table.ToTable("AuditBatches");
        table.Property(b => b.PreviousHead).HasMaxLength(64);
        table.Property(b => b.Head).HasMaxLength(64);
        table.Property(b => b.Signature).HasMaxLength(64);
        table.Property(b => b.KeyId).HasMaxLength(16);
        table.HasIndex(b => b.No).IsUnique();
        table.HasIndex(b => b.Head).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SealedRecord> table)
    {
        table.ToTable("AuditSeals");
        table.HasKey(s => s.RecordId);
        table.Property(s => s.RecordId).ValueGeneratedNever();
        table.Property(s => s.Hash).HasMaxLength(32);
        table.HasIndex(s => new { s.BatchNo, s.Place }).IsUnique();
    }
}
