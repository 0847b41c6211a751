using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Data.Accreditation;

internal sealed class AccreditationCaseConfiguration : IEntityTypeConfiguration<AccreditationCase>
{
    public void Configure(EntityTypeBuilder<AccreditationCase> table)
    {
        table.ToTable("AccreditationCases");
        table.Property(c => c.Number).HasMaxLength(8);
        table.Property(c => c.Company).HasMaxLength(400);
        table.Property(c => c.SearchText).HasMaxLength(500);
        table.HasOne<SupplierRegistration>().WithMany().HasForeignKey(c => c.RegistrationId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Supplier>().WithMany().HasForeignKey(c => c.SupplierId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(c => c.Checks).WithOne().HasForeignKey(check => check.CaseId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(c => c.Decisions).WithOne().HasForeignKey(decision => decision.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(c => c.Notes).WithOne().HasForeignKey(note => note.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(c => c.Number).IsUnique();
        table.HasIndex(c => c.RegistrationId).IsUnique();
        table.HasIndex(c => new { c.SupplierId, c.State });
        table.HasIndex(c => new { c.State, c.StartedAt });
    }
}

internal sealed class AccreditationCheckConfiguration : IEntityTypeConfiguration<AccreditationCheck>
{
    public void Configure(EntityTypeBuilder<AccreditationCheck> table)
    {
        table.ToTable("AccreditationChecks");
        table.Property(c => c.Code).HasMaxLength(32);
        table.Property(c => c.CategoryCode).HasMaxLength(20);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(c => c.ReviewerId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(c => new { c.CaseId, c.Code }).IsUnique();
        table.HasIndex(c => new { c.Code, c.State, c.PendingSince });
        table.HasIndex(c => new { c.State, c.AnswerDue });
    }
}

internal sealed class CheckDecisionConfiguration : IEntityTypeConfiguration<CheckDecision>, IEntityTypeConfiguration<CheckNote>
{
    public void Configure(EntityTypeBuilder<CheckDecision> table)
    {
        table.ToTable("CheckDecisions");
        table.Property(d => d.CheckCode).HasMaxLength(32);
        table.Property(d => d.Comment).HasMaxLength(AccreditationCase.LongestComment);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(d => d.ById).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(d => new { d.CaseId, d.No }).IsUnique();
        table.HasIndex(d => d.Key).IsUnique();
        table.HasIndex(d => new { d.ById, d.At });
    }

    public void Configure(EntityTypeBuilder<CheckNote> table)
    {
        table.ToTable("CheckNotes");
        table.Property(n => n.Text).HasMaxLength(AccreditationCase.LongestComment);
        table.HasIndex(n => new { n.CaseId, n.DecisionNo }).IsUnique();
    }
}
