using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>
/// Gives companies that were stored by an earlier version the name by which they are compared, and applicants the address by which they are
/// found. Once all have it, there is nothing to do.
/// </summary>
public sealed class NameCompanies(PortalDbContext db) : IRegularDeed
{
    private const int Batch = 200;

    public static TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task DoWhatIsDue(DateTime now, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && await OfSuppliers(stopping) + await OfRegistrations(stopping) + await OfApplicants(stopping) > 0)
        {
        }
    }

    private async Task<int> OfSuppliers(CancellationToken stopping)
    {
        var nameless = await db.Suppliers.Where(s => s.NameLength == 0 && s.Name != "").OrderBy(s => s.Id).Take(Batch).Select(s => new { s.Id, s.Name }).ToListAsync(stopping);
        var named = 0;
        foreach (var one in nameless)
        {
            var key = CompanyNames.Key(one.Name);
            named += key.Length == 0 ? 0 : await db.Suppliers.Where(s => s.Id == one.Id && s.Name == one.Name)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.NameKey, key).SetProperty(s => s.NameLength, key.Length), stopping);
        }

        return named;
    }

    private async Task<int> OfRegistrations(CancellationToken stopping)
    {
        var nameless = await db.Registrations.Where(r => r.NameLength == 0 && r.CompanyName != "").OrderBy(r => r.Id).Take(Batch).Select(r => new { r.Id, r.CompanyName }).ToListAsync(stopping);
        var named = 0;
        foreach (var one in nameless)
        {
            var key = CompanyNames.Key(one.CompanyName);
            named += key.Length == 0 ? 0 : await db.Registrations.Where(r => r.Id == one.Id && r.CompanyName == one.CompanyName)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.NameKey, key).SetProperty(r => r.NameLength, key.Length), stopping);
        }

        return named;
    }

    private async Task<int> OfApplicants(CancellationToken stopping)
    {
        var unknown = await db.Registrations.Where(r => r.ApplicantKey == "" && r.Applicant.Email != "").OrderBy(r => r.Id).Take(Batch).Select(r => new { r.Id, r.Applicant.Email }).ToListAsync(stopping);
        var known = 0;
        foreach (var one in unknown)
        {
            var key = UserAccount.Normalized(one.Email);
            known += await db.Registrations.Where(r => r.Id == one.Id && r.Applicant.Email == one.Email).ExecuteUpdateAsync(set => set.SetProperty(r => r.ApplicantKey, key), stopping);
        }

        return known;
    }
}
