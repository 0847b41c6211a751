using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Happenings;
using SrmPortal.Data.Links;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Data;

public abstract partial class PortalDbContext
{
    /// <summary>Staff who help people to whom a mail did not get.</summary>
    private bool SeesBounces => scope.Is.Has(
        StaffRoles.Reviewer | StaffRoles.HeadOfDesk | StaffRoles.Support | StaffRoles.Auditor | StaffRoles.Administrator);

    /// <summary>Nobody of the staff learns from here, before a round is opened, who saved, submitted or was reminded.</summary>
    private void HappeningWalls(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxMessage>().HasQueryFilter(Walls.House, m => IsSystem);
        modelBuilder.Entity<OutboxMessage>().HasQueryFilter(Walls.Sealed,
            m => IsSystem || !m.SecretUntilOpening || Rounds.Any(r => r.Id == m.RoundId && r.OpenedAt != null));
        modelBuilder.Entity<SecretLink>().HasQueryFilter(Walls.House, l => IsSystem || HelpsPeople);
        modelBuilder.Entity<Notification>().HasQueryFilter(Walls.Company,
            n => IsSystem || (n.PersonId == PersonId && (n.SupplierId == null || n.SupplierId == SupplierId)));

        modelBuilder.Entity<MailDelivery>().HasQueryFilter(Walls.House, d => IsSystem
            || (d.RoundId == null && SeesBounces) || Rounds.Any(r => r.Id == d.RoundId && IsStaff));
        modelBuilder.Entity<MailDelivery>().HasQueryFilter(Walls.Sealed,
            d => IsSystem || !d.SecretUntilOpening || Rounds.Any(r => r.Id == d.RoundId && r.OpenedAt != null));

        modelBuilder.Entity<AuditRecord>().HasQueryFilter(Walls.House, a => IsSystem || IsAuditor);
        modelBuilder.Entity<AuditRecord>().HasQueryFilter(Walls.Sealed,
            a => IsSystem || !a.SecretUntilOpening || Rounds.Any(r => r.Id == a.RoundId && r.OpenedAt != null));
        // How many records a batch has would tell, before an opening, how busy suppliers are: it is the house's.
        modelBuilder.Entity<AuditBatch>().HasQueryFilter(Walls.House, b => IsSystem);
        modelBuilder.Entity<AuditCut>().HasQueryFilter(Walls.House, c => IsSystem);
        modelBuilder.Entity<SealedRecord>().HasQueryFilter(Walls.House, s => IsSystem);
        modelBuilder.Entity<AuditWatch>().HasQueryFilter(Walls.House, w => IsSystem || IsAuditor);
        modelBuilder.Entity<PersonalRecord>().HasQueryFilter(Walls.House,
            p => IsSystem || Audit.Any(a => a.Id == EF.Property<long>(p, "RecordId")));
    }
}
