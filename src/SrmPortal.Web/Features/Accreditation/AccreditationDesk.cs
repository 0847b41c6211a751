using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>
/// What an applicant does, as it reaches the desk. Each is called within the transaction of the applicant's own deed, so that no sent
/// registration is without its case and no answer is lost.
/// </summary>
public sealed class AccreditationDesk(PortalDbContext db, CommissionSeats seats) : IDeed
{
    /// <summary>The registration was sent: its case starts with a copy of the checks that this company faces.</summary>
    public async Task Start(SupplierRegistration registration, DateTime now)
    {
        var factors = await db.StopFactors.AsNoTracking().Where(f => f.IsActive).ToListAsync();
        var needed = (await NeededChecks.Of(db, registration))
            .Select(check => check with { StopFactors = [.. factors.Where(f => f.CheckCode == check.Definition.Code && f.IsFor(registration.Country))] });
        db.Add(new AccreditationCase(registration.IsRenewal ? CaseKind.Renewal : CaseKind.Initial, registration.Number!, CaseOf.Registration(registration.Id),
            registration.CompanyName, needed, await db.WorkingDays(), now));
    }

    /// <summary>It was sent again with what was asked.</summary>
    public async Task Answer(SupplierRegistration registration, DateTime now) =>
        (await CaseOfRegistration(registration)).Answer(registration.ChangedParts, registration.CompanyName, await db.WorkingDays(), now);

    /// <summary>It was withdrawn. One that was never sent has no case.</summary>
    public async Task Cancel(SupplierRegistration registration, DateTime now)
    {
        if (registration.Number is not null)
        {
            var accreditation = await CaseOfRegistration(registration);
            await seats.FreeAll(accreditation, now);
            accreditation.Cancel(now);
        }
    }

    private Task<AccreditationCase> CaseOfRegistration(SupplierRegistration registration) =>
        db.AccreditationCases.Include(c => c.Checks).Include(c => c.Decisions).SingleAsync(c => c.RegistrationId == registration.Id);
}
