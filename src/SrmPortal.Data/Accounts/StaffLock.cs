using Microsoft.EntityFrameworkCore;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;

namespace SrmPortal.Data;

public static class StaffLock
{
    /// <summary>
    /// One after another: the first statement of whatever changes what the group's people may do, so that of two who take the last one
    /// of a duty away at once the second finds the first done.
    /// </summary>
    public static Task LockStaff(this PortalDbContext db) => db.DeskTimes.ExecuteUpdateAsync(set => set.SetProperty(time => time.Revision, time => time.Revision));

    /// <summary>The same for an administrator's deed: the request came with the rights it had then; what counts is the state under the lock.</summary>
    public static async Task LockAsAdministrator(this PortalDbContext db, Scope scope)
    {
        await db.LockStaff();
        RuleViolation.ThrowIf(!scope.IsSystem && !await db.Administrators().AnyAsync(a => a.Id == scope.PersonId), StaffRules.NotAdministrator);
    }

    /// <summary>Who could administer the portal just now.</summary>
    public static IQueryable<UserAccount> Administrators(this PortalDbContext db) =>
        db.Accounts.Where(a => a.State == AccountState.Active && a.Appointments.Any(one => one.Role == StaffRoles.Administrator));
}
