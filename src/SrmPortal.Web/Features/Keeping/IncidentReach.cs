using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Keeping;

/// <summary>What strangers may have read.</summary>
public enum ExposedThing
{
    /// <summary>What one person's account lets read.</summary>
    Account,

    /// <summary>What is held of one supplier.</summary>
    Company,

    /// <summary>What one sourcing event names.</summary>
    Event,

    /// <summary>A copy of the database, of the files, or of a backup.</summary>
    Portal,
}

/// <summary>Something that fits what was typed.</summary>
/// <param name="Id">Its key; 0: the whole portal.</param>
/// <param name="Key">What names it without doubt: user name or number.</param>
/// <param name="Name">As a person knows it.</param>
/// <param name="IsStaff">An account of the group.</param>
public sealed record IncidentCandidate(long Id, string Key, string Name, bool IsStaff = false);

/// <summary>Where strangers may have been, as queries of keys. The worst that can be: the portal knows who signed in, not what was looked at.</summary>
public sealed record IncidentReach
{
    public const int MostCandidates = 20;

    /// <summary>Everybody that the portal knows.</summary>
    public bool IsAll { get; private init; }

    public required IQueryable<long> Accounts { get; init; }

    public required IQueryable<long> Suppliers { get; init; }

    public required IQueryable<long> Events { get; init; }

    /// <summary>One alone when it is clear what is meant.</summary>
    public static async Task<List<IncidentCandidate>> Candidates(PortalDbContext db, ExposedThing thing, string typed)
    {
        if (thing is ExposedThing.Portal)
        {
            return [new IncidentCandidate(0, "", "")];
        }

        if (string.IsNullOrWhiteSpace(typed))
        {
            return [];
        }

        typed = typed.Trim();
        if (thing is ExposedThing.Event)
        {
            var number = EventNumber.Find(typed)?.Number;
            return await db.Events.Where(e => e.Number == number && e.PracticeOfId == null).Select(e => new IncidentCandidate(e.Id, e.Number, e.Number, false)).ToListAsync();
        }

        return thing is ExposedThing.Account ? await AccountsOf(db, typed) : await CompaniesOf(db, typed);
    }

    public static IncidentReach Of(PortalDbContext db, ExposedThing thing, IncidentCandidate which) => thing switch
    {
        ExposedThing.Account when !which.IsStaff => OfAccount(db, which.Id),
        ExposedThing.Company => Nothing(db) with { Suppliers = db.Suppliers.Where(s => s.Id == which.Id).Select(s => s.Id) },
        ExposedThing.Event => OfEvent(db, which.Id),
        // Staff of every role but the buyer's read applications or cards of all suppliers, and a buyer finds any supplier to invite.
        _ => Nothing(db) with { IsAll = true },
    };

    private static async Task<List<IncidentCandidate>> AccountsOf(PortalDbContext db, string typed)
    {
        var one = await db.Accounts.AsNoTracking().Called(typed).Select(a => new IncidentCandidate(a.Id, a.UserName, a.FullName, a.IsStaff)).ToListAsync();
        return one.Count > 0 ? one : await db.Accounts.AsNoTracking().Named(typed).OrderBy(a => a.FullName).ThenBy(a => a.Id).Take(MostCandidates)
            .Select(a => new IncidentCandidate(a.Id, a.UserName, a.FullName, a.IsStaff)).ToListAsync();
    }

    private static async Task<List<IncidentCandidate>> CompaniesOf(PortalDbContext db, string typed)
    {
        var exact = await db.Suppliers.AsNoTracking().Where(s => s.Number == typed).Select(s => new IncidentCandidate(s.Id, s.Number, s.Name, false)).ToListAsync();
        var pattern = Search.Pattern(Search.Folded(typed));
        return exact.Count > 0 ? exact : await db.Suppliers.AsNoTracking().Where(s => EF.Functions.Like(s.SearchText, pattern, "\\")).OrderBy(s => s.Name).ThenBy(s => s.Id).Take(MostCandidates)
            .Select(s => new IncidentCandidate(s.Id, s.Number, s.Name, false)).ToListAsync();
    }

    private static IncidentReach OfAccount(PortalDbContext db, long account)
    {
        var suppliers = db.Memberships.Where(m => m.AccountId == account).Select(m => m.SupplierId);
        var buyers = db.Invitations.Where(i => suppliers.Contains(i.SupplierId)).Select(i => i.Round.Event.BuyerId);
        return Nothing(db) with { Accounts = db.Accounts.Where(a => a.Id == account || buyers.Contains(a.Id)).Select(a => a.Id), Suppliers = suppliers };
    }

    private static IncidentReach OfEvent(PortalDbContext db, long key) => new()
    {
        Events = db.Events.Where(e => e.Id == key).Select(e => e.Id),
        Accounts = db.RunnersOfEvents.Where(r => r.EventId == key).Select(r => r.AccountId),
        Suppliers = db.Invitations.Where(i => i.Round.Event.Id == key).Select(i => i.SupplierId),
    };

    private static IncidentReach Nothing(PortalDbContext db) => new()
    {
        Accounts = db.Accounts.Where(a => a.Id == 0).Select(a => a.Id),
        Suppliers = db.Suppliers.Where(s => s.Id == 0).Select(s => s.Id),
        Events = db.Events.Where(e => e.Id == 0).Select(e => e.Id),
    };
}
