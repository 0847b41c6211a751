using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>A company whose name is that of an applicant, or nearly, and whose tax number is another.</summary>
/// <param name="IsSupplier">A supplier; else a registration that was sent.</param>
/// <param name="Number">Of the supplier or of the registration.</param>
/// <param name="Company">Who it is.</param>
/// <param name="Edits">Letters in which the names differ; 0: they are the same but for case, quotes, spaces and legal form.</param>
public sealed record SimilarCompany(bool IsSupplier, string Number, CompanyDetails Company, int Edits);

/// <summary>
/// Finds them. The database leaves those of about the same length that hold one of three pieces of the name, of which two edits leave one
/// whole; only these are measured. So none is missed, and 20,000 names are not read.
/// </summary>
internal static class SimilarCompanies
{
    private const int Most = 50;

    public static async Task<int> CountOf(PortalDbContext db, SupplierRegistration registration)
    {
        var key = registration.NameKey;
        var near = key.Length == 0 ? [] : await Suppliers(db, registration).Select(s => s.NameKey).Concat(Registrations(db, registration).Select(r => r.NameKey)).ToListAsync();
        return near.Count(other => CompanyNames.AreNear(key, other));
    }

    public static async Task<IReadOnlyList<SimilarCompany>> To(PortalDbContext db, SupplierRegistration registration)
    {
        var key = registration.NameKey;
        if (key.Length == 0)
        {
            return [];
        }

        var suppliers = await Suppliers(db, registration).AsNoTracking().Select(s => new { s.Number, s.Company, s.NameKey }).ToListAsync();
        var registrations = await Registrations(db, registration).AsNoTracking().Select(r => new { r.Number, r.Content, r.NameKey }).ToListAsync();
        return
        [
            .. suppliers.Where(one => CompanyNames.AreNear(key, one.NameKey)).Select(one => new SimilarCompany(true, one.Number, one.Company, CompanyNames.Edits(key, one.NameKey)))
                .Concat(registrations.Where(one => CompanyNames.AreNear(key, one.NameKey)).Select(one => new SimilarCompany(false, one.Number!, one.Content.Details, CompanyNames.Edits(key, one.NameKey))))
                .OrderBy(one => one.Edits).ThenByDescending(one => one.IsSupplier).ThenBy(one => one.Number, StringComparer.Ordinal).Take(Most),
        ];
    }

    private static IQueryable<Supplier> Suppliers(PortalDbContext db, SupplierRegistration registration)
    {
        var (country, taxKey, key) = (registration.Country, registration.TaxKey, registration.NameKey);
        var others = db.Suppliers.Where(s => s.Country != country || s.TaxKey != taxKey);
        if (!CompanyNames.IsLong(key))
        {
            return others.Where(s => s.NameLength == key.Length && s.NameKey == key);
        }

        var (shortest, longest, first, second, third) = Around(key);
        return others.Where(s => s.NameLength >= shortest && s.NameLength <= longest
            && (EF.Functions.Like(s.NameKey, first) || EF.Functions.Like(s.NameKey, second) || EF.Functions.Like(s.NameKey, third)));
    }

    private static IQueryable<SupplierRegistration> Registrations(PortalDbContext db, SupplierRegistration registration)
    {
        var (country, taxKey, key, id) = (registration.Country, registration.TaxKey, registration.NameKey, registration.Id);
        var others = db.Registrations.Where(r => r.Id != id && r.RenewsSupplierId == null && (r.Country != country || r.TaxKey != taxKey) && r.Number != null
            && r.State != RegistrationState.Withdrawn && r.State != RegistrationState.Expired && r.State != RegistrationState.Accredited);
        if (!CompanyNames.IsLong(key))
        {
            return others.Where(r => r.NameLength == key.Length && r.NameKey == key);
        }

        var (shortest, longest, first, second, third) = Around(key);
        return others.Where(r => r.NameLength >= shortest && r.NameLength <= longest
            && (EF.Functions.Like(r.NameKey, first) || EF.Functions.Like(r.NameKey, second) || EF.Functions.Like(r.NameKey, third)));
    }

    // A key holds letters and digits alone: nothing in it is a sign of a pattern.
    private static (int Shortest, int Longest, string First, string Second, string Third) Around(string key)
    {
        var (first, second, third) = CompanyNames.Pieces(key);
        return (Math.Max(key.Length - CompanyNames.MostEdits, CompanyNames.Shortest), key.Length + CompanyNames.MostEdits, $"%{first}%", $"%{second}%", $"%{third}%");
    }
}
