using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Sealing;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Data;

public abstract partial class PortalDbContext
{
    public DbSet<GroupCompany> GroupCompanies => Set<GroupCompany>();

    public DbSet<Site> Sites => Set<Site>();

    public DbSet<SourcingEvent> Events => Set<SourcingEvent>();

    public DbSet<Round> Rounds => Set<Round>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<RoundDocument> RoundDocuments => Set<RoundDocument>();

    public DbSet<DraftText> DraftTexts => Set<DraftText>();

    public DbSet<RoundChange> RoundChanges => Set<RoundChange>();

    public DbSet<Amendment> Amendments => Set<Amendment>();

    public DbSet<OutsideInvitation> OutsideInvitations => Set<OutsideInvitation>();

    public DbSet<SiteOfBuyer> SitesOfBuyers => Set<SiteOfBuyer>();

    public DbSet<RunnerOfEvent> RunnersOfEvents => Set<RunnerOfEvent>();

    public DbSet<Deputyship> Deputyships => Set<Deputyship>();

    public DbSet<Clarification> Clarifications => Set<Clarification>();

    /// <summary>The key behind <c>/events/20067776/0</c>, or null if there is no such round for this reader.</summary>
    public Task<long?> RoundAt(string number, int no) =>
        Rounds.Where(r => r.Number == number && r.No == no).Select(r => (long?)r.Id).SingleOrDefaultAsync();

    /// <summary>
    /// The keys of all rounds, whoever may see them, whose number or title may have inside what was typed, and perhaps of others; null: there
    /// is nothing that finds them faster than looking at them.
    /// </summary>
    public virtual IQueryable<long>? RoundsWith(string typed) => null;

    /// <summary>The next event number, eight digits. Gaps are allowed.</summary>
    public abstract Task<string> NextEventNumber();

    // Suppliers see the rounds they are invited to; buyers those of their sites and those that they run or open, approvers those put to them,
    // auditors all.
    // Two walls that look at each other through navigations never end: the event's asks by key.
    private void SourcingWalls(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<GroupCompany>().HasQueryFilter(Walls.Open, c => true);
        modelBuilder.Entity<Site>().HasQueryFilter(Walls.Open, s => true);
        modelBuilder.Entity<Deputyship>().HasQueryFilter(Walls.Person, d => IsSystem || d.AbsentId == PersonId || d.DeputyId == PersonId);
        modelBuilder.Entity<SiteOfBuyer>().HasQueryFilter(Walls.Person, b => IsSystem || IsStaff || b.AccountId == PersonId);
        modelBuilder.Entity<RunnerOfEvent>().HasQueryFilter(Walls.Person, e => IsSystem || e.AccountId == PersonId);
        modelBuilder.Entity<SourcingEvent>().HasQueryFilter(Walls.Round,
            e => IsSystem || Rounds.Any(r => EF.Property<long>(r, "EventId") == e.Id));
        modelBuilder.Entity<Round>().HasQueryFilter(Walls.Round, r => IsSystem || IsAuditor
            || (IsBuyer && (r.OpenerId == PersonId || r.SecondOpenerId == PersonId || SitesOfBuyers.Any(b => b.AccountId == PersonId && b.SiteId == r.SiteId)
                || RunnersOfEvents.Any(e => e.AccountId == PersonId && e.EventId == EF.Property<long>(r, "EventId"))))
            || (IsApprover && (r.ApproverId == PersonId || r.CancellationApproverId == PersonId || r.Approvers.Contains(PersonOrNobody)))
            || (SupplierId != null && r.State != RoundState.Draft && r.State != RoundState.PendingApproval
                && r.Invitations.Any(i => i.SupplierId == SupplierId)));
        // A practice event is nobody's but its supplier's, whatever else may be passed.
        modelBuilder.Entity<Round>().HasQueryFilter(Walls.Practice, r => IsSystem || r.PracticeOfId == null || r.PracticeOfId == SupplierId);
        modelBuilder.Entity<RoundDocument>().HasQueryFilter(Walls.Round, d => IsSystem
            || (Rounds.Any(r => r.Id == d.RoundId) && (IsStaff || d.Folder == DocumentFolder.Customer || d.Folder == DocumentFolder.Former)));
        modelBuilder.Entity<DraftText>().HasQueryFilter(Walls.Person, t => IsSystem || t.PersonId == PersonId);
        modelBuilder.Entity<Amendment>().HasQueryFilter(Walls.Round, a => IsSystem
            || (Rounds.Any(r => r.Id == a.RoundId) && (IsStaff || a.State == AmendmentState.Published)));
        modelBuilder.Entity<RoundChange>().HasQueryFilter(Walls.Round, c => IsSystem || Rounds.Any(r => r.Id == c.RoundId));
        modelBuilder.Entity<Clarification>().HasQueryFilter(Walls.Round, c => IsSystem
            || (Rounds.Any(r => r.Id == c.RoundId) && (IsStaff || c.IsForEverybody || c.SupplierId == SupplierId)));
        modelBuilder.Entity<OutsideInvitation>().HasQueryFilter(Walls.Round, o => IsSystem || (IsStaff && Rounds.Any(r => r.Id == o.RoundId)));
        modelBuilder.Entity<Invitation>().HasQueryFilter(Walls.Company, i => IsSystem || ReadsOffers || i.SupplierId == SupplierId);
        modelBuilder.Entity<Invitation>().HasQueryFilter(Walls.Practice, i => IsSystem || !i.IsPractice || i.SupplierId == SupplierId);
        modelBuilder.Entity<RoundKey>().HasQueryFilter(Walls.Round, k => IsSystem || Rounds.Any(r => r.Id == EF.Property<long>(k, "RoundId")));
    }
}
