using Microsoft.EntityFrameworkCore;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Data;

public abstract partial class PortalDbContext
{
    public DbSet<Award> Awards => Set<Award>();

    public DbSet<AwardLine> AwardLines => Set<AwardLine>();

    public DbSet<OfferResult> OfferResults => Set<OfferResult>();

    public DbSet<Protocol> Protocols => Set<Protocol>();

    public DbSet<OpeningConfirmation> OpeningConfirmations => Set<OpeningConfirmation>();

    // Of a decision a supplier sees the own lines, once it has been made; never why, never another's.
    private void AwardWalls(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OpeningConfirmation>().HasQueryFilter(Walls.Round, c => IsSystem || (ReadsOffers && Rounds.Any(r => r.Id == c.RoundId)));
        modelBuilder.Entity<Award>().HasQueryFilter(Walls.Sealed, a => IsSystem || (ReadsOffers && Rounds.Any(r => r.Id == a.RoundId)));
        modelBuilder.Entity<OfferResult>().HasQueryFilter(Walls.Company, o => IsSystem || (ReadsOffers && Rounds.Any(r => r.Id == o.RoundId))
            || (o.SupplierId == SupplierId && Rounds.Any(r => r.Id == o.RoundId && (r.State == RoundState.Awarded || r.State == RoundState.NotAwarded))));
        modelBuilder.Entity<Protocol>().HasQueryFilter(Walls.Sealed, p => IsSystem || (ReadsOffers && Rounds.Any(r => r.Id == p.RoundId)));
        modelBuilder.Entity<AwardLine>().HasQueryFilter(Walls.Company, l => IsSystem || (ReadsOffers && Rounds.Any(r => r.Id == l.RoundId))
            || (l.SupplierId == SupplierId && Rounds.Any(r => r.Id == l.RoundId && r.State == RoundState.Awarded)));
    }
}
