using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Data.Links;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>The person, and nobody else, sets a password: by a mailed link, or in the profile by the one known so far.</summary>
public sealed class SetPassword(
    PortalDbContext db, CurrentScope scope, SecretLinks links, SignInCounters counters, Passwords passwords, IOptions<PortalSettings> portal) : IDeed
{
    /// <summary>Uses the link up; with the first password the account is active. Every other link and session ends.</summary>
    /// <returns>The account.</returns>
    public async Task<long> ByLink(LinkPurpose purpose, string token, string password, string field, DateTime now)
    {
        var link = await links.Find(purpose, token, now);
        RuleViolation.ThrowIf(!link.IsValid, AccountRules.LinkNotValid);
        using var holder = scope.As(Scope.Person(link.SubjectId));
        await RefuseUnlessGood(link.SubjectId, password, field);
        return await db.InTransaction(async () =>
        {
            RuleViolation.ThrowIf(!await links.Use(link, now), AccountRules.LinkNotValid);
            // What somebody named who knew the former password does not count any more.
            var holding = await db.Accounts.SingleAsync(a => a.Id == link.SubjectId);
            holding.DropNewEmail();
            await db.GetsMail(holding.NormalizedEmail, now);
            await Take(link.SubjectId, password, now);
            return link.SubjectId;
        });
    }

    /// <summary>In the profile. The present password has been checked before.</summary>
    public async Task<Credential> InProfile(string password, string field, DateTime now)
    {
        var account = scope.Is.PersonId!.Value;
        var before = await db.Credentials.AsNoTracking().SingleAsync(c => c.Id == account);
        RuleViolation.ThrowIfAny(passwords.IsRight(before, password) ? [new(PasswordRules.SameAsBefore, field)] : []);
        await RefuseUnlessGood(account, password, field);
        return await db.InTransaction(() => Take(account, password, now));
    }

    private async Task<Credential> Take(long account, string password, DateTime now)
    {
        var person = await db.Accounts.SingleAsync(a => a.Id == account);
        var credential = await db.Credentials.SingleOrDefaultAsync(c => c.Id == account);
        if (credential is null)
        {
            credential = new Credential { Id = account, UserName = person.UserName, NormalizedUserName = person.NormalizedUserName, LockoutEnabled = false };
            db.Add(credential);
        }

        person.TakePassword();
        passwords.Set(credential, password, now);
        foreach (var purpose in AccountLinks.All.Where(purpose => purpose != AccountLinks.NewEmail || person.NewEmail is null))
        {
            await links.Revoke(purpose, account, now);
        }

        await db.OpenSessions.Where(s => s.AccountId == account).ExecuteDeleteAsync();
        await counters.Unlock(account);
        return credential;
    }

    private async Task RefuseUnlessGood(long account, string password, string field)
    {
        var person = await db.Accounts.AsNoTracking().Where(a => a.Id == account).Select(a => new { a.FullName, a.UserName, a.Email, a.NewEmail }).SingleAsync();
        var companies = await db.Memberships.AsNoTracking().Where(m => m.AccountId == account)
            .SelectMany(m => db.Suppliers.Where(s => s.Id == m.SupplierId).Select(s => s.Name)).ToListAsync();
        RuleViolation.ThrowIfAny(PasswordPolicy.WhatIsWrong(
            password, [person.FullName, person.UserName, person.Email, .. companies, portal.Value.Name, portal.Value.NameEn], field));
    }
}
