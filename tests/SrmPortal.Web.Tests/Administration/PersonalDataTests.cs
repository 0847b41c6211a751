using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Tests.Registration;

namespace SrmPortal.Web.Tests.Administration;

/// <summary>A person sees and takes away what is held, takes the consent back, and is erased; what the person did stays readable, and the chain whole.</summary>
public sealed class PersonalDataTests
{
    private const string UserName = "SRM000000070", Email = "person70@supplier7.example", Name = "Ковалёва Марина Сергеевна", Phone = "+7 912 345-67-89";
    private const string Mine = "/profile/data", Theirs = "/administration/personal-data", Address = "203.0.113.18", AsApplicant = "198.51.100.9";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_consent_that_is_taken_back_ends_the_access_and_leads_to_the_erasure_of_who_it_was(string database)
    {
        await using var portal = await Stand(database);
        var person = await portal.SignInAs(UserName);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);

        var held = (await person.Page(Mine)).Text();
        Assert.All([Name, Email, Phone, Address, AsApplicant, "Supplier 7", "who filled it in"], one => Assert.Contains(one, held, StringComparison.Ordinal));
        var file = JsonDocument.Parse(await person.GetByteArrayAsync(Mine + "/my-data.json")).RootElement;
        Assert.Equal(Email, file.GetProperty("account").GetProperty("email").GetString());
        Assert.NotEqual(0, file.GetProperty("happenings").GetArrayLength());
        Assert.NotEqual(0, file.GetProperty("consents").GetArrayLength());

