using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Accreditation;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Publishing;
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

    /// <summary>Where items go that come many at a time; an amendment makes no lots.</summary>
    public ItemsPlace ItemsPlace => new(Path, Amendment.Becomes.Items, Amendment.Becomes.ComparisonCurrency, MayChange) { OnlyLots = Amendment.Round.Lots };

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

    /// <summary>The round as it stood when this version of an offer was submitted, whatever came later.</summary>
    public static async Task<Round> AsOf(this PortalDbContext db, Round round, long offerId, int version) => round.AmendmentNo > 0
        && await db.PublishedAmendments(round.Id).Where(a => a.No == db.OfferVersions.Where(v => v.OfferId == offerId && v.No == version).Select(v => (int?)v.AmendmentNo + 1).FirstOrDefault())
            .Select(a => a.Was).FirstOrDefaultAsync() is { } was ? round.With(was) : round;

    public static async Task<AmendmentFacts> FactsForAmendment(this PortalDbContext db, PublishingPolicy policy, DateTime now) => new(now, policy, await db.WorkingDays());
}
