using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>
/// Invites suppliers to running open events for whose categories they were accredited after publishing: by a new accreditation, by
/// another category, or since a suspension ended. It looks for who is missing, so nothing that makes a supplier eligible can forget it.
/// </summary>
public sealed class InviteToOpenEvents(PortalDbContext db) : IRegularDeed
{
    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task DoWhatIsDue(DateTime now, CancellationToken stopping)
    {
        await InviteOutsiders(now);
        await Invite(now);
    }

    /// <returns>How many were invited.</returns>
    public async Task<int> Invite(DateTime now)
    {
        var open = await db.Rounds.AsNoTracking().Where(r => r.State == RoundState.Published && r.Audience == Audience.OpenToCategories && r.Deadline > now)
            .OrderBy(r => r.Deadline).Select(r => new { r.Id, r.Categories }).ToListAsync();
        var invited = 0;
        foreach (var round in open)
        {
            var covering = await db.CategoriesThatCover(round.Categories);
            var missing = await db.Suppliers.AsNoTracking().Accredited(now).Where(s => s.Categories.Any(c => covering.Contains(c.CategoryId))
                && !db.Invitations.Any(i => i.Round.Id == round.Id && i.SupplierId == s.Id)).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync();
            invited += missing.Count == 0 ? 0 : await Invite(round.Id, missing, now);
        }

        return invited;
    }

    /// <summary>Companies that were asked to register first, and are suppliers now.</summary>
    /// <returns>How many were invited.</returns>
    public async Task<int> InviteOutsiders(DateTime now)
    {
        var arrived = await (
            from o in db.OutsideInvitations.Where(o => o.JoinedAt == null && o.Round.State == RoundState.Published && o.Round.Deadline > now)
            from s in db.Suppliers.Accredited(now).Where(s => s.Country == o.Country && s.TaxKey == o.TaxKey && s.BranchKpp == "")
            orderby o.Round.Deadline, o.Id
            select new { o.Id, o.RoundId, SupplierId = s.Id }).ToListAsync();
        var invited = 0;
        foreach (var one in arrived)
        {
            invited += await db.InTransaction(async () =>
            {
                if (!await db.LockRound(one.RoundId))
                {
                    return 0;
                }

                var round = await db.Rounds.Include(r => r.Event).Include(r => r.Invitations.Where(i => i.SupplierId == one.SupplierId)).SingleAsync(r => r.Id == one.RoundId);
                return round.StateAt(now) is RoundState.Published && round.InviteOutsider(await db.OutsideInvitations.SingleAsync(o => o.Id == one.Id), one.SupplierId, now) is not null ? 1 : 0;
            });
        }

        return invited;
    }

    private Task<int> Invite(long roundId, IReadOnlyList<long> suppliers, DateTime now) => db.InTransaction(async () =>
    {
        if (!await db.LockRound(roundId))
        {
            return 0;
        }

        var round = await db.Rounds.Include(r => r.Event).Include(r => r.Invitations.Where(i => suppliers.Contains(i.SupplierId))).SingleAsync(r => r.Id == roundId);
        return round.StateAt(now) is RoundState.Published ? suppliers.Count(supplier => round.InviteLater(supplier, now) is not null) : 0;
    });
}
