using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>What an event begins with: the number is given for good, and the site decides who sees it.</summary>
public class NewForm
{
    public EventKind Kind { get; init; } = EventKind.RequestForProposals;

    public string? Title { get; init; }

    public long? SiteId { get; init; }

    public sealed class Validator : AbstractValidator<NewForm>
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

public sealed class NewPage : NewForm
{
    public required IReadOnlyList<SelectListItem> Sites { get; init; }

    public IEnumerable<SelectListItem> Kinds => EventKinds.Offered.Select(kind => new SelectListItem(EventWords.Kind(kind), kind.ToString()));

    public static async Task<NewPage> Read(PortalDbContext db, HttpContext http)
    {
        var items = await SitesFor(db, http.RequestServices.GetRequiredService<CurrentScope>().Is.PersonId);
        return new NewPage { Sites = items, SiteId = items is [var only] ? long.Parse(only.Value, System.Globalization.CultureInfo.InvariantCulture) : null };
    }

    /// <summary>The sites that a person buys for, to choose from.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> SitesFor(PortalDbContext db, long? person)
    {
        var sites = await db.SitesOf(person).OrderBy(s => s.Name).Select(s => new { s.Id, s.Name, s.NameEn, s.City, s.CityEn }).ToListAsync();
        return [.. sites.Select(s => new SelectListItem(
            EventWords.Say($"{s.NameEn}, {s.CityEn}", $"{s.Name}, {s.City}"), s.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
    }
}

/// <summary>Begins an event for one of the buyer's sites, under the next number.</summary>
public sealed class BeginEvent(PortalDbContext db, CurrentScope scope) : IDeed
{
    /// <returns>The event's number.</returns>
    public Task<string> Begin(NewForm form) => db.InTransaction(async () =>
    {
        var buyer = scope.Is.PersonId!.Value;
        var site = await db.SitesOf(buyer).SingleOrDefaultAsync(s => s.Id == form.SiteId);
        RuleViolation.ThrowIfAny(site is null ? [new(RoundRules.NotYourSite, nameof(NewForm.SiteId))] : []);
        var number = await db.NextEventNumber();
        db.Add(new Round(new SourcingEvent(number, site!.Id, buyer), 0,
            new RoundTerms { Kind = form.Kind, Title = PlainText.Of(form.Title), TimeZone = site.TimeZone, OpenerId = buyer, Categories = [] }));
        return number;
    });
}

internal static class SitesOfBuyer
{
    /// <summary>The sites that a person buys for.</summary>
    public static IQueryable<Site> SitesOf(this PortalDbContext db, long? person) =>
        db.Sites.AsNoTracking().Where(s => db.SitesOfBuyers.Any(b => b.AccountId == person && b.SiteId == s.Id));
}
