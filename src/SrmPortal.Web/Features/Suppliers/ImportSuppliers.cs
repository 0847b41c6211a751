using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
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
/// each transaction, once whatever is sent twice or breaks off; to one that is there it adds the people whom the sheet names anew, and
/// changes nothing else. Nobody is written to before somebody presses "send": <see cref="WriteToImported"/>.
/// </summary>
public sealed class ImportSuppliers(PortalDbContext db, JoinPeople join, TimeProvider clock) : IDeed
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
        List<ImportFault> refused = [.. import.Refused];
        for (var at = import.Progress; at < wanted.Count; at += Batch)
        {
            refused.AddRange(await Make([.. wanted.Skip(at).Take(Batch)], underReview, now, token));
            var goesOn = at + Batch < wanted.Count && mayGoOn();
            IReadOnlyList<ImportFault> refusedSoFar = [.. refused];
            var (progress, busyUntil) = (Math.Min(at + Batch, wanted.Count), goesOn ? clock.GetUtcNow().UtcDateTime + Lease : (DateTime?)null);
            await db.SupplierImports.Where(i => i.Token == token && i.State == ImportState.Running && i.Progress <= progress).ExecuteUpdateAsync(set => set
                .SetProperty(i => i.Progress, progress).SetProperty(i => i.BusyUntil, busyUntil).SetProperty(i => i.Refused, refusedSoFar));
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
                done.Done(refused);
            }

            return true;
        });
    }

    /// <summary>A few companies in one transaction; where one can't be made, each by itself.</summary>
    /// <returns>Why some were not made.</returns>
    private async Task<IReadOnlyList<ImportFault>> Make(IReadOnlyList<ImportedCompany> companies, IReadOnlySet<CompanyKey> underReview, DateTime now, string token)
    {
        try
        {
            return await db.InTransaction(async () =>
            {
                var known = await KnownSupplier.Of(db, companies);
                var calendar = await db.WorkingDays();
                List<string> created = [];
                List<long> joined = [];
                List<ImportFault> refused = [];
                foreach (var company in companies)
                {
                    if (known.GetValueOrDefault(company.Details.Key) is { } there)
                    {
                        joined.AddRange(await Add(there, company, now));
                    }
                    else if (underReview.Contains(company.Details.Key))
                    {
                        refused.Add(new ImportFault(company.Cells.GetValueOrDefault(nameof(CompanyDetails.TaxNumber), company.Details.FullName), ImportRules.UnderReview, []));
                    }
                    else if (company.IsSound)
                    {
                        created.Add(await Create(company, calendar, now));
                    }
                }

                await Note(created, joined, token);
                return refused;
            });
        }
        catch (RuleViolation) when (companies.Count > 1)
        {
            List<ImportFault> refused = [];
            foreach (var company in companies)
            {
                refused.AddRange(await Make([company], underReview, now, token));
            }

            return refused;
        }
        catch (RuleViolation violation)
        {
            // What came in between: the address of somebody of the group, an account that was closed.
            return [.. violation.Broken.Select(rule => new ImportFault(companies[0].Details.FullName, rule.Code, [.. rule.Values.Select(value => $"{value}")]))];
        }
    }

    /// <summary>In the transaction that makes them: what breaks off afterwards can't lose what came of the file, nor whom to write to.</summary>
    private async Task Note(List<string> created, List<long> joined, string token)
    {
        if (created.Count + joined.Count > 0)
        {
            var import = db.SupplierImports.Where(i => i.Token == token);
            // Its row is locked first: somebody else may be at another part of the same file.
            await import.ExecuteUpdateAsync(set => set.SetProperty(i => i.Progress, i => i.Progress));
            var soFar = await import.Select(i => new { i.Created, i.Joined }).SingleAsync();
            IReadOnlyList<string> allCreated = [.. soFar.Created, .. created];
            IReadOnlyList<long> allJoined = [.. soFar.Joined, .. joined];
            await import.ExecuteUpdateAsync(set => set.SetProperty(i => i.Created, allCreated).SetProperty(i => i.Joined, allJoined));
        }
    }

    /// <returns>The memberships of those whom the supplier did not have.</returns>
    private async Task<IReadOnlyList<long>> Add(KnownSupplier there, ImportedCompany company, DateTime now) => there.DifferencesFrom(company).Any() ? []
        : [.. (await join.Join(there.Id, there.NewPeople(company), LanguageOf(company), sendAccess: false, now)).Select(membership => membership.Id)];

    /// <returns>The number of the new supplier.</returns>
    private async Task<string> Create(ImportedCompany company, WorkingDays calendar, DateTime now)
    {
        var until = company.AccreditedUntil is { } day ? calendar.EndOf(day) : now.AddYears(calendar.Limits.ValidYears);
        var supplier = new Supplier(RandomNumbers.SupplierNumber(), company.Details, company.Regions, company.Categories, now, until);
        supplier.TakeOver(company.People.Where(person => person.Is(PersonRoles.Signatory)).Select(person => new Signatory(person.FullName, person.Position, person.Phone,
            person.Email, new SigningAuthority(person.Basis, person.BasisNumber, person.BasisDate, person.BasisUntil))), []);
        db.Add(supplier);
        await db.SaveChangesAsync();
        await join.Join(supplier.Id, company.People, LanguageOf(company), sendAccess: false, now);
        return supplier.Number;
    }

    private static string LanguageOf(ImportedCompany company) => company.Details.Country == Domain.Reference.Countries.Russia ? Language.Russian : Language.English;

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
