using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmPortal.Data.Files;

/// <summary>What the antivirus has said of a file.</summary>
public enum ScanState
{
    /// <summary>No antivirus was configured when the file came.</summary>
    NotAsked,

    /// <summary>In quarantine: it did not answer yet. Nobody opens the file before it has.</summary>
    Waiting,

    Clean,

    /// <summary>Its bytes are gone; the row says what was there.</summary>
    Infected,
}

/// <summary>
/// A file that somebody has given, as others may get it: its name, what it is, and whose it is. The bytes lie in the <see cref="IFileStore"/>.
/// Nothing of an offer is here: its attachments are sealed.
/// </summary>
public sealed class StoredFile
{
    private StoredFile()
    {
    }

    /// <param name="written">Where its bytes lie.</param>
    /// <param name="name">Cleaned by <see cref="FileNames"/>.</param>
    /// <param name="kind">By its content.</param>
    /// <param name="owner">Behind whose wall it stands.</param>
    /// <param name="now">In UTC.</param>
    /// <param name="scan">What the antivirus has said of it so far.</param>
    public StoredFile(WrittenFile written, string name, FileKind kind, FileOwner owner, DateTime now, ScanState scan = ScanState.NotAsked)
    {
        Scan = scan;
        (StoreName, Size, Sha256) = (written.StoreName, written.Size, written.Sha256);
        (Name, Kind, StoredAt) = (name, kind, now);
        (RegistrationId, SupplierId, EventId, CaseId, LostMasterCaseId) = (owner.RegistrationId, owner.SupplierId, owner.EventId, owner.CaseId, owner.LostMasterCaseId);
        Token = RandomNumberGenerator.GetHexString(32, lowercase: true);
    }

    public long Id { get; private set; }

    /// <summary>Names it in addresses; random, so that none can be guessed.</summary>
    public string Token { get; private set; } = "";

    public string Name { get; private set; } = "";

    public FileKind Kind { get; private set; }

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    public byte[] Sha256 { get; private set; } = [];

    public string StoreName { get; private set; } = "";

    public DateTime StoredAt { get; private set; }

    /// <summary>Of the registration it was given with; it stays when the company is accredited.</summary>
    public long? RegistrationId { get; private set; }

    public long? SupplierId { get; private set; }

    /// <summary>Of a sourcing event: whoever sees the folder of the round that it lies in sees it.</summary>
    public long? EventId { get; private set; }

    /// <summary>Of an accreditation: what the desk has attached for itself. Neither applicant nor supplier sees it.</summary>
    public long? CaseId { get; private set; }

    /// <summary>The letter by which a company asks for a new master user: the support's alone.</summary>
    public long? LostMasterCaseId { get; private set; }

    public ScanState Scan { get; private set; }

    /// <summary>What was found in it: <c>Win.Test.EICAR_HDB-1</c>.</summary>
    public string? Threat { get; private set; }

    public bool CanBeOpened => Scan is ScanState.NotAsked or ScanState.Clean;

    /// <summary>The registration's file is the accredited supplier's from now on.</summary>
    public void BelongTo(long supplierId) => SupplierId = supplierId;
}

/// <summary>Exactly one of the five.</summary>
public sealed record FileOwner
{
    public long? RegistrationId { get; private init; }

    public long? SupplierId { get; private init; }

    public long? EventId { get; private init; }

    public long? CaseId { get; private init; }

    public long? LostMasterCaseId { get; private init; }

    public static FileOwner Registration(long id) => new() { RegistrationId = id };

    public static FileOwner Supplier(long id) => new() { SupplierId = id };

    public static FileOwner Event(long id) => new() { EventId = id };

    public static FileOwner Case(long id) => new() { CaseId = id };

    public static FileOwner LostMaster(long id) => new() { LostMasterCaseId = id };
}

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> table)
    {
        table.ToTable("Files");
        table.Property(f => f.Token).HasMaxLength(32);
        table.Property(f => f.Name).HasMaxLength(FileNames.Longest);
        table.Property(f => f.Sha256).HasMaxLength(32);
        table.Property(f => f.StoreName).HasMaxLength(40);
        table.Property(f => f.Scan).HasDefaultValue(ScanState.NotAsked);
        table.HasIndex(f => new { f.Scan, f.Id });
        table.HasIndex(f => f.Token).IsUnique();
        table.HasIndex(f => f.StoreName).IsUnique();
        table.HasIndex(f => f.RegistrationId);
        table.HasIndex(f => f.SupplierId);
        table.HasIndex(f => f.EventId);
        table.HasIndex(f => f.CaseId);
        table.HasIndex(f => f.LostMasterCaseId);
    }
}
