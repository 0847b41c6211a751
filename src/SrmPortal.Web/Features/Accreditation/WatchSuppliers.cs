using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>Tells suppliers of the end of their accreditation, 60, 30 and 7 days before and when it has come, and ends suspensions by their date.</summary>
public sealed class WatchSuppliers(PortalDbContext db) : IRegularDeed
{
    public static TimeSpan Every => TimeSpan.FromMinutes(30);

    public Task DoWhatIsDue(DateTime now, CancellationToken stopping) => Run(now);

    /// <returns>Of how many suppliers something was said.</returns>
    public async Task<int> Run(DateTime now)
    {
        var (in60, in30, in7, before30) = (now.AddDays(60), now.AddDays(30), now.AddDays(7), now.AddDays(-30));
        var due = await db.Suppliers.Where(s => (s.State == SupplierState.Suspended && s.SuspendedUntil <= now)
            || (s.AccreditedUntil <= now && s.AccreditedUntil > before30 && s.ValidityTold >= 0)
            || (s.AccreditedUntil > now && ((s.AccreditedUntil <= in60 && s.ValidityTold <= 0) || (s.AccreditedUntil <= in30 && s.ValidityTold > 30) || (s.AccreditedUntil <= in7 && s.ValidityTold > 7))))
            .OrderBy(s => s.Id).Select(s => s.Id).ToListAsync();
        var said = 0;
        foreach (var id in due)
        {
            said += await db.InTransaction(async () => (await db.Suppliers.SingleAsync(s => s.Id == id)).Watch(now)) ? 1 : 0;
        }

        return said;
    }
}
