using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers.Import;

namespace SrmPortal.Web.Features.Keeping;

/// <summary>As what somebody is named in what lay open.</summary>
public enum ExposedAs { Group, Member, Signatory, Applicant, Questionnaire, Letter, Import, Invited, Account }

/// <summary>One place where somebody is named.</summary>
/// <param name="As">As what.</param>
/// <param name="Of">The company, the application or the event; empty where there is none, and of an application that was never sent.</param>
public sealed record ExposedPlace(ExposedAs As, string Of);

/// <summary>A person whose data lay open, with what is needed to tell the person so.</summary>
public sealed class ExposedPerson(string fullName, string email)
{
    public string FullName { get; } = fullName;

    public string Email { get; } = email;

    public string Phone { get; set; } = "";

    public string Position { get; set; } = "";

    public HashSet<ExposedPlace> Places { get; } = [];
}

/// <summary>Whose data were in what strangers may have read, as the portal stands now.</summary>
/// <param name="People">By name; one e-mail address is one person.</param>
/// <param name="Documents">How many stored documents of these companies and applications lay open too: each can name people.</param>
public sealed record IncidentReport(IReadOnlyList<ExposedPerson> People, int Documents)
{
    /// <summary>Of the law of the Russian Federation on personal data (152-FZ, article 21, part 3.1): to tell the authority of it.</summary>
    public const int HoursToTell = 24;

    /// <summary>Of the same: to tell the authority what an inquiry has found.</summary>
    public const int HoursToInquire = 72;

    /// <param name="db">Behind no wall: an administrator has to know all who are concerned.</param>
    /// <param name="reach">What lay open.</param>
    public static async Task<IncidentReport> Read(PortalDbContext db, IncidentReach reach)
    {
        Dictionary<string, ExposedPerson> people = [];
        await AddAccounts(db, reach, people);
        await AddSignatories(db, reach, people);
        var documents = await AddRegistrations(db, reach, people);
        await AddLetters(db, reach, people);
        await AddImports(db, reach, people);
        await AddOutsiders(db, reach, people);
        var suppliers = reach.Suppliers;
        documents += await db.SupplierDocuments.CountAsync(d => reach.IsAll || suppliers.Contains(d.SupplierId));
        return new IncidentReport([.. people.Values.OrderBy(one => one.FullName, StringComparer.CurrentCulture).ThenBy(one => one.Email, StringComparer.Ordinal)], documents);
    }

    private static async Task AddAccounts(PortalDbContext db, IncidentReach reach, Dictionary<string, ExposedPerson> people)
    {
        var (suppliers, accounts) = (reach.Suppliers, reach.Accounts);
        var there = db.Accounts.AsNoTracking().Where(a => reach.IsAll || accounts.Contains(a.Id) || db.Memberships.Any(m => m.AccountId == a.Id && suppliers.Contains(m.SupplierId)));
        await foreach (var account in there.Select(a => new
        {
            a.FullName,
            a.Email,
            a.Phone,
            a.Position,
            a.IsStaff,
            a.ErasedAt,
            Memberships = db.Memberships.Where(m => m.AccountId == a.Id && (reach.IsAll || suppliers.Contains(m.SupplierId)))
                .Select(m => new { m.Position, Company = db.Suppliers.Where(s => s.Id == m.SupplierId).Select(s => s.Name).FirstOrDefault() }).ToList(),
        }).AsAsyncEnumerable())
        {
            var places = account.Memberships.Select(one => new ExposedPlace(ExposedAs.Member, one.Company ?? "")).DefaultIfEmpty(new ExposedPlace(account.IsStaff ? ExposedAs.Group : ExposedAs.Account, ""));
            // Whoever was erased can't be told.
            if (account.ErasedAt is null)
            {
                Add(people, account.FullName, account.Email, account.Phone, account.Memberships.Select(one => one.Position).FirstOrDefault() ?? account.Position, places);
            }
        }
    }

