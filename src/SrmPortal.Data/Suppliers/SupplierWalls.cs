using Microsoft.EntityFrameworkCore;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Domain.Suppliers.Import;

namespace SrmPortal.Data;

public abstract partial class PortalDbContext
{
    public DbSet<Supplier> Suppliers => Set<Supplier>();

    public DbSet<Signatory> Signatories => Set<Signatory>();

    public DbSet<SupplierDocument> SupplierDocuments => Set<SupplierDocument>();

    public DbSet<ChangeRequest> ChangeRequests => Set<ChangeRequest>();

    public DbSet<Category> Categories => Set<Category>();

    public DbSet<SupplierImport> SupplierImports => Set<SupplierImport>();

    private bool BringsSuppliersIn => scope.Is.Has(StaffRoles.HeadOfDesk | StaffRoles.Administrator);

    // A person also sees the companies that he or she works for, to choose one.
    private void SupplierWalls(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Supplier>().HasQueryFilter(Walls.Company,
            s => SeesSuppliers || s.Id == SupplierId || Memberships.Any(m => m.AccountId == PersonId && m.SupplierId == s.Id));
        modelBuilder.Entity<SupplierCategory>().HasQueryFilter(Walls.Company, c => SeesSuppliers || c.SupplierId == SupplierId);
        modelBuilder.Entity<Signatory>().HasQueryFilter(Walls.Company, s => SeesSuppliers || s.SupplierId == SupplierId);
        modelBuilder.Entity<SupplierDocument>().HasQueryFilter(Walls.Company, d => SeesSuppliers || d.SupplierId == SupplierId);
        // Accounts are shown to who checks them, not to who buys.
        modelBuilder.Entity<SupplierBankAccount>().HasQueryFilter(Walls.Company,
            b => IsSystem || ReviewsRegistrations || IsAdministrator || b.SupplierId == SupplierId);
        modelBuilder.Entity<ChangeRequest>().HasQueryFilter(Walls.Company, c => IsSystem || ReviewsRegistrations || c.SupplierId == SupplierId);
        modelBuilder.Entity<SupplierImport>().HasQueryFilter(Walls.House, i => IsSystem || BringsSuppliersIn);
        modelBuilder.Entity<Category>().HasQueryFilter(Walls.Open, c => true);
    }
}
