using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Data.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;

namespace SrmPortal.Data.Suppliers;

internal sealed class ChangeRequestConfiguration : IEntityTypeConfiguration<ChangeRequest>, IEntityTypeConfiguration<SupplierBankAccount>
{
    public void Configure(EntityTypeBuilder<ChangeRequest> table)
    {
        table.ToTable("ChangeRequests");
        table.Property(c => c.Code).HasMaxLength(10);
        table.Property(c => c.Before).AsJson();
        table.Property(c => c.After).AsJson();
        table.Property(c => c.Papers).AsJson();
        table.Property(c => c.Why).HasMaxLength(ChangeRequest.LongestText);
        table.Property(c => c.Reason).HasMaxLength(ChangeRequest.LongestText);
        table.Ignore(c => c.Differences);
        table.HasOne<Supplier>().WithMany().HasForeignKey(c => c.SupplierId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(c => c.Code).IsUnique();
        table.HasIndex(c => new { c.State, c.AskedAt });
        table.HasIndex(c => new { c.SupplierId, c.AskedAt });
        table.HasIndex(c => new { c.SupplierId, c.Kind }, "IX_ChangeRequests_Open").IsUnique().HasFilter("\"State\" IN ('Pending', 'SecondReview')");
    }

    public void Configure(EntityTypeBuilder<SupplierBankAccount> table)
    {
        table.ToTable("SupplierBankAccounts");
        table.ComplexProperty(one => one.Details, bank =>
        {
            bank.Property(b => b.Code).HasColumnName("BankCode").HasMaxLength(11);
            bank.Property(b => b.Bank).HasColumnName("BankName");
            bank.Property(b => b.City).HasColumnName("BankCity").HasMaxLength(100);
            bank.Property(b => b.Account).HasColumnName("BankAccount").HasMaxLength(34);
            bank.Property(b => b.CorrespondentAccount).HasColumnName("CorrespondentAccount").HasMaxLength(34);
            bank.Property(b => b.CorrespondentBank).HasColumnName("CorrespondentBank").HasMaxLength(300);
        });
        table.HasIndex(one => one.SupplierId);
    }
}
