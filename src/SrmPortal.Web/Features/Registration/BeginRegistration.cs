using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Links;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

/// <summary>Step 1: begins a registration, or changes who fills it in and from which country. A new address makes the old links invalid.</summary>
public sealed class BeginRegistration(PortalDbContext db, OwnRegistration own, SecretLinks links) : IDeed
{
    /// <returns>The registration's key.</returns>
    public async Task<long> Begin(CountryForm form, DateTime instant) => (await db.InTransaction(async () =>
        // The key is known to the page alone that it was made with.
        await db.Registrations.IgnoreQueryFilters([Walls.Person]).SingleOrDefaultAsync(r => r.StartKey == form.StartKey)
        ?? db.Add(new SupplierRegistration(form.StartKey, form.Applicant(), form.Country ?? "", instant)).Entity)).Id;

    public Task Change(CountryForm form, DateTime instant) => db.InTransaction(async () =>
    {
        var registration = await own.ToChange();
        if (registration.StartRevision != form.Revision)
        {
            BrokenRule[] differences = [.. Differences(registration, form)];
            RuleViolation.ThrowIfAny(differences.Length == 0 ? [] : [new(SharedRules.ChangedMeanwhile, nameof(CountryForm.Revision), registration.StartRevision), .. differences]);
        }

        return await Change(registration, form.Applicant(), form.Country ?? "", instant);
    });

    public Task ChangeAddress(string email, DateTime instant) => db.InTransaction(async () =>
    {
        var registration = await own.ToChange();
        return await Change(registration, registration.Applicant with { Email = email }, registration.Country, instant);
    });

    private async Task<long> Change(SupplierRegistration registration, Applicant applicant, string country, DateTime instant)
    {
        var wasConfirmed = (registration.Applicant.Email, registration.IsAddressConfirmed);
        registration.ChangeStart(applicant, country, instant);
        if (wasConfirmed != (registration.Applicant.Email, registration.IsAddressConfirmed) && !registration.IsAddressConfirmed)
        {
            await links.Revoke(RegistrationLinks.Resume, registration.Id, instant);
        }

        return registration.Id;
    }

    private static IEnumerable<BrokenRule> Differences(SupplierRegistration registration, CountryForm form)
    {
        var (there, typed) = (registration.Applicant, form.Applicant());
        (string Field, string There, string Typed)[] fields =
        [
            (nameof(CountryForm.Country), registration.Country, form.Country ?? ""),
            (nameof(CountryForm.LastName), there.LastName, typed.LastName),
            (nameof(CountryForm.FirstName), there.FirstName, typed.FirstName),
            (nameof(CountryForm.MiddleName), there.MiddleName, typed.MiddleName),
            (nameof(CountryForm.Email), there.Email, typed.Email),
            (nameof(CountryForm.Language), there.Language, typed.Language),
        ];
        return fields.Where(one => one.There != one.Typed).Select(one => new BrokenRule(RegistrationRules.Elsewhere, one.Field, one.There));
    }
}
