using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Data.Files;
using SrmPortal.Data.Registration;
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
        table.Property(s => s.NameKey).HasMaxLength(CompanyNames.LongestKey);
        table.Property(s => s.SuspensionReason).HasMaxLength(1000);
        table.ComplexProperty(s => s.Company, company => company.Columns());
        table.PrimitiveCollection(s => s.Regions).HasMaxLength(4000);
        table.HasMany(s => s.Categories).WithOne().HasForeignKey(c => c.SupplierId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(s => s.Signatories).WithOne().HasForeignKey(one => one.SupplierId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(s => s.FurtherAccounts).WithOne().HasForeignKey(one => one.SupplierId).OnDelete(DeleteBehavior.Cascade);
        table.Ignore(s => s.BankAccounts);
        table.HasMany(s => s.Documents).WithOne().HasForeignKey(one => one.SupplierId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(s => s.Number).IsUnique();
        table.HasIndex(s => new { s.Country, s.TaxKey, s.BranchKpp }).IsUnique();
        table.HasIndex(s => new { s.State, s.Name });
        table.HasIndex(s => new { s.NameLength, s.NameKey });
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

internal sealed class SignatoryConfiguration : IEntityTypeConfiguration<Signatory>, IEntityTypeConfiguration<SupplierDocument>
{
    public void Configure(EntityTypeBuilder<Signatory> table)
    {
        table.ToTable("Signatories");
        table.Property(s => s.Code).HasMaxLength(10);
        table.HasOne<StoredFile>().WithMany().HasForeignKey(s => s.PaperId).OnDelete(DeleteBehavior.Restrict);
        table.Property(s => s.Phone).HasMaxLength(50);
        table.Property(s => s.Email).HasMaxLength(254);
        table.ComplexProperty(s => s.Authority, authority => authority.Property(a => a.Number).HasMaxLength(100));
        table.HasIndex(s => s.SupplierId);
    }

    public void Configure(EntityTypeBuilder<SupplierDocument> table)
    {
        table.ToTable("SupplierDocuments");
        table.Property(d => d.Code).HasMaxLength(10);
        table.Property(d => d.Kind).HasMaxLength(32);
        table.Property(d => d.Number).HasMaxLength(200);
        table.Property(d => d.Files).AsJson();
        table.HasIndex(d => new { d.SupplierId, d.Kind });
        table.HasIndex(d => d.ValidUntil);
    }
}

internal sealed class CategoryConfiguration : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> table)
    {
        table.ToTable("Categories");
        table.Property(c => c.Code).HasMaxLength(Category.LongestCode);
        table.Property(c => c.Path).HasMaxLength(Category.LongestPath);
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
        company.Property(c => c.LocalName).HasMaxLength(400);
        company.Property(c => c.Lei).HasMaxLength(20);
        company.Property(c => c.CorrespondentBank).HasMaxLength(300);
        company.Property(c => c.LegalForm).HasMaxLength(32);
        company.Property(c => c.TaxNumber).HasMaxLength(35);
        company.Property(c => c.Kpp).HasMaxLength(9);
        company.Property(c => c.RegistrationNumber).HasMaxLength(35);
        company.Property(c => c.LegalAddress).HasConversion(address => address.Kept, kept => Address.Of(kept)).HasMaxLength(Address.LongestKept);
        company.Property(c => c.ActualAddress).HasConversion(address => address.Kept, kept => Address.Of(kept)).HasMaxLength(Address.LongestKept);
        company.Property(c => c.PostalAddress).HasConversion(address => address.Kept, kept => Address.Of(kept)).HasMaxLength(Address.LongestKept);
        company.Property(c => c.Phone).HasMaxLength(50);
        company.Property(c => c.Email).HasMaxLength(254);
        company.Property(c => c.BankCode).HasMaxLength(11);
        company.Property(c => c.BankCity).HasMaxLength(100);
        company.Property(c => c.BankAccount).HasMaxLength(34);
        company.Property(c => c.CorrespondentAccount).HasMaxLength(34);
        company.Ignore(c => c.Key);
    }
}
