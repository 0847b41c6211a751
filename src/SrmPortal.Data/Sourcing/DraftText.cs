using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Data.Sourcing;

/// <summary>
/// What somebody has typed into the form of a draft's new item or new question, and hasn't added yet. It belongs to that person alone and to
/// no draft: nothing of it counts, and nobody else reads it.
/// </summary>
public sealed class DraftText
{
    /// <summary>The forms.</summary>
    public const string Item = "item", Question = "question";

    public long Id { get; private set; }

    public required long RoundId { get; init; }

    public required long PersonId { get; init; }

    public required string Form { get; init; }

    /// <summary>The fields as they were typed: JSON, values by name.</summary>
    public string Content { get; set; } = "";

    /// <summary>In UTC.</summary>
    public DateTime TypedAt { get; set; }
}

internal sealed class DraftTextConfiguration : IEntityTypeConfiguration<DraftText>
{
    public void Configure(EntityTypeBuilder<DraftText> table)
    {
        table.ToTable("DraftTexts");
        table.Property(t => t.Form).HasMaxLength(16);
        table.Property(t => t.Content).HasMaxLength(-1);
        table.HasOne<Round>().WithMany().HasForeignKey(t => t.RoundId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
        // Of two tabs that keep at once the second writes over the first one's.
        table.HasIndex(t => new { t.RoundId, t.PersonId, t.Form }).IsUnique();
    }
}

public static class DraftTexts
{
    public static Task DropDraftText(this PortalDbContext db, long roundId, long personId, string form) =>
        db.DraftTexts.Where(text => text.RoundId == roundId && text.PersonId == personId && text.Form == form).ExecuteDeleteAsync();
}
