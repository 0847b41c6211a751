using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Data.Suppliers;

internal sealed class SupplierConfiguration : IEntityTypeConfiguration<Supplier>
{
    public void Configure(EntityTypeBuilder<Supplier> table)
    {
        table.ToTable("Suppliers");
        table.Property(s => s.Number).HasMaxLength(9);
        table.Property(s => s.Country).HasMaxLength(2);
        table.Property(s => s.TaxKey).HasMaxLength(35);
        table.Property(s => s.BranchKpp).HasMaxLength(9);
        table.Property(s => s.Name).HasMaxLength(400);
        table.Property(s => s.SearchText).HasMaxLength(1200);
        table.Property(s => s.SuspensionReason).HasMaxLength(1000);
        table.ComplexProperty(s => s.Company, company => company.Columns());
        table.PrimitiveCollection(s => s.Regions).HasMaxLength(4000);
        table.HasMany(s => s.Categories).WithOne().HasForeignKey(c => c.SupplierId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(s => s.Number).IsUnique();
        table.HasIndex(s => new { s.Country, s.TaxKey, s.BranchKpp }).IsUnique();
        table.HasIndex(s => new { s.State, s.Name });
    }
}

internal sealed class SupplierCategoryConfiguration : IEntityTypeConfiguration<SupplierCategory>
{
    public void Configure(EntityTypeBuilder<SupplierCategory> table)
    {
        table.ToTable("SupplierCategories");
        table.HasKey(c => new { c.SupplierId, c.CategoryId });
        table.HasOne<Category>().WithMany().HasForeignKey(c => c.CategoryId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(c => new { c.CategoryId, c.SupplierId });
    }
}

internal sealed class CategoryConfiguration : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> table)
    {
        table.ToTable("Categories");
        table.Property(c => c.Code).HasMaxLength(20);
        table.Property(c => c.Path).HasMaxLength(200);
        table.HasOne(c => c.Parent).WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(c => c.Code).IsUnique();
        table.HasIndex(c => c.Path).IsUnique();
    }
}

/// <summary>The columns of a company's details, the same in a registration and in a supplier.</summary>
internal static class CompanyColumns
{
    public static void Columns(this ComplexPropertyBuilder<CompanyDetails> company)
    {
        company.Property(c => c.Country).HasColumnName("CompanyCountry").HasMaxLength(2);
        company.Property(c => c.FullName).HasMaxLength(400);
        company.Property(c => c.ShortName).HasMaxLength(400);
        company.Property(c => c.LegalForm).HasMaxLength(32);
        company.Property(c => c.TaxNumber).HasMaxLength(35);
        company.Property(c => c.Kpp).HasMaxLength(9);
        company.Property(c => c.RegistrationNumber).HasMaxLength(35);
        company.Property(c => c.LegalAddress).HasMaxLength(500);
        company.Property(c => c.ActualAddress).HasMaxLength(500);
        company.Property(c => c.PostalAddress).HasMaxLength(500);
        company.Property(c => c.Phone).HasMaxLength(50);
        company.Property(c => c.Email).HasMaxLength(254);
        company.Property(c => c.BankCode).HasMaxLength(11);
        company.Property(c => c.BankAccount).HasMaxLength(34);
        company.Property(c => c.CorrespondentAccount).HasMaxLength(34);
        company.Ignore(c => c.Key);
    }
}
