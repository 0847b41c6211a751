using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Offers;

namespace SrmPortal.Data;

public abstract partial class PortalDbContext
{
    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<OfferVersion> OfferVersions => Set<OfferVersion>();

    public DbSet<OfferLine> OfferLines => Set<OfferLine>();

    public DbSet<OpenedOffer> OpenedOffers => Set<OpenedOffer>();

    public DbSet<OpenedAnswer> OpenedAnswers => Set<OpenedAnswer>();

    public DbSet<OpenedAttachment> OpenedAttachments => Set<OpenedAttachment>();

    public DbSet<VatCategory> VatCategories => Set<VatCategory>();

    private void OfferWalls(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Offer>().HasQueryFilter(Walls.Company, o => IsSystem || ReadsOffers || o.SupplierId == SupplierId);
        modelBuilder.Entity<Offer>().HasQueryFilter(Walls.Sealed, o => !ReadsOffers || o.Round.OpenedAt != null);
        modelBuilder.Entity<OfferVersion>().HasQueryFilter(Walls.Company, v => IsSystem || ReadsOffers || v.SupplierId == SupplierId);
        modelBuilder.Entity<OfferVersion>().HasQueryFilter(Walls.Sealed, v => !ReadsOffers || v.Offer.Round.OpenedAt != null);
        modelBuilder.Entity<OfferLine>().HasQueryFilter(Walls.Company, l => IsSystem || ReadsOffers || l.SupplierId == SupplierId);
        modelBuilder.Entity<OfferLine>().HasQueryFilter(Walls.Sealed, l => !ReadsOffers || l.Offer.Round.OpenedAt != null);
        modelBuilder.Entity<OpenedOffer>().HasQueryFilter(Walls.Company, o => IsSystem || ReadsOffers || o.SupplierId == SupplierId);
        modelBuilder.Entity<OpenedOffer>().HasQueryFilter(Walls.Sealed, o => !ReadsOffers || o.Offer.Round.OpenedAt != null);
        modelBuilder.Entity<OpenedAnswer>().HasQueryFilter(Walls.Company, a => IsSystem || ReadsOffers || a.SupplierId == SupplierId);
        modelBuilder.Entity<OpenedAnswer>().HasQueryFilter(Walls.Sealed, a => !ReadsOffers || a.Offer.Round.OpenedAt != null);
        modelBuilder.Entity<OpenedAttachment>().HasQueryFilter(Walls.Company, a => IsSystem || ReadsOffers || a.SupplierId == SupplierId);
        modelBuilder.Entity<OpenedAttachment>().HasQueryFilter(Walls.Sealed, a => !ReadsOffers || a.Offer.Round.OpenedAt != null);
        modelBuilder.Entity<VatCategory>().HasQueryFilter(Walls.Open, v => true);
        modelBuilder.Entity<SealedChunk>().HasQueryFilter(Walls.Company, c => IsSystem || c.SupplierId == SupplierId);
        modelBuilder.Entity<SealedTyping>().HasQueryFilter(Walls.Company, t => IsSystem || t.SupplierId == SupplierId);
        modelBuilder.Entity<SealedContent>().HasQueryFilter(Walls.Company, c => IsSystem || c.SupplierId == SupplierId);
    }
}
