using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Data;

public abstract partial class PortalDbContext
{
    public DbSet<UserAccount> Accounts => Set<UserAccount>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<StaffAppointment> Appointments => Set<StaffAppointment>();

    public DbSet<Credential> Credentials => Set<Credential>();

    public DbSet<KnownBrowser> KnownBrowsers => Set<KnownBrowser>();

    public DbSet<SignInCounter> SignInCounters => Set<SignInCounter>();

    public DbSet<SecondStep> SecondSteps => Set<SecondStep>();

    public DbSet<StoredRecoveryCode> RecoveryCodes => Set<StoredRecoveryCode>();

    public DbSet<OpenSession> OpenSessions => Set<OpenSession>();

    /// <summary>Who helps people to sign in sees what hinders them: locks, sessions, whether there is a second step. Secrets lie there sealed or as hashes.</summary>
    private bool HelpsPeople => scope.Is.Has(StaffRoles.Support);

    // Suppliers see the group's people too, since a buyer's name and phone stand on the event.
    private void AccountWalls(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<UserAccount>().HasQueryFilter(Walls.Person, a => IsSystem || IsStaff || a.Id == PersonId
            || (SupplierId != null && (a.IsStaff || Memberships.Any(m => m.AccountId == a.Id))));
        modelBuilder.Entity<Membership>().HasQueryFilter(Walls.Company,
            m => IsSystem || IsStaff || m.AccountId == PersonId || m.SupplierId == SupplierId);
        modelBuilder.Entity<StaffAppointment>().HasQueryFilter(Walls.Person, a => IsSystem || IsStaff || a.AccountId == PersonId);
        modelBuilder.Entity<Credential>().HasQueryFilter(Walls.House, c => IsSystem || c.Id == PersonId);
        modelBuilder.Entity<IdentityUserClaim<long>>().HasQueryFilter(Walls.House, c => IsSystem || c.UserId == PersonId);
        modelBuilder.Entity<IdentityUserLogin<long>>().HasQueryFilter(Walls.House, l => IsSystem || l.UserId == PersonId);
        modelBuilder.Entity<IdentityUserToken<long>>().HasQueryFilter(Walls.House, t => IsSystem || t.UserId == PersonId);
        modelBuilder.Entity<KnownBrowser>().HasQueryFilter(Walls.House, b => IsSystem || b.AccountId == PersonId);
        modelBuilder.Entity<SecondStep>().HasQueryFilter(Walls.House, s => IsSystem || HelpsPeople || s.AccountId == PersonId);
        modelBuilder.Entity<StoredRecoveryCode>().HasQueryFilter(Walls.House, c => IsSystem || HelpsPeople || c.AccountId == PersonId);
        modelBuilder.Entity<OpenSession>().HasQueryFilter(Walls.House, s => IsSystem || HelpsPeople || s.AccountId == PersonId);
        modelBuilder.Entity<SignInCounter>().HasQueryFilter(Walls.House, c => IsSystem || HelpsPeople || c.AccountId == PersonId);
    }
}
