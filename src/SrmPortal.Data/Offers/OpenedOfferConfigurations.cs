using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Offers;

namespace SrmPortal.Data.Offers;

/// <summary>In the order of a comparison: one range is a round, item by item.</summary>
internal sealed class OfferLineConfiguration : IEntityTypeConfiguration<OfferLine>
{
    public void Configure(EntityTypeBuilder<OfferLine> table)
    {
        table.ToTable("OfferLines");
        table.HasOne(l => l.Offer).WithMany().HasForeignKey(l => l.OfferId).OnDelete(DeleteBehavior.Restrict);
        table.HasKey(l => new { l.RoundId, l.ItemNumber, l.OfferId });
        table.Property(l => l.ItemNumber).HasMaxLength(4);
        table.Property(l => l.Quantity).HasPrecision(18, OfferEntry.QuantityScale);
        table.Property(l => l.UnitPrice).HasPrecision(19, OfferEntry.PriceScale);
        table.Property(l => l.VatCategory).HasMaxLength(VatCategory.CodeLength);
        table.Property(l => l.VatPercent).HasPrecision(5, VatCategory.PercentScale);
        table.Property(l => l.Substitute).HasMaxLength(OfferEntry.TextLength);
        table.Property(l => l.Comment).HasMaxLength(OfferEntry.TextLength);
    }
}

internal sealed class OpenedOfferConfiguration : IEntityTypeConfiguration<OpenedOffer>
{
    public void Configure(EntityTypeBuilder<OpenedOffer> table)
    {
        table.ToTable("OpenedOffers");
        table.HasOne(o => o.Offer).WithMany().HasForeignKey(o => o.OfferId).OnDelete(DeleteBehavior.Restrict);
        table.HasKey(o => new { o.RoundId, o.OfferId });
        table.Property(o => o.Currency).HasMaxLength(3);
        table.Property(o => o.VatCategory).HasMaxLength(VatCategory.CodeLength);
        table.Property(o => o.VatPercent).HasPrecision(5, VatCategory.PercentScale);
        table.Property(o => o.IncotermsRule).HasMaxLength(3);
        table.Property(o => o.IncotermsPlace).HasMaxLength(Incoterms.PlaceLength);
        table.Property(o => o.PaymentTerms).HasMaxLength(OfferContent.TextLength);
        table.Property(o => o.Comment).HasMaxLength(OfferContent.TextLength);
    }
}

internal sealed class OpenedAnswerConfiguration : IEntityTypeConfiguration<OpenedAnswer>
{
    public void Configure(EntityTypeBuilder<OpenedAnswer> table)
    {
        table.ToTable("OpenedAnswers");
        table.HasOne(a => a.Offer).WithMany().HasForeignKey(a => a.OfferId).OnDelete(DeleteBehavior.Restrict);
        table.HasKey(a => new { a.RoundId, a.Question, a.OfferId });
        table.Property(a => a.Value).HasMaxLength(OfferAnswer.ValueLength);
    }
}

internal sealed class OpenedAttachmentConfiguration : IEntityTypeConfiguration<OpenedAttachment>
{
    public void Configure(EntityTypeBuilder<OpenedAttachment> table)
    {
        table.ToTable("OpenedAttachments");
        table.HasOne(a => a.Offer).WithMany().HasForeignKey(a => a.OfferId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(a => new { a.RoundId, a.OfferId });
        table.Property(a => a.File).HasMaxLength(32);
        table.Property(a => a.Name).HasMaxLength(OfferAttachment.NameLength);
        table.Property(a => a.Type).HasMaxLength(100);
        table.Property(a => a.Sha256).HasMaxLength(64);
        table.Ignore(a => a.Attachment);
    }
}
