using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>
/// Makes the people who are named in a questionnaire people of the supplier: an account each, unless the person has one already, and a
/// membership. Who only signs is a record, and gets none.
/// </summary>
public sealed class JoinPeople(PortalDbContext db, OpenAccount open) : IDeed
{
    /// <summary>Within the transaction of the caller, who saves.</summary>
    /// <param name="supplierId">Saved already.</param>
    /// <param name="people">As they were named.</param>
    /// <param name="language">Of the mails, until each chooses.</param>
    /// <param name="sendAccess">Whether user name and activation link go out now.</param>
    /// <param name="now">In UTC.</param>
    /// <returns>Saved already.</returns>
    public async Task<IReadOnlyList<Membership>> Join(long supplierId, IEnumerable<RegistrationPerson> people, string language, bool sendAccess, DateTime now)
    {
        RegistrationPerson[] users = [.. people.Where(person => person.IsUser)];
        RuleViolation.ThrowIfAny(await Refusals(users));
        List<Membership> joined = [];
        foreach (var person in users)
        {
            joined.Add(await open.For(new NewPerson(person.FullName, person.Email, NullIfEmpty(person.Phone), NullIfEmpty(person.Position), language), supplierId, Rights(person.Roles)));
        }

        await db.SaveChangesAsync();
        if (sendAccess)
        {
            joined.ForEach(membership => SendAccess.To(membership, now));
        }

        return joined;
    }

    private static MembershipRights Rights(PersonRoles roles)
    {
        var isContact = roles.HasFlag(PersonRoles.ContactPerson);
        return new MembershipRights(isContact, roles.HasFlag(PersonRoles.MasterUser), false, MaySubmit: isContact);
    }

    // All at once, and by the names that the reader knows.
    private async Task<IEnumerable<BrokenRule>> Refusals(RegistrationPerson[] users)
    {
        string[] addresses = [.. users.Select(person => UserAccount.Normalized(person.Email))];
        var unfit = await db.Accounts.IgnoreQueryFilters([Walls.Person]).AsNoTracking()
            .Where(a => addresses.Contains(a.NormalizedEmail) && (a.IsStaff || a.State == AccountState.Deactivated))
            .Select(a => new { a.NormalizedEmail, a.IsStaff }).ToListAsync();
        return unfit.Select(one => new BrokenRule(one.IsStaff ? AccreditationRules.PersonIsStaff : AccreditationRules.PersonDeactivated, null,
            users.First(person => UserAccount.Normalized(person.Email) == one.NormalizedEmail).FullName));
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
