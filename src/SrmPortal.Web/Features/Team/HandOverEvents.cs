using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Team;

/// <summary>Why an event can't go to a colleague.</summary>
public enum WhyItStays { No, OtherSite, DecidesOnIt, OpensIt }

/// <summary>An event that is not decided yet, and whether it can be handed over.</summary>
/// <param name="Number">Eight digits.</param>
/// <param name="No">Of its latest round.</param>
/// <param name="Title">Of that round.</param>
/// <param name="State">Of that round.</param>
/// <param name="Deadline">Of that round, in UTC.</param>
/// <param name="Stays">Why it stays; <see cref="WhyItStays.No"/>: it goes.</param>
public sealed record EventToHandOver(string Number, int No, string Title, RoundState State, DateTime Deadline, WhyItStays Stays)
{
    public string Name => $"{Number}/{No}";

    public long SiteId { get; init; }

    /// <summary>Another buyer is responsible; the person is only named to open it.</summary>
    public bool IsOpeningOnly { get; init; }
}

/// <summary>
/// Makes somebody else responsible for all events of a buyer that are not decided yet, and lets that colleague open what the buyer was to
/// open: of oneself, or of whoever the administrator names.
/// </summary>
public sealed class HandOverEvents(PortalDbContext db) : IDeed
{
    /// <summary>The administrator sees no events otherwise; here it is their numbers and titles, because somebody has to be responsible.</summary>
    private static readonly string[] OfAll = [Walls.Round];

    /// <summary>More are told in further mails: an announcement has room for some two hundred beside a long reason.</summary>
    private const int ToldAtOnce = 100;

    /// <param name="from">Who is responsible now.</param>
    /// <param name="to">Who shall be.</param>
    /// <param name="now">In UTC.</param>
    public async Task<IReadOnlyList<EventToHandOver>> Preview(long from, long to, DateTime now)
    {
        var sites = await SitesOf(to);
        return [.. Latest(await RoundsOf(from).AsNoTracking().ToListAsync()).Select(round => One(round, from, Why(round, from, to, sites, now)))];
    }

    /// <summary>All that would have to be handed over, before anybody is named for it.</summary>
    public async Task<IReadOnlyList<EventToHandOver>> Of(long from) => [.. Latest(await RoundsOf(from).AsNoTracking().ToListAsync()).Select(round => One(round, from, WhyItStays.No))];

    /// <param name="from">Who is responsible now.</param>
    /// <param name="to">Who shall be.</param>
    /// <param name="stays">Whether the former one stays in the teams.</param>
    /// <param name="reason">For the history.</param>
    /// <param name="now">In UTC.</param>
    /// <returns>How many went.</returns>
    public Task<int> HandOver(long from, long to, bool stays, string reason, DateTime now) => db.InTransaction(async () =>
    {
        var sites = await SitesOf(to);
        Round[] going = [.. Latest(await RoundsOf(from).ToListAsync()).Where(round => Why(round, from, to, sites, now) is WhyItStays.No)];
        RuleViolation.ThrowIfAny(
        [
            .. from == to ? [new BrokenRule(TeamRules.Yourself, "ToId")] : going.Length == 0 ? [new(TeamRules.NothingToHandOver, "ToId")] : Array.Empty<BrokenRule>(),
            .. reason.Length == 0 ? [new BrokenRule(TeamRules.ReasonMissing, "Reason")] : Array.Empty<BrokenRule>(),
        ]);
        List<string> responsible = [];
        foreach (var round in going)
        {
            round.HandOverOpening(from, to, now);
            if (round.Event.BuyerId == from)
            {
                round.Event.HandOver(to, stays);
                db.Record(new EventHandedOver(round.Event.Number, from, to, reason));
                responsible.Add(round.Name);
            }
        }

        foreach (var events in responsible.Chunk(ToldAtOnce))
        {
            db.Record(new EventsHandedOver(from, to, events, reason));
        }

        return going.Length;
    });

    private static EventToHandOver One(Round round, long from, WhyItStays stays) => new(round.Event.Number, round.No, round.Title, round.State, round.Deadline, stays)
    {
        SiteId = round.SiteId,
        IsOpeningOnly = round.Event.BuyerId != from,
    };

    private static WhyItStays Why(Round round, long from, long to, IReadOnlyCollection<long> sites, DateTime now) =>
        !sites.Contains(round.SiteId) ? WhyItStays.OtherSite : round.Decides([to]) ? WhyItStays.DecidesOnIt
        : round.Event.BuyerId != from && !round.CanHandOverOpening(from, to, now) ? WhyItStays.OpensIt : WhyItStays.No;

    private static IEnumerable<Round> Latest(IEnumerable<Round> rounds) => rounds.DistinctBy(round => round.Event.Number);

    /// <summary>The rounds of each event that are not decided, the latest first, and what the person is to open for another.</summary>
    private IQueryable<Round> RoundsOf(long buyer) => db.Rounds.IgnoreQueryFilters(OfAll).Include(r => r.Event).Include(r => r.OpeningConfirmations).AsSplitQuery()
        .Where(r => !RoundStates.Final.Contains(r.State) && (r.Event.BuyerId == buyer
            || (r.State == RoundState.Published && r.OpeningRule != OpeningRule.Automatic && r.FoundEmptyAt == null && (r.OpenerId == buyer || (r.OpeningRule == OpeningRule.TwoOpeners && r.SecondOpenerId == buyer)))))
        .OrderBy(r => r.Event.Number).ThenByDescending(r => r.No);

    private async Task<HashSet<long>> SitesOf(long buyer) => await db.Accounts.AnyAsync(a => a.Id == buyer && a.State == AccountState.Active)
        ? [.. await db.SitesOf(buyer).Select(s => s.Id).ToListAsync()] : [];
}
