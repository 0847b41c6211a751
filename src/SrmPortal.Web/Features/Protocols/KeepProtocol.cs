using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Protocols;

/// <summary>
/// Writes down what a round came to when it is decided, in the same transaction: the protocol, and each supplier's own result. Each
/// correction of the protocol is the next one.
/// </summary>
public sealed class KeepProtocol(PortalDbContext db, ReceiptKeys keys, AuditChain chain, CurrentScope scope) : IDeed
{
    /// <summary>Within the transaction of the decision, after it. What is there already stays.</summary>
    /// <param name="round">Decided, with its event.</param>
    /// <param name="now">In UTC.</param>
    public async Task Make(Round round, DateTime now)
    {
        await db.SaveChangesAsync();
        var head = await EvaluationHead.Read(db, round.Event.Number, round.No, scope.Is.PersonId) ?? throw new InvalidOperationException($"{round.Name} is gone.");
        if (!await db.Protocols.AnyAsync(p => p.RoundId == round.Id))
        {
            db.Add(new Protocol(round, await ProtocolFacts.Read(db, head) with { AuditHead = await chain.Head() }, scope.Is.PersonId, now, Sign));
        }

        if (head.OpenedAt is not null && !await db.OfferResults.AnyAsync(r => r.RoundId == round.Id))
        {
            var evaluation = await Evaluation.Read(db, head);
            db.AddRange(OfferResult.Of(round, evaluation.Comparison, evaluation.Award is { State: AwardState.Decided } award ? award : null));
        }
    }

    /// <returns>The number of the new protocol.</returns>
    public Task<int> Correct(long roundId, CorrectionForm form, DateTime now) => db.InTransaction(async () =>
    {
        var round = await db.Rounds.Include(r => r.Event).SingleAsync(r => r.Id == roundId);
        var latest = await db.Protocols.AsNoTracking().Where(p => p.RoundId == roundId).OrderByDescending(p => p.No).FirstOrDefaultAsync()
            ?? throw new RuleViolation(new BrokenRule(AwardRules.NoProtocolYet));
        RuleViolation.ThrowIfAny(latest.No == form.Corrects ? [] : [new(SharedRules.ChangedMeanwhile, nameof(CorrectionForm.Corrects), latest.No)]);
        var person = scope.Is.PersonId ?? 0;
        var name = await db.Accounts.Where(a => a.Id == person).Select(a => a.FullName).SingleAsync();
        var corrected = latest.Corrected(round, (form.Text ?? "", form.Reason ?? "", name), await chain.Head(), person, now, Sign);
        db.Add(corrected);
        return corrected.No;
    });

    private (byte[] Signature, string KeyId) Sign(string text) => (keys.Sign(text), keys.KeyId);
}

/// <summary>Rounds that were decided before protocols and results were kept get theirs, once.</summary>
public sealed partial class MakeMissingProtocols(PortalDbContext db, KeepProtocol keep, ILogger<MakeMissingProtocols> logger) : IRegularDeed
{
    private const int AtOnce = 20;

    public static TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task DoWhatIsDue(DateTime now, CancellationToken stopping)
    {
        var missing = await db.Rounds.Where(r => (r.State == RoundState.Awarded || r.State == RoundState.NotAwarded) && (!db.Protocols.Any(p => p.RoundId == r.Id)
                || (db.OpenedOffers.Any(o => o.RoundId == r.Id && o.Offer.OpenedIntact == true) && !db.OfferResults.Any(one => one.RoundId == r.Id))))
            .OrderBy(r => r.Id).Select(r => r.Id).Take(AtOnce).ToListAsync(stopping);
        foreach (var id in missing)
        {
            try
            {
                await db.InTransaction(() => Make(id, now));
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                // The others go on.
                LogFault(logger, id, fault);
            }
        }
    }

    private async Task<bool> Make(long id, DateTime now)
    {
        await keep.Make(await db.Rounds.Include(r => r.Event).SingleAsync(r => r.Id == id), now);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The protocol of the round with key {Round} could not be made; it is tried again.")]
    private static partial void LogFault(ILogger logger, long round, Exception fault);
}
