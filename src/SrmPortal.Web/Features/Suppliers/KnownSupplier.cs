using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Import;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>A supplier of the portal, with what a company of a sheet is compared by, and the addresses of its people.</summary>
internal sealed record KnownSupplier(long Id, string Number, string FullName, string LegalForm, string Kpp, string RegistrationNumber)
{
    /// <summary>Normalised, of everybody who was ever let in: also of those who are blocked.</summary>
    public IReadOnlySet<string> People { get; init; } = new HashSet<string>();

    /// <summary>What both say, and say otherwise; letters alone make no difference.</summary>
    public IEnumerable<ImportFault> DifferencesFrom(ImportedCompany company)
    {
        var details = company.Details;
        return new (string Field, string Here, string There)[]
        {
            (nameof(FullName), details.FullName, FullName), (nameof(LegalForm), details.LegalForm, LegalForm),
            (nameof(Kpp), details.Kpp, Kpp), (nameof(RegistrationNumber), details.RegistrationNumber, RegistrationNumber),
        }
        .Where(one => one.Here.Length > 0 && one.There.Length > 0 && Search.Folded(one.Here) != Search.Folded(one.There))
        .Select(one => new ImportFault(company.Cells.GetValueOrDefault(one.Field, ""), ImportRules.Differs, [one.There]));
    }

    /// <summary>
    /// Those whom the sheet names and the supplier has not. Who is there stays as he is; the right to sign is not brought in, since it is
    /// examined with the accreditation and its renewal.
    /// </summary>
    public IReadOnlyList<RegistrationPerson> NewPeople(ImportedCompany company) =>
        [.. company.People.Where(person => person.IsUser && !People.Contains(UserAccount.Normalized(person.Email)))];

    /// <summary>The suppliers with the tax numbers of these companies.</summary>
    public static async Task<IReadOnlyDictionary<CompanyKey, KnownSupplier>> Of(PortalDbContext db, IEnumerable<ImportedCompany> companies)
    {
        Dictionary<CompanyKey, KnownSupplier> known = [];
        foreach (var keys in companies.Select(company => company.Details.TaxNumber).Where(key => key.Length > 0).Distinct().Chunk(500))
        {
            var suppliers = await db.Suppliers.AsNoTracking().Where(s => keys.Contains(s.TaxKey)).Select(s => new
            {
                Key = new CompanyKey(s.Country, s.TaxKey, s.BranchKpp),
                Supplier = new KnownSupplier(s.Id, s.Number, s.Company.FullName, s.Company.LegalForm, s.Company.Kpp, s.Company.RegistrationNumber),
            }).ToListAsync();
            long[] ids = [.. suppliers.Select(one => one.Supplier.Id)];
            var people = ids.Length == 0 ? Enumerable.Empty<(long, string)>().ToLookup(one => one.Item1, one => one.Item2)
                : (await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.SupplierId)).Select(m => new { m.SupplierId, m.Account.NormalizedEmail }).ToListAsync())
                    .ToLookup(one => one.SupplierId, one => one.NormalizedEmail);
            suppliers.ForEach(one => known[one.Key] = one.Supplier with { People = people[one.Supplier.Id].ToHashSet() });
        }

        return known;
    }
}
