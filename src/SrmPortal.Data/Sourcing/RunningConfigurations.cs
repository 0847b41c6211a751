using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Data.Sourcing;

internal sealed class ClarificationConfiguration : IEntityTypeConfiguration<Clarification>
{
    public void Configure(EntityTypeBuilder<Clarification> table)
    {
        table.ToTable("Clarifications");
        table.Property(c => c.Text).HasMaxLength(Clarification.TextLength);
        table.Property(c => c.PublicText).HasMaxLength(Clarification.TextLength);
        table.Property(c => c.Answer).HasMaxLength(Clarification.TextLength);
        table.HasOne(c => c.Round).WithMany().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Supplier>().WithMany().HasForeignKey(c => c.SupplierId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(c => c.AskedById).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(c => c.AnsweredById).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(c => new { c.RoundId, c.AnsweredAt });
        table.HasIndex(c => new { c.SupplierId, c.RoundId });
    }
}

internal sealed class OutsideInvitationConfiguration : IEntityTypeConfiguration<OutsideInvitation>
{
    public void Configure(EntityTypeBuilder<OutsideInvitation> table)
    {
        table.ToTable("OutsideInvitations");
        table.Property(o => o.Name).HasMaxLength(OutsideInvitation.LongestName);
        table.Property(o => o.Email).HasMaxLength(254);
        table.Property(o => o.Country).HasMaxLength(2);
        table.Property(o => o.TaxKey).HasMaxLength(30);
        table.HasOne(o => o.Round).WithMany().HasForeignKey(o => o.RoundId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(o => o.AddedById).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(o => new { o.RoundId, o.Country, o.TaxKey }).IsUnique();
        table.HasIndex(o => o.JoinedAt);
    }
}

internal sealed class RoundChangeConfiguration : IEntityTypeConfiguration<RoundChange>
{
    public void Configure(EntityTypeBuilder<RoundChange> table)
    {
        table.ToTable("RoundChanges");
        table.Property(c => c.Reason).HasMaxLength(1000);
        table.ComplexProperty(c => c.Deadline);
        table.HasOne(c => c.Round).WithMany(r => r.Changes).HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(c => new { c.RoundId, c.At });
    }
}
