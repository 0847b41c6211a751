using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Links;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Features.Administration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Staff;

/// <summary>
/// What an administrator does with the group's people. Each deed takes the lock of the staff first: of two that would leave the portal
/// without an administrator, or a check without anybody who decides it, the second finds the first done. Null: nobody has that user name.
/// </summary>
public sealed class StaffPeople(PortalDbContext db, CurrentScope scope, OpenAccount openAccount, AskNewPassword askNewPassword, ChangeEmail changeEmail, AppointToDesk desk, SecretLinks links) : IDeed
{
    /// <returns>The new person, who is written to at once.</returns>
    public Task<UserAccount> Invite(StaffForm who, DutiesForm duties, DateTime now) => db.InTransaction(async () =>
    {
        await db.LockAsAdministrator(scope.Is);
        var person = new NewPerson(Tidy.Name(who.FullName!), EmailOf(who), Tidy.Phone(who.Phone), Tidy.Position(who.Position), who.Language ?? Language.Russian);
        var account = await openAccount.ForStaff(person, nameof(who.Email));
        account.TakeDuties(await Known(duties), otherAdministrators: 1);
        // The mail names the account by its key.
        await db.SaveChangesAsync();
        account.SendAccess(null, now);
        return account;
    });

    /// <summary>
    /// For whoever runs the portal: its first administrator, or one more when the last has gone. Somebody of the group who has an account
    /// keeps all other roles; a link goes to who has not come in yet.
    /// </summary>
    public Task<UserAccount> MakeAdministrator(string email, string fullName, DateTime now) => db.InTransaction(async () =>
    {
        await db.LockAsAdministrator(scope.Is);
        var normalized = UserAccount.Normalized(email);
        var account = await db.Accounts.Include(a => a.Appointments).SingleOrDefaultAsync(a => a.NormalizedEmail == normalized && a.IsStaff)
            ?? await openAccount.ForStaff(new NewPerson(Tidy.Name(fullName), email, null, null, Language.Russian));
        RuleViolation.ThrowIf(account.IsBlocked, StaffRules.AlreadyBlocked);
        account.TakeDuties(new StaffDuties(account.Roles | StaffRoles.Administrator, [.. account.Checks], [.. account.Places]), otherAdministrators: 1);
        await db.SaveChangesAsync();
        if (account.State is AccountState.NotActivated)
        {
            account.SendAccess(null, now);
        }

        return account;
    });

    public Task<UserAccount?> Change(string userName, StaffForm form, DateTime now) => WithPerson(userName, async account =>
    {
        RefuseStale(account, form.Revision);
        account.ChangePerson(Tidy.Name(form.FullName!), Tidy.Phone(form.Phone), Tidy.Position(form.Position));
        if (account.State is AccountState.NotActivated && EmailOf(form) is var email && email != account.Email)
        {
            await changeEmail.Correct(account, email, nameof(form.Email), now);
            account.SendAccess(null, now);
        }
    });

    public Task<UserAccount?> ChangeDuties(string userName, DutiesForm form) => WithPerson(userName, async account =>
    {
        RuleViolation.ThrowIf(account.Id == scope.Is.PersonId, StaffRules.Oneself);
        RefuseStale(account, form.Revision);
        var duties = await Known(form);
        RuleViolation.ThrowIfAny(duties.WhatIsWrong());
        foreach (var (role, check) in account.Appointments.Where(one => one.Role is StaffRoles.HeadOfDesk or StaffRoles.Reviewer).Select(one => (one.Role, one.CheckCode)).Except(duties.Each).ToArray())
        {
            await desk.Leave(account, role is StaffRoles.HeadOfDesk ? DeskDuty.Head : new DeskDuty(check));
        }

        account.TakeDuties(duties, await OtherAdministrators(account));
    });

