using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Import;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Features.Accreditation;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>
/// Brings in suppliers that the group works with already. Looking writes none; confirming makes each sound company a supplier, a few in
/// each transaction, once whatever is sent twice or breaks off; nobody is written to before somebody presses "send".
/// </summary>
public sealed class ImportSuppliers(PortalDbContext db, JoinPeople join, TimeProvider clock, IOptions<AccreditationSettings> settings) : IDeed
{
    public const int MostCompanies = 5_000;

    /// <summary>A company may have several people, and each has a row.</summary>
    public static readonly SpreadsheetLimits Limits = new(Rows: 3 * MostCompanies, Columns: 40, Unpacked: 64 * 1024 * 1024);

    /// <summary>So many companies are made in one transaction.</summary>
    private const int Batch = 25;

    /// <summary>So long the person who confirms waits; what is left the portal does by itself.</summary>
    private static readonly TimeSpan InRequest = TimeSpan.FromSeconds(10);

    /// <summary>After that time a process that has said nothing is taken for dead.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>Reads a file and keeps what it says until it is confirmed.</summary>
    /// <returns>The token of its preview.</returns>
    public async Task<string> Preview(Stream content, string fileName, long personId, DateTime now)
    {
        var sheets = UploadedSheets.Read(content, Limits, MostCompanies, ImportForm.FileField);
        return await db.InTransaction(async () =>
        {
            var categories = await db.Categories.AsNoTracking().Where(c => !c.IsRetired).ToDictionaryAsync(c => c.Code, c => c.Id);
            var read = new ImportReader(categories, WorkingDays.DayOf(now)).Read(sheets);
            RuleViolation.ThrowIfAny(read.Companies.Count > MostCompanies ? [new BrokenRule(ImportRules.TooManyRows, ImportForm.FileField, MostCompanies)] : []);
            var token = RandomNumberGenerator.GetHexString(20, lowercase: true);
            db.Add(new SupplierImport(token, fileName, await WithoutPeopleOfGroup(read.Companies), read.Loose, personId, now));
            var tooOld = now - SupplierImport.KeptFor;
            db.RemoveRange(await db.SupplierImports.Where(i => i.State == ImportState.Previewed && i.At < tooOld).ToListAsync());
            return token;
        });
    }

    /// <returns>False: there is no such preview.</returns>
    public async Task<bool> Confirm(string token, bool putZerosBack, DateTime now)
    {
        var isThere = await db.InTransaction(async () =>
        {
            var import = await db.SupplierImports.SingleOrDefaultAsync(i => i.Token == token);
            if (import is { CanBeConfirmed: true })
            {
                import.Confirm(putZerosBack);
            }

            // Pressed twice, or again after an answer was lost: it goes on.
            return import is not null;
        });
        if (isThere)
        {
            var watch = Stopwatch.StartNew();
            await GoOn(token, now, () => watch.Elapsed < InRequest);
        }

        return isThere;
    }

    /// <summary>Makes suppliers of what was confirmed, from where it stands.</summary>
    /// <param name="token">Of the import.</param>
    /// <param name="now">In UTC.</param>
    /// <param name="mayGoOn">Asked after each few; what is left is done the next time.</param>
    public async Task GoOn(string token, DateTime now, Func<bool> mayGoOn)
    {
        var import = await db.SupplierImports.AsNoTracking().SingleAsync(i => i.Token == token);
        if (import.State is not ImportState.Running)
        {
            return;
        }

        var (wanted, underReview) = (import.Wanted(import.PutsZerosBack), await CompaniesUnderReview.Of(db));
        List<string> created = [.. import.Created];
        List<ImportFault> refused = [.. import.Refused];
        for (var at = import.Progress; at < wanted.Count; at += Batch)
        {
            var batch = wanted.Skip(at).Take(Batch).ToList();
            refused.AddRange(batch.Where(company => underReview.Contains(company.Details.Key))
                .Select(company => new ImportFault(company.Cells.GetValueOrDefault(nameof(CompanyDetails.TaxNumber), company.Details.FullName), ImportRules.UnderReview, [])));
            await Make([.. batch.Where(company => !underReview.Contains(company.Details.Key))], import.At, now, created, refused);
            var goesOn = at + Batch < wanted.Count && mayGoOn();
            IReadOnlyList<string> madeSoFar = [.. created];
            IReadOnlyList<ImportFault> refusedSoFar = [.. refused];
            var (progress, busyUntil) = (Math.Min(at + Batch, wanted.Count), goesOn ? clock.GetUtcNow().UtcDateTime + Lease : (DateTime?)null);
            await db.SupplierImports.Where(i => i.Token == token && i.State == ImportState.Running && i.Progress <= progress).ExecuteUpdateAsync(set => set
                .SetProperty(i => i.Progress, progress).SetProperty(i => i.BusyUntil, busyUntil).SetProperty(i => i.Created, madeSoFar).SetProperty(i => i.Refused, refusedSoFar));
            if (!goesOn && progress < wanted.Count)
            {
                return;
            }
        }

        await db.InTransaction(async () =>
        {
            var done = await db.SupplierImports.SingleAsync(i => i.Token == token);
            if (done.State is ImportState.Running)
            {
                done.Done(created, refused);
            }

            return true;
        });
    }

