using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Data.Accounts;

internal sealed class UserAccountConfiguration : IEntityTypeConfiguration<UserAccount>
{
    public void Configure(EntityTypeBuilder<UserAccount> table)
    {
        table.ToTable("Accounts");
        table.Property(a => a.UserName).HasMaxLength(32);
        table.Property(a => a.NormalizedUserName).HasMaxLength(32);
        table.Property(a => a.Email).HasMaxLength(254);
        table.Property(a => a.NewEmail).HasMaxLength(254);
        table.Property(a => a.FormerEmail).HasMaxLength(254);
        table.Property(a => a.NormalizedEmail).HasMaxLength(254);
        table.Property(a => a.SearchText).HasMaxLength(500);
        table.Property(a => a.Phone).HasMaxLength(50);
        table.Property(a => a.Language).HasMaxLength(2);
        table.Property(a => a.TimeZone).HasMaxLength(64);
        table.Property(a => a.BlockReason).HasMaxLength(1000);
        table.Ignore(a => a.Places).Ignore(a => a.Checks);
        table.HasIndex(a => a.NormalizedUserName).IsUnique();
        table.HasIndex(a => a.NormalizedEmail).IsUnique();
        table.HasMany(a => a.Notices).WithOne().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(a => a.Appointments).WithOne().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StaffAppointmentConfiguration : IEntityTypeConfiguration<StaffAppointment>
{
    public void Configure(EntityTypeBuilder<StaffAppointment> table)
    {
        table.ToTable("StaffAppointments");
        table.Property(a => a.CheckCode).HasMaxLength(32);
        table.HasIndex(a => new { a.AccountId, a.Role });
        table.HasIndex(a => new { a.Role, a.CheckCode });
        table.HasOne<Domain.Sourcing.GroupCompany>().WithMany().HasForeignKey(a => a.CompanyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> table)
    {
        table.ToTable("Memberships");
        table.HasOne(m => m.Account).WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Domain.Suppliers.Supplier>().WithMany().HasForeignKey(m => m.SupplierId).OnDelete(DeleteBehavior.Restrict);
        table.ComplexProperty(m => m.Rights, rights =>
        {
            rights.Property(r => r.IsContactPerson).HasColumnName("IsContactPerson");
            rights.Property(r => r.IsMasterUser).HasColumnName("IsMasterUser");
            rights.Property(r => r.IsViewer).HasColumnName("IsViewer");
            rights.Property(r => r.MaySubmit).HasColumnName("MaySubmit");
        });
        table.Property(m => m.Code).HasMaxLength(10);
        table.HasIndex(m => m.Code).IsUnique();
        table.HasIndex(m => new { m.AccountId, m.SupplierId }).IsUnique();
        table.HasIndex(m => m.SupplierId);
    }
}
