using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Administration;

namespace SrmPortal.Data;

public abstract partial class PortalDbContext
{
    /// <summary>One row, that is always there.</summary>
    public DbSet<ChosenSettings> ChosenSettings => Set<ChosenSettings>();

    // What is settled holds for everybody; it stands on pages that anybody reads.
    private static void SettingWalls(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ChosenSettings>().HasQueryFilter(Walls.Open, s => true);
        modelBuilder.Entity<ChosenSetting>().HasQueryFilter(Walls.Open, s => true);
    }
}

internal sealed class ChosenSettingsConfiguration : IEntityTypeConfiguration<ChosenSettings>, IEntityTypeConfiguration<ChosenSetting>
{
    private const string Owner = "ChosenSettingsId";

    public void Configure(EntityTypeBuilder<ChosenSettings> table)
    {
        table.ToTable("ChosenSettings");
        table.HasMany(s => s.Chosen).WithOne().HasForeignKey(Owner).IsRequired().OnDelete(DeleteBehavior.Cascade);
        table.HasData(new { Id = -1L, Revision = 0 });
    }

    public void Configure(EntityTypeBuilder<ChosenSetting> table)
    {
        table.ToTable("ChosenSettingValues");
        table.Property(s => s.Name).HasMaxLength(ChosenSetting.LongestName);
        table.Property(s => s.Value).HasMaxLength(ChosenSetting.LongestValue);
        table.HasIndex(Owner, nameof(ChosenSetting.Name)).IsUnique();
    }
}
