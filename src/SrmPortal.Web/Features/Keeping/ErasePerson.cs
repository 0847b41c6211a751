using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Data.Links;
using SrmPortal.Data.Registration;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Mails;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Keeping;

/// <summary>
/// Erases who somebody was: name, address, phone, position, everything that signs in, from where the person came, what the history knows of the
/// person apart from its records, and the person's place in questionnaires. What the person did stays, as done by a number. Signed papers
/// (receipts, protocols) stay as they were signed until their time is over.
/// </summary>
public sealed class ErasePerson(PortalDbContext db, CurrentScope scope, SecretLinks links) : IDeed
{
    /// <summary>The person's own act: access ends at once, and the administrators learn until when to erase.</summary>
    public Task<bool> Revoke(bool isConfirmed, DateTime now) => db.InTransaction(async () =>
    {
        RuleViolation.ThrowIfAny(isConfirmed ? [] : [new BrokenRule(ErasureRules.NotConfirmed, nameof(RevokeForm.IsConfirmed))]);
        var account = await db.Accounts.Include(a => a.Appointments).SingleAsync(a => a.Id == scope.Is.PersonId);
        account.RevokeConsent(now);
        await db.PersonConsents.Where(c => c.AccountId == account.Id && c.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.RevokedAt, now));
        await db.OpenSessions.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync();
        return true;
    });

    /// <summary>By an administrator, who types the user name so that it is nobody else.</summary>
    /// <returns>False: nobody has that user name.</returns>
    public Task<bool> Erase(string userName, string? typed, DateTime now) => db.InTransaction(async () =>
    {
        if (await db.Accounts.Include(a => a.Appointments).SingleOrDefaultAsync(a => a.UserName == userName) is not { } account)
        {
            return false;
        }

        RuleViolation.ThrowIfAny(UserNames.Folded(typed ?? "") == account.NormalizedUserName ? [] : [new BrokenRule(ErasureRules.WrongName, nameof(EraseForm.Typed), account.UserName)]);
        var (email, former) = (account.Email, account.FormerEmail);
        account.Erase(now);
        // The administrator reads none of this; it is passed over to be deleted.
        using var house = scope.As(Scope.System);
        string[] emails = [.. new[] { email, former }.OfType<string>()];
        await Registrations(account, emails);
        await Belongings(account.Id, emails);
        await Letters(account, emails);
        foreach (var purpose in AccountLinks.All)
        {
            await links.Revoke(purpose, account.Id, now);
        }

        return true;
    });

    private async Task Registrations(UserAccount account, string[] emails)
    {
        var companies = db.Memberships.Where(m => m.AccountId == account.Id).Select(m => m.SupplierId);
        string[] keys = [.. emails.Select(UserAccount.Normalized)];
        var registrations = await db.Registrations.Where(r => keys.Contains(r.ApplicantKey)
            || db.AccreditationCases.Any(c => c.RegistrationId == r.Id && c.SupplierId != null && companies.Contains(c.SupplierId.Value))).ToListAsync();
        foreach (var registration in registrations)
        {
            foreach (var sending in await db.Set<RegistrationSending>().AsNoTracking().Where(s => s.RegistrationId == registration.Id).ToListAsync())
            {
                var content = emails.Aggregate(sending.Content, (before, email) => SupplierRegistration.WithoutPerson(before, email, account.FullName));
                await db.Set<RegistrationSending>().Where(s => s.Id == sending.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Content, content));
            }

            if (keys.Contains(registration.ApplicantKey))
            {
                // From where it was filled in, before there was an account.
                await db.AuditPersonal.Where(p => p.PersonId == null && p.Record.RegistrationId == registration.Id).ExecuteDeleteAsync();
            }

            Array.ForEach(emails, email => registration.ErasePerson(email, account.FullName));
        }
    }

    private async Task Belongings(long id, string[] emails)
    {
        await db.Credentials.Where(c => c.Id == id).ExecuteDeleteAsync();
        await db.SecondSteps.Where(s => s.AccountId == id).ExecuteDeleteAsync();
        await db.RecoveryCodes.Where(c => c.AccountId == id).ExecuteDeleteAsync();
        await db.OpenSessions.Where(s => s.AccountId == id).ExecuteDeleteAsync();
        await db.KnownBrowsers.Where(b => b.AccountId == id).ExecuteDeleteAsync();
        await db.SignInCounters.Where(c => c.AccountId == id).ExecuteDeleteAsync();
        string[] keys = [.. emails.Select(UserAccount.Normalized)];
        await db.Bounces.Where(b => b.AccountId == id || keys.Contains(b.NormalizedEmail)).ExecuteDeleteAsync();
        await db.Set<NoticePreference>().Where(p => p.AccountId == id).ExecuteDeleteAsync();
        await db.DraftTexts.Where(t => t.PersonId == id).ExecuteDeleteAsync();
        await db.AuditPersonal.Where(p => p.PersonId == id).ExecuteDeleteAsync();
        await db.Memberships.Where(m => m.AccountId == id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Position, (string?)null));
    }

    /// <summary>A letter may write the address in other letters, or an earlier one.</summary>
    private async Task Letters(UserAccount account, string[] emails)
    {
        var (id, name) = (account.Id, account.FullName);
        var near = await db.LostMasterCases.Where(c => c.MasterId == id || emails.Contains(c.Master.Email) || db.Memberships.Any(m => m.AccountId == id && m.SupplierId == c.SupplierId))
            .Select(c => new { c.Id, c.MasterId, c.Master.Email }).ToListAsync();
        long[] letters = [.. near.Where(c => c.MasterId == id || emails.Any(email => UserAccount.Normalized(email) == UserAccount.Normalized(c.Email))).Select(c => c.Id)];
        await db.LostMasterCases.Where(c => letters.Contains(c.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Master.FullName, name).SetProperty(c => c.Master.Email, "").SetProperty(c => c.Master.Phone, "").SetProperty(c => c.Master.Position, ""));
    }
}

/// <summary>The person's own decision.</summary>
public sealed class RevokeForm
{
    /// <summary>Not ticked beforehand.</summary>
    public bool IsConfirmed { get; init; }
}

/// <summary>What an administrator types to erase somebody.</summary>
public sealed class EraseForm
{
    /// <summary>The user name once more, by hand; not named like that in the address.</summary>
    public string? Typed { get; init; }
}
