using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Home;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>What waits for a buyer: openings first, also those that found nothing; then answers, drafts and approvals; the own events by state, and what ends today or tomorrow.</summary>
public sealed class BuyerHome(PortalDbContext db, CurrentScope scope) : IRoleHome
{
    private const int Most = 20;

    public string Role => Roles.Buyer;

    public string View => "/Features/Events/BuyerHome.cshtml";

    public async Task<object> Read(HttpContext http)
    {
        var (now, person) = (http.Instant(), scope.Is.PersonId!.Value);
        var mine = EventList.Theirs(db, scope.Is, onlyMine: true);
        var counts = await mine.GroupBy(r => new { r.State, IsOver = r.State == RoundState.Published && r.Deadline <= now })
            .Select(group => new { group.Key.State, group.Key.IsOver, Count = group.Count() }).ToListAsync();
        var tomorrow = TimeZoneInfo.ConvertTimeToUtc(Zones.Local(now, Zones.Moscow).Date.AddDays(2), Zones.Of(Zones.Moscow));
        // Where no offer was in force there is nothing to open, whoever opened it: the responsible buyer ends it.
        var closed = db.Rounds.AsNoTracking().Where(r => r.State == RoundState.Published && r.Deadline <= now
            && ((r.Event.BuyerId == person && (r.FoundEmptyAt != null || r.OpeningRule != OpeningRule.Automatic))
                || (r.FoundEmptyAt == null && r.OpeningRule != OpeningRule.Automatic && (r.OpenerId == person || (r.OpeningRule == OpeningRule.TwoOpeners && r.SecondOpenerId == person)))));
        // Of the few in this state it is asked whose they are, not of all of theirs in which state they are.
        var theirs = db.Rounds.AsNoTracking().Where(r => db.RunnersOfEvents.Any(e => e.AccountId == person && e.EventId == EF.Property<long>(r, "EventId")));
        var soon = theirs.Where(r => r.State == RoundState.Published && r.Deadline > now && r.Deadline <= tomorrow);
        return new BuyerHomePage
        {
            Now = now,
            Counts = counts.GroupBy(one => one.IsOver ? RoundState.Closed : one.State).ToDictionary(group => group.Key, group => group.Sum(one => one.Count)),
            ToOpen = await EventList.Project(db, closed.OrderBy(r => r.Deadline).ThenBy(r => r.Id).Take(Most), null).ToListAsync(),
            Soon = await soon.OrderBy(r => r.Deadline).ThenBy(r => r.Id).Take(Most).Select(r => new BuyerHomePage.SoonRow(
                r.Number, r.No, r.Title, r.Deadline, r.Invitations.Count, r.Invitations.Count(i => i.State == InvitationState.WillTakePart))).ToListAsync(),
            ToAnswer = await EventList.Project(db, theirs.Where(r => r.State == RoundState.Published && r.Deadline > now
                && db.Clarifications.Any(c => c.RoundId == r.Id && c.Answer == null)).OrderBy(r => r.Deadline).ThenBy(r => r.Id).Take(Most), null).ToListAsync(),
            Returned = await EventList.Project(db, theirs.Where(r => r.State == RoundState.Draft && r.ReturnComment != null).OrderBy(r => r.Id).Take(Most), null).ToListAsync(),
            Approvals = scope.Is.Has(StaffRoles.Approver) ? (await ApprovalsPage.Read(db, person, now)).Waiting : [],
        };
    }
}

/// <summary>An approver who buys nothing sees what waits for a decision.</summary>
public sealed class ApproverHome(PortalDbContext db, CurrentScope scope) : IRoleHome
{
    public string Role => Roles.Approver;

    public string View => "/Features/Publishing/Approvals.cshtml";

    public async Task<object> Read(HttpContext http) => await ApprovalsPage.Read(db, scope.Is.PersonId!.Value, http.Instant());
}

public sealed class BuyerHomePage
{
    public required DateTime Now { get; init; }

    /// <summary>The events that the reader runs or helps to run.</summary>
    public required IReadOnlyDictionary<RoundState, int> Counts { get; init; }

    /// <summary>Closed: to be opened, or to be ended where nothing was found.</summary>
    public required IReadOnlyList<EventList.Row> ToOpen { get; init; }

    /// <summary>Suppliers ask, and nobody has answered.</summary>
    public required IReadOnlyList<EventList.Row> ToAnswer { get; init; }

    public required IReadOnlyList<SoonRow> Soon { get; init; }

    public required IReadOnlyList<EventList.Row> Returned { get; init; }

    public required IReadOnlyList<WaitingApproval> Approvals { get; init; }

    public bool IsQuiet => ToOpen.Count + ToAnswer.Count + Returned.Count + Approvals.Count == 0;

    /// <summary>How many said that they will take part; nothing about offers.</summary>
    public sealed record SoonRow(string Number, int No, string Title, DateTime Deadline, int Invited, int WillTakePart)
    {
        public string Name => $"{Number}/{No}";
    }
}
