using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.StartUp;

namespace SrmPortal.Web.Features.Events;

/// <summary>A supplier asks the buyer, and the buyer answers one or all. Both hold the round's lock, so that nothing passes the deadline by.</summary>
public sealed class Clarify(PortalDbContext db, CurrentScope scope, ClockWatch clock) : IDeed
{
    /// <summary>Pressed twice, it is asked once.</summary>
    public Task<bool> Ask(long roundId, ClarificationKind kind, string text, DateTime now) => InRound(roundId, async round =>
    {
        RuleViolation.ThrowIf(!scope.Is.MaySave, ClarificationRules.MayNotAsk);
        var supplier = scope.Is.SupplierId!.Value;
        var waiting = await db.Clarifications.AsNoTracking().Where(c => c.RoundId == roundId && c.SupplierId == supplier && c.Answer == null)
            .Select(c => new { c.Kind, c.Text }).ToListAsync();
        if (waiting.Any(one => one.Kind == kind && one.Text == text))
        {
            return false;
        }

        db.Add(new Clarification(round, kind, supplier, scope.Is.PersonId!.Value, text, waiting.Count, now));
        return true;
    });

    /// <returns>False: there is no such question.</returns>
    public Task<bool> Answer(long roundId, long id, string? publicText, string answer, DateTime now) => InRound(roundId, async _ =>
    {
        if (await Waiting(roundId, ClarificationKind.Explanation).SingleOrDefaultAsync(c => c.Id == id) is not { } question)
        {
            return false;
        }

        if (publicText is null)
        {
            question.AnswerAsker(Me, answer, now);
        }
        else
        {
            question.AnswerEverybody(Me, publicText, answer, now);
        }

        return true;
    });

    /// <summary>Everybody who asked for more time gets one answer, and everybody else reads it too.</summary>
    public Task<bool> RefuseMoreTime(long roundId, string answer, DateTime now) => InRound(roundId, async _ =>
    {
        var waiting = await Waiting(roundId, ClarificationKind.MoreTime).Where(c => c.Answer == null).OrderBy(c => c.Id).ToListAsync();
        RuleViolation.ThrowIf(waiting.Count == 0, ClarificationRules.NobodyWaits);
        waiting[0].RefuseMoreTime(Me, answer, now);
        waiting.Skip(1).ToList().ForEach(one => one.BeSettled(Me, answer, now));
        return true;
    });

    /// <summary>The deadline goes on, and with it everybody who asked for more time has the answer.</summary>
    public Task<bool> Extend(long roundId, DateTime deadline, DateTime? clarificationsUntil, string reason, DateTime now) => InRound(roundId, async round =>
    {
        clock.RefuseIfWrong();
        round.Extend(Me, deadline, clarificationsUntil, reason, now);
        var waiting = await Waiting(roundId, ClarificationKind.MoreTime).Where(c => c.Answer == null).ToListAsync();
        waiting.ForEach(one => one.BeSettled(Me, reason, now));
        return true;
    });

    private long Me => scope.Is.PersonId!.Value;

    private IQueryable<Clarification> Waiting(long roundId, ClarificationKind kind) =>
        db.Clarifications.Include(c => c.Round.Event).Where(c => c.RoundId == roundId && c.Kind == kind);

    private Task<bool> InRound(long roundId, Func<Round, Task<bool>> deed) => db.InTransaction(async () =>
    {
        await db.LockRound(roundId);
        return await deed(await db.Rounds.Include(r => r.Event).SingleAsync(r => r.Id == roundId));
    });
}
