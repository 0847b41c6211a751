using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Reference;

namespace SrmPortal.Data.Reference;

internal sealed class ListedPlaceConfiguration : IEntityTypeConfiguration<ListedPlace>
{
    public void Configure(EntityTypeBuilder<ListedPlace> table)
    {
        table.ToTable("ListedPlaces");
        table.Property(p => p.Code).HasMaxLength(8);
        table.Property(p => p.District).HasMaxLength(16);
        table.Property(p => p.Ru).HasMaxLength(100);
        table.Property(p => p.En).HasMaxLength(100);
        table.HasIndex(p => p.Code).IsUnique();
    }
}
