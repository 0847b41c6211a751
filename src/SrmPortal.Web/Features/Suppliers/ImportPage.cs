using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Import;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>What the form of a file sends.</summary>
public sealed class ImportForm
{
    public const string FileField = nameof(File);

    public IFormFile? File { get; init; }
}

/// <summary>What becomes of a company of the file.</summary>
public enum ImportRowState { New, NewWithZeros, Exists, Faulty }

/// <param name="Company">As read.</param>
/// <param name="State">What would become of it now.</param>
/// <param name="SupplierNumber">Of a company that is a supplier already.</param>
public sealed record ImportRow(ImportedCompany Company, ImportRowState State, string? SupplierNumber);

/// <summary>Somebody of a supplier that was brought in.</summary>
public sealed record ImportedPerson(string Name, string Email, DateTime? AccessSentAt, bool IsActive);

/// <summary>A supplier that was brought in, with its people.</summary>
public sealed record ImportedSupplier(string Number, string Name, IReadOnlyList<ImportedPerson> People)
{
    public int Unsent => People.Count(person => !person.IsActive && person.AccessSentAt is null);
}

/// <summary>A file: first what would come of it, then what came of it.</summary>
public sealed class ImportPage
{
    public required SupplierImport Import { get; init; }

    public required IReadOnlyList<ImportRow> Rows { get; init; }

    public required IReadOnlyList<ImportedSupplier> Suppliers { get; init; }

    public int NewCount => Rows.Count(row => row.State is ImportRowState.New);

    public int ZerosCount => Rows.Count(row => row.State is ImportRowState.NewWithZeros);

    public int ExistingCount => Rows.Count(row => row.State is ImportRowState.Exists);

    public int FaultyCount => Rows.Count(row => row.State is ImportRowState.Faulty);

    public int Unsent => Suppliers.Sum(supplier => supplier.Unsent);

    /// <summary>The field of the form.</summary>
    public bool PutZerosBack { get; } = true;

    public static async Task<ImportPage?> Read(PortalDbContext db, string token)
    {
        if (await db.SupplierImports.AsNoTracking().SingleOrDefaultAsync(i => i.Token == token) is not { } import)
        {
            return null;
        }

        var known = await Known(db, import.Companies);
        return new ImportPage
        {
            Import = import,
            Rows = [.. import.Companies.Select(company => known.TryGetValue(company.Details.Key, out var number) ? new ImportRow(company, ImportRowState.Exists, number)
                : new ImportRow(company, !company.IsSound ? ImportRowState.Faulty : company.LostZeros.Count > 0 ? ImportRowState.NewWithZeros : ImportRowState.New, null))],
            Suppliers = await Created(db, import.Created),
        };
    }

    private static async Task<IReadOnlyDictionary<CompanyKey, string>> Known(PortalDbContext db, IReadOnlyList<ImportedCompany> companies)
    {
        Dictionary<CompanyKey, string> known = [];
        foreach (var keys in companies.Select(company => company.Details.TaxNumber).Where(key => key.Length > 0).Distinct().Chunk(500))
        {
            foreach (var supplier in await db.Suppliers.AsNoTracking().Where(s => keys.Contains(s.TaxKey))
                .Select(s => new { s.Country, s.TaxKey, s.BranchKpp, s.Number }).ToListAsync())
            {
                known[new CompanyKey(supplier.Country, supplier.TaxKey, supplier.BranchKpp)] = supplier.Number;
            }
        }

        return known;
    }

    private static async Task<IReadOnlyList<ImportedSupplier>> Created(PortalDbContext db, IReadOnlyList<string> numbers)
    {
        List<ImportedSupplier> all = [];
        foreach (var some in numbers.Chunk(500))
        {
            all.AddRange(await db.Suppliers.AsNoTracking().Where(s => some.Contains(s.Number)).OrderBy(s => s.Name)
                .Select(s => new ImportedSupplier(s.Number, s.Name, db.Memberships.Where(m => m.SupplierId == s.Id).OrderBy(m => m.Id)
                    .Select(m => new ImportedPerson(m.Account.FullName, m.Account.Email, m.Account.AccessSentAt, m.Account.State == AccountState.Active)).ToList()))
                .ToListAsync());
        }

        return all;
    }
}
