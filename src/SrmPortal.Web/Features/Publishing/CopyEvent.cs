using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>What of an earlier round the new event begins with.</summary>
public class CopyForm
{
    public EventKind Kind { get; init; }

    public string? Title { get; init; }

    public long? SiteId { get; init; }

    public bool WithTerms { get; init; }

    public bool WithItems { get; init; }

    public bool WithQuestions { get; init; }

    public bool WithSuppliers { get; init; }

    public sealed class Validator : AbstractValidator<CopyForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.Kind).Must(EventKinds.Offered.Contains).WithMessage(_ => texts["Choose one of the kinds."]);
            RuleFor(form => form.Title).NotEmpty().WithMessage(_ => texts["Say in a line what is bought."])
                .MaximumLength(400).WithMessage(_ => texts["At most {0} characters.", 400]);
            RuleFor(form => form.SiteId).NotNull().WithMessage(_ => texts["Choose the works that it is bought for."]);
        }
    }
}

/// <summary>Earlier events of the buyer's own sites, by number or words.</summary>
public sealed record FindPage(string? Q, IReadOnlyList<EventList.Row> Rows, bool HasMore, DateTime Now)
{
    private const int Most = 20;

    public static async Task<FindPage> Read(PortalDbContext db, Scope reader, string? q, DateTime now)
    {
        long[] sites = [.. await db.SitesOf(reader.PersonId).Select(s => s.Id).ToListAsync()];
        var earlier = new EventFilter { Q = q }.Of(db.Rounds.AsNoTracking(), now, forSupplier: false)
            .Where(r => sites.Contains(r.SiteId) && r.PublishedAt != null).OrderByDescending(r => r.PublishedAt).ThenByDescending(r => r.Id).Take(Most + 1);
        var rows = await EventList.Project(db, earlier, supplier: null).ToListAsync();
        return new FindPage(q, [.. rows.Take(Most)], rows.Count > Most, now);
    }
}

/// <summary>The earlier round, and what would come of it.</summary>
public sealed class CopyPage : CopyForm
{
    public required Round Round { get; init; }

    public required IReadOnlyList<SelectListItem> Sites { get; init; }

    /// <summary>Who took part then, and whether they can be invited now.</summary>
    public required IReadOnlyList<Invitee> Invitees { get; init; }

    public required int DatesOver { get; init; }

    public string Path => $"/events/new/from/{Round.Name}";

    public IEnumerable<SelectListItem> Kinds => EventKinds.Offered.Select(kind => new SelectListItem(EventWords.Kind(kind), kind.ToString()));

    public int StillAble => Invitees.Count(one => one.State is SupplierState.Accredited);

    public sealed record Invitee(long Id, string Name, SupplierState State);

    public static async Task<CopyPage?> Read(PortalDbContext db, Scope reader, string number, int no, DateTime now)
    {
        var sites = await NewPage.SitesFor(db, reader.PersonId);
        if (await db.Rounds.EarlierAt(number, no).AsNoTracking().Include(r => r.Event).SingleOrDefaultAsync() is not { } round
            || sites.All(site => site.Value != round.SiteId.ToString(CultureInfo.InvariantCulture)))
        {
            return null;
        }

        var today = DateOnly.FromDateTime(Zones.Local(now, round.TimeZone));
        return new CopyPage
        {
            Round = round,
            Sites = sites,
            Invitees = await db.InviteesOf(round, now),
            DatesOver = round.Items.Count(item => item.DeliveryDate <= today),
            Kind = EventKinds.Offered.Contains(round.Kind) ? round.Kind : EventKinds.Offered[0],
            Title = round.Title,
            SiteId = round.SiteId,
            WithTerms = true,
            WithItems = true,
            WithQuestions = true,
            WithSuppliers = true,
        };
    }
}

internal static class EarlierRounds
{
    /// <summary>A round that was published once.</summary>
    public static IQueryable<Round> EarlierAt(this IQueryable<Round> rounds, string number, int no) =>
        rounds.Where(r => r.Event.Number == number && r.No == no && r.PublishedAt != null);

    /// <summary>Whom the round had chosen or invited later; nobody where it was open to all of its categories.</summary>
    public static async Task<IReadOnlyList<CopyPage.Invitee>> InviteesOf(this PortalDbContext db, Round round, DateTime now)
    {
        if (round.Audience is not Audience.Invited)
        {
            return [];
        }

        long[] chosen = [.. round.ChosenSuppliers];
        var suppliers = await db.Suppliers.AsNoTracking()
            .Where(s => chosen.Contains(s.Id) || db.Invitations.Any(i => i.Round.Id == round.Id && i.SupplierId == s.Id)).OrderBy(s => s.Name).ToListAsync();
        return [.. suppliers.Select(s => new CopyPage.Invitee(s.Id, s.Name, s.CanBeInvitedAt(now) ? SupplierState.Accredited : s.StateAt(now)))];
    }
}

/// <summary>Begins an event under the next number with what an earlier one was.</summary>
public sealed class CopyEvent(PortalDbContext db, CurrentScope scope, FactsForPublishing facts) : IDeed
{
    /// <returns>The new event's number; null: there is no such earlier round for this reader.</returns>
    public Task<string?> Begin(string number, int no, CopyForm form, DateTime now) => db.InTransaction<string?>(async () =>
    {
        var buyer = scope.Is.PersonId!.Value;
        var sites = await db.SitesOf(buyer).ToListAsync();
        if (await db.Rounds.EarlierAt(number, no).AsNoTracking().Include(r => r.Event).SingleOrDefaultAsync() is not { } earlier || sites.All(s => s.Id != earlier.SiteId))
        {
            return null;
        }

        var site = sites.SingleOrDefault(s => s.Id == form.SiteId);
        RuleViolation.ThrowIfAny(site is null ? [new(RoundRules.NotYourSite, nameof(CopyForm.SiteId))] : []);
        long[] named = [.. earlier.Categories, .. earlier.Items.Select(item => item.CategoryId ?? 0)];
        var next = await db.NextEventNumber();
        db.Add(earlier.BeginAgain(new SourcingEvent(next, site!.Id, buyer), new RoundCopy(PlainText.Of(form.Title), form.Kind, site.TimeZone, buyer)
        {
            WithTerms = form.WithTerms,
            WithItems = form.WithItems,
            WithQuestions = form.WithQuestions,
            Suppliers = !form.WithSuppliers ? [] : [.. (await db.InviteesOf(earlier, now)).Where(one => one.State is SupplierState.Accredited).Select(one => one.Id)],
            Categories = await db.Categories.Where(c => named.Contains(c.Id) && !c.IsRetired).Select(c => c.Id).ToListAsync(),
            PossibleOpeners = await facts.PossibleOpeners(site.Id),
            Today = DateOnly.FromDateTime(Zones.Local(now, site.TimeZone)),
        }));
        return next;
    });
}
