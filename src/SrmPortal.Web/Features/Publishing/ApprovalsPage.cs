using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Publishing;

public enum ApprovalKind { Publishing, Award, Cancellation, Amendment }

/// <summary>One round that waits for the reader's decision.</summary>
/// <param name="Kind">On what.</param>
/// <param name="Number">Of the event.</param>
/// <param name="No">Of the round.</param>
/// <param name="Title">What is bought.</param>
/// <param name="Author">Who asks; null where that isn't known.</param>
/// <param name="Since">In UTC.</param>
public sealed record WaitingApproval(ApprovalKind Kind, string Number, int No, string Title, string? Author, DateTime? Since)
{
    public string Path => Kind is ApprovalKind.Award ? $"/events/{Number}/{No}/award" : $"/approvals/{Number}/{No}/{Kind switch
    {
        ApprovalKind.Publishing => "publishing",
        ApprovalKind.Amendment => "amendment",
        _ => "cancellation",
    }}";
}

public sealed record ApprovalsPage(IReadOnlyList<WaitingApproval> Waiting)
{
    public static async Task<ApprovalsPage> Read(PortalDbContext db, long approver, DateTime now)
    {
        var rounds = await db.Rounds.AsNoTracking()
            .Where(r => (r.ApproverId == approver && (r.State == RoundState.PendingApproval || r.State == RoundState.AwardProposed))
                || (r.CancellationApproverId == approver && (r.State == RoundState.Published || r.State == RoundState.Opened || r.State == RoundState.AwardProposed)))
            .OrderBy(r => r.Deadline).ThenBy(r => r.Id).Take(200)
            .Select(r => new
            {
                r.Id,
                r.Number,
                r.No,
                r.Title,
                r.State,
                r.Deadline,
                IsMine = r.ApproverId == approver,
                r.SentForApprovalAt,
                r.CancellationAskedAt,
                ToCancel = r.CancellationApproverId == approver,
                Author = db.Accounts.Where(a => a.Id == r.SentForApprovalById).Select(a => a.FullName).FirstOrDefault(),
                Asker = db.Accounts.Where(a => a.Id == r.CancellationAskedById).Select(a => a.FullName).FirstOrDefault(),
                Buyer = db.Accounts.Where(a => a.Id == r.Event.BuyerId).Select(a => a.FullName).FirstOrDefault(),
            }).ToListAsync();
        var since = await Proposed(db, rounds.Where(r => r is { IsMine: true, State: RoundState.AwardProposed }).Select(r => r.Id));
        List<WaitingApproval> waiting = [];
        foreach (var round in rounds)
        {
            if (round is { IsMine: true, State: RoundState.PendingApproval })
            {
                waiting.Add(new(ApprovalKind.Publishing, round.Number, round.No, round.Title, Short(round.Author), round.SentForApprovalAt));
            }
            else if (round is { IsMine: true, State: RoundState.AwardProposed })
            {
                waiting.Add(new(ApprovalKind.Award, round.Number, round.No, round.Title, Short(round.Buyer), since.GetValueOrDefault(round.Id)));
            }

            if (round.ToCancel && (round.State is not RoundState.Published || now >= round.Deadline))
            {
                waiting.Add(new(ApprovalKind.Cancellation, round.Number, round.No, round.Title, Short(round.Asker), round.CancellationAskedAt));
            }
        }

        return new([.. waiting, .. await Amendments(db, approver, now)]);
    }

    private static async Task<IEnumerable<WaitingApproval>> Amendments(PortalDbContext db, long approver, DateTime now)
    {
        var put = await db.Amendments.AsNoTracking().Where(a => a.State == AmendmentState.PendingApproval && a.ApproverId == approver && a.Round.State == RoundState.Published && a.Round.Deadline > now)
            .OrderBy(a => a.Round.Deadline).Take(200).Select(a => new
            {
                a.Round.Number,
                a.Round.No,
                a.Round.Title,
                a.SentForApprovalAt,
                Author = db.Accounts.Where(one => one.Id == a.SentForApprovalById).Select(one => one.FullName).FirstOrDefault(),
            }).ToListAsync();
        return put.Select(a => new WaitingApproval(ApprovalKind.Amendment, a.Number, a.No, a.Title, Short(a.Author), a.SentForApprovalAt));
    }

    /// <summary>When each award was last put to the approver.</summary>
    private static async Task<Dictionary<long, DateTime?>> Proposed(PortalDbContext db, IEnumerable<long> rounds)
    {
        long[] ids = [.. rounds];
        var awards = ids.Length == 0 ? [] : await db.Awards.AsNoTracking().Where(a => ids.Contains(a.RoundId)).Select(a => new { a.RoundId, a.Steps }).ToListAsync();
        return awards.ToDictionary(a => a.RoundId, a => a.Steps.Where(step => step.Act is AwardAct.Proposed).Max(step => (DateTime?)step.At));
    }

    private static string? Short(string? name) => name is null ? null : UserAccount.ShortNameOf(name);
}

/// <summary>A draft as its approver sees it before deciding.</summary>
public sealed class PublishingDecisionPage : DecisionForm
{
    public required DraftFrame Frame { get; init; }

    public required string Author { get; init; }

    public required IReadOnlyList<string> Suppliers { get; init; }

    /// <summary>It still waits for this reader.</summary>
    public required bool MayDecide { get; init; }

    public static async Task<PublishingDecisionPage?> Read(PortalDbContext db, FactsForPublishing facts, string number, int no, long me, HttpContext http)
    {
        if (await DraftFrame.Read(db, facts, number, no, DraftTab.Publish, http) is not { } frame || frame.Round.ApproverId != me || frame.Round.SentForApprovalById is null)
        {
            return null;
        }

        long[] invited = [.. frame.Facts.Suppliers];
        return new PublishingDecisionPage
        {
            Frame = frame,
            MayDecide = frame.Round.CanBeDecidedBy(me),
            Author = await db.Accounts.Where(a => a.Id == frame.Round.SentForApprovalById).Select(a => a.FullName).SingleAsync(),
            Suppliers = await db.Suppliers.Where(s => invited.Contains(s.Id)).OrderBy(s => s.Name).Select(s => s.Name).Take(200).ToListAsync(),
        };
    }
}

/// <summary>A round that somebody wants to cancel after its deadline.</summary>
public sealed class CancellationDecisionPage : DecisionForm
{
    public required Round Round { get; init; }

    public required string Asker { get; init; }

    public required RoundState State { get; init; }

    /// <summary>It still waits for this reader.</summary>
    public required bool MayDecide { get; init; }

    public static async Task<CancellationDecisionPage?> Read(PortalDbContext db, string number, int no, long me, DateTime now)
    {
        var round = await db.Rounds.AsNoTracking().Include(r => r.Event).SingleOrDefaultAsync(r => r.Number == number && r.No == no);
        return round is null || round.CancellationApproverId != me ? null : new CancellationDecisionPage
        {
            Round = round,
            State = round.StateAt(now),
            MayDecide = round.CanCancellationBeDecidedBy(me, now),
            Asker = await db.Accounts.Where(a => a.Id == round.CancellationAskedById).Select(a => a.FullName).SingleAsync(),
        };
    }
}
