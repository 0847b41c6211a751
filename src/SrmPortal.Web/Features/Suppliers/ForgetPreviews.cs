using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Suppliers.Import;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>Each hour: throws away what was read from spreadsheets and not confirmed in time, since it holds people's data.</summary>
public sealed class ForgetPreviews(PortalDbContext db) : IRegularDeed
{
    public static TimeSpan Every => TimeSpan.FromHours(1);

    public Task DoWhatIsDue(DateTime now, CancellationToken stopping)
    {
        var before = now - SupplierImport.KeptFor;
        return db.InTransaction(() => db.SupplierImports.Where(i => i.State == ImportState.Previewed && i.At < before).ExecuteDeleteAsync(stopping));
    }
}
