using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Data.Sourcing;

/// <summary>Whose eyes a document of a round is for. A supplier's own attachments are no documents of the round: they are sealed with its offer.</summary>
public enum DocumentFolder
{
    /// <summary>The customer's documentation: everybody who is invited.</summary>
    Customer,

    /// <summary>The buyer's team alone.</summary>
    Internal,

    /// <summary>Waits for the amendment that brings it: the buyer's team alone until then.</summary>
    Amendment,

    /// <summary>Taken out of the documentation by an amendment. Who had it can still read it in the history.</summary>
    Former,
}

/// <summary>A file in one of a round's folders.</summary>
public sealed class RoundDocument
{
    public long Id { get; private set; }

    public required long RoundId { get; init; }

    public required long FileId { get; init; }

    public required DocumentFolder Folder { get; set; }

    /// <summary>What it is, in the buyer's words; empty: its name says so.</summary>
    public required string Title { get; init; }

    public required long AddedById { get; init; }

    public required DateTime AddedAt { get; init; }
}

internal sealed class RoundDocumentConfiguration : IEntityTypeConfiguration<RoundDocument>
{
    public void Configure(EntityTypeBuilder<RoundDocument> table)
    {
        table.ToTable("RoundDocuments");
        table.HasOne<Round>().WithMany().HasForeignKey(d => d.RoundId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<StoredFile>().WithMany().HasForeignKey(d => d.FileId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(d => new { d.RoundId, d.Folder });
        table.HasIndex(d => d.FileId).IsUnique();
    }
}

public static class Downloads
{
    /// <summary>Who got which document of a round is kept; other files are not of this.</summary>
    public static async Task RecordDownload(this PortalDbContext db, StoredFile file)
    {
        if (file.EventId is null)
        {
            return;
        }

        var lies = await db.RoundDocuments.Where(d => d.FileId == file.Id)
            .Join(db.Rounds, d => d.RoundId, r => r.Id, (_, r) => new { r.Id, r.Event.Number, r.No }).SingleAsync();
        db.Record(new RoundDocumentDownloaded($"{lies.Number}/{lies.No}", lies.Id, file.Name));
        await db.SaveChangesAsync();
    }

    /// <summary>The same of several documents of one round at once.</summary>
    public static Task RecordDownloads(this PortalDbContext db, string roundName, long roundId, IEnumerable<StoredFile> files)
    {
        foreach (var file in files)
        {
            db.Record(new RoundDocumentDownloaded(roundName, roundId, file.Name));
        }

        return db.SaveChangesAsync();
    }
}
