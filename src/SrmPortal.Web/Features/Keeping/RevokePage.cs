using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Web.Features.Keeping;

/// <summary>Before a person takes the consent back: what follows from it.</summary>
/// <param name="IsConfirmed">Ticked by the person alone.</param>
/// <param name="IsStaff">The group's people are employed: they ask the administrator instead.</param>
/// <param name="LastMasterOf">Companies that have no other master user.</param>
public sealed record RevokePage(bool IsConfirmed, bool IsStaff, IReadOnlyList<string> LastMasterOf)
{
    public static async Task<RevokePage> Read(PortalDbContext db, Scope scope)
    {
        var me = scope.PersonId;
        var left = await db.Memberships.AsNoTracking()
            .Where(m => m.AccountId == me && m.State == MembershipState.Active && m.Rights.IsMasterUser && !db.Memberships.Any(other => other.SupplierId == m.SupplierId && other.AccountId != me
                && other.State == MembershipState.Active && other.Rights.IsMasterUser && other.Account.State == AccountState.Active))
            .Select(m => db.Suppliers.Where(s => s.Id == m.SupplierId).Select(s => s.Name).FirstOrDefault()).ToListAsync();
        return new RevokePage(false, await db.Accounts.Where(a => a.Id == me).Select(a => a.IsStaff).SingleAsync(), [.. left.OfType<string>()]);
    }
}
