using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Features.Support;
using SrmPortal.Web.Tests.Accounts;

namespace SrmPortal.Web.Tests.Support;

/// <summary>Company 7 with its master 71 and its contact 70, and three people of the support.</summary>
internal static class GivenSupport
{
    public const long First = 61, Second = 62, Third = 63;

    public const string Master = "/support/people/SRM000000071", Company = "/support/companies/S00000007", Letter = Company + "/lost-master";

    public static readonly (string, string)[] OfLetter =
    [
        ("FullName", "Валеева Алия Рустамовна"), ("Position", "Начальник отдела продаж"), ("Phone", "+7 347 233-45-10"), ("Email", "valeeva@supplier7.example"), ("SignedBy", "Хасанов Р. Т., генеральный директор"),
    ];

    public static async Task<Portal> WithSupport(string provider = Databases.Sqlite, Domain.Sourcing.Round? draft = null)
    {
        var portal = await Portal.With(provider, draft);
        await GivenMaster.AddPerson(portal, 7, GivenMaster.Master, MembershipRights.Master);
        await portal.Seen(Scope.System, async db =>
        {
            foreach (var person in new[] { First, Second, Third })
            {
                await Portal.AddStaff(db, person, StaffRoles.Support);
            }

            return true;
        });
        return portal;
    }

    public static HttpClient SupportPerson(this Portal portal, long person = First) => portal.SignedIn($"staff:{person}");

    public static Scope ScopeOf(long person) => Scope.StaffOf(person, StaffRoles.Support);

    public static Task<T> Helps<T>(this Portal portal, long person, Func<HelpPerson, Task<T>> deed) => portal.As(ScopeOf(person), services => deed(services.GetRequiredService<HelpPerson>()));

    public static Task<T> Decides<T>(this Portal portal, long person, Func<DecideLostMaster, Task<T>> deed) => portal.As(ScopeOf(person), services => deed(services.GetRequiredService<DecideLostMaster>()));

    public static DateTime Time(this Portal portal) => portal.Clock.GetUtcNow().UtcDateTime;

    /// <summary>The letter was recorded and checked by the first of the support.</summary>
    /// <returns>The number of the case.</returns>
    public static async Task<string> Checked(this Portal portal, params (string, string)[] typed)
    {
        var first = portal.SupportPerson();
        var opened = await first.PressWithFiles(await first.Page(Letter), "Open the case", [("Letter", "Письмо.pdf", Given.Pdf)], [.. OfLetter.Where(field => typed.All(other => other.Item1 != field.Item1)), .. typed]);
        Assert.True(opened.Headers.Location is not null, (await opened.Parsed()).Text());
        var page = await first.Page(opened.Headers.Location.ToString());
        await first.PressAndFollow(page, "The letter is checked", ("IsGenuine", "true"), ("SignerIsHead", "true"), ("WasCalledBack", "true"), ("Note", "+7 343 300-10-20, секретарь"));
        return opened.Headers.Location.ToString().Split('/')[^1];
    }

    public static Task<LostMasterCase> Case(this Portal portal) => portal.Seen(Scope.System, db => db.LostMasterCases.AsNoTracking().SingleAsync());

    public static Task<Membership> MembershipOf(this Portal portal, string email) => portal.Seen(Scope.System, db => db.Memberships.AsNoTracking().Include(m => m.Account).SingleAsync(m => m.SupplierId == 7 && m.Account.Email == email));
}
