using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Reference;

/// <summary>Regions of supply and countries: added, renamed, retired.</summary>
[Route("administration/places"), Authorize(Roles = Roles.Administrator)]
public sealed class PlacesController(PortalDbContext db, PlacesInForce inForce, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public IActionResult Places(string? q = null) => View(PlacesPage.Of(q));

    [HttpGet("new")]
    public IActionResult Add() => View("Place", new PlacePage(null));

    [HttpPost("new"), ShowAgain(nameof(Add))]
    public async Task<IActionResult> SaveAnother(PlaceForm form)
    {
        var (code, district) = (Typed.Line(form.Code).ToUpperInvariant(), form.District is { Length: > 0 } chosen ? chosen : null);
        var place = await db.InTransaction(async () =>
        {
            RuleViolation.ThrowIfAny(WhatIsWrong(code, district));
            RuleViolation.ThrowIfAny(Domain.Reference.Places.InForce.Find(code) is not null || await db.ListedPlaces.AnyAsync(one => one.Code == code)
                ? [new BrokenRule(PlaceRules.CodeTaken, nameof(form.Code))] : []);
            return db.Add(new ListedPlace(code, district, Typed.Line(form.Ru), Typed.Line(form.En))).Entity;
        });
        return Done(place);
    }

    [HttpGet("{code:length(2,8)}")]
    public IActionResult Place(string code) => Domain.Reference.Places.InForce.Find(code) is { } place ? View(new PlacePage(place)) : NotFound();

    [HttpPost("{code:length(2,8)}"), ShowAgain(nameof(Place))]
    public async Task<IActionResult> Save(string code, PlaceForm form)
    {
        if (Domain.Reference.Places.InForce.Find(code) is not { } there)
        {
            return NotFound();
        }

        RuleViolation.ThrowIfAny(form.IsRetired && code == Countries.Russia ? [new BrokenRule(PlaceRules.RussiaStays, nameof(form.IsRetired))] : []);
        var place = await db.InTransaction(async () =>
        {
            var listed = await db.ListedPlaces.SingleOrDefaultAsync(one => one.Code == code);
            if (listed is null)
            {
                listed = db.Add(new ListedPlace(code, there.District, there.Name.Ru, there.Name.En)).Entity;
            }

            listed.Change(Typed.Line(form.Ru), Typed.Line(form.En), form.IsRetired);
            return listed;
        });
        return Done(place);
    }

    private RedirectToActionResult Done(ListedPlace place)
    {
        inForce.Forget();
        this.Say(texts["Saved: {0}.", new Named(place.Code, place.Ru, place.En).Name], place.IsRetired ? texts["It is not offered any more; where it was chosen it stays."] : texts["It is offered from now on."]);
        return RedirectToAction(nameof(Places));
    }

    private static IEnumerable<BrokenRule> WhatIsWrong(string code, string? district)
    {
        var isRegion = code.StartsWith("RU-", StringComparison.Ordinal);
        if (!(isRegion ? code.Length is > 3 and <= 6 && code[3..].All(char.IsAsciiLetterOrDigit) : code.Length == 2 && code.All(char.IsAsciiLetterUpper)))
        {
            yield return new(PlaceRules.NoCode, nameof(PlaceForm.Code));
        }

        if (isRegion != (district is not null) || (district is not null && !Domain.Reference.Places.DistrictCodes.Contains(district)))
        {
            yield return new(PlaceRules.NoDistrict, nameof(PlaceForm.District));
        }
    }
}

public sealed class PlaceForm
{
    public string? Code { get; init; }

    public string? District { get; init; }

    public string? Ru { get; init; }

    public string? En { get; init; }

    public bool IsRetired { get; init; }

    public sealed class Validator : AbstractValidator<PlaceForm>;
}

/// <summary>All, or those whose name or code holds what is looked for, by district.</summary>
public sealed record PlacesPage(string? Q, IReadOnlyList<(string? District, IReadOnlyList<Place> Places)> Groups)
{
    public int Count => Groups.Sum(group => group.Places.Count);

    public static PlacesPage Of(string? q)
    {
        var (looked, all) = (Search.Folded(q ?? ""), Domain.Reference.Places.InForce);
        var found = all.Regions.Values.Concat(all.Countries.Values).Where(place => looked.Length == 0
            || Search.Folded($"{place.Code} {place.Name.Ru} {place.Name.En}").Contains(looked, StringComparison.Ordinal)).ToLookup(place => place.District);
        return new PlacesPage(looked.Length == 0 ? null : q,
        [
            .. Domain.Reference.Places.DistrictCodes.Append(null).Where(found.Contains)
                .Select(district => (district, (IReadOnlyList<Place>)[.. found[district].OrderBy(place => place.Name.Name, StringComparer.CurrentCulture)])),
        ]);
    }
}

/// <param name="There">Null: a new one.</param>
public sealed record PlacePage(Place? There)
{
    public string Code => There?.Code ?? "";

    public string? District => There?.District;

    public string Ru => There?.Name.Ru ?? "";

    public string En => There?.Name.En ?? "";

    public bool IsRetired => There?.IsRetired is true;

    public static IEnumerable<SelectListItem> DistrictItems(Func<string, string> name) =>
        Domain.Reference.Places.DistrictCodes.Select(code => new SelectListItem(name(code), code));
}
