using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Registration;
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
public enum ImportRowState { New, NewWithZeros, NewPeople, Exists, Conflict, Faulty }

/// <param name="Company">As read.</param>
/// <param name="State">What would become of it now.</param>
/// <param name="SupplierNumber">Of a company that is a supplier already.</param>
/// <param name="Conflicts">What the portal knows otherwise, each with its cell.</param>
/// <param name="NewPeople">Whom the supplier that is there would get.</param>
public sealed record ImportRow(ImportedCompany Company, ImportRowState State, string? SupplierNumber, IReadOnlyList<ImportFault> Conflicts, IReadOnlyList<RegistrationPerson> NewPeople)
{
    /// <summary>By these a company of the file is compared with the supplier of the same number.</summary>
    public static readonly IReadOnlyList<string> Compared = [nameof(CompanyDetails.FullName), nameof(CompanyDetails.LegalForm), nameof(CompanyDetails.Kpp), nameof(CompanyDetails.RegistrationNumber)];
}

/// <summary>Somebody of a supplier that was brought in.</summary>
public sealed record ImportedPerson(string Name, string Email, DateTime? WrittenAt, bool IsActive, bool IsBlocked)
{
    public bool CanBeWrittenTo => !IsActive && !IsBlocked;
}

/// <summary>A supplier that was brought in with its people, or that has got further ones.</summary>
public sealed record ImportedSupplier(string Number, string Name, bool WasThere, IReadOnlyList<ImportedPerson> People)
{
    public int Unsent => People.Count(person => person.CanBeWrittenTo && person.WrittenAt is null);
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

    /// <summary>That came of it, on this page, and of how many.</summary>
    public required IReadOnlyList<ImportedSupplier> Suppliers { get; init; }

    public required int SupplierCount { get; init; }

    /// <summary>People who have got no mail yet.</summary>
    public required int Unsent { get; init; }

    public int Count => State is { } state ? CountOf(state) : Counts.Values.Sum();

    public int Wanted => CountOf(ImportRowState.New) + CountOf(ImportRowState.NewWithZeros);

    /// <summary>How many people would be added to suppliers that are there.</summary>
    public required int PeopleWanted { get; init; }

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
        var numbers = import.State is ImportState.Done ? await OfImport.Numbers(db, import) : [];
        return new ImportPage
        {
            Import = import,
            Counts = rows.GroupBy(row => row.State).ToDictionary(group => group.Key, group => group.Count()),
            PeopleWanted = rows.Where(row => row.State is ImportRowState.NewPeople).Sum(row => row.NewPeople.Count),
            State = state,
            Page = page,
            Rows = [.. rows.Where(row => state is null || row.State == state).Skip((page - 1) * Size).Take(Size)],
            Suppliers = await SuppliersOf(db, import, [.. numbers.Skip((page - 1) * Size).Take(Size)]),
            SupplierCount = numbers.Count,
            Unsent = await UnsentOf(db, import),
        };
    }

    private static async Task<IReadOnlyList<ImportRow>> RowsOf(PortalDbContext db, SupplierImport import)
    {
        var (known, underReview) = (await KnownSupplier.Of(db, import.Companies), await CompaniesUnderReview.Of(db));
        return [.. import.Companies.Select(company => RowOf(company, known.GetValueOrDefault(company.Details.Key), underReview.Contains(company.Details.Key)))];
    }

    private static ImportRow RowOf(ImportedCompany company, KnownSupplier? there, bool isUnderReview)
    {
        ImportFault[] conflicts = there is not null ? [.. there.DifferencesFrom(company)]
            : isUnderReview ? [new ImportFault(company.Cells.GetValueOrDefault(nameof(CompanyDetails.TaxNumber), ""), ImportRules.UnderReview, [])] : [];
        var people = there?.NewPeople(company) ?? [];
        var state = conflicts.Length > 0 ? ImportRowState.Conflict
            : there is not null ? people.Count == 0 ? ImportRowState.Exists : company.NamesPeople ? ImportRowState.NewPeople : ImportRowState.Faulty
            : !company.IsSound ? ImportRowState.Faulty : company.LostZeros.Count > 0 ? ImportRowState.NewWithZeros : ImportRowState.New;
        return new ImportRow(company, state, there?.Number, conflicts, people);
    }

    private static async Task<IReadOnlyList<ImportedSupplier>> SuppliersOf(PortalDbContext db, SupplierImport import, IReadOnlyList<string> numbers)
    {
        if (numbers.Count == 0)
        {
            return [];
        }

        var suppliers = await db.Suppliers.AsNoTracking().Where(s => numbers.Contains(s.Number)).OrderBy(s => s.Name).Select(s => new { s.Id, s.Number, s.Name }).ToListAsync();
        long[] ids = [.. suppliers.Select(supplier => supplier.Id)];
        var people = (await db.Memberships.AsNoTracking().Include(m => m.Account).Where(m => ids.Contains(m.SupplierId)).OrderBy(m => m.Id).ToListAsync()).ToLookup(m => m.SupplierId);
        var (created, joined) = (import.Created.ToHashSet(), import.Joined.ToHashSet());
        return
        [
            .. suppliers.Select(supplier => (supplier, wasThere: !created.Contains(supplier.Number))).OrderBy(one => one.wasThere).Select(one => new ImportedSupplier(
                one.supplier.Number, one.supplier.Name, one.wasThere, [.. people[one.supplier.Id].Where(m => !one.wasThere || joined.Contains(m.Id)).Select(Shown)])),
        ];
    }

    private static ImportedPerson Shown(Membership person) => new(person.Account.FullName, person.Account.Email,
        person.Account.State is AccountState.NotActivated ? person.Account.AccessSentAt : person.OfferedAt,
        person is { State: MembershipState.Active, Account.State: AccountState.Active }, person.IsBlocked || person.Account.State is AccountState.Deactivated);

    private static async Task<int> UnsentOf(PortalDbContext db, SupplierImport import)
    {
        if (import.State is not ImportState.Done)
        {
            return 0;
        }

        var unsent = 0;
        foreach (var some in import.Created.Chunk(1000))
        {
            unsent += await db.Memberships.Where(OfImport.Unsent).CountAsync(m => db.Suppliers.Any(s => s.Id == m.SupplierId && some.Contains(s.Number)));
        }

        var joined = import.Joined;
        return unsent + (joined.Count == 0 ? 0 : await db.Memberships.Where(OfImport.Unsent).CountAsync(m => joined.Contains(m.Id)));
    }
}