    /// <summary>Whoever is signed in just now is not any more, and no link that was mailed lets anybody in.</summary>
    public Task<UserAccount?> Block(string userName, string reason, DateTime now) => WithPerson(userName, async account =>
    {
        RuleViolation.ThrowIf(account.Id == scope.Is.PersonId, StaffRules.Oneself);
        account.Block(reason, await OtherAdministrators(account), now);
        await db.OpenSessions.IgnoreQueryFilters([Walls.House]).Where(session => session.AccountId == account.Id).ExecuteDeleteAsync();
        foreach (var purpose in AccountLinks.All)
        {
            await links.Revoke(purpose, account.Id, now);
        }
    });

    public Task<UserAccount?> Unblock(string userName) => WithPerson(userName, account =>
    {
        account.Unblock();
        return Task.CompletedTask;
    });

    /// <summary>The activation link again; the one before does not work any more.</summary>
    public Task<UserAccount?> SendAgain(string userName, DateTime now) => WithPerson(userName, account =>
    {
        account.SendAccess(null, now);
        return Task.CompletedTask;
    });

    /// <summary>The person gets a link that sets a new password; nobody else sees or sets one.</summary>
    public async Task<UserAccount?> StartReset(string userName, DateTime now)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.UserName == userName && a.IsStaff);
        if (account is not null)
        {
            RuleViolation.ThrowIf(account.State is not AccountState.Active, StaffRules.NotActivated);
            await askNewPassword.ByMaster(account.Id, account.UserName, now);
        }

        return account;
    }

    private Task<UserAccount?> WithPerson(string userName, Func<UserAccount, Task> deed) => db.InTransaction(async () =>
    {
        await db.LockAsAdministrator(scope.Is);
        var account = await db.Accounts.Include(a => a.Appointments).SingleOrDefaultAsync(a => a.UserName == userName && a.IsStaff);
        if (account is not null)
        {
            await deed(account);
        }

        return account;
    });

    /// <summary>The form leaves it out where it is the person's own; elsewhere it must be there.</summary>
    private static string EmailOf(StaffForm form)
    {
        RuleViolation.ThrowIfAny(string.IsNullOrWhiteSpace(form.Email) ? [new(RegistrationRules.NotAnEmail, nameof(form.Email))] : []);
        return form.Email!.Trim();
    }

    private Task<int> OtherAdministrators(UserAccount account) => db.Administrators().CountAsync(a => a.Id != account.Id);

    private static void RefuseStale(UserAccount account, int revision) =>
        RuleViolation.ThrowIfAny(account.Revision == revision ? [] : [new(SharedRules.ChangedMeanwhile, nameof(StaffForm.Revision), account.Revision)]);

    /// <summary>A works whose company is chosen as a whole adds nothing.</summary>
    private async Task<StaffDuties> Known(DutiesForm form)
    {
        var (roles, checks) = (form.AllRoles(), form.Checks.Distinct().ToArray());
        var places = roles.HasFlag(StaffRoles.Buyer) ? form.AllPlaces().Distinct().ToArray() : [];
        var sites = places.Length == 0 ? [] : await db.Sites.AsNoTracking().Select(s => new { s.Id, CompanyId = s.Company.Id }).ToListAsync();
        RuleViolation.ThrowIfAny(
        [
            .. checks.Length == await db.CheckDefinitions.CountAsync(d => checks.Contains(d.Code)) ? Array.Empty<BrokenRule>() : [new(DeskRules.NoSuchDuty, nameof(form.Checks))],
            .. places.All(place => sites.Any(s => place is not null && (s.Id == place.SiteId || s.CompanyId == place.CompanyId))) ? Array.Empty<BrokenRule>() : [new(StaffRules.NoSuchPlace, nameof(form.Places))],
        ]);
        return new StaffDuties(roles, checks,
            [.. places.OfType<BuyerPlace>().Where(place => place.SiteId is not { } site || !places.Any(one => one!.CompanyId == sites.First(s => s.Id == site).CompanyId))]);
    }
}
