using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Team;

/// <summary>A buyer names a colleague for an absence, or takes it back.</summary>
public sealed class NameDeputy(PortalDbContext db, CurrentScope scope) : IDeed
{
    public Task<bool> Name(long deputyId, DateTime from, DateTime until, DateTime now) => db.InTransaction(async () =>
    {
        var isBuyer = await db.Accounts.AnyAsync(a => a.Id == deputyId && a.State == AccountState.Active && a.Appointments.Any(one => one.Role == StaffRoles.Buyer));
        RuleViolation.ThrowIfAny(isBuyer ? [] : [new(TeamRules.NotABuyer, "DeputyId")]);
        // Pressed twice, it is one deputyship.
        var isThere = await db.Deputyships.AnyAsync(d => d.AbsentId == scope.Is.PersonId && d.DeputyId == deputyId && d.From < until && d.Until > from);
        RuleViolation.ThrowIfAny(isThere ? [new(TeamRules.StandsInAlready, "DeputyId")] : []);
        db.Add(new Deputyship(scope.Is.PersonId!.Value, deputyId, from, until, now));
        return true;
    });

    /// <returns>False: there is none of one's own.</returns>
    public Task<bool> End(long id, DateTime now) => db.InTransaction(async () =>
    {
        if (await db.Deputyships.SingleOrDefaultAsync(d => d.Id == id && d.AbsentId == scope.Is.PersonId) is not { } deputyship)
        {
            return false;
        }

        deputyship.End(now);
        return true;
    });
}
