using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>The checks that a company faces, by its country, by what it supplies, and by whether it is accredited already.</summary>
internal static class NeededChecks
{
    /// <returns>As the administrator has ordered them.</returns>
    public static async Task<IReadOnlyList<CheckNeeded>> Of(PortalDbContext db, SupplierRegistration registration)
    {
        var isRenewal = registration.IsRenewal;
        var definitions = await db.CheckDefinitions.AsNoTracking().Where(d => d.IsActive && (!isRenewal || d.InRenewal)).OrderBy(d => d.Order).ThenBy(d => d.Code).ToListAsync();
        string[] codes = [.. definitions.SelectMany(d => d.CategoryCodes).Distinct()];
        var keys = registration.Content.Categories;
        var concerned = await db.Categories.AsNoTracking().Where(c => c.NeedsCommission || codes.Contains(c.Code) || keys.Contains(c.Id)).ToListAsync();
        var demanding = concerned.Where(c => c.NeedsCommission || codes.Contains(c.Code)).ToList();
        var supplied = concerned.Where(c => keys.Contains(c.Id)).ToList();
        return [.. definitions.Select(d => d.NeededFor(registration.Country, supplied, demanding)).OfType<CheckNeeded>()];
    }
}
