using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Company;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>Company 7 with its master, person 71, beside its contact, person 70.</summary>
internal static class GivenMaster
{
    public const long Master = 71;

    public static Task<Portal> WithMaster(string provider = Databases.Sqlite) => new Portal(provider).BegunAs("with a master", async portal =>
    {
        await portal.Filled();
        await AddPerson(portal, 7, Master, MembershipRights.Master);
    });

    public static Task AddPerson(Portal portal, long supplier, long key, MembershipRights rights) => portal.Seen(Scope.System, async db =>
    {
        var person = new UserAccount($"SRM{key:000000000}", $"person{key}@supplier{supplier}.example", $"Person {key}", "en");
        person.Activate();
        db.Entry(person).Property(nameof(AggregateRoot.Id)).CurrentValue = key;
        db.Add(person);
        await db.SaveChangesAsync();
        db.Add(new Membership(person, supplier, rights));
        return await db.SaveChangesAsync();
    });

    public static Task<string> CodeOf(Portal portal, long account) =>
        portal.Seen(Scope.System, db => db.Memberships.Where(m => m.AccountId == account).Select(m => m.Code).SingleAsync());

    public static Scope MasterScope(long person) => Scope.Supplier(person, 7, CompanyRights.MasterUser);

    public static async Task Refused(Portal portal, string code, Func<CompanyPeople, Task> deed)
    {
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => portal.As(MasterScope(Master), async services =>
        {
            await deed(services.GetRequiredService<CompanyPeople>());
            return 0;
        }));
        Assert.Contains(refusal.Broken, rule => rule.Code == code);
    }
}
