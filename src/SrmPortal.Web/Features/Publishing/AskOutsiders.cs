using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>Companies that aren't registered are put on the list of a round, or taken off it.</summary>
public sealed class AskOutsiders(PortalDbContext db, CurrentScope scope) : IDeed
{
    public Task<bool> Add(long roundId, OutsideCompany company, DateTime now) => db.InTransaction(async () =>
    {
        var round = await db.Rounds.Include(r => r.Event).SingleAsync(r => r.Id == roundId);
        var asked = new OutsideInvitation(round, company, scope.Is.PersonId!.Value, now);
        var supplier = await db.Suppliers.Where(s => s.Country == company.Country && s.TaxKey == company.TaxNumber && s.BranchKpp == "").Select(s => s.Name).SingleOrDefaultAsync();
        RuleViolation.ThrowIfAny(
        [
            .. supplier is null ? Array.Empty<BrokenRule>() : [new(OutsiderRules.IsSupplier, nameof(OutsideCompany.TaxNumber), supplier)],
            .. await db.OutsideInvitations.AnyAsync(o => o.RoundId == roundId && o.Country == company.Country && o.TaxKey == company.TaxNumber)
                ? [new BrokenRule(OutsiderRules.AskedAlready, nameof(OutsideCompany.TaxNumber))] : Array.Empty<BrokenRule>(),
        ]);
        db.Add(asked);
        return true;
    });

    /// <returns>False: there is none that can be taken off.</returns>
    public Task<bool> Remove(long roundId, long id) => db.InTransaction(async () =>
    {
        if (await db.OutsideInvitations.Include(o => o.Round.Event).SingleOrDefaultAsync(o => o.Id == id && o.RoundId == roundId) is not { } asked)
        {
            return false;
        }

        asked.Round.RefuseUnlessRunBy(scope.Is.PersonId!.Value);
        RuleViolation.ThrowIf(!asked.CanBeRemoved, RoundRules.NotADraft);
        db.Remove(asked);
        return true;
    });
}
