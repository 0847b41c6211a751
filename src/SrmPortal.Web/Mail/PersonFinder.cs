using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Mail;

/// <summary>
/// People with accounts. A deactivated one gets nothing, nor does anybody get a company's mail whose membership there is not active
/// just then. Who has not set a password yet is told what concerns the company all the same.
/// </summary>
internal sealed class PersonFinder(PortalDbContext db) : IFindRecipient
{
    public string Kind => Addressee.PersonKind;

    public async Task<Recipient?> Find(long id, long? supplierId)
    {
        var person = await db.Accounts.AsNoTracking().Where(a => a.Id == id && a.State != AccountState.Deactivated)
            .Select(a => new { a.FullName, a.Email, a.Language, a.TimeZone, a.UserName, Roles = a.Appointments.Select(one => one.Role).ToList() })
            .SingleOrDefaultAsync();
        var rights = supplierId is null ? null : await db.Memberships.AsNoTracking()
            .Where(m => m.AccountId == id && m.SupplierId == supplierId && m.State == MembershipState.Active)
            .Select(m => m.Rights).SingleOrDefaultAsync();
        if (person is null || (supplierId is not null && rights is null))
        {
            return null;
        }

        var scope = rights is not null ? Scope.Supplier(id, supplierId!.Value, ChosenMembership.Allowed(rights))
            : person.Roles.Count > 0 ? Scope.StaffOf(id, person.Roles.Aggregate((one, other) => one | other))
            : Scope.Person(id);
        return new Recipient(person.FullName, person.Email, person.Language, scope) { TimeZone = person.TimeZone, UserName = person.UserName };
    }
}
