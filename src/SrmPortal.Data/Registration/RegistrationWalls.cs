using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Files;
using SrmPortal.Data.Registration;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Data;

public abstract partial class PortalDbContext
{
    public DbSet<SupplierRegistration> Registrations => Set<SupplierRegistration>();

    public DbSet<RegistrationSending> RegistrationSendings => Set<RegistrationSending>();

    public DbSet<DocumentKind> DocumentKinds => Set<DocumentKind>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    private bool ReviewsRegistrations => scope.Is.Has(StaffRoles.Reviewer | StaffRoles.HeadOfDesk | StaffRoles.Auditor);

    // An applicant sees the own one, reviewers what was sent. A draft is nobody else's business.
    private void RegistrationWalls(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SupplierRegistration>().HasQueryFilter(Walls.Person,
            r => IsSystem || r.Id == RegistrationId || (ReviewsRegistrations && r.Number != null)
                || (r.RenewsSupplierId != null && r.RenewsSupplierId == SupplierId));
        modelBuilder.Entity<RegistrationSending>().HasQueryFilter(Walls.Person,
            s => IsSystem || s.RegistrationId == RegistrationId || ReviewsRegistrations);
        modelBuilder.Entity<DocumentKind>().HasQueryFilter(Walls.Open, k => true);
        modelBuilder.Entity<DocumentDemand>().HasQueryFilter(Walls.Open, d => true);
        modelBuilder.Entity<StoredFile>().HasQueryFilter(Walls.Company, f => IsSystem
            || (f.RegistrationId != null && f.RegistrationId == RegistrationId)
            || (f.SupplierId != null && f.SupplierId == SupplierId)
            || (f.SupplierId != null && RegistrationId != null && Registrations.Any(r => r.Id == RegistrationId && r.RenewsSupplierId == f.SupplierId))
            || (ReviewsRegistrations && (f.SupplierId != null || Registrations.Any(r => r.Id == f.RegistrationId)))
            || (f.CaseId != null && ReviewsRegistrations)
            || (f.LostMasterCaseId != null && (HelpsPeople || IsAuditor))
            || (f.EventId != null && RoundDocuments.Any(d => d.FileId == f.Id)));
    }
}
