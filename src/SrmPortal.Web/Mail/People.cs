using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Web.Mail;

/// <summary>The usual addressees, for <see cref="MailOf{TAnnouncement}"/>; asked in the system's scope.</summary>
public sealed class People(PortalDbContext db)
{
    /// <summary>Everybody who works for these suppliers; with rights named, those who have one of them.</summary>
    public async Task<IReadOnlyList<Addressee>> Of(IEnumerable<long> suppliers, CompanyRights any = CompanyRights.None)
    {
        long[] companies = [.. suppliers.Distinct()];
        var (viewer, contact, submit, master) = (any.HasFlag(CompanyRights.Viewer), any.HasFlag(CompanyRights.ContactPerson),
            any.HasFlag(CompanyRights.Submit), any.HasFlag(CompanyRights.MasterUser));
        var members = await db.Memberships.AsNoTracking()
            .Where(m => companies.Contains(m.SupplierId) && m.State == MembershipState.Active && m.Account.State != AccountState.Deactivated)
            .Where(m => any == CompanyRights.None || (viewer && m.Rights.IsViewer) || (contact && m.Rights.IsContactPerson)
                || (submit && m.Rights.IsContactPerson && m.Rights.MaySubmit) || (master && m.Rights.IsMasterUser))
            .OrderBy(m => m.Id).Select(m => new { m.AccountId, m.SupplierId }).ToListAsync();
        return [.. members.Select(m => Addressee.Member(m.AccountId, m.SupplierId))];
    }

    public Task<IReadOnlyList<Addressee>> Of(long supplier, CompanyRights any = CompanyRights.None) => Of([supplier], any);

    /// <summary>People of the group with this role; reviewers of one check.</summary>
    public async Task<IReadOnlyList<Addressee>> Staff(StaffRoles role, string? checkCode = null)
    {
        var people = await db.Appointments.AsNoTracking()
            .Where(a => a.Role == role && (checkCode == null || a.CheckCode == checkCode))
            .Where(a => db.Accounts.Any(account => account.Id == a.AccountId && account.State == AccountState.Active))
            .Select(a => a.AccountId).Distinct().OrderBy(id => id).ToListAsync();
        return [.. people.Select(Addressee.Person)];
    }
}
