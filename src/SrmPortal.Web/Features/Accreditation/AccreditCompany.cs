using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>
/// Makes a supplier of a registration: company, categories, regions, signatories, documents, people. It runs within the transaction that
/// passes the last check; of two registrations of one company the unique key lets only one through, and the other is told.
/// </summary>
public sealed class AccreditCompany(PortalDbContext db, JoinPeople join) : IDeed
{
    /// <returns>The supplier's key.</returns>
    public async Task<long> Accredit(SupplierRegistration registration, DateTime now)
    {
        var content = registration.Content;
        if (registration.RenewsSupplierId is { } renewed)
        {
            return await Renew(renewed, registration, now);
        }

        var (country, taxNumber, branch) = content.Details.Key;
        var taken = await db.Suppliers.Where(s => s.Country == country && s.TaxKey == taxNumber && s.BranchKpp == branch).Select(s => s.Number).SingleOrDefaultAsync();
        RuleViolation.ThrowIf(taken is not null, AccreditationRules.CompanyTaken, taken ?? "");

        var supplier = new Supplier(RandomNumbers.SupplierNumber(), content.Details, content.Regions, content.Categories, now, now.AddYears((await db.WorkingDays()).Limits.ValidYears));
        supplier.TakeOver(Signatory.AllOf(content), SupplierDocument.AllOf(content, now));
        db.Add(supplier);
        await db.SaveChangesAsync();
        await TakeFiles(content, supplier.Id);
        db.Record(new SignatoriesNamed(supplier.Number, supplier.Id, supplier.Name));
        KeepConsents(registration, await join.Join(supplier.Id, content.People, registration.Applicant.Language, sendAccess: true, now));
        return supplier.Id;
    }

    // Who is a person of the company stays as the company has it; only those who are named for the first time are joined.
    private async Task<long> Renew(long supplierId, SupplierRegistration renewal, DateTime now)
    {
        var content = renewal.Content;
        // As it was begun: it stands before the first sending.
        var known = await db.RegistrationSendings.AsNoTracking().Where(s => s.RegistrationId == renewal.Id && s.No == 0).Select(s => s.Content).SingleAsync();
        var supplier = await db.Suppliers.Include(s => s.Categories).Include(s => s.Signatories).Include(s => s.Documents).AsSplitQuery().SingleAsync(s => s.Id == supplierId);
        var signed = supplier.Signatories.Select(Known).ToHashSet();
        supplier.Renew(known, content, now, (await db.WorkingDays()).Limits.ValidYears);
        await TakeFiles(content, supplierId);
        await db.SaveChangesAsync();
        if (supplier.Signatories.Where(one => !signed.Contains(Known(one))).Select(one => one.Id).ToArray() is { Length: > 0 } named)
        {
            db.Record(new SignatoriesNamed(supplier.Number, supplierId, supplier.Name) { Only = named });
        }

        var members = await db.Memberships.Where(m => m.SupplierId == supplierId).Select(m => m.Account.NormalizedEmail).ToListAsync();
        KeepConsents(renewal, await join.Join(supplierId, content.People.Where(person => !members.Contains(UserAccount.Normalized(person.Email))), renewal.Applicant.Language, sendAccess: true, now));
        return supplierId;
    }

    private static (string Name, string Email) Known(Signatory signatory) => (signatory.FullName, UserAccount.Normalized(signatory.Email));

    // What the applicant has agreed to as a person counts under the account too; that the others were informed is no consent of their own.
    private void KeepConsents(SupplierRegistration registration, IEnumerable<Membership> joined) => db.AddRange(
        from consent in registration.Consents
        where consent.IsInForce && consent.Text.Kind is not ConsentKind.PeopleInformed
        from membership in joined
        where membership.Account.NormalizedEmail == UserAccount.Normalized(consent.Email) && membership.Account.State is AccountState.NotActivated
        select new PersonConsent(membership.Account, consent.Text, consent.GivenAt));

    private async Task TakeFiles(RegistrationContent content, long supplierId)
    {
        long[] files = [.. content.Files.Select(file => file.FileId)];
        foreach (var file in await db.Files.Where(f => files.Contains(f.Id) && f.SupplierId == null).ToListAsync())
        {
            file.BelongTo(supplierId);
        }
    }
}
