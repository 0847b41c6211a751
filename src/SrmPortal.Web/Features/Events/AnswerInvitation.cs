using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>A supplier says whether it will take part; it may change its mind until the deadline.</summary>
public sealed class AnswerInvitation(PortalDbContext db, CurrentScope scope) : IDeed
{
    public Task<bool> TakePart(long roundId, DateTime now) => db.InTransaction(async () =>
    {
        (await Own(roundId)).TakePart(now);
        return true;
    });

    /// <summary>Who has an offer in force takes it back first: to decline beside it would say two things.</summary>
    public Task<bool> Decline(long roundId, string reason, DateTime now) => db.InTransaction(async () =>
    {
        var invitation = await Own(roundId);
        var isInForce = await db.Offers.AnyAsync(o => o.Round.Id == roundId && o.SupplierId == scope.Is.SupplierId && o.State == OfferState.Submitted);
        RuleViolation.ThrowIf(isInForce, InvitationRules.OfferInForce);
        invitation.Decline(reason, now);
        return true;
    });

    // The round decides whether it is still in time; submitting and opening hold its lock, and so does an answer.
    private async Task<Invitation> Own(long roundId)
    {
        RuleViolation.ThrowIf(!scope.Is.MaySave, InvitationRules.MayNotAnswer);
        await db.LockRound(roundId);
        return await db.Invitations.Include(i => i.Round).ThenInclude(r => r.Event)
            .SingleAsync(i => i.Round.Id == roundId && i.SupplierId == scope.Is.SupplierId);
    }
}
