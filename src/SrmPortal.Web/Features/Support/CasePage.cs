using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Support;

namespace SrmPortal.Web.Features.Support;

/// <summary>One case: the letter, its check, the people of the company and what becomes of them.</summary>
public sealed class CasePage
{
    public required LostMasterCase Case { get; init; }

    public required Supplier Supplier { get; init; }

    public required StoredFile? Letter { get; init; }

    /// <summary>Of the support, by account.</summary>
    public required IReadOnlyDictionary<long, string> Names { get; init; }

    public required IReadOnlyList<PersonOfCompany> People { get; init; }

    /// <summary>Who has the address that the letter names already; null: nobody.</summary>
    public required string? Holder { get; init; }

    /// <summary>Why the reader can't approve it; null: he or she can.</summary>
    public required BrokenRule? Refusal { get; init; }

    public required DateTime Now { get; init; }

    // The fields of the forms.
    public bool IsGenuine { get; }

    public bool SignerIsHead { get; }

    public bool WasCalledBack { get; }

    public string? Note { get; }

    public string? Reason { get; }

    public bool IsOverdue => Case.IsOpen && Now > Case.AnswerBy;

    public bool IsNewMaster(PersonOfCompany person) => Case.MasterId is { } master ? person.Account == master : UserAccount.Normalized(person.Email) == UserAccount.Normalized(Case.Master.Email);

    public string Name(long? account) => account is { } id && Names.TryGetValue(id, out var name) ? name : "";

    public static async Task<CasePage?> Read(PortalDbContext db, Scope scope, string number, DateTime now)
    {
        if (await db.LostMasterCases.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number) is not { } one)
        {
            return null;
        }

        long[] colleagues = [.. new[] { one.OpenedById, one.CheckedById, one.ApprovedById, one.ClosedById }.OfType<long>().Distinct()];
        var address = UserAccount.Normalized(one.Master.Email);
        return new CasePage
        {
            Case = one,
            Supplier = await db.Suppliers.AsNoTracking().SingleAsync(s => s.Id == one.SupplierId),
            Letter = await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == one.LetterId),
            Names = await db.Accounts.AsNoTracking().Where(a => colleagues.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => UserAccount.ShortNameOf(a.FullName)),
            People = await CompanyPage.PeopleOf(db, one.SupplierId),
            Holder = await db.Accounts.AsNoTracking().Where(a => a.NormalizedEmail == address).Select(a => a.FullName).SingleOrDefaultAsync(),
            Refusal = one.WhyNotApprove(scope.PersonId!.Value),
            Now = now,
        };
    }
}

/// <summary>The form of a new case. Its fields are named like those of <see cref="LostMasterForm"/>.</summary>
public sealed class NewCasePage
{
    public required CompanyPage Company { get; init; }

    // The fields of the form.
    public string? FullName { get; }

    public string? Position { get; }

    public string? Phone { get; }

    public string? Email { get; }

    public string? SignedBy { get; }

    public IFormFile? Letter { get; }

    public IReadOnlyList<string> Blocks { get; } = [];

    public Guid Key { get; } = Guid.NewGuid();

    public IReadOnlyList<PersonOfCompany> Masters => [.. Company.People.Where(person => person.IsMaster && person.State is not MembershipState.BlockedByStaff)];

    public static async Task<NewCasePage?> Read(PortalDbContext db, string number, DateTime now) =>
        await CompanyPage.Read(db, number, now) is { } company ? new NewCasePage { Company = company } : null;
}
