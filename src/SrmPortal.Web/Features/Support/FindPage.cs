using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Common;

namespace SrmPortal.Web.Features.Support;

/// <summary>What is looked for, as it stands in the address.</summary>
public sealed class FindFilter
{
    /// <summary>Of a person name, e-mail or user name; of a company name, tax number, its own or its application's number.</summary>
    public string? Q { get; init; }

    /// <summary>Companies instead of people.</summary>
    public bool Companies { get; init; }

    public int Page { get; init; } = 1;

    public int PageNo => PagerTagHelper.PageOf(Page, FindPage.Size);
}

/// <summary>People and companies that fit what was typed.</summary>
public sealed class FindPage
{
    public const int Size = 25;

    public required FindFilter Filter { get; init; }

    public IReadOnlyList<Person> People { get; init; } = [];

    public IReadOnlyList<Company> Companies { get; init; } = [];

    public int PeopleCount { get; init; }

    public int CompaniesCount { get; init; }

    public bool HasAsked => !string.IsNullOrWhiteSpace(Filter.Q);

    public static async Task<FindPage> Read(PortalDbContext db, FindFilter filter, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(filter.Q))
        {
            return new FindPage { Filter = filter };
        }

        var (people, companies) = (await PeopleOf(db, filter.Q), CompaniesOf(db, filter.Q));
        var (peopleCount, companiesCount) = (await people.Take(PagerTagHelper.Most + 1).CountAsync(), await companies.Take(PagerTagHelper.Most + 1).CountAsync());
        // Where nobody is found, the companies are shown, and the other way round.
        var showCompanies = (filter.Companies && companiesCount > 0) || peopleCount == 0;
        var skip = (filter.PageNo - 1) * Size;
        return new FindPage
        {
            Filter = new FindFilter { Q = filter.Q, Page = filter.Page, Companies = showCompanies },
            PeopleCount = peopleCount,
            CompaniesCount = companiesCount,
            People = showCompanies ? [] : await people.OrderBy(a => a.FullName).ThenBy(a => a.Id).Skip(skip).Take(Size).Select(a => new Person(
                a.UserName, a.FullName, a.Email, a.State, a.IsStaff, a.LastSignInAt,
                db.Memberships.Where(m => m.AccountId == a.Id).Join(db.Suppliers, m => m.SupplierId, s => s.Id, (m, s) => s.Name).OrderBy(name => name).ToList())).ToListAsync(),
            Companies = !showCompanies ? [] : await companies.OrderBy(s => s.Name).ThenBy(s => s.Id).Skip(skip).Take(Size).Select(s => new Company(
                s.Number, s.Name, s.TaxKey, Supplier.StateAt(s.State, s.SuspendedUntil, s.AccreditedUntil, now),
                db.Memberships.Count(m => m.SupplierId == s.Id))).ToListAsync(),
        };
    }

    /// <summary>A whole user name or address is found by its index, however it was typed; else by words.</summary>
    private static async Task<IQueryable<UserAccount>> PeopleOf(PortalDbContext db, string typed)
    {
        var whole = db.Accounts.AsNoTracking().Called(typed);
        return await whole.AnyAsync() ? whole : db.Accounts.AsNoTracking().Named(typed);
    }

    private static IQueryable<Supplier> CompaniesOf(PortalDbContext db, string typed)
    {
        var pattern = Search.Pattern(typed);
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        // С-3094-7716 is the number S30947716; 4718-2093 may be that of an application.
        var (number, application) = digits.Length == 8 && typed.Count(char.IsLetter) <= 1 ? ("S" + digits, digits) : ("", "");
        return db.Suppliers.AsNoTracking().Where(s => EF.Functions.Like(s.SearchText, pattern, "\\") || s.Number == number
            || db.AccreditationCases.Any(c => c.SupplierId == s.Id && c.Number == application));
    }

    /// <param name="UserName">By which the page is named.</param>
    /// <param name="FullName">Surname first.</param>
    /// <param name="Email">On file.</param>
    /// <param name="State">Of the account.</param>
    /// <param name="IsStaff">Of the group.</param>
    /// <param name="LastSignInAt">In UTC.</param>
    /// <param name="Companies">For which the person works.</param>
    public sealed record Person(string UserName, string FullName, string Email, AccountState State, bool IsStaff, DateTime? LastSignInAt, IReadOnlyList<string> Companies);

    /// <param name="Number">Of the supplier.</param>
    /// <param name="Name">Its short name.</param>
    /// <param name="TaxNumber">Normalised.</param>
    /// <param name="State">As it is now.</param>
    /// <param name="People">How many it has.</param>
    public sealed record Company(string Number, string Name, string TaxNumber, SupplierState State, int People);
}
