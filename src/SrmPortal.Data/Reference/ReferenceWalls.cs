using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Reference;
using SrmPortal.Domain.Reference;

namespace SrmPortal.Data;

public abstract partial class PortalDbContext
{
    public DbSet<Bank> Banks => Set<Bank>();

    public DbSet<BankDirectoryImport> BankDirectoryImports => Set<BankDirectoryImport>();

    public DbSet<ListedPlace> ListedPlaces => Set<ListedPlace>();

    // Lists that anybody may read, and who has brought them in.
    private void ReferenceWalls(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Bank>().HasQueryFilter(Walls.Open, b => true);
        modelBuilder.Entity<BankDirectoryImport>().HasQueryFilter(Walls.House, i => IsSystem || IsStaff);
        modelBuilder.Entity<ListedPlace>().HasQueryFilter(Walls.Open, p => true);
    }
}
