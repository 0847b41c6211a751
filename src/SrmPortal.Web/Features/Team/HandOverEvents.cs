using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Team;

/// <summary>Why an event can't go to a colleague.</summary>
public enum WhyItStays { No, OtherSite, DecidesOnIt }

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
}

/// <summary>Makes somebody else responsible for all events of a buyer that are not decided yet: of oneself, or of whoever the administrator names.</summary>
public sealed class HandOverEvents(PortalDbContext db) : IDeed
{
    /// <summary>The administrator sees no events otherwise; here it is their numbers and titles, because somebody has to be responsible.</summary>
    private static readonly string[] OfAll = [Walls.Round];

    /// <param name="from">Who is responsible now.</param>
    /// <param name="to">Who shall be.</param>
    public async Task<IReadOnlyList<EventToHandOver>> Preview(long from, long to)
    {
        var sites = await SitesOf(to);
        return [.. (await RoundsOf(from)).Select(round => One(round, Why(round, to, sites)))];
    }

    /// <summary>All that would have to be handed over, before anybody is named for it.</summary>
    public async Task<IReadOnlyList<EventToHandOver>> Of(long from) => [.. (await RoundsOf(from)).Select(round => One(round, WhyItStays.No))];

    /// <param name="from">Who is responsible now.</param>
    /// <param name="to">Who shall be.</param>
    /// <param name="stays">Whether the former one stays in the teams.</param>
    /// <param name="reason">For the history.</param>
    /// <returns>How many went.</returns>
    public Task<int> HandOver(long from, long to, bool stays, string reason) => db.InTransaction(async () =>
    {
        var sites = await SitesOf(to);
        Round[] going = [.. (await RoundsOf(from)).Where(round => Why(round, to, sites) is WhyItStays.No)];
        RuleViolation.ThrowIfAny(
        [
            .. from == to ? [new BrokenRule(TeamRules.Yourself, "ToId")] : going.Length == 0 ? [new(TeamRules.NothingToHandOver, "ToId")] : Array.Empty<BrokenRule>(),
            .. reason.Length == 0 ? [new BrokenRule(TeamRules.ReasonMissing, "Reason")] : Array.Empty<BrokenRule>(),
        ]);
        foreach (var round in going)
        {
            round.Event.HandOver(to, stays);
            db.Record(new EventHandedOver(round.Event.Number, from, to, reason));
        }

        db.Record(new EventsHandedOver(from, to, [.. going.Select(round => round.Name)], reason));
        return going.Length;
    });

    private static EventToHandOver One(Round round, WhyItStays stays) => new(round.Event.Number, round.No, round.Title, round.State, round.Deadline, stays) { SiteId = round.SiteId };

    private static WhyItStays Why(Round round, long to, IReadOnlyCollection<long> sites) =>
        !sites.Contains(round.SiteId) ? WhyItStays.OtherSite : round.Decides([to]) ? WhyItStays.DecidesOnIt : WhyItStays.No;

    /// <summary>The latest round of each event that is not decided.</summary>
    private async Task<IReadOnlyList<Round>> RoundsOf(long buyer) => [.. (await db.Rounds.IgnoreQueryFilters(OfAll).Include(r => r.Event)
        .Where(r => r.Event.BuyerId == buyer && !RoundStates.Final.Contains(r.State))
        .OrderBy(r => r.Event.Number).ThenByDescending(r => r.No).ToListAsync()).DistinctBy(round => round.Event.Number)];

    private async Task<HashSet<long>> SitesOf(long buyer) => await db.Accounts.AnyAsync(a => a.Id == buyer && a.State == AccountState.Active)
        ? [.. await db.SitesOf(buyer).Select(s => s.Id).ToListAsync()] : [];
}
