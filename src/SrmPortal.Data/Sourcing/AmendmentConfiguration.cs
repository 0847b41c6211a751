using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Data.Sourcing;

internal sealed class AmendmentConfiguration : IEntityTypeConfiguration<Amendment>
{
    public void Configure(EntityTypeBuilder<Amendment> table)
    {
        table.ToTable("Amendments");
        Content(table.Property(a => a.Was));
        Content(table.Property(a => a.Becomes));
        table.Property(a => a.Reason).HasMaxLength(Amendment.ReasonLength);
        table.Property(a => a.ReturnComment).HasMaxLength(1000);
        table.HasOne(a => a.Round).WithMany().HasForeignKey(a => a.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(a => a.BegunById).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(a => a.SentForApprovalById).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(a => a.ApproverId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(a => a.PublishedById).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(a => new { a.RoundId, a.No }).IsUnique().HasFilter("\"No\" IS NOT NULL");
        // Of two buyers who begin one at once, the second finds the first one's.
        table.HasIndex(a => a.RoundId, "IX_Amendments_Open").IsUnique().HasFilter("\"State\" IN ('Draft', 'PendingApproval')");
    }

    // A text: it is written and read as a whole, and never searched.
    private static void Content(PropertyBuilder<RoundContent> property) => property.HasConversion(new ContentConverter(), new SameContent()).HasMaxLength(-1);

    private sealed class ContentConverter() : ValueConverter<RoundContent, string>(
        content => JsonSerializer.Serialize(content, Json), text => JsonSerializer.Deserialize<RoundContent>(text, Json)!)
    {
        private static readonly JsonSerializerOptions Json = new()
        {
            Converters = { new JsonStringEnumConverter() },
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };
    }

    // Nobody changes one: another takes its place.
    private sealed class SameContent() : ValueComparer<RoundContent>(
        (one, other) => ReferenceEquals(one, other), content => RuntimeHelpers.GetHashCode(content), content => content);
}
