using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Happenings;
using SrmPortal.Data.Sourcing;

namespace SrmPortal.Data;

public abstract partial class PortalDbContext
{
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<AuditRecord> Audit => Set<AuditRecord>();

    private void HappeningWalls(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxMessage>().HasQueryFilter(Walls.House, m => IsSystem);
        modelBuilder.Entity<AuditRecord>().HasQueryFilter(Walls.House, a => IsSystem);
    }
}
