using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Company;

/// <summary>Tells suppliers of documents and powers of attorney that end, 60, 30 and 7 days before and when they have ended.</summary>
public sealed class WatchPapers(PortalDbContext db) : IRegularDeed
{
    public static TimeSpan Every => TimeSpan.FromMinutes(30);

    public Task DoWhatIsDue(DateTime now, CancellationToken stopping) => Run(now);

    /// <returns>Of how many suppliers something was said.</returns>
    public async Task<int> Run(DateTime now)
    {
        var today = WorkingDays.DayOf(now);
        var (in60, in30, in7, before30) = (today.AddDays(60), today.AddDays(30), today.AddDays(7), today.AddDays(-30));
        var documents = db.SupplierDocuments.Where(d => d.ValidUntil != null && ((d.ValidUntil < today && d.ValidUntil >= before30 && d.ValidityTold >= 0)
            || (d.ValidUntil >= today && ((d.ValidUntil <= in60 && d.ValidityTold <= 0) || (d.ValidUntil <= in30 && d.ValidityTold > 30) || (d.ValidUntil <= in7 && d.ValidityTold > 7)))));
        var signatories = db.Signatories.Where(s => s.Authority.Until != null && ((s.Authority.Until < today && s.Authority.Until >= before30 && s.ValidityTold >= 0)
            || (s.Authority.Until >= today && ((s.Authority.Until <= in60 && s.ValidityTold <= 0) || (s.Authority.Until <= in30 && s.ValidityTold > 30) || (s.Authority.Until <= in7 && s.ValidityTold > 7)))));
        var due = (await documents.Select(d => d.SupplierId).Distinct().ToListAsync()).Union(await signatories.Select(s => s.SupplierId).Distinct().ToListAsync());
        var said = 0;
        foreach (var id in due.Order())
        {
            said += await db.InTransaction(async () => (await db.Suppliers.Include(s => s.Documents).Include(s => s.Signatories).AsSplitQuery().SingleAsync(s => s.Id == id)).WatchPapers(today)) ? 1 : 0;
        }

        return said;
    }
}
