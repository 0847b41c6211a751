using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>Looks up what the check-list hangs on; asked anew inside the transaction that publishes.</summary>
public sealed class FactsForPublishing(PortalDbContext db, PublishingPolicy policy, TextsInForce texts)
{
    public async Task<PublishingFacts> Of(Round round, DateTime now)
    {
        var notice = LegalTexts.Key(round.Kind);
        var known = await db.Accounts.Where(a => a.Id == round.Event.BuyerId)
            .Select(a => new { CanBeReached = a.Phone != null && a.Email != "", Notice = db.TextEditions.Where(e => e.Key == notice).Max(e => (int?)e.Edition), Outsiders = db.OutsideInvitations.Count(o => o.RoundId == round.Id) })
            .SingleOrDefaultAsync();
        var invited = round.Audience is Audience.Invited ? await Chosen(round, now) : await Everybody(round, now);
        return new PublishingFacts
        {
            Now = now,
            Policy = policy,
            NoticeEdition = texts.Shipped(notice) is { } shipped ? Math.Max(known?.Notice ?? 0, shipped.Edition) : null,
            BuyerCanBeReached = known?.CanBeReached is true,
            PossibleOpeners = await PossibleOpeners(round.SiteId),
            Outsiders = known?.Outsiders ?? 0,
            Suppliers = [.. invited.Where(supplier => supplier.CanBeInvited).Select(supplier => supplier.Id)],
            Earlier = await EarlierOf(round, invited),
            CannotBeInvited = [.. invited.Where(supplier => !supplier.CanBeInvited).Select(supplier => supplier.Name)],
        };
    }

    /// <summary>Buyers of a site, by key.</summary>
    public Task<List<long>> PossibleOpeners(long siteId) => db.BuyersOf(siteId).Select(a => a.Id).ToListAsync();

    private async Task<EarlierRoundFacts?> EarlierOf(Round round, List<Invitee> invited)
    {
        if (!round.IsFurther)
        {
            return null;
        }

        var (number, no) = (round.Event.Number, round.No - 1);
        var earlier = await db.Rounds.Where(r => r.Event.Number == number && r.No == no)
            .Select(r => new { r.State, TookPart = db.Offers.Where(o => o.Round.Id == r.Id && o.OpenedIntact == true).Select(o => o.SupplierId).ToList() }).SingleAsync();
        return new EarlierRoundFacts(earlier.State, [.. invited.Where(supplier => !earlier.TookPart.Contains(supplier.Id)).Select(supplier => supplier.Name)])
        {
            LeftOut = [.. earlier.TookPart.Except(invited.Select(supplier => supplier.Id))],
        };
    }

    private async Task<List<Invitee>> Chosen(Round round, DateTime now)
    {
        long[] chosen = [.. round.ChosenSuppliers];
        var suppliers = await db.Suppliers.AsNoTracking().Where(s => chosen.Contains(s.Id)).ToListAsync();
        return [.. suppliers.Select(s => new Invitee(s.Id, s.Name, s.CanBeInvitedAt(now)))];
    }

    /// <summary>Every accredited supplier with an approved category that is the event's or above it.</summary>
    private async Task<List<Invitee>> Everybody(Round round, DateTime now)
    {
        var covering = await db.CategoriesThatCover(round.Categories);
        return await db.Suppliers.AsNoTracking().Accredited(now).Where(s => s.Categories.Any(c => covering.Contains(c.CategoryId)))
            .OrderBy(s => s.Id).Select(s => new Invitee(s.Id, s.Name, true)).ToListAsync();
    }

    private sealed record Invitee(long Id, string Name, bool CanBeInvited);
}

internal static class WhoTakesPart
{
    /// <summary>Active people who buy for a site.</summary>
    public static IQueryable<UserAccount> BuyersOf(this PortalDbContext db, long siteId) => db.Accounts.AsNoTracking()
        .Where(a => a.State == AccountState.Active && db.SitesOfBuyers.Any(b => b.AccountId == a.Id && b.SiteId == siteId));

    /// <summary>Active people who approve.</summary>
    public static IQueryable<UserAccount> Approvers(this PortalDbContext db) => db.Accounts.AsNoTracking()
        .Where(a => a.State == AccountState.Active && a.Appointments.Any(one => one.Role == StaffRoles.Approver));

    /// <summary>Those who can be asked to decide on an event, to choose from: nobody of its team.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> ApproversOf(this PortalDbContext db, SourcingEvent sourcingEvent)
    {
        var people = await db.Approvers().OrderBy(a => a.FullName).Select(a => new { a.Id, a.FullName }).ToListAsync();
        return [.. people.Where(a => !sourcingEvent.IsRunBy(a.Id)).Select(a => new SelectListItem(UserAccount.ShortNameOf(a.FullName), a.Id.ToString(CultureInfo.InvariantCulture)))];
    }

    /// <summary>These categories and all above them, by key: an approval for any of them covers one of these.</summary>
    public static async Task<long[]> CategoriesThatCover(this PortalDbContext db, IEnumerable<long> categories)
    {
        long[] keys = [.. categories];
        if (keys.Length == 0)
        {
            return [];
        }

        string[] paths = [.. await db.Categories.Where(c => keys.Contains(c.Id)).Select(c => c.Path).ToListAsync()];
        string[] codes = [.. paths.SelectMany(path => path.Split('/', StringSplitOptions.RemoveEmptyEntries)).Distinct()];
        return [.. await db.Categories.Where(c => codes.Contains(c.Code)).Select(c => c.Id).ToListAsync()];
    }

    /// <summary>As <see cref="Supplier.CanBeInvitedAt"/>, in a query.</summary>
    public static IQueryable<Supplier> Accredited(this IQueryable<Supplier> suppliers, DateTime now) => suppliers
        .Where(s => s.AccreditedUntil > now && (s.State != SupplierState.Suspended || (s.SuspendedUntil != null && s.SuspendedUntil <= now)));
}
