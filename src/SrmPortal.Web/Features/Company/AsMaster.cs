using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;

namespace SrmPortal.Web.Features.Company;

internal static class AsMaster
{
    /// <summary>
    /// The first statement of whatever a master user does: takes the company's lock. The request came with the rights it had then; what
    /// counts is the state under the lock.
    /// </summary>
    /// <returns>The company.</returns>
    public static async Task<long> LockAsMaster(this PortalDbContext db, Scope scope)
    {
        var company = scope.SupplierId ?? throw new InvalidOperationException("No company is chosen.");
        await db.LockCompany(company);
        var isMaster = await db.Memberships.AnyAsync(m => m.AccountId == scope.PersonId && m.SupplierId == company
            && m.State == MembershipState.Active && m.Rights.IsMasterUser);
        RuleViolation.ThrowIf(!isMaster, MembershipRules.NotMaster);
        return company;
    }
}
