using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Keeping;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Keeping;

/// <summary>
/// Destroys applications that came to nothing long ago: questionnaire, sendings, documents, consents, what the desk wrote, the links, and what the
/// history knows of the applicant apart from its records. A supplier's renewal belongs to the supplier, and stays.
/// </summary>
public sealed class ForgetRegistrations(PortalDbContext db, HangingRows rows, IFileStore store) : IDeed
{
    private static readonly RegistrationState[] CameToNothing = [RegistrationState.Rejected, RegistrationState.Withdrawn, RegistrationState.Expired];

    private static readonly string[] Links = [RegistrationLinks.Resume.Name, RegistrationLinks.Status.Name];

    /// <returns>How many.</returns>
    public async Task<int> Forget(DateTime before, CancellationToken stopping)
    {
        var ids = await db.Registrations.Where(r => CameToNothing.Contains(r.State) && r.RenewsSupplierId == null && (r.DecidedAt ?? r.TouchedAt) < before)
            .OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(stopping);
        foreach (var id in ids)
        {
            Array.ForEach(await db.InTransaction(() => Forget(id)), store.Delete);
            stopping.ThrowIfCancellationRequested();
        }

        return ids.Count;
    }

    private async Task<string[]> Forget(long id)
    {
        var files = db.Files.Where(f => f.RegistrationId == id || db.AccreditationCases.Any(c => c.Id == f.CaseId && c.RegistrationId == id));
        var names = await files.Select(f => f.StoreName).ToArrayAsync();
        await files.ExecuteDeleteAsync();
        await db.SecretLinks.Where(l => Links.Contains(l.Purpose) && l.SubjectId == id).ExecuteDeleteAsync();
        var said = db.Audit.Where(a => a.RegistrationId == id || (a.AggregateType == nameof(SupplierRegistration) && a.AggregateId == id));
        await db.AuditPersonal.Where(p => said.Any(a => a.Id == EF.Property<long>(p, "RecordId"))).ExecuteDeleteAsync();
        await rows.Delete<SupplierRegistration>(id);
        return names;
    }
}
