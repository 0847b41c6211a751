using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>Who may approve an award.</summary>
internal static class Approvers
{
    public static IQueryable<UserAccount> Of(PortalDbContext db) => db.Accounts.AsNoTracking()
        .Where(a => a.State == AccountState.Active && a.Appointments.Any(one => one.Role == StaffRoles.Approver));
}
