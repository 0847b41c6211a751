using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Data.Files;
using SrmPortal.Data.Registration;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Support;

namespace SrmPortal.Data.Support;

internal sealed class SupportConfigurations : IEntityTypeConfiguration<CallerCheck>, IEntityTypeConfiguration<LostMasterCase>
{
    public void Configure(EntityTypeBuilder<CallerCheck> table)
    {
        table.ToTable("CallerChecks");
        table.Property(c => c.Facts).AsJson().HasMaxLength(1000);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(c => new { c.AccountId, c.At });
    }

    public void Configure(EntityTypeBuilder<LostMasterCase> table)
    {
        table.ToTable("LostMasterCases");
        table.Property(c => c.Number).HasMaxLength(8);
        table.ComplexProperty(c => c.Master, master =>
        {
            master.Property(m => m.FullName).HasColumnName("FullName");
            master.Property(m => m.Position).HasColumnName("Position");
            master.Property(m => m.Phone).HasColumnName("Phone").HasMaxLength(50);
            master.Property(m => m.Email).HasColumnName("Email").HasMaxLength(254);
        });
        table.Property(c => c.Blocks).AsJson().HasMaxLength(2000);
        table.Property(c => c.CheckNote).HasMaxLength(LostMasterCase.LongestText);
        table.Property(c => c.Reason).HasMaxLength(LostMasterCase.LongestText);
        table.HasOne<Supplier>().WithMany().HasForeignKey(c => c.SupplierId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<StoredFile>().WithMany().HasForeignKey(c => c.LetterId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(c => c.Number).IsUnique();
        table.HasIndex(c => c.Key).IsUnique();
        table.HasIndex(c => new { c.State, c.OpenedAt });
        table.HasIndex(c => c.SupplierId, "IX_LostMasterCases_Open").IsUnique().HasFilter("\"State\" IN ('New', 'Checked', 'Approved')");
    }
}
