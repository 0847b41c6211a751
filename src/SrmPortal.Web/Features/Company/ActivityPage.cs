using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;

namespace SrmPortal.Web.Features.Company;

/// <summary>What one of the own people has done for the company.</summary>
/// <param name="Name">The person's; of who has not agreed yet the address.</param>
/// <param name="LastSignInAt">In UTC; null: never, or not told yet.</param>
/// <param name="Done">The latest first.</param>
public sealed record ActivityPage(string Name, DateTime? LastSignInAt, HappenedRows Done)
{
    public static async Task<ActivityPage?> Read(PortalDbContext db, Scope scope, string code, int page)
    {
        var company = scope.SupplierId;
        var person = await db.Memberships.AsNoTracking().Where(m => m.Code == code && m.SupplierId == company)
            .Select(m => new { m.AccountId, m.WasAccepted, m.Account.FullName, m.Account.Email, m.Account.LastSignInAt }).SingleOrDefaultAsync();
        if (person is null)
        {
            return null;
        }

        // The audit is the house's, and what happens to a sealed offer is there for no staff: its own company reads what its own people did for it.
        var records = db.Audit.IgnoreQueryFilters([Walls.House, Walls.Sealed]).AsNoTracking()
            .Where(a => a.PersonId == person.AccountId && a.ActingFor == company && HistoryWords.OfPerson.Contains(a.Action));
        return new ActivityPage(person.WasAccepted ? person.FullName : person.Email, person.WasAccepted ? person.LastSignInAt : null, await HappenedRows.Read(db, records, page));
    }
}
