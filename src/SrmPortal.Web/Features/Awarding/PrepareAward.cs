using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Continuing;
using SrmPortal.Web.Features.Protocols;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>Keeps what a buyer chooses on the opened offers; two who choose at once are told of each other.</summary>
public sealed class PrepareAward(PortalDbContext db, CurrentScope scope) : IDeed
{
    /// <param name="head">The round.</param>
    /// <param name="revision">Of the decision that the form was filled from; 0: there was none.</param>
    /// <param name="choices">What is chosen, given the offers and what was chosen before.</param>
    /// <param name="justification">Of the whole; null: as it was.</param>
    /// <param name="reasonForRest">For every item that needs a reason and has none.</param>
    public Task<bool> Choose(EvaluationHead head, int revision, Func<Evaluation, IReadOnlyCollection<ItemChoice>> choices, string? justification, string reasonForRest = "") =>
        db.InTransaction(async () =>
        {
            var evaluation = await Evaluation.Read(db, head);
            var chosen = choices(evaluation);
            RuleViolation.ThrowIfAny(WhatColleaguesChose(evaluation, revision, chosen));
            var award = await db.Awards.Include(a => a.Lines).Include(a => a.Round.Event).AsSplitQuery().SingleOrDefaultAsync(a => a.RoundId == head.Id);
            if (award is null)
            {
                award = new Award(await db.Rounds.Include(r => r.Event).SingleAsync(r => r.Id == head.Id));
                db.Add(award);
            }

            award.Choose(chosen, justification, evaluation.Comparison, scope.Is.PersonId ?? 0, reasonForRest);
            return true;
        });

    private static IEnumerable<BrokenRule> WhatColleaguesChose(Evaluation now, int revision, IReadOnlyCollection<ItemChoice> chosen)
    {
        if (now.Revision == revision)
        {
            yield break;
        }

        yield return new(SharedRules.ChangedMeanwhile, nameof(ChoicesForm.Revision), now.Revision);
        foreach (var choice in chosen)
        {
            var theirs = now.Award?.LinesOf(choice.ItemNumber).ToDictionary(line => line.SupplierId, line => line.Quantity) ?? [];
            var mine = choice.Shares.Where(share => share.Quantity > 0).ToDictionary(share => share.SupplierId, share => share.Quantity);
            if (theirs.Count != mine.Count || theirs.Any(line => mine.GetValueOrDefault(line.Key) != line.Value))
            {
                yield return new(AwardRules.ColleagueChose, choice.Field, choice.ItemNumber,
                    theirs.Count == 0 ? Shown.None : string.Join(", ", theirs.Keys.Select(supplier => now.OfferOf(supplier).Name)));
            }
        }
    }
}

/// <summary>Decides what was chosen, or puts it to an approver, who approves or returns it. With the decision every offer gets its outcome.</summary>
public sealed class DecideAward(PortalDbContext db, CurrentScope scope, KeepProtocol protocol, IOptionsMonitor<AwardSettings> settings) : IDeed
{
    private long Person => scope.Is.PersonId ?? throw new InvalidOperationException("Somebody decides.");

    public Task<bool> Decide(EvaluationHead head, int revision, DateTime now) => With(head, revision, now, (award, evaluation) =>
        award.Decide(evaluation.Comparison, settings.CurrentValue.NeedsApproval(award.Total, head.Currency, head.Rates), Person, now));

    /// <param name="head">The round.</param>
    /// <param name="revision">Of the decision that the person saw.</param>
    /// <param name="approver">The user name.</param>
    /// <param name="now">In UTC.</param>
    public async Task<bool> Propose(EvaluationHead head, int revision, string? approver, DateTime now)
    {
        var person = await Approvers.Of(db).Where(a => a.UserName == approver).Select(a => (long?)a.Id).SingleOrDefaultAsync()
            ?? throw new RuleViolation(new BrokenRule(AwardRules.ApproverMissing, nameof(AwardForm.Approver)));
        return await With(head, revision, now, (award, evaluation) => award.Propose(evaluation.Comparison, person, Person, now));
    }

    public Task<bool> Approve(EvaluationHead head, int revision, string comment, DateTime now) =>
        With(head, revision, now, (award, _) => award.Approve(Person, comment, now));

    public Task<bool> Return(EvaluationHead head, int revision, string comment, DateTime now) =>
        With(head, revision, now, (award, _) => award.Return(Person, comment, now));

    private Task<bool> With(EvaluationHead head, int revision, DateTime now, Action<Award, Evaluation> deed) => db.InTransaction(async () =>
    {
        var evaluation = await Evaluation.Read(db, head);
        var award = await db.Awards.Include(a => a.Lines).Include(a => a.Round.Event).AsSplitQuery().SingleOrDefaultAsync(a => a.RoundId == head.Id)
            ?? throw new RuleViolation([.. NothingYet(evaluation.Comparison)]);
        RuleViolation.ThrowIfAny(award.Revision == revision ? [] : [new(SharedRules.ChangedMeanwhile, nameof(AwardForm.Revision), award.Revision)]);
        deed(award, evaluation);
        if (award is { State: AwardState.Proposed, ApproverId: { } approver })
        {
            await db.ShowRoundsBefore(head.Number, head.No, approver);
        }

        if (award.State is AwardState.Decided)
        {
            foreach (var offer in await db.Offers.Where(o => o.Round.Id == head.Id && o.State == OfferState.UnderEvaluation).ToListAsync())
            {
                offer.BeDecided(award.OutcomeOf(offer.SupplierId, evaluation.Comparison));
            }

            await protocol.Make(award.Round, now);
        }

        return true;
    });

    private static IEnumerable<BrokenRule> NothingYet(Comparison comparison)
    {
        string[] offered = [.. comparison.Items.Select(item => item.Number).Where(item => comparison.For(item).Count > 0)];
        return offered.Length == 0 ? [new(AwardRules.NothingChosen)]
            : [new(AwardRules.Undecided, ItemChoice.FieldOf(offered[0]), offered.Length, string.Join(", ", offered.Take(20))),
                new(AwardRules.JustificationMissing, nameof(Award.Justification))];
    }
}

/// <summary>Ends a round that was found empty, or whose opened offers are all turned down.</summary>
public sealed class EndWithoutAward(PortalDbContext db, CurrentScope scope, KeepProtocol protocol) : IDeed
{
    public Task<bool> End(long roundId, string reason, DateTime now) => db.InTransaction(async () =>
    {
        await db.LockRound(roundId);
        var round = await db.Rounds.Include(r => r.Event).SingleAsync(r => r.Id == roundId);
        round.EndWithoutAward(reason, scope.Is.PersonId ?? 0, now);
        foreach (var offer in await db.Offers.Where(o => o.Round.Id == roundId && o.State == OfferState.UnderEvaluation).ToListAsync())
        {
            offer.BeDecided(OfferState.Declined);
        }

        await protocol.Make(round, now);

        return true;
    });
}