    /// <summary>User name and activation link to everybody of these suppliers who has none yet.</summary>
    /// <returns>How many people were written to; null: there is no such import, or the supplier isn't of it.</returns>
    public async Task<int?> Send(string token, string? supplierNumber, DateTime now)
    {
        var import = await db.SupplierImports.AsNoTracking().SingleOrDefaultAsync(i => i.Token == token);
        if (import is null || (supplierNumber is not null && !import.Created.Contains(supplierNumber)))
        {
            return null;
        }

        var (sent, watch) = (0, Stopwatch.StartNew());
        string[] numbers = supplierNumber is null ? [.. import.Created] : [supplierNumber];
        foreach (var some in numbers.Chunk(500))
        {
            foreach (var id in await db.Suppliers.AsNoTracking().Where(s => some.Contains(s.Number)).OrderBy(s => s.Name).Select(s => s.Id).ToListAsync())
            {
                sent += await db.InTransaction(() => SendTo(id, again: supplierNumber is not null, now));
                if (watch.Elapsed > 2 * InRequest)
                {
                    // The page says how many are left, and offers to go on.
                    return sent;
                }
            }
        }

        return sent;
    }

    /// <summary>A few companies in one transaction; where one can't be made, each by itself.</summary>
    private async Task Make(IReadOnlyList<ImportedCompany> companies, DateTime since, DateTime now, List<string> created, List<ImportFault> refused)
    {
        try
        {
            created.AddRange(await db.InTransaction(async () =>
            {
                List<string> numbers = [];
                foreach (var company in companies)
                {
                    numbers.AddRange(await Create(company, since, now) is { } number ? [number] : Array.Empty<string>());
                }

                return numbers;
            }));
        }
        catch (RuleViolation) when (companies.Count > 1)
        {
            foreach (var company in companies)
            {
                await Make([company], since, now, created, refused);
            }
        }
        catch (RuleViolation violation)
        {
            // What came in between: the address of somebody of the group, an account that was closed.
            refused.AddRange(violation.Broken.Select(rule => new ImportFault(companies[0].Details.FullName, rule.Code, [.. rule.Values.Select(value => $"{value}")])));
        }
    }

    /// <summary>
    /// The number of the new supplier, or null where the company was one before. What an attempt that broke off has made counts as new.
    /// </summary>
    private async Task<string?> Create(ImportedCompany company, DateTime since, DateTime now)
    {
        var (country, taxNumber, branch) = company.Details.Key;
        if (await db.Suppliers.AsNoTracking().Where(s => s.Country == country && s.TaxKey == taxNumber && s.BranchKpp == branch)
            .Select(s => new { s.Number, s.AccreditedAt }).SingleOrDefaultAsync() is { } there)
        {
            return there.AccreditedAt >= since ? there.Number : null;
        }

        var until = company.AccreditedUntil is { } day ? WorkingDays.EndOf(day) : now.AddYears(settings.Value.ValidYears);
        var supplier = new Supplier(RandomNumbers.SupplierNumber(), company.Details, company.Regions, company.Categories, now, until);
        supplier.TakeOver(company.People.Where(person => person.Is(PersonRoles.Signatory)).Select(person => new Signatory(person.FullName, person.Position, person.Phone,
            person.Email, new SigningAuthority(person.Basis, person.BasisNumber, person.BasisDate, person.BasisUntil))), []);
        db.Add(supplier);
        await db.SaveChangesAsync();
        await join.Join(supplier.Id, company.People, company.Details.Country == Domain.Reference.Countries.Russia ? Language.Russian : Language.English, sendAccess: false, now);
        return supplier.Number;
    }

    // "All" leaves out whom a link has gone to already; for one company it is sent again, and the newer link counts.
    private async Task<int> SendTo(long supplierId, bool again, DateTime now)
    {
        var people = await db.Memberships.Include(m => m.Account).Where(m => m.SupplierId == supplierId).OrderBy(m => m.Id).ToListAsync();
        return people.Count(person => (again || person.Account.AccessSentAt is null) && SendAccess.To(person, now));
    }

    private async Task<IReadOnlyList<ImportedCompany>> WithoutPeopleOfGroup(IReadOnlyList<ImportedCompany> companies)
    {
        HashSet<string> staff = [];
        foreach (var addresses in companies.SelectMany(company => company.People).Where(person => person.IsUser).Select(person => UserAccount.Normalized(person.Email)).Distinct().Chunk(500))
        {
            staff.UnionWith(await db.Accounts.AsNoTracking().Where(a => a.IsStaff && addresses.Contains(a.NormalizedEmail)).Select(a => a.NormalizedEmail).ToListAsync());
        }

        return [.. companies.Select(company => company.People.Where(person => staff.Contains(UserAccount.Normalized(person.Email))).ToArray() is { Length: > 0 } people
            ? company with { Faults = [.. company.Faults, .. people.Select(person => new ImportFault(person.Email, ImportRules.PersonOfGroup, [person.FullName]))] } : company)];
    }
}
