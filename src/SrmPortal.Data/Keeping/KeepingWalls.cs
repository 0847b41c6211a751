using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Keeping;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Data;

public abstract partial class PortalDbContext
{
    public DbSet<RetentionRun> RetentionRuns => Set<RetentionRun>();

    private bool SeesRetention => scope.Is.Has(StaffRoles.Administrator | StaffRoles.Auditor);

    private void KeepingWalls(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<RetentionRun>().HasQueryFilter(Walls.House, r => IsSystem || SeesRetention);
}
