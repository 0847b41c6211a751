using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Data.Awards;

internal sealed class RoundEndConfiguration : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> table)
    {
        table.Property(r => r.EndReason).HasMaxLength(Round.EndReasonLength);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(r => r.EndedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OpeningConfirmationConfiguration : IEntityTypeConfiguration<OpeningConfirmation>
{
    public void Configure(EntityTypeBuilder<OpeningConfirmation> table)
    {
        table.ToTable("OpeningConfirmations");
        table.HasOne(c => c.Round).WithMany(r => r.OpeningConfirmations).HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(c => new { c.RoundId, c.At });
    }
}

internal sealed class AwardConfiguration : IEntityTypeConfiguration<Award>
{
    public void Configure(EntityTypeBuilder<Award> table)
    {
        table.ToTable("Awards");
        table.HasOne(a => a.Round).WithMany().HasForeignKey(a => a.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(a => a.ApproverId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(a => a.RoundId).IsUnique();
        table.HasIndex(a => new { a.ApproverId, a.State });
        table.Property(a => a.Justification).HasMaxLength(Award.TextLength);
        table.PrimitiveCollection(a => a.Authors).HasMaxLength(4000);
        table.OwnsMany(a => a.Notes, notes => notes.ToJson());
        table.OwnsMany(a => a.Steps, steps => steps.ToJson());
        table.HasMany(a => a.Lines).WithOne().HasForeignKey("AwardId").IsRequired().OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>In the order of a comparison; a supplier's own lines by its number.</summary>
internal sealed class AwardLineConfiguration : IEntityTypeConfiguration<AwardLine>
{
    public void Configure(EntityTypeBuilder<AwardLine> table)
    {
        table.ToTable("AwardLines");
        table.HasOne<Supplier>().WithMany().HasForeignKey(l => l.SupplierId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex("AwardId", nameof(AwardLine.ItemNumber), nameof(AwardLine.SupplierId)).IsUnique();
        table.HasIndex(l => new { l.SupplierId, l.RoundId });
        table.Property(l => l.ItemNumber).HasMaxLength(4);
        table.Property(l => l.Quantity).HasPrecision(18, OfferEntry.QuantityScale);
        table.Property(l => l.UnitPrice).HasPrecision(19, OfferEntry.PriceScale);
        table.Property(l => l.Currency).HasMaxLength(3);
        table.Property(l => l.Amount).HasPrecision(19, 3);
        table.Property(l => l.ComparedAmount).HasPrecision(19, 3);
    }
}

/// <summary>One number for each protocol of a round; of two corrections at once the second gets the next one.</summary>
internal sealed class ProtocolConfiguration : IEntityTypeConfiguration<Protocol>
{
    public void Configure(EntityTypeBuilder<Protocol> table)
    {
        table.ToTable("Protocols");
        table.HasOne(p => p.Round).WithMany().HasForeignKey(p => p.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(p => new { p.RoundId, p.No }).IsUnique();
        table.Property(p => p.Content).HasMaxLength(-1);
        table.Property(p => p.Hash).HasMaxLength(64);
        table.Property(p => p.AuditHead).HasMaxLength(64);
        table.Property(p => p.Signature).HasMaxLength(64);
        table.Property(p => p.KeyId).HasMaxLength(16);
    }
}

internal sealed class OfferResultConfiguration : IEntityTypeConfiguration<OfferResult>
{
    public void Configure(EntityTypeBuilder<OfferResult> table)
    {
        table.ToTable("OfferResults");
        table.HasOne<Round>().WithMany().HasForeignKey(r => r.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Supplier>().WithMany().HasForeignKey(r => r.SupplierId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(r => new { r.RoundId, r.SupplierId }).IsUnique();
        table.HasIndex(r => r.SupplierId);
        table.Property(r => r.Currency).HasMaxLength(3);
        table.Property(r => r.Offered).HasPrecision(19, 3);
        table.Property(r => r.Won).HasPrecision(19, 3);
        table.Property(r => r.GapPercent).HasPrecision(19, 1);
        table.OwnsMany(r => r.Items, items => items.ToJson());
    }
}
