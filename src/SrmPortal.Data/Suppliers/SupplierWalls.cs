using Microsoft.EntityFrameworkCore;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Data;

public abstract partial class PortalDbContext
{
    public DbSet<Supplier> Suppliers => Set<Supplier>();

    public DbSet<Signatory> Signatories => Set<Signatory>();

    public DbSet<SupplierDocument> SupplierDocuments => Set<SupplierDocument>();

    public DbSet<Category> Categories => Set<Category>();

    // A person also sees the companies that he or she works for, to choose one.
    private void SupplierWalls(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Supplier>().HasQueryFilter(Walls.Company,
            s => SeesSuppliers || s.Id == SupplierId || Memberships.Any(m => m.AccountId == PersonId && m.SupplierId == s.Id));
        modelBuilder.Entity<SupplierCategory>().HasQueryFilter(Walls.Company, c => SeesSuppliers || c.SupplierId == SupplierId);
        modelBuilder.Entity<Signatory>().HasQueryFilter(Walls.Company, s => SeesSuppliers || s.SupplierId == SupplierId);
        modelBuilder.Entity<SupplierDocument>().HasQueryFilter(Walls.Company, d => SeesSuppliers || d.SupplierId == SupplierId);
        modelBuilder.Entity<Category>().HasQueryFilter(Walls.Open, c => true);
    }
}
