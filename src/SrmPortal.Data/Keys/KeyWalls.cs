using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Keys;

namespace SrmPortal.Data;

public abstract partial class PortalDbContext
{
    public DbSet<KeyRingEntry> KeyRing => Set<KeyRingEntry>();

    private void KeyWalls(ModelBuilder modelBuilder) => modelBuilder.Entity<KeyRingEntry>().HasQueryFilter(Walls.House, key => IsSystem);
}
