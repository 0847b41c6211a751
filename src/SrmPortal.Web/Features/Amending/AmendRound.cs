using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.StartUp;

namespace SrmPortal.Web.Features.Amending;

/// <summary>
/// Begins, changes, discards and publishes an amendment. Publishing holds the round's lock, as submitting does: an offer is either
/// submitted before it, and then needs confirmation if the amendment is material, or knows it.
/// </summary>
public sealed class AmendRound(PortalDbContext db, CurrentScope scope, PublishingPolicy policy, ClockWatch clock) : IDeed
{
    private long Me => scope.Is.PersonId!.Value;

    /// <summary>Of two who begin at once the second finds the first one's.</summary>
    public Task<bool> Begin(long roundId, DateTime now) => db.InTransaction(async () =>
    {
        var round = await db.Rounds.Include(r => r.Event).SingleAsync(r => r.Id == roundId);
        if (!await db.OpenAmendments(roundId).AnyAsync())
        {
            db.Add(new Amendment(round, Me, (await DocumentRow.Of(db, roundId)).Select(row => new RoundPaper(row.Token, row.ShownTitle)), now));
        }

        return true;
    });

    /// <returns>False: nobody has begun one, or not for this reader.</returns>
    public Task<bool> Change(long roundId, DateTime now, Action<Amendment, AmendmentFacts> change) => db.InTransaction(async () =>
    {
        if (await db.OpenAmendments(roundId).SingleOrDefaultAsync() is not { } amendment)
        {
            return false;
        }

        change(amendment, await db.FactsForAmendment(policy, now));
        return true;
    });

    /// <summary>What the amendment makes of the round is this now.</summary>
    /// <returns>False: nobody has begun one, or not for this reader.</returns>
    public Task<bool> Revise(long roundId, DateTime now, Func<Amendment, RoundContent> becomes) =>
        Change(roundId, now, (amendment, facts) => amendment.Revise(Me, becomes(amendment), facts.Now));

    /// <summary>Its documents go with it.</summary>
    public Task<bool> Discard(long roundId) => db.InTransaction(async () =>
    {
        if (await db.OpenAmendments(roundId).SingleOrDefaultAsync() is not { } amendment)
        {
            return false;
        }

        amendment.Discard(Me);
        var prepared = await db.RoundDocuments.Where(d => d.RoundId == roundId && d.Folder == DocumentFolder.Amendment).ToListAsync();
        long[] files = [.. prepared.Select(d => d.FileId)];
        db.RemoveRange(prepared);
        db.RemoveRange(await db.Files.Where(f => files.Contains(f.Id)).ToListAsync());
        return true;
    });

    /// <param name="roundId">The round.</param>
    /// <param name="revision">The draft as it was looked at.</param>
    /// <param name="now">When the request had been read.</param>
    public Task<bool> Publish(long roundId, int revision, DateTime now) => GoOut(roundId, revision, now, (amendment, facts) => amendment.Publish(Me, facts));

    /// <summary>The approver agrees: it is published at once.</summary>
    public Task<bool> Approve(long roundId, int revision, DateTime now) => GoOut(roundId, revision, now, (amendment, facts) => amendment.Approve(Me, facts));

    public Task<bool> SendForApproval(long roundId, int revision, long approverId, DateTime now) => Decide(roundId, revision, async amendment =>
    {
        var isApprover = await db.Approvers().AnyAsync(a => a.Id == approverId);
        RuleViolation.ThrowIfAny(isApprover ? [] : [new(RoundRules.NotAnApprover, "ApproverId")]);
        amendment.SendForApproval(Me, approverId, await db.FactsForAmendment(policy, now));
    });

    public Task<bool> GiveBack(long roundId, int revision, string comment, DateTime now) => Decide(roundId, revision, amendment =>
    {
        amendment.GiveBack(Me, comment, now);
        return Task.CompletedTask;
    });

    private Task<bool> GoOut(long roundId, int revision, DateTime now, Action<Amendment, AmendmentFacts> deed) => Decide(roundId, revision, async amendment =>
    {
        var before = amendment.Round.Deadline;
        deed(amendment, await db.FactsForAmendment(policy, now));
        await MoveDocuments(amendment);
        if (amendment.IsMaterial)
        {
            await PutOffersOutOfForce(amendment);
        }

        if (amendment.Round.Deadline > before)
        {
            // Whoever asked for more time has got it.
            var waiting = await db.Clarifications.Include(c => c.Round.Event).Where(c => c.RoundId == roundId && c.Kind == ClarificationKind.MoreTime && c.Answer == null).ToListAsync();
            waiting.ForEach(one => one.BeSettled(amendment.Round.Event.BuyerId!.Value, amendment.Reason, now));
        }
    });

    private Task<bool> Decide(long roundId, int revision, Func<Amendment, Task> deed) => db.InTransaction(async () =>
    {
        await db.LockRound(roundId);
        clock.RefuseIfWrong();
        if (await db.OpenAmendments(roundId).SingleOrDefaultAsync() is not { } amendment)
        {
            return false;
        }

        RuleViolation.ThrowIfAny(amendment.Revision == revision ? [] : [new(SharedRules.ChangedMeanwhile, "Revision", amendment.Revision)]);
        await deed(amendment);
        return true;
    });

    private async Task MoveDocuments(Amendment amendment)
    {
        var rows = await db.RoundDocuments.Where(d => d.RoundId == amendment.RoundId && (d.Folder == DocumentFolder.Customer || d.Folder == DocumentFolder.Amendment))
            .Join(db.Files, d => d.FileId, f => f.Id, (d, f) => new { Document = d, f.Token }).ToListAsync();
        var wanted = amendment.Becomes.Documents.Select(paper => paper.Token).ToHashSet();
        foreach (var row in rows)
        {
            row.Document.Folder = wanted.Contains(row.Token) ? DocumentFolder.Customer : DocumentFolder.Former;
        }
    }

    // Whose they are, nobody learns: what is written here is secret until the opening, as all that happens to an offer.
    private async Task PutOffersOutOfForce(Amendment amendment)
    {
        var offers = await db.Offers.IgnoreQueryFilters([Walls.Sealed]).Where(o => o.Round.Id == amendment.RoundId && o.State == OfferState.Submitted).ToListAsync();
        offers.ForEach(offer => offer.NeedConfirmation(amendment.No!.Value));
    }
}
