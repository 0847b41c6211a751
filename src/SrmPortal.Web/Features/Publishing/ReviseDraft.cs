using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>Changes a draft, for somebody of its team.</summary>
public sealed class ReviseDraft(PortalDbContext db, CurrentScope scope) : IDeed
{
    /// <returns>False: there is no such round for this reader.</returns>
    public Task<bool> Change(string number, int no, Action<Round> change) => db.InTransaction(async () =>
    {
        if (await db.Rounds.Include(r => r.Event).SingleOrDefaultAsync(r => r.Event.Number == number && r.No == no) is not { } round)
        {
            return false;
        }

        round.RefuseUnlessRunBy(scope.Is.PersonId!.Value);
        change(round);
        return true;
    });
}
