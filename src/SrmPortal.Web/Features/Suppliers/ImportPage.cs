using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
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
public enum ImportRowState { New, NewWithZeros, Exists, Conflict, Faulty }

/// <param name="Company">As read.</param>
/// <param name="State">What would become of it now.</param>
/// <param name="SupplierNumber">Of a company that is a supplier already.</param>
/// <param name="Conflicts">What the portal knows otherwise, each with its cell.</param>
public sealed record ImportRow(ImportedCompany Company, ImportRowState State, string? SupplierNumber, IReadOnlyList<ImportFault> Conflicts)
{
    /// <summary>By these a company of the file is compared with the supplier of the same number.</summary>
    public static readonly IReadOnlyList<string> Compared = [nameof(CompanyDetails.FullName), nameof(CompanyDetails.LegalForm), nameof(CompanyDetails.Kpp), nameof(CompanyDetails.RegistrationNumber)];
}

/// <summary>Somebody of a supplier that was brought in.</summary>
public sealed record ImportedPerson(string Name, string Email, DateTime? AccessSentAt, bool IsActive);

/// <summary>A supplier that was brought in, with its people.</summary>
public sealed record ImportedSupplier(string Number, string Name, IReadOnlyList<ImportedPerson> People)
{
    public int Unsent => People.Count(person => !person.IsActive && person.AccessSentAt is null);
}

/// <summary>A file: first what would come of it, then what came of it. One page of it at a time.</summary>
public sealed class ImportPage
{
    public const int Size = 100;

    public required SupplierImport Import { get; init; }

    /// <summary>How many rows have each state.</summary>
    public required IReadOnlyDictionary<ImportRowState, int> Counts { get; init; }

    /// <summary>The state that the reader looks at, or null: all.</summary>
    public required ImportRowState? State { get; init; }

    public required int Page { get; init; }

    /// <summary>Of the state that is looked at, on this page.</summary>
    public required IReadOnlyList<ImportRow> Rows { get; init; }

    /// <summary>That came of it, on this page.</summary>
    public required IReadOnlyList<ImportedSupplier> Suppliers { get; init; }

    /// <summary>People who have got no mail yet.</summary>
    public required int Unsent { get; init; }

    public int Count => State is { } state ? CountOf(state) : Counts.Values.Sum();

    public int Wanted => CountOf(ImportRowState.New) + CountOf(ImportRowState.NewWithZeros);

    /// <summary>The field of the form.</summary>
    public bool PutZerosBack { get; } = true;

    public int CountOf(ImportRowState state) => Counts.GetValueOrDefault(state);

    public static async Task<ImportPage?> Read(PortalDbContext db, string token, ImportRowState? state, int page)
    {
        if (await db.SupplierImports.AsNoTracking().SingleOrDefaultAsync(i => i.Token == token) is not { } import)
        {
            return null;
        }

        var rows = import.CanBeConfirmed ? await RowsOf(db, import) : [];
        return new ImportPage
        {
            Import = import,
            Counts = rows.GroupBy(row => row.State).ToDictionary(group => group.Key, group => group.Count()),
            State = state,
            Page = page,
            Rows = [.. rows.Where(row => state is null || row.State == state).Skip((page - 1) * Size).Take(Size)],
            Suppliers = import.State is ImportState.Done ? await Created(db, [.. import.Created.Skip((page - 1) * Size).Take(Size)]) : [],
            Unsent = import.State is ImportState.Done ? await UnsentOf(db, import.Created) : 0,
        };
    }

    private static async Task<IReadOnlyList<ImportRow>> RowsOf(PortalDbContext db, SupplierImport import)
    {
        var (known, underReview) = (await Known(db, import.Companies), await CompaniesUnderReview.Of(db));
        return [.. import.Companies.Select(company => RowOf(company, known.GetValueOrDefault(company.Details.Key), underReview.Contains(company.Details.Key)))];
    }

    private static ImportRow RowOf(ImportedCompany company, KnownSupplier? there, bool isUnderReview)
    {
        ImportFault[] conflicts = there is not null ? [.. there.DifferencesFrom(company)]
            : isUnderReview ? [new ImportFault(company.Cells.GetValueOrDefault(nameof(CompanyDetails.TaxNumber), ""), ImportRules.UnderReview, [])] : [];
        var state = conflicts.Length > 0 ? ImportRowState.Conflict : there is not null ? ImportRowState.Exists
            : !company.IsSound ? ImportRowState.Faulty : company.LostZeros.Count > 0 ? ImportRowState.NewWithZeros : ImportRowState.New;
        return new ImportRow(company, state, there?.Number, conflicts);
    }

    private static async Task<IReadOnlyDictionary<CompanyKey, KnownSupplier>> Known(PortalDbContext db, IReadOnlyList<ImportedCompany> companies)
    {
        Dictionary<CompanyKey, KnownSupplier> known = [];
        foreach (var keys in companies.Select(company => company.Details.TaxNumber).Where(key => key.Length > 0).Distinct().Chunk(500))
        {
            foreach (var supplier in await db.Suppliers.AsNoTracking().Where(s => keys.Contains(s.TaxKey))
                .Select(s => new { s.Country, s.TaxKey, s.BranchKpp, s.Number, s.Company.FullName, s.Company.LegalForm, s.Company.Kpp, s.Company.RegistrationNumber }).ToListAsync())
            {
                known[new CompanyKey(supplier.Country, supplier.TaxKey, supplier.BranchKpp)] =
                    new KnownSupplier(supplier.Number, supplier.FullName, supplier.LegalForm, supplier.Kpp, supplier.RegistrationNumber);
            }
        }

        return known;
    }

    private static async Task<IReadOnlyList<ImportedSupplier>> Created(PortalDbContext db, IReadOnlyList<string> numbers) =>
        await db.Suppliers.AsNoTracking().Where(s => numbers.Contains(s.Number)).OrderBy(s => s.Name)
            .Select(s => new ImportedSupplier(s.Number, s.Name, db.Memberships.Where(m => m.SupplierId == s.Id).OrderBy(m => m.Id)
                .Select(m => new ImportedPerson(m.Account.FullName, m.Account.Email, m.Account.AccessSentAt, m.Account.State == AccountState.Active)).ToList()))
            .ToListAsync();

    private static async Task<int> UnsentOf(PortalDbContext db, IReadOnlyList<string> numbers)
    {
        var unsent = 0;
        foreach (var some in numbers.Chunk(1000))
        {
            unsent += await db.Memberships.CountAsync(m => m.Account.AccessSentAt == null && m.Account.State != AccountState.Active
                && db.Suppliers.Any(s => s.Id == m.SupplierId && some.Contains(s.Number)));
        }

        return unsent;
    }

    /// <summary>A supplier of the portal with what it is compared by.</summary>
    private sealed record KnownSupplier(string Number, string FullName, string LegalForm, string Kpp, string RegistrationNumber)
    {
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
    }
}
