using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Data.Links;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>
/// Another address for an account: named by the person or by the company's master user, confirmed by the link that goes to the new
/// address, told to the old one. Until it is confirmed the old one stands.
/// </summary>
public sealed class ChangeEmail(PortalDbContext db, CurrentScope scope, SecretLinks links, SignInCounters counters) : IDeed
{
    private static readonly CountedPlace Mails = new(CounterKind.Mails, "new-email", Most: 3);

    private static readonly TimeSpan CountedOver = TimeSpan.FromHours(1);

    /// <summary>The person names it; the password has been checked before.</summary>
    public async Task Ask(string email, string field, DateTime now)
    {
        await RefuseTooMany(Person, field, now);
        await db.InTransaction(async () =>
        {
            await Name(await Own(), email, field, byMaster: false, now);
            return true;
        });
    }

    /// <summary>Within the master user's deed.</summary>
    public async Task Name(UserAccount account, string email, string field, bool byMaster, DateTime now)
    {
        await RefuseTaken(account.Id, email, field);
        account.NameNewEmail(email, byMaster, field);
        // A link that was sent to another address confirms nothing any more.
        await links.Revoke(AccountLinks.NewEmail, account.Id, now);
    }

    /// <summary>A wrong address of somebody who has not been in yet: the link sent there lets nobody in any more. Within the deed of who keeps the person.</summary>
    public async Task Correct(UserAccount account, string email, string field, DateTime now)
    {
        await RefuseTaken(account.Id, email, field);
        account.CorrectEmail(email);
        await links.Revoke(AccountLinks.Activation, account.Id, now);
    }

    /// <summary>Three mails an hour, so that nobody's mailbox is filled from here.</summary>
    public async Task RefuseTooMany(long account, string? field, DateTime now) => RuleViolation.ThrowIfAny(
        (await counters.Begin(account, "", [Mails], CountedOver, now)).LockedUntil is { } until ? [new BrokenRule(AccountRules.TooManyMails, field, until)] : []);

    public Task<bool> GiveUp(DateTime now) => db.InTransaction(async () =>
    {
        (await Own()).DropNewEmail();
        await links.Revoke(AccountLinks.NewEmail, Person, now);
        return true;
    });

    /// <summary>Whoever brings the link holds the new mailbox.</summary>
    /// <returns>The account.</returns>
    public async Task<long> Confirm(string token, DateTime now)
    {
        var link = await links.Find(AccountLinks.NewEmail, token, now);
        RuleViolation.ThrowIf(!link.IsValid, AccountRules.LinkNotValid);
        using var holder = scope.As(Scope.Person(link.SubjectId));
        return await db.InTransaction(async () =>
        {
            RuleViolation.ThrowIf(!await links.Use(link, now), AccountRules.LinkNotValid);
            var account = await Own();
            await RefuseTaken(account.Id, account.NewEmail ?? "", null);
            account.ConfirmNewEmail();
            await db.GetsMail(account.NormalizedEmail, now);
            foreach (var purpose in AccountLinks.All)
            {
                await links.Revoke(purpose, account.Id, now);
            }

            return account.Id;
        });
    }

    private async Task RefuseTaken(long account, string email, string? field)
    {
        var normalized = UserAccount.Normalized(email);
        var isTaken = await db.Accounts.IgnoreQueryFilters([Walls.Person]).AnyAsync(a => a.NormalizedEmail == normalized && a.Id != account);
        RuleViolation.ThrowIfAny(isTaken ? [new BrokenRule(MembershipRules.AddressTaken, field)] : []);
    }

    private long Person => scope.Is.PersonId ?? throw new InvalidOperationException("Nobody is signed in.");

    private Task<UserAccount> Own() => db.Accounts.SingleAsync(a => a.Id == Person);
}
