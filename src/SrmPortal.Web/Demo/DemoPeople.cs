using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Demo;

/// <summary>Brings the group, its classifier, its people and its suppliers into being.</summary>
internal sealed class DemoPeople(DemoStage stage)
{
    public const string Password = "metallurg-2026";

    private string? _hash;

    public Task<bool> ComeTogether(DateTime now, DateTime today) => stage.Play(now, Scope.System, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var (open, passwords, consents) = (services.GetRequiredService<OpenAccount>(), services.GetRequiredService<Passwords>(), services.GetRequiredService<ConsentTexts>());
        var accepted = Speaking.In(Language.Russian, () => new[] { consents.Of(ConsentKind.Terms), consents.Of(ConsentKind.PeopleInformed) });
        db.AddRange(DemoStaff.Sites());
        db.AddRange(Categories());
        await db.SaveChangesAsync();

        var sites = await db.Sites.OrderBy(site => site.Id).Select(site => new { site.Id, CompanyId = site.Company.Id }).ToListAsync();
        foreach (var colleague in DemoStaff.People)
        {
            var account = await open.ForStaff(new NewPerson(colleague.Name, $"{colleague.Mailbox}@{DemoStaff.MailDomain}", "+7 3435 22-91-17", colleague.Position, "ru"));
            var site = colleague is { Role: StaffRoles.Buyer, Scope: { } place } ? sites[place[^1] - '0'] : null;
            account.TakeDuties(new StaffDuties(
                colleague.Role & ~StaffRoles.Reviewer,
                colleague is { Role: StaffRoles.Reviewer, Scope: { } check } ? [check] : [],
                site is null ? [] : [colleague.Scope!.StartsWith(DemoColleague.WholeCompany, StringComparison.Ordinal) ? new BuyerPlace(site.CompanyId, null) : new BuyerPlace(null, site.Id)]), otherAdministrators: 1);
            await GivePassword(db, passwords, account, now);
        }

        var categories = await db.Categories.ToDictionaryAsync(category => category.Code, category => category.Id);
        foreach (var company in DemoCompanies.All)
        {
            var supplier = new Supplier(RandomNumbers.SupplierNumber(), company.Details, company.Regions, company.Categories.Select(code => categories[code]), now, company.EndsInDays is { } days ? new WorkingDays([]).EndOf(WorkingDays.DayOf(today).AddDays(days)) : now.AddYears(3));
            db.Add(supplier);
            await db.SaveChangesAsync();
            foreach (var person in company.People)
            {
                var membership = await open.For(new NewPerson(person.Name, $"{person.Mailbox}@{company.Domain}", null, person.Position, "ru"), supplier.Id, person.Rights);
                await GivePassword(db, passwords, membership.Account, now);
                db.AddRange(accepted.Select(text => new PersonConsent(membership.Account, text, now)));
            }
        }

        return true;
    });

    private async Task GivePassword(PortalDbContext db, Passwords passwords, UserAccount account, DateTime now)
    {
        account.TakePassword();
        await db.SaveChangesAsync();
        var credential = new Credential { Id = account.Id, UserName = account.UserName, NormalizedUserName = account.NormalizedUserName, LockoutEnabled = false };
        if (_hash is null)
        {
            passwords.Set(credential, Password, now);
            _hash = credential.PasswordHash;
        }

        // It is the same for all and stands on the sign-in page: hashing it for each would only make the start slow.
        (credential.PasswordHash, credential.SecurityStamp, credential.PasswordSetAt) = (_hash, Guid.NewGuid().ToString("N"), now);
        db.Add(credential);
        await db.SaveChangesAsync();
    }

    private static Dictionary<string, Category>.ValueCollection Categories()
    {
        var stream = typeof(DemoPeople).Assembly.GetManifestResourceStream("SrmPortal.Web.Demo.categories.tsv")!;
        using var reader = new StreamReader(stream);
        Dictionary<string, Category> known = [];
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var (code, name, nameEn) = line.Split('\t') is [var one, var two, var three] ? (one, two, three) : throw new FormatException(line);
            var parent = code.LastIndexOf('.') is > 0 and var end ? known[code[..end]] : null;
            known[code] = new Category(parent, code, name, nameEn) { NeedsCommission = code.StartsWith("41", StringComparison.Ordinal) };
        }

        return known.Values;
    }
}
