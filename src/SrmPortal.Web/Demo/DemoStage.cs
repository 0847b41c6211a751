using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Demo;

/// <summary>Does what somebody did at some time, by the same deeds, through the same walls and in the language of the pages.</summary>
internal sealed class DemoStage(IServiceScopeFactory scopes)
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo(Language.Russian);

    public Task<T> Play<T>(DateTime now, Scope actor, Func<IServiceProvider, Task<T>> deed) => DemoClock.At(now, async () =>
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Russian;
        await using var services = scopes.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<CurrentScope>().Is = actor;
        return await deed(services.ServiceProvider);
    });

    public Task<T> Ask<T>(Func<PortalDbContext, Task<T>> question) =>
        Play(TimeProvider.System.GetUtcNow().UtcDateTime, Scope.System, services => question(services.GetRequiredService<PortalDbContext>()));

    /// <summary>A colleague of the group, found by the part of the address before the at sign.</summary>
    public Task<Scope> Colleague(string mailbox) => Ask(async db =>
    {
        var address = UserAccount.Normalized($"{mailbox}@{DemoStaff.MailDomain}");
        var person = await db.Accounts.Include(a => a.Appointments).AsNoTracking().SingleAsync(a => a.NormalizedEmail == address);
        return Scope.StaffOf(person.Id, person.Appointments.Aggregate(StaffRoles.None, (roles, one) => roles | one.Role));
    });

    /// <summary>The person of a supplier who saves and submits.</summary>
    public Task<Scope> Bidder(DemoCompany company) => Ask(async db =>
    {
        var address = UserAccount.Normalized($"{company.People[0].Mailbox}@{company.Domain}");
        var membership = await db.Memberships.AsNoTracking().SingleAsync(m => m.Account.NormalizedEmail == address);
        return Scope.Supplier(membership.AccountId, membership.SupplierId, CompanyRights.ContactPerson | CompanyRights.Submit);
    });
}
