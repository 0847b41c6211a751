using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Data;

public abstract partial class PortalDbContext
{
    public DbSet<UserAccount> Accounts => Set<UserAccount>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<StaffAppointment> Appointments => Set<StaffAppointment>();

    // Suppliers see the group's people too, since a buyer's name and phone stand on the event.
    private void AccountWalls(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<UserAccount>().HasQueryFilter(Walls.Person, a => IsSystem || IsStaff || a.Id == PersonId
            || (SupplierId != null && (a.IsStaff || Memberships.Any(m => m.AccountId == a.Id))));
        modelBuilder.Entity<Membership>().HasQueryFilter(Walls.Company,
            m => IsSystem || IsStaff || m.AccountId == PersonId || m.SupplierId == SupplierId);
        modelBuilder.Entity<StaffAppointment>().HasQueryFilter(Walls.Person, a => IsSystem || IsStaff || a.AccountId == PersonId);
    }
}
