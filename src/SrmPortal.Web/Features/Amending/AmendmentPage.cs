using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Accreditation;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Amending;

/// <summary>A page of an amendment's draft: it stands in the frame of its event.</summary>
public interface IAmendmentPage : IEventPage
{
    AmendmentDraft Draft { get; }
}

public enum AmendmentTab { Terms, Items, Questions, Documents, Review, None }

/// <summary>What every page of an amendment's draft knows: the draft, what it hangs on, and where in it the reader is.</summary>
public sealed record AmendmentDraft(EventFrame Frame, Amendment Amendment, AmendmentFacts Facts, AmendmentTab Tab)
{
    public string Path => Frame.Card.Path + "/amendment";

    /// <summary>The number that it will have.</summary>
    public int No => Amendment.No ?? Amendment.Round.AmendmentNo + 1;

    public bool MayChange => Amendment.CanBeRevisedAt(Facts.Now);

    public RoundComparison Comparison => field ??= Amendment.Comparison;

    /// <summary>By what line, question, or document has changed.</summary>
    public ContentChange? Of(ContentPart part, string key) => Comparison.Changes.FirstOrDefault(change => change.Part == part && change.Key == key);

    /// <summary>Null: there is no such event for this reader, the reader isn't of its team, or nobody has begun an amendment.</summary>
    public static async Task<AmendmentDraft?> Read(PortalDbContext db, PublishingPolicy policy, string number, int no, AmendmentTab tab, HttpContext http)
    {
        if (await EventFrame.Read(db, number, no, EventTab.Amendment, http) is not { IsTeam: true } frame
            || await db.OpenAmendments(frame.Card.Id).AsNoTracking().SingleOrDefaultAsync() is not { } amendment)
        {
            return null;
        }

        return new AmendmentDraft(frame, amendment, await db.FactsForAmendment(policy, http.Instant()), tab);
    }
}

/// <summary>A page that has nothing but the draft.</summary>
public sealed record AmendmentPage(AmendmentDraft Draft) : IAmendmentPage
{
    public EventFrame Frame => Draft.Frame;
}

/// <summary>Before anybody has begun one: what an amendment is, and the button.</summary>
public sealed record BeginAmendmentPage(EventFrame Frame) : IEventPage;

internal static class Amendments
{
    /// <summary>The one draft of a round, or the one that waits for its approver, with its round.</summary>
    public static IQueryable<Amendment> OpenAmendments(this PortalDbContext db, long roundId) => db.Amendments.Include(a => a.Round.Event).AsSplitQuery()
        .Where(a => a.RoundId == roundId && (a.State == AmendmentState.Draft || a.State == AmendmentState.PendingApproval));

    /// <summary>What suppliers know of, in its order.</summary>
    public static IQueryable<Amendment> PublishedAmendments(this PortalDbContext db, long roundId) => db.Amendments.AsNoTracking()
        .Where(a => a.RoundId == roundId && a.State == AmendmentState.Published).OrderBy(a => a.No);

    /// <summary>The round as it stood with this amendment: what an offer was made for, whatever came later.</summary>
    public static async Task<Round> AsOf(this PortalDbContext db, Round round, int amendmentNo) => amendmentNo >= round.AmendmentNo ? round
        : round.With(await db.PublishedAmendments(round.Id).Where(a => a.No == amendmentNo + 1).Select(a => a.Was).SingleAsync());

    public static async Task<AmendmentFacts> FactsForAmendment(this PortalDbContext db, PublishingPolicy policy, DateTime now) => new(now, policy, await db.WorkingDays());
}
