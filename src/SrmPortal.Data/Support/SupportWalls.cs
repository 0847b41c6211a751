using Microsoft.EntityFrameworkCore;
using SrmPortal.Domain.Support;

namespace SrmPortal.Data;

public abstract partial class PortalDbContext
{
    public DbSet<CallerCheck> CallerChecks => Set<CallerCheck>();

    public DbSet<LostMasterCase> LostMasterCases => Set<LostMasterCase>();

    // A company's people learn of a case when it is done, by mail; the case itself is the support's.
    private void SupportWalls(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CallerCheck>().HasQueryFilter(Walls.House, c => IsSystem || HelpsPeople || IsAuditor);
        modelBuilder.Entity<LostMasterCase>().HasQueryFilter(Walls.House, c => IsSystem || HelpsPeople || IsAuditor);
    }
}