        var page = await person.Page(Mine + "/revoke");
        Assert.Contains("last master user of Supplier 7", page.Text(), StringComparison.Ordinal);
        WrongInput.SaysAt(await WrongInput.Refused(person, page, "Take it back and end my access", []), "IsConfirmed", "Tick the box");
        await person.Press(page, "Take it back and end my access", ("IsConfirmed", "true"));
        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync(Mine)).StatusCode);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.PersonConsents.CountAsync(c => c.RevokedAt == null && c.AccountId == 70)));
        await portal.DeliverMail();
        Assert.Contains(portal.MailsTo("staff5@group.example"), mail => mail.Subject == "Personal data are to be erased: " + UserName);

        var administrator = portal.SignedIn("staff:5");
        Assert.Contains(Name, (await administrator.Page(Theirs)).Text(), StringComparison.Ordinal);
        page = await administrator.Page($"{Theirs}/{UserName}");
        WrongInput.SaysAt(await WrongInput.Refused(administrator, page, "Erase for ever", [("Typed", "SRM1")]), "Typed", "as it stands above");
        await administrator.PressAndFollow(page, "Erase for ever", ("Typed", UserName));

        await Nothing(portal, database);
        Assert.Contains("№ 70", (await administrator.Page($"{Theirs}/{UserName}")).Text().Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Press(page, "Erase for ever", ("Typed", UserName))).StatusCode);
        await portal.Open();
        await portal.As(Scope.System, services => services.GetRequiredService<AuditChain>().Seal(Given.InTime.AddHours(1)));
        Assert.Empty((await portal.As(Scope.System, services => services.GetRequiredService<AuditVerification>().Run([]))).Faults);
        var history = (await portal.SignedIn("staff:6").Page("/audit?what=Offers")).Text().Replace('\u00A0', ' ');
        Assert.Contains("№ 70", history, StringComparison.Ordinal);
        Assert.Contains("was submitted, version 1", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_or_erases_and_who_still_works_for_the_group_is_not_erased()
    {
        await using var portal = await Stand(Databases.Sqlite);
        foreach (var who in new[] { "supplier:7", "staff:1", "staff:6" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn(who).GetAsync($"{Theirs}/{UserName}")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn(who).GetAsync($"{Theirs}/{UserName}/data.json")).StatusCode);
        }

        var administrator = portal.SignedIn("staff:5");
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"{Theirs}/SRM999999999")).StatusCode);
        Assert.Contains("Still works on the portal", (await administrator.Page($"{Theirs}/SRM000000001")).Text(), StringComparison.Ordinal);
        var page = await administrator.Page($"{Theirs}/{UserName}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Send(page, $"{Theirs}/SRM000000001/erase", ("Typed", "SRM000000001"))).StatusCode);
        Assert.DoesNotContain("Take it back", (await portal.SignedIn("staff:1").Page(Mine + "/revoke")).Text(), StringComparison.Ordinal);
        Assert.Equal(Email, JsonDocument.Parse(await administrator.GetByteArrayAsync($"{Theirs}/{UserName}/data.json")).RootElement.GetProperty("account").GetProperty("email").GetString());
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(HeldDataTaken) && a.PersonId == 5)));
    }

    [Fact]
    public async Task Before_the_opening_nothing_that_is_held_tells_the_administrator_of_an_offer()
    {
        const string from = "198.51.100.77";
        await using var portal = await Stand(Databases.Sqlite);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        await portal.DeliverMail();
        await portal.Seen(Scope.System, async db =>
        {
            var submitted = await db.Audit.SingleAsync(a => a.Action == "OfferSubmitted");
            db.Add(new PersonalRecord { Record = submitted, PersonId = 70, Content = $$"""{"address":"{{from}}","values":[]}""", Salt = new byte[32] });
            return await db.SaveChangesAsync();
        });
        var (own, administrator) = (portal.SignedIn("supplier:7"), portal.SignedIn("staff:5"));
        async Task<(string Text, int Notices)> Held(HttpClient reader, string path)
        {
            var file = await reader.GetStringAsync(path);
            return (file, JsonDocument.Parse(file).RootElement.GetProperty("notices").GetInt32());
        }

        var (mine, theirs) = (await Held(own, Mine + "/my-data.json"), await Held(administrator, $"{Theirs}/{UserName}/data.json"));
        Assert.Contains(from, mine.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch($"{from}|OfferS", theirs.Text);
        Assert.True(theirs.Notices < mine.Notices);
        var page = (await administrator.Page($"{Theirs}/{UserName}")).Text();
        Assert.DoesNotContain(from, page, StringComparison.Ordinal);

        await portal.Open();
        Assert.Contains(from, (await Held(administrator, $"{Theirs}/{UserName}/data.json")).Text, StringComparison.Ordinal);
        Assert.Contains(from, (await administrator.Page($"{Theirs}/{UserName}")).Text(), StringComparison.Ordinal);
    }

    private static async Task<Portal> Stand(string database)
    {
        var portal = await Portal.With(database);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 5, StaffRoles.Administrator);
            await Portal.AddStaff(db, 6, StaffRoles.Auditor);
            var account = await db.Accounts.SingleAsync(a => a.Id == 70);
            account.ChangePerson(Name, Phone);
            (await db.Memberships.SingleAsync(m => m.AccountId == 70)).Change(new MembershipRights(true, true, false, true), null);
            var registration = new SupplierRegistration(Guid.NewGuid(), new Applicant("Ковалёва", "Марина", "Сергеевна", Email, "ru"), "RU", Given.OnPublishing);
            db.Add(registration);
            // As the letter wrote it.
            db.Add(new LostMasterCase(await db.Suppliers.SingleAsync(s => s.Id == 7), new NamedMaster(Name, "Директор", Phone, "Person70@Supplier7.example"), "Иванов И. И.", [], Guid.NewGuid(), 5, Given.OnPublishing));
            return await db.SaveChangesAsync();
        });
        var application = await portal.Seen(Scope.System, db => db.Registrations.Select(r => r.Id).SingleAsync());
        await portal.As(Scope.Applicant(application), async services =>
        {
            services.GetRequiredService<CurrentScope>().From = new Origin(AsApplicant, null);
            var db = services.GetRequiredService<PortalDbContext>();
            (await db.Registrations.SingleAsync()).FillPeople(["RU-66"], [GivenRegistration.Everything with { FullName = Name, Email = Email, Phone = Phone }], Given.OnPublishing);
            return await db.SaveChangesAsync();
        });
        await portal.GivePassword(70);
        return portal;
    }

    private static async Task Nothing(Portal portal, string database)
    {
        var left = await portal.Seen(Scope.System, async db => new
        {
            Account = await db.Accounts.SingleAsync(a => a.Id == 70),
            Registration = await db.Registrations.SingleAsync(),
            Personal = await db.AuditPersonal.CountAsync(p => p.PersonId == 70 || p.Content.Contains(AsApplicant)),
            Letter = await db.LostMasterCases.Select(c => c.Master).SingleAsync(),
            Secrets = await db.Credentials.CountAsync(c => c.Id == 70) + await db.OpenSessions.CountAsync(s => s.AccountId == 70) + await db.KnownBrowsers.CountAsync(b => b.AccountId == 70),
        });
        Assert.Equal(("№\u00A070", null, 0, 0), (left.Account.FullName, left.Account.Phone, left.Personal, left.Secrets));
        Assert.Equal(new NamedMaster("№\u00A070", "", "", ""), left.Letter);
        Assert.DoesNotContain("Ковал", left.Registration.Applicant.FullName + left.Registration.Content.People[0].FullName, StringComparison.Ordinal);
        if (database == Databases.PostgreSql)
        {
            var stored = portal.EverythingStored;
            Assert.All([Email, "Ковалёва", Phone, Address], one => Assert.DoesNotContain(one, stored, StringComparison.OrdinalIgnoreCase));
        }
    }
}
