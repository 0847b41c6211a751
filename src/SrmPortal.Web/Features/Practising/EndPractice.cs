using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.StartUp;

namespace SrmPortal.Web.Features.Practising;

/// <summary>Brings the company's practice event to its deadline, so that the portal opens it as it opens every round.</summary>
public sealed class EndPractice(PortalDbContext db, CurrentScope scope, ClockWatch clock) : IDeed
{
    /// <param name="number">The event that the person saw.</param>
    /// <param name="now">In UTC.</param>
    /// <returns>False: there is no such practice event of this company.</returns>
    public Task<bool> End(string number, DateTime now) => db.InTransaction(async () =>
    {
        RuleViolation.ThrowIf(!scope.Is.MaySubmit, PracticeRules.MayNot);
        if (await db.Rounds.Where(r => r.Event.Number == number && r.PracticeOfId == scope.Is.SupplierId).Select(r => (long?)r.Id).SingleOrDefaultAsync() is not { } id)
        {
            return false;
        }

        await db.LockRound(id);
        clock.RefuseIfWrong();
        var round = await db.Rounds.Include(r => r.Event).SingleAsync(r => r.Id == id);
        // Pressed twice, or after its time: it is over already.
        if (round.CanEndPracticeAt(now))
        {
            round.EndPractice(now);
        }

        return true;
    });
}
