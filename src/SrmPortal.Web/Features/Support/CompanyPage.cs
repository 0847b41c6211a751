using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Support;

namespace SrmPortal.Web.Features.Support;

/// <summary>Somebody of a company.</summary>
/// <param name="Account">The key.</param>
/// <param name="UserName">By which the page is named.</param>
/// <param name="FullName">Surname first.</param>
/// <param name="Email">On file.</param>
/// <param name="Position">What the person is there.</param>
/// <param name="Rights">What the person may do.</param>
/// <param name="State">Of the membership.</param>
/// <param name="Activated">Of the account.</param>
/// <param name="LastSignInAt">In UTC.</param>
/// <param name="Code">Of the membership.</param>
public sealed record PersonOfCompany(
    long Account, string UserName, string FullName, string Email, string? Position, MembershipRights Rights, MembershipState State, AccountState Activated, DateTime? LastSignInAt, string Code)
{
    public bool IsMaster => Rights.IsMasterUser;

    /// <summary>Who can let others in just now.</summary>
    public bool IsActiveMaster => IsMaster && State is MembershipState.Active && Activated is AccountState.Active;
}

/// <summary>A company as the support needs it: who works for it, who its masters are, what was mailed. No event, no offer.</summary>
public sealed class CompanyPage
{
    public required Supplier Supplier { get; init; }

    public required SupplierState State { get; init; }

    public required IReadOnlyList<PersonOfCompany> People { get; init; }

    public required IReadOnlyList<SentMail> Mails { get; init; }

    /// <summary>Earlier cases and the open one, the youngest first.</summary>
    public required IReadOnlyList<CaseOfCompany> Cases { get; init; }

    public CaseOfCompany? OpenCase => Cases.FirstOrDefault(one => one.State is LostMasterState.New or LostMasterState.Checked or LostMasterState.Approved);

    public static async Task<CompanyPage?> Read(PortalDbContext db, string number, DateTime now)
    {
        if (await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Number == number) is not { } supplier)
        {
            return null;
        }

        var people = await PeopleOf(db, supplier.Id);
        return new CompanyPage
        {
            Supplier = supplier,
            State = supplier.StateAt(now),
            People = people,
            Mails = await PersonPage.MailsTo(db, [.. people.Select(person => person.Account)], supplier.Id),
            Cases = await db.LostMasterCases.AsNoTracking().Where(c => c.SupplierId == supplier.Id).OrderByDescending(c => c.OpenedAt).Take(10)
                .Select(c => new CaseOfCompany(c.Number, c.State, c.OpenedAt)).ToListAsync(),
        };
    }

    /// <summary>Masters first.</summary>
    internal static async Task<IReadOnlyList<PersonOfCompany>> PeopleOf(PortalDbContext db, long supplier) =>
        [.. (await db.Memberships.AsNoTracking().Where(m => m.SupplierId == supplier).OrderBy(m => m.Account.FullName).ThenBy(m => m.Id)
            .Select(m => new { m.AccountId, m.Account.UserName, m.Account.FullName, m.Account.Email, m.Position, m.Rights, m.State, Activated = m.Account.State, m.Account.LastSignInAt, m.Code }).ToListAsync())
            .Select(m => new PersonOfCompany(m.AccountId, m.UserName, m.FullName, m.Email, m.Position, m.Rights, m.State, m.Activated, m.LastSignInAt, m.Code)).OrderByDescending(m => m.IsMaster)];

    /// <param name="Number">Of the case.</param>
    /// <param name="State">Where it is.</param>
    /// <param name="OpenedAt">In UTC.</param>
    public sealed record CaseOfCompany(string Number, LostMasterState State, DateTime OpenedAt);
}
