using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Company;

/// <summary>
/// What a master user does with the company's people. Each deed takes the company's lock first: of two that would leave it without an
/// active master user the second finds the first done. Null and false: there is no such person in this company.
/// </summary>
public sealed class CompanyPeople(PortalDbContext db, CurrentScope scope, OpenAccount openAccount, AskNewPassword askNewPassword, ChangeEmail changeEmail) : IDeed
{
    private long SupplierId => scope.Is.SupplierId ?? throw new InvalidOperationException("No company is chosen.");

    /// <returns>The new person, who is written to at once.</returns>
    public Task<Membership> Add(PersonForm form, DateTime now) => db.InTransaction(async () =>
    {
        // Filled from somebody else's form, it need not say who it is.
        RuleViolation.ThrowIfAny(form.Revision == 0 ? [] : [new(SharedRules.ChangedMeanwhile, nameof(form.Revision), 0)]);
        await db.LockAsMaster(scope.Is);
        var person = new NewPerson(Tidy.Name(form.FullName!), form.Email!.Trim(), Tidy.Phone(form.Phone), Tidy.Position(form.Position), form.Language ?? Language.Russian);
        var membership = await openAccount.For(person, SupplierId, form.Rights(), nameof(form.Email));
        // The offer names the account by its key.
        await db.SaveChangesAsync();
        await HoldAsLongAsMe(membership, now);
        SendAccess.To(membership, now);
        return membership;
    });

    public async Task<Membership?> Change(string code, PersonForm form, DateTime now)
    {
        var (email, person) = (form.Email?.Trim(), scope.Is.PersonId);
        var named = email is null ? null : await db.Memberships.Where(m => m.Code == code && m.SupplierId == SupplierId && m.AccountId != person
            && m.Account.State == AccountState.Active && m.Account.Email != email).Select(m => (long?)m.AccountId).SingleOrDefaultAsync();
        if (named is { } account)
        {
            await changeEmail.RefuseTooMany(account, nameof(form.Email), now);
        }

        return await Changed(code, form, now);
    }

    private Task<Membership?> Changed(string code, PersonForm form, DateTime now) => WithPerson(code, async (membership, others) =>
    {
        RuleViolation.ThrowIfAny(membership.Revision == form.Revision ? [] : [new(SharedRules.ChangedMeanwhile, nameof(form.Revision), membership.Revision)]);
        var (account, before, gotAddress) = (membership.Account, membership.Rights, false);
        if (membership.WasAccepted && await IsOursAlone(membership))
        {
            RuleViolation.ThrowIfAny(string.IsNullOrWhiteSpace(form.FullName) ? [new(MembershipRules.NoName, nameof(form.FullName))] : []);
            account.ChangePerson(Tidy.Name(form.FullName!), Tidy.Phone(form.Phone));
            if (form.Email?.Trim() is { } email && email != account.Email)
            {
                gotAddress = true;
                await (account.State is AccountState.NotActivated ? Correct(membership, email, now) : Name(account, email, now));
            }
        }

        membership.Change(form.Rights(), Tidy.Position(form.Position));
        RefuseWithoutMaster(membership, others);
        if (gotAddress || (membership.Rights.MaySubmit && !before.MaySubmit))
        {
            await HoldAsLongAsMe(membership, now);
        }
    });

    public Task<Membership?> Block(string code) => WithPerson(code, (membership, others) =>
    {
        RuleViolation.ThrowIf(membership.AccountId == scope.Is.PersonId, MembershipRules.Oneself);
        membership.Block();
        RefuseWithoutMaster(membership, others);
        return Task.CompletedTask;
    });

    public Task<Membership?> Unblock(string code, DateTime now) => WithPerson(code, async (membership, _) =>
    {
        membership.Unblock();
        await HoldAsLongAsMe(membership, now);
    });

    /// <summary>The activation link again, or the question again whether the person agrees.</summary>
    public async Task<Membership?> SendAgain(string code, DateTime now)
    {
        if (await ToRead(code) is { } membership)
        {
            // What sends no mail is not counted as one.
            RuleViolation.ThrowIf(!SendAccess.IsDue(membership), MembershipRules.IsActivated);
            await changeEmail.RefuseTooMany(membership.AccountId, null, now);
        }

        return await WithPerson(code, (membership, _) =>
        {
            RuleViolation.ThrowIf(!SendAccess.To(membership, now), MembershipRules.IsActivated);
            return Task.CompletedTask;
        });
    }

    /// <summary>The person gets a link that sets a new password; nobody else sees or sets one.</summary>
    public async Task<Membership?> StartReset(string code, DateTime now)
    {
        var membership = await ToRead(code);
        if (membership is not null)
        {
            RuleViolation.ThrowIf(membership is not { State: MembershipState.Active, Account.State: AccountState.Active }, MembershipRules.NotActivated);
            await askNewPassword.ByMaster(membership.AccountId, membership.Account.UserName, now);
        }

        return membership;
    }

    /// <summary>Whether the person works for this company alone: then its master user keeps name, phone and, with the person's own confirmation, the address.</summary>
    public async Task<bool> IsOursAlone(Membership membership) => !await db.Memberships.IgnoreQueryFilters([Walls.Company])
        .AnyAsync(m => m.AccountId == membership.AccountId && m.SupplierId != membership.SupplierId);

    private Task<Membership?> ToRead(string code) =>
        db.Memberships.AsNoTracking().Include(m => m.Account).SingleOrDefaultAsync(m => m.Code == code && m.SupplierId == SupplierId);

    private Task<Membership?> WithPerson(string code, Func<Membership, IReadOnlyList<Membership>, Task> deed) => db.InTransaction(async () =>
    {
        await db.LockAsMaster(scope.Is);
        var people = await db.Memberships.Include(m => m.Account).Where(m => m.SupplierId == SupplierId).ToListAsync();
        var membership = people.SingleOrDefault(m => m.Code == code);
        if (membership is not null)
        {
            await deed(membership, people);
        }

        return membership;
    });

    // A master user whose access was restored a short while ago doesn't submit through somebody else either.
    private async Task HoldAsLongAsMe(Membership membership, DateTime now)
    {
        var until = await db.Memberships.Where(m => m.AccountId == scope.Is.PersonId && m.SupplierId == SupplierId).Select(m => m.NoSubmissionUntil).SingleOrDefaultAsync();
        if (until > now && membership.AccountId != scope.Is.PersonId && !(membership.NoSubmissionUntil >= until))
        {
            membership.HoldSubmission(until.Value);
        }
    }

    private static void RefuseWithoutMaster(Membership changed, IReadOnlyList<Membership> people) => RuleViolation.ThrowIf(
        !people.Any(m => m is { State: MembershipState.Active, Rights.IsMasterUser: true, Account.State: AccountState.Active }),
        MembershipRules.LastMaster, changed.Account.ShortName);

    // The person confirms it at the new address; the own one is changed in the profile, with the password.
    private async Task Name(UserAccount account, string email, DateTime now)
    {
        RuleViolation.ThrowIf(account.Id == scope.Is.PersonId, MembershipRules.Oneself);
        await changeEmail.Name(account, email, nameof(PersonForm.Email), byMaster: true, now);
    }

    private async Task Correct(Membership membership, string email, DateTime now)
    {
        await changeEmail.Correct(membership.Account, email, nameof(PersonForm.Email), now);
        SendAccess.To(membership, now);
    }
}
