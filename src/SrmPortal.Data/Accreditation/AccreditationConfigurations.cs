using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Data.Registration;
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
        table.HasMany(c => c.StopFactors).WithOne().HasForeignKey(list => list.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(c => c.Comments).WithOne().HasForeignKey(comment => comment.CaseId).OnDelete(DeleteBehavior.Restrict);
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
        table.HasOne<CommissionSlot>().WithMany().HasForeignKey(c => c.SlotId).OnDelete(DeleteBehavior.Restrict);
        table.Property(c => c.MeetingPlace).HasMaxLength(CommissionSlot.LongestPlace);
        table.Property(c => c.DueTold).HasDefaultValue(DueTold.Nothing);
        table.HasIndex(c => new { c.CaseId, c.Code }).IsUnique();
        table.HasIndex(c => new { c.State, c.Due });
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

internal sealed class StopFactorListConfiguration : IEntityTypeConfiguration<StopFactorList>, IEntityTypeConfiguration<CaseComment>
{
    public void Configure(EntityTypeBuilder<StopFactorList> table)
    {
        table.ToTable("CaseStopFactors");
        table.HasKey(list => new { list.CaseId, list.CheckCode });
        table.Property(list => list.CheckCode).HasMaxLength(32);
        table.Property(list => list.Items).AsJson();
    }

    public void Configure(EntityTypeBuilder<CaseComment> table)
    {
        table.ToTable("CaseComments");
        table.Property(c => c.Text).HasMaxLength(AccreditationCase.LongestComment);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(c => c.Key).IsUnique();
        table.HasIndex(c => new { c.CaseId, c.Id });
    }
}

internal sealed class CommissionSlotConfiguration : IEntityTypeConfiguration<CommissionSlot>, IEntityTypeConfiguration<SlotSeat>
{
    public void Configure(EntityTypeBuilder<CommissionSlot> table)
    {
        table.ToTable("CommissionSlots");
        table.Property(s => s.Code).HasMaxLength(10);
        table.Property(s => s.CheckCode).HasMaxLength(32);
        table.Property(s => s.Place).HasMaxLength(CommissionSlot.LongestPlace);
        table.HasMany(s => s.Seats).WithOne().HasForeignKey(seat => seat.SlotId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(s => s.Code).IsUnique();
        table.HasIndex(s => new { s.CheckCode, s.At });
    }

    public void Configure(EntityTypeBuilder<SlotSeat> table)
    {
        table.ToTable("SlotSeats");
        table.HasKey(seat => new { seat.SlotId, seat.CaseId });
        table.HasOne<AccreditationCase>().WithMany().HasForeignKey(seat => seat.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
