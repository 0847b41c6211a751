using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>Somebody who is to work for a company on the portal.</summary>
/// <param name="FullName">Surname, first name, patronymic.</param>
/// <param name="Email">The own address.</param>
/// <param name="Phone">International, or null.</param>
/// <param name="Position">What the person is in that company.</param>
/// <param name="Language">Of the first mail: <c>ru</c> or <c>en</c>.</param>
public sealed record NewPerson(string FullName, string Email, string? Phone, string? Position, string Language);

/// <summary>
/// Gives a person an account, or finds the one of that address, and a membership. Whoever has an account already is asked first, and
/// keeps the own name and password. Nothing is mailed: <see cref="SendAccess"/> does that.
/// </summary>
public sealed class OpenAccount(PortalDbContext db, IOptionsMonitor<AccountSettings> settings) : IDeed
{
    /// <summary>Within the transaction of the caller, who saves.</summary>
    /// <param name="person">Who.</param>
    /// <param name="supplierId">The company; it has its key already.</param>
    /// <param name="rights">At least one role.</param>
    /// <param name="field">The field of the form at which an address is refused.</param>
    public async Task<Membership> For(NewPerson person, long supplierId, MembershipRights rights, string? field = null)
    {
        var account = await WithAddress(person.Email);
        if (account is null)
        {
            account = await New(person);
            db.Add(account);
            var first = new Membership(account, supplierId, rights, person.Position);
            db.Add(first);
            return first;
        }

        RuleViolation.ThrowIfAny(account.IsStaff ? [new BrokenRule(MembershipRules.OfStaff, field)] : []);
        var isThere = db.Memberships.Local.Any(m => m.Account == account && m.SupplierId == supplierId)
            || await db.Memberships.IgnoreQueryFilters([Walls.Company]).AnyAsync(m => m.AccountId == account.Id && m.SupplierId == supplierId);
        // Whose account is closed can agree to nothing.
        RuleViolation.ThrowIfAny(isThere ? [new BrokenRule(MembershipRules.AlreadyThere, field)] : account.State is AccountState.Deactivated ? [new(AccountRules.Deactivated, field)] : []);
        var further = new Membership(account, supplierId, rights, person.Position, asksFirst: true);
        db.Add(further);
        return further;
    }

    /// <summary>An account of the group's own people: the caller appoints. Nobody works for the group and for a supplier at once.</summary>
    /// <param name="person">Who.</param>
    /// <param name="field">The field of the form at which an address is refused.</param>
    public async Task<UserAccount> ForStaff(NewPerson person, string? field = null)
    {
        if (await WithAddress(person.Email) is { } known)
        {
            throw new RuleViolation(new BrokenRule(known.IsStaff ? StaffRules.AlreadyThere : StaffRules.OfSupplier, field));
        }

        var account = await New(person, person.Position);
        db.Add(account);
        return account;
    }

    private async Task<UserAccount?> WithAddress(string email)
    {
        var normalized = UserAccount.Normalized(email);
        return db.Accounts.Local.SingleOrDefault(a => a.NormalizedEmail == normalized)
            ?? await db.Accounts.IgnoreQueryFilters([Walls.Person]).SingleOrDefaultAsync(a => a.NormalizedEmail == normalized);
    }

    // What somebody is in a supplier's company stands in the membership.
    private async Task<UserAccount> New(NewPerson person, string? position = null)
    {
        var userName = RandomNumbers.UserName(settings.CurrentValue.UserNamePrefix);
        while (await db.Accounts.IgnoreQueryFilters([Walls.Person]).AnyAsync(a => a.UserName == userName))
        {
            userName = RandomNumbers.UserName(settings.CurrentValue.UserNamePrefix);
        }

        return new UserAccount(userName, person.Email, person.FullName, person.Language) { Phone = person.Phone, Position = position };
    }
}
