using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Data.Links;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

/// <summary>Step 1: begins a registration, or changes who fills it in and from which country. A new address makes the old links invalid.</summary>
public sealed class BeginRegistration(PortalDbContext db, OwnRegistration own, SecretLinks links, SignInCounters counters) : IDeed
{
    private static readonly CountedPlace Mails = new(CounterKind.Mails, "registration", SupplierRegistration.MailsAnHour);

    /// <returns>The registration's key.</returns>
    public async Task<long> Begin(CountryForm form, DateTime instant)
    {
        // A form that begins nothing sends no mail, and is not counted as one.
        RuleViolation.ThrowIfAny(ApplicantChecks.WhatIsWrong(form.Applicant(), form.Country ?? ""));
        await RefuseTooManyMails(form.Applicant().Email, nameof(form.Email), instant);
        // The key is known to the page alone that it was made with; who sends none begins anew, and gets nobody else's.
        var key = form.StartKey == Guid.Empty ? Guid.NewGuid() : form.StartKey;
        return (await db.InTransaction(async () =>
            await db.Registrations.IgnoreQueryFilters([Walls.Person]).SingleOrDefaultAsync(r => r.StartKey == key)
            ?? db.Add(new SupplierRegistration(key, form.Applicant(), form.Country ?? "", instant)).Entity)).Id;
    }

    public Task Change(CountryForm form, DateTime instant) => db.InTransaction(async () =>
    {
        var registration = await own.ToChange();
        var (there, typed) = (registration.Applicant, form.Applicant());
        var taken = own.Settle(form, registration.StartRevision, [.. Differences(registration, form)]);
        string Kept(string field, string mine, string theirs) => taken.Contains(field) ? theirs : mine;
        var applicant = new Applicant(
            Kept(nameof(form.LastName), typed.LastName, there.LastName), Kept(nameof(form.FirstName), typed.FirstName, there.FirstName),
            Kept(nameof(form.MiddleName), typed.MiddleName, there.MiddleName), Kept(nameof(form.Email), typed.Email, there.Email),
            Kept(nameof(form.Language), typed.Language, there.Language));
        return await Change(registration, applicant, Kept(nameof(form.Country), form.Country ?? "", registration.Country), instant);
    });

    public Task ChangeAddress(string email, DateTime instant) => db.InTransaction(async () =>
    {
        var registration = await own.ToChange();
        return await Change(registration, registration.Applicant with { Email = email }, registration.Country, instant);
    });

    /// <summary>Whoever begins one after another fills nobody's mailbox: a registration counts its own mails, this the address's.</summary>
    private async Task RefuseTooManyMails(string email, string field, DateTime now)
    {
        var begun = await counters.Begin(null, UserAccount.Normalized(email), [Mails], TimeSpan.FromHours(1), now);
        RuleViolation.ThrowIfAny(begun.LockedUntil is null ? [] : [new BrokenRule(RegistrationRules.TooManyMails, field, SupplierRegistration.MailsAnHour)]);
    }

    private async Task<long> Change(SupplierRegistration registration, Applicant applicant, string country, DateTime instant)
    {
        var before = registration.Applicant.Email;
        registration.ChangeStart(applicant, country, instant);
        // In other letters it is the same mailbox, to which no new link goes.
        if (!string.Equals(registration.Applicant.Email, before, StringComparison.OrdinalIgnoreCase))
        {
            await links.Revoke(RegistrationLinks.Resume, registration.Id, instant);
        }

        return registration.Id;
    }

    private static IEnumerable<ConflictField> Differences(SupplierRegistration registration, CountryForm form)
    {
        var (there, typed) = (registration.Applicant, form.Applicant());
        (string Field, string There, string Typed)[] fields =
        [
            (nameof(CountryForm.Country), Countries.Name(registration.Country), Countries.Name(form.Country ?? "")),
            (nameof(CountryForm.LastName), there.LastName, typed.LastName),
            (nameof(CountryForm.FirstName), there.FirstName, typed.FirstName),
            (nameof(CountryForm.MiddleName), there.MiddleName, typed.MiddleName),
            (nameof(CountryForm.Email), there.Email, typed.Email),
            (nameof(CountryForm.Language), there.Language, typed.Language),
        ];
        return fields.Where(one => one.There != one.Typed).Select(one => new ConflictField(one.Field, one.Typed, one.There));
    }
}
