using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Administration;

/// <summary>Gives people of the group their duty at the accreditation desk, and takes it back. Each is recorded with who did it.</summary>
public sealed class AppointToDesk(PortalDbContext db) : IDeed
{
    /// <summary>Who has the duty already keeps it.</summary>
    public Task Appoint(long personId, DeskDuty duty, long by) => db.InTransaction(async () =>
    {
        await db.LockStaff();
        var person = await db.Accounts.Include(a => a.Appointments).SingleOrDefaultAsync(a => a.Id == personId);
        var isKnown = duty.CheckCode is not { } code || await db.CheckDefinitions.AnyAsync(d => d.Code == code);
        RuleViolation.ThrowIfAny(
        [
            .. person is null ? [new BrokenRule(DeskRules.NoSuchPerson, nameof(DutyForm.PersonId))] : DeskDuty.WhyNotAppoint(person, by) is { } refusal ? [refusal] : Array.Empty<BrokenRule>(),
            .. isKnown ? Array.Empty<BrokenRule>() : [new(DeskRules.NoSuchDuty, nameof(DutyForm.Duty))],
        ]);
        if (!person!.IsAppointed(duty.Role, duty.CheckCode))
        {
            person.Appoint(duty.Role, checkCode: duty.CheckCode);
        }

        return true;
    });

    /// <summary>Checks that were given to this person alone are open to the other reviewers again, in the same transaction.</summary>
    public Task Dismiss(long personId, DeskDuty duty) => db.InTransaction(async () =>
    {
        await db.LockStaff();
        if (await db.Accounts.Include(a => a.Appointments).SingleOrDefaultAsync(a => a.Id == personId) is { } person && person.IsAppointed(duty.Role, duty.CheckCode))
        {
            await Leave(person, duty);
        }

        return true;
    });

    /// <summary>The same within the transaction of a caller who has taken the lock and saves.</summary>
    public async Task Leave(UserAccount person, DeskDuty duty)
    {
        var others = await db.Accounts.CountAsync(a => a.Id != person.Id && a.State == AccountState.Active && a.Appointments.Any(one => one.Role == duty.Role && one.CheckCode == duty.CheckCode));
        RuleViolation.ThrowIfAny(duty.WhyNotLeave(others, await IsNeeded(duty)) is { } refusal ? [refusal] : []);
        person.Dismiss(duty.Role, duty.CheckCode);
        if (duty.CheckCode is { } code)
        {
            (await Running(db).Include(c => c.Checks).Where(c => c.Checks.Any(check => check.Code == code && check.ReviewerId == person.Id)).ToListAsync())
                .ForEach(one => one.TakeFrom(person.Id, code));
        }
    }

    /// <summary>Checks that new applications get, or that running ones have still to pass.</summary>
    public static async Task<IReadOnlySet<string>> Needed(PortalDbContext db) =>
        (await db.CheckDefinitions.Where(d => d.IsActive).Select(d => d.Code)
            .Union(Running(db).SelectMany(c => c.Checks).Where(check => check.State != CheckState.Passed).Select(check => check.Code)).ToListAsync()).ToHashSet();

    private async Task<bool> IsNeeded(DeskDuty duty) => duty.CheckCode is { } code && (await Needed(db)).Contains(code);

    // The administrator reads no application; of those that run only the checks are looked at.
    private static IQueryable<AccreditationCase> Running(PortalDbContext db) => db.AccreditationCases.IgnoreQueryFilters([Walls.Company])
        .Where(c => c.State == CaseState.InProgress || c.State == CaseState.WaitingForSupplier);
}