    private static async Task AddSignatories(PortalDbContext db, IncidentReach reach, Dictionary<string, ExposedPerson> people)
    {
        var suppliers = reach.Suppliers;
        foreach (var one in await db.Signatories.AsNoTracking().Where(s => reach.IsAll || suppliers.Contains(s.SupplierId))
            .Select(s => new { s.FullName, s.Email, s.Phone, s.Position, Company = db.Suppliers.Where(c => c.Id == s.SupplierId).Select(c => c.Name).FirstOrDefault() }).ToListAsync())
        {
            Add(people, one.FullName, one.Email, one.Phone, one.Position, [new ExposedPlace(ExposedAs.Signatory, one.Company ?? "")]);
        }
    }

    private static async Task<int> AddRegistrations(PortalDbContext db, IncidentReach reach, Dictionary<string, ExposedPerson> people)
    {
        var (documents, suppliers) = (0, reach.Suppliers.Select(id => (long?)id));
        await foreach (var one in db.Registrations.AsNoTracking().Where(r => reach.IsAll || db.AccreditationCases.Any(c => c.RegistrationId == r.Id && suppliers.Contains(c.SupplierId)))
            .AsAsyncEnumerable())
        {
            Add(people, one.Applicant.FullName, one.Applicant.Email, "", "", [new ExposedPlace(ExposedAs.Applicant, one.ShownNumber)]);
            foreach (var named in one.Content.People)
            {
                Add(people, named.FullName, named.Email, named.Phone, named.Position, [new ExposedPlace(ExposedAs.Questionnaire, one.ShownNumber)]);
            }

            documents += one.Content.Documents.Sum(document => document.Files.Count);
        }

        return documents;
    }

    private static async Task AddLetters(PortalDbContext db, IncidentReach reach, Dictionary<string, ExposedPerson> people)
    {
        var suppliers = reach.Suppliers;
        foreach (var one in await db.LostMasterCases.AsNoTracking().Where(c => reach.IsAll || suppliers.Contains(c.SupplierId)).Select(c => new { c.Number, c.Master, c.SignedBy }).ToListAsync())
        {
            ExposedPlace[] place = [new(ExposedAs.Letter, one.Number)];
            Add(people, one.Master.FullName, one.Master.Email, one.Master.Phone, one.Master.Position, place);
            Add(people, one.SignedBy, "", "", "", place);
        }
    }

    // An import holds people until it is done, or three days if nobody confirms it: there is never more than a handful.
    private static async Task AddImports(PortalDbContext db, IncidentReach reach, Dictionary<string, ExposedPerson> people)
    {
        foreach (var import in reach.IsAll ? await db.SupplierImports.AsNoTracking().Where(i => i.State != ImportState.Done).ToListAsync() : [])
        {
            foreach (var named in import.Companies.SelectMany(company => company.People))
            {
                Add(people, named.FullName, named.Email, named.Phone, named.Position, [new ExposedPlace(ExposedAs.Import, import.FileName)]);
            }
        }
    }

    private static async Task AddOutsiders(PortalDbContext db, IncidentReach reach, Dictionary<string, ExposedPerson> people)
    {
        var events = reach.Events;
        foreach (var one in await db.OutsideInvitations.AsNoTracking().Where(i => reach.IsAll || events.Contains(i.Round.Event.Id)).Select(i => new { i.Name, i.Email, i.Round.Event.Number }).ToListAsync())
        {
            Add(people, one.Name, one.Email, "", "", [new ExposedPlace(ExposedAs.Invited, one.Number)]);
        }
    }

    private static void Add(Dictionary<string, ExposedPerson> people, string? name, string email, string? phone, string? position, IEnumerable<ExposedPlace> places)
    {
        if (string.IsNullOrWhiteSpace(name) && email.Length == 0)
        {
            return;
        }

        var key = email.Length > 0 ? UserAccount.Normalized(email) : Search.Folded(name ?? "");
        if (!people.TryGetValue(key, out var person))
        {
            people[key] = person = new ExposedPerson(name ?? "", email);
        }

        person.Phone = person.Phone.Length > 0 ? person.Phone : phone ?? "";
        person.Position = person.Position.Length > 0 ? person.Position : position ?? "";
        person.Places.UnionWith(places);
    }
}
