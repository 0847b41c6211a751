using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
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
public sealed class AccreditCompany(PortalDbContext db, JoinPeople join, IOptions<AccreditationSettings> settings) : IDeed
{
    /// <returns>The supplier's key.</returns>
    public async Task<long> Accredit(SupplierRegistration registration, DateTime now)
    {
        var content = registration.Content;
        var (country, taxNumber, branch) = content.Details.Key;
        var taken = await db.Suppliers.Where(s => s.Country == country && s.TaxKey == taxNumber && s.BranchKpp == branch).Select(s => s.Number).SingleOrDefaultAsync();
        RuleViolation.ThrowIf(taken is not null, AccreditationRules.CompanyTaken, taken ?? "");

        var supplier = new Supplier(RandomNumbers.SupplierNumber(), content.Details, content.Regions, content.Categories, now, now.AddYears(settings.Value.ValidYears));
        supplier.TakeOver(
            content.People.Where(person => person.Is(PersonRoles.Signatory)).Select(person => new Signatory(person.FullName, person.Position, person.Phone, person.Email,
                new SigningAuthority(person.Basis, person.BasisNumber, person.BasisDate, person.BasisUntil))),
            content.Documents.Select(document => new SupplierDocument(document.Kind, document.Number, document.ValidUntil, document.Files, now)));
        db.Add(supplier);
        await db.SaveChangesAsync();

        long[] files = [.. content.Files.Select(file => file.FileId)];
        foreach (var file in await db.Files.Where(f => files.Contains(f.Id)).ToListAsync())
        {
            file.BelongTo(supplier.Id);
        }

        db.Record(new SignatoriesNamed(supplier.Number, supplier.Id, supplier.Name));
        await join.Join(supplier.Id, content.People, registration.Applicant.Language, sendAccess: true, now);
        return supplier.Id;
    }
}

/// <summary>The section <c>Accreditation</c>.</summary>
public sealed class AccreditationSettings
{
    public const string Section = "Accreditation";

    /// <summary>For how many years a company is accredited.</summary>
    public int ValidYears { get; set; } = 3;
}
