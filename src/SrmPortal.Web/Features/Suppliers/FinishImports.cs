using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Import;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>Every five seconds: goes on with imports that took longer than a page may, or whose process was killed.</summary>
public sealed class FinishImports(PortalDbContext db, ImportSuppliers import) : IRegularDeed
{
    public static TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task DoWhatIsDue(DateTime now, CancellationToken stopping)
    {
        foreach (var token in await db.SupplierImports.Where(i => i.State == ImportState.Running && (i.BusyUntil == null || i.BusyUntil < now)).OrderBy(i => i.Id).Select(i => i.Token).ToListAsync(stopping))
        {
            await import.GoOn(token, now, () => !stopping.IsCancellationRequested);
        }
    }
}

/// <summary>Which companies have a registration at the desk: no sheet makes them suppliers before that is decided.</summary>
internal static class CompaniesUnderReview
{
    public static async Task<IReadOnlySet<CompanyKey>> Of(PortalDbContext db) =>
        (await db.Registrations.IgnoreQueryFilters([Walls.Person]).AsNoTracking()
            .Where(r => r.TaxKey != "" && r.RenewsSupplierId == null && (r.State == RegistrationState.Submitted || r.State == RegistrationState.InReview || r.State == RegistrationState.ReturnedForCorrection))
            .Select(r => new { r.Country, r.TaxKey, r.BranchKpp }).ToListAsync()).Select(r => new CompanyKey(r.Country, r.TaxKey, r.BranchKpp)).ToHashSet();
}
