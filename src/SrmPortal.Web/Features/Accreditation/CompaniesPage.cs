using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>A case's company beside those that it may be taken for: the same tax number, or nearly the same name.</summary>
public sealed class CompaniesPage
{
    private const int MostCompeting = 5;

    public required AccreditationCase Case { get; init; }

    public required SupplierRegistration Registration { get; init; }

    /// <summary>Other registrations with the same tax number that are not withdrawn, the earliest first. A renewal competes with nobody.</summary>
    public required IReadOnlyList<SupplierRegistration> Competing { get; init; }

    public required IReadOnlyList<SimilarCompany> Similar { get; init; }

    public static async Task<CompaniesPage> Read(PortalDbContext db, OpenedCase opened)
    {
        var registration = opened.Registration!;
        return new CompaniesPage
        {
            Case = opened.Case,
            Registration = registration,
            Competing = opened.HasCompeting ? await CompetingWith(db, registration) : [],
            Similar = await SimilarCompanies.To(db, registration),
        };
    }

    private static Task<List<SupplierRegistration>> CompetingWith(PortalDbContext db, SupplierRegistration registration) =>
        db.Registrations.AsNoTracking()
            .Where(r => r.Id != registration.Id && r.RenewsSupplierId == null && r.Country == registration.Country && r.TaxKey == registration.TaxKey && r.BranchKpp == registration.BranchKpp
                && r.Number != null && r.State != RegistrationState.Withdrawn && r.State != RegistrationState.Expired && r.State != RegistrationState.Draft)
            .OrderBy(r => r.SubmittedAt).Take(MostCompeting).ToListAsync();
}
