using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Data.Registration;
using SrmPortal.Domain.Suppliers.Import;

namespace SrmPortal.Data.Suppliers;

internal sealed class SupplierImportConfiguration : IEntityTypeConfiguration<SupplierImport>
{
    public void Configure(EntityTypeBuilder<SupplierImport> table)
    {
        table.ToTable("SupplierImports");
        table.Property(i => i.Token).HasMaxLength(20);
        table.Property(i => i.FileName).HasMaxLength(255);
        table.Property(i => i.Companies).AsJson();
        table.Property(i => i.Loose).AsJson();
        table.Property(i => i.Refused).AsJson();
        table.Property(i => i.Created).AsJson();
        table.Property(i => i.Joined).AsJson();
        table.HasIndex(i => i.Token).IsUnique();
        table.HasIndex(i => new { i.State, i.At });
    }
}
