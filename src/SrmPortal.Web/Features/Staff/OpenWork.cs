using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Team;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Staff;

/// <summary>What a thing that waits for somebody is.</summary>
public enum WaitingKind { Event, Opening, Approval, Check, StandIn }

/// <summary>Something that waits for somebody who is blocked, and who could take it over.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The number of an event's round or of a case; the colleague for whom the person stands in.</param>
/// <param name="What">The event's title, the check's name; null where there is nothing to add.</param>
/// <param name="Others">Names of colleagues who could do it; none: somebody has to be appointed first.</param>
public sealed record WaitingWork(WaitingKind Kind, string Name, string? What, IReadOnlyList<string> Others);

/// <summary>
/// The administrator reads neither events nor applications; of those that wait for somebody who is blocked, numbers and titles are
/// named, because somebody has to take them over.
/// </summary>
public sealed class OpenWork(PortalDbContext db, HandOverEvents events) : IDeed
{
    private const int Most = 200;

    private static readonly string[] OfHouse = [Walls.Round];

    /// <param name="person">With appointments.</param>
    /// <param name="now">In UTC.</param>
    public async Task<IReadOnlyList<WaitingWork>> Of(UserAccount person, DateTime now) =>
    [
        .. await Events(person),
        .. person.IsAppointed(StaffRoles.Approver) ? await Approvals(person) : [],
        .. person.Checks.Any() ? await Checks(person) : [],
        .. person.IsAppointed(StaffRoles.Buyer) ? await StandIns(person, now) : [],
    ];

    private async Task<IEnumerable<WaitingWork>> Events(UserAccount person)
    {
        var all = await events.Of(person.Id);
        long[] sites = [.. all.Select(one => one.SiteId).Distinct()];
        var buyers = all.Count == 0 ? [] : await db.SitesOfBuyers.Where(b => sites.Contains(b.SiteId))
            .Join(Others(person), b => b.AccountId, a => a.Id, (b, a) => new { b.SiteId, a.FullName }).Distinct().OrderBy(one => one.FullName).ToListAsync();
        return all.Select(one => new WaitingWork(one.IsOpeningOnly ? WaitingKind.Opening : WaitingKind.Event, one.Name, one.Title, [.. buyers.Where(b => b.SiteId == one.SiteId).Select(b => b.FullName)]));
    }

    private async Task<IEnumerable<WaitingWork>> Approvals(UserAccount person)
    {
        var me = person.Id;
        var rounds = await db.Rounds.IgnoreQueryFilters(OfHouse).AsNoTracking()
            .Where(r => (r.ApproverId == me && (r.State == RoundState.PendingApproval || r.State == RoundState.AwardProposed))
                || (r.CancellationApproverId == me && (r.State == RoundState.Published || r.State == RoundState.Opened || r.State == RoundState.AwardProposed)))
            .OrderBy(r => r.Deadline).Take(Most).Select(r => new { r.Event.Number, r.No, r.Title }).ToListAsync();
        var amendments = await db.Amendments.IgnoreQueryFilters(OfHouse).AsNoTracking().Where(a => a.State == AmendmentState.PendingApproval && a.ApproverId == me && a.Round.State == RoundState.Published)
            .OrderBy(a => a.Round.Deadline).Take(Most).Select(a => new { a.Round.Event.Number, a.Round.No, a.Round.Title }).ToListAsync();
        var waiting = rounds.Concat(amendments).ToArray();
        var others = waiting.Length == 0 ? [] : await Others(person).Where(a => a.Appointments.Any(one => one.Role == StaffRoles.Approver)).OrderBy(a => a.FullName).Select(a => a.FullName).ToListAsync();
        return waiting.Select(r => new WaitingWork(WaitingKind.Approval, $"{r.Number}/{r.No}", r.Title, others));
    }

    /// <summary>Those given to the person alone, and whatever nobody else decides.</summary>
    private async Task<IEnumerable<WaitingWork>> Checks(UserAccount person)
    {
        string[] codes = [.. person.Checks];
        var names = await db.CheckDefinitions.AsNoTracking().Where(d => codes.Contains(d.Code)).ToDictionaryAsync(d => d.Code, d => d.Title);
        var others = await (from a in Others(person) join one in db.Appointments on a.Id equals one.AccountId where codes.Contains(one.CheckCode!) orderby a.FullName select new { one.CheckCode, a.FullName }).ToListAsync();
        string[] alone = [.. codes.Where(code => others.All(one => one.CheckCode != code))];
        var cases = await (
            from c in db.AccreditationCases.IgnoreQueryFilters([Walls.Company]).AsNoTracking().Where(c => c.State == CaseState.InProgress || c.State == CaseState.WaitingForSupplier)
            from check in c.Checks
            where (check.State == CheckState.Pending || check.State == CheckState.InformationRequested) && (check.ReviewerId == person.Id || (check.ReviewerId == null && alone.Contains(check.Code)))
            orderby c.Number
            select new { c.Number, check.Code }).Take(Most).ToListAsync();
        return cases.Select(one => new WaitingWork(WaitingKind.Check, one.Number, names.GetValueOrDefault(one.Code, one.Code), [.. others.Where(other => other.CheckCode == one.Code).Select(other => other.FullName)]));
    }

    private async Task<IEnumerable<WaitingWork>> StandIns(UserAccount person, DateTime now) => (await db.Deputyships.IgnoreQueryFilters([Walls.Person]).AsNoTracking()
            .Where(d => d.DeputyId == person.Id && d.Until > now).OrderBy(d => d.From).Join(db.Accounts, d => d.AbsentId, a => a.Id, (d, a) => new { a.FullName, d.From, d.Until }).ToListAsync())
        .Select(one => new WaitingWork(WaitingKind.StandIn, one.FullName, $"{Shown.Date(one.From)} — {Shown.Date(one.Until.AddTicks(-1))}", []));

    private IQueryable<UserAccount> Others(UserAccount person) => db.Accounts.AsNoTracking().Where(a => a.Id != person.Id && a.State == AccountState.Active);
}
