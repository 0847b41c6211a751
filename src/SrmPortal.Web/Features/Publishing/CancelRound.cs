using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.StartUp;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>Cancels a round, or has an approver decide on it. It takes the round's lock, so that it and an opening never pass each other by.</summary>
public sealed class CancelRound(PortalDbContext db, ClockWatch clock) : IDeed
{
    public Task<bool> Cancel(long roundId, long by, string reason, DateTime now) => Decide(roundId, round => round.Cancel(by, reason, now));

    public Task<bool> Ask(long roundId, long by, string reason, long approverId, DateTime now) => db.InTransaction(async () =>
    {
        await db.LockRound(roundId);
        clock.RefuseIfWrong();
        var isApprover = await db.Approvers().AnyAsync(a => a.Id == approverId);
        RuleViolation.ThrowIfAny(isApprover ? [] : [new(RoundRules.NotAnApprover, "ApproverId")]);
        (await Read(roundId)).AskToCancel(by, reason, approverId, now);
        return true;
    });

    public Task<bool> Approve(long roundId, long by, DateTime now) => Decide(roundId, round => round.ApproveCancellation(by, now));

    public Task<bool> Refuse(long roundId, long by, string comment, DateTime now) =>
        Decide(roundId, round => round.RefuseCancellation(by, comment, now));

    // What was opened already is past the lock; there the round's revision finds out who comes second.
    private Task<bool> Decide(long roundId, Action<Round> deed) => db.InTransaction(async () =>
    {
        await db.LockRound(roundId);
        clock.RefuseIfWrong();
        deed(await Read(roundId));
        return true;
    });

    private Task<Round> Read(long roundId) => db.Rounds.Include(r => r.Event).SingleAsync(r => r.Id == roundId);
}
