using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Features.Events;

namespace SrmPortal.Web.Features.Staff;

/// <summary>The companies of the group with their works, in the reader's words.</summary>
public sealed record StaffPlaces(IReadOnlyList<StaffPlaces.Works> All)
{
    public static async Task<StaffPlaces> Read(PortalDbContext db)
    {
        var all = await db.Sites.AsNoTracking().OrderBy(s => s.Company.Name).ThenBy(s => s.Name)
            .Select(s => new { s.Id, s.Name, s.NameEn, s.City, s.CityEn, CompanyId = s.Company.Id, Company = s.Company.Name, CompanyEn = s.Company.NameEn }).ToListAsync();
        return new([.. all.Select(s => new Works(s.Id, EventWords.Say($"{s.NameEn}, {s.CityEn}", $"{s.Name}, {s.City}"), s.CompanyId, EventWords.Say(s.CompanyEn, s.Company)))]);
    }

    public string Name(BuyerPlace place) => All.FirstOrDefault(one => one.Id == place.SiteId)?.Name ?? All.FirstOrDefault(one => one.CompanyId == place.CompanyId)?.Company ?? Infrastructure.Shown.None;

    /// <summary>Each company as a whole, and below it its works.</summary>
    public IEnumerable<SelectListItem> Items(IStringLocalizer<Texts> texts, IReadOnlyCollection<BuyerPlace> chosen) => All.GroupBy(one => (one.CompanyId, one.Company))
        .SelectMany(company => company.Select(one => Item(new BuyerPlace(null, one.Id), $"— {one.Name}", chosen)).Prepend(Item(new BuyerPlace(company.Key.CompanyId, null), texts["{0}: all works", company.Key.Company], chosen)));

    private static SelectListItem Item(BuyerPlace place, string name, IReadOnlyCollection<BuyerPlace> chosen) => new(name, DutiesForm.Value(place), chosen.Contains(place));

    /// <param name="Id">Of the works.</param>
    /// <param name="Name">With its town.</param>
    /// <param name="CompanyId">Of the company that runs it.</param>
    /// <param name="Company">Its name.</param>
    public sealed record Works(long Id, string Name, long CompanyId, string Company);
}
