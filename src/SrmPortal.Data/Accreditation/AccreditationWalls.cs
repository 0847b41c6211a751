using Microsoft.EntityFrameworkCore;
using SrmPortal.Domain.Accreditation;

namespace SrmPortal.Data;

public abstract partial class PortalDbContext
{
    public DbSet<AccreditationCase> AccreditationCases => Set<AccreditationCase>();

    public DbSet<AccreditationCheck> AccreditationChecks => Set<AccreditationCheck>();

    public DbSet<CheckDecision> CheckDecisions => Set<CheckDecision>();

    public DbSet<CheckNote> CheckNotes => Set<CheckNote>();

    public DbSet<CheckDefinition> CheckDefinitions => Set<CheckDefinition>();

    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    public DbSet<StopFactor> StopFactors => Set<StopFactor>();

    public DbSet<CaseComment> CaseComments => Set<CaseComment>();

    public DbSet<CommissionSlot> CommissionSlots => Set<CommissionSlot>();

    public DbSet<DeskTime> DeskTimes => Set<DeskTime>();

    /// <summary>How the desk counts its days, by what the administrator keeps.</summary>
    public async Task<WorkingDays> WorkingDays()
    {
        // One command for both; the days belong to the only row that there is.
        var kept = await DeskTimes.AsNoTracking()
            .LeftJoin(CalendarDays, time => 1, day => 1, (time, day) => new { time.AnswerDays, time.EndOfDay, time.Reminders, time.ReviewerReminder, time.ValidYears, Day = day }).ToListAsync();
        var time = kept[0];
        return new WorkingDays(kept.Select(one => one.Day).OfType<CalendarDay>(), DeskTime.LimitsOf(time.AnswerDays, time.EndOfDay, time.Reminders, time.ReviewerReminder, time.ValidYears));
    }

    /// <summary>
    /// Takes the lock of a case: the first statement of whatever the desk decides or arranges, so that what is read after it, the
    /// registration too, is true until the commit. False: there is no such case for this reader.
    /// </summary>
    public async Task<bool> LockCase(string number) =>
        await AccreditationCases.Where(c => c.Number == number).ExecuteUpdateAsync(set => set.SetProperty(c => c.Revision, c => c.Revision)) == 1;

    // The desk sees all cases, an applicant and a supplier the own ones. Buyers and support see which checks a supplier has passed, not
    // what was said about it; what the desk notes for itself is the desk's.
    private void AccreditationWalls(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AccreditationCase>().HasQueryFilter(Walls.Company, c => IsSystem || ReviewsRegistrations
            || (c.RegistrationId != null && c.RegistrationId == RegistrationId)
            || (c.SupplierId != null && (IsStaff || c.SupplierId == SupplierId)));
        modelBuilder.Entity<AccreditationCheck>().HasQueryFilter(Walls.Company,
            c => IsSystem || ReviewsRegistrations || AccreditationCases.Any(one => one.Id == c.CaseId));
        modelBuilder.Entity<CheckDecision>().HasQueryFilter(Walls.Company, d => IsSystem || ReviewsRegistrations
            || (!IsStaff && AccreditationCases.Any(one => one.Id == d.CaseId)));
        modelBuilder.Entity<CheckNote>().HasQueryFilter(Walls.House, n => IsSystem || ReviewsRegistrations);
        modelBuilder.Entity<StopFactorList>().HasQueryFilter(Walls.House, l => IsSystem || ReviewsRegistrations);
        modelBuilder.Entity<CaseComment>().HasQueryFilter(Walls.House, c => IsSystem || ReviewsRegistrations);
        // Who may have to come to the commission sees its days and places; who else comes is the desk's business.
        modelBuilder.Entity<CommissionSlot>().HasQueryFilter(Walls.House, s => IsSystem || ReviewsRegistrations || RegistrationId != null || SupplierId != null);
        modelBuilder.Entity<SlotSeat>().HasQueryFilter(Walls.Company, s => IsSystem || ReviewsRegistrations || AccreditationCases.Any(one => one.Id == s.CaseId));
        modelBuilder.Entity<StopFactor>().HasQueryFilter(Walls.Open, f => true);
        modelBuilder.Entity<CheckDefinition>().HasQueryFilter(Walls.Open, d => true);
        modelBuilder.Entity<CalendarDay>().HasQueryFilter(Walls.Open, d => true);
        modelBuilder.Entity<DeskTime>().HasQueryFilter(Walls.Open, t => true);
    }
}
