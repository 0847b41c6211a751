using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Accreditation;
using SrmPortal.Web.Features.Registration;

namespace SrmPortal.Web.Tests.Accreditation;

/// <summary>A portal with an accreditation desk, two categories, and registrations that were sent to it.</summary>
internal static class DeskPortal
{
    public const long Completeness = 21, Security = 22, Legal = 23, Finance = 24, Commission = 25, Head = 29, Administrator = 30, Buyer = 31, OtherFinance = 34;

    public static readonly string[] Usual = ["completeness", "security", "legal", "finance"];

    public static Task<Portal> With(string provider = Databases.Sqlite) => new Portal(provider).BegunAs("desk", portal => portal.Seen(Scope.System, async db =>
    {
        await AddStaff(db, Completeness, StaffRoles.Reviewer, "completeness");
        await AddStaff(db, Security, StaffRoles.Reviewer, "security");
        await AddStaff(db, Legal, StaffRoles.Reviewer, "legal");
        await AddStaff(db, Finance, StaffRoles.Reviewer, "finance");
        await AddStaff(db, OtherFinance, StaffRoles.Reviewer, "finance");
        await AddStaff(db, Commission, StaffRoles.Reviewer, "commission");
        await AddStaff(db, Head, StaffRoles.HeadOfDesk);
        await AddStaff(db, Administrator, StaffRoles.Administrator);
        await AddStaff(db, Buyer, StaffRoles.Buyer);
        if (Databases.Chosen(provider) == Databases.PostgreSql)
        {
            await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Accounts" ALTER COLUMN "Id" RESTART WITH 1000""");
        }

        db.AddRange(new Category(null, "12.04", "Трубы бесшовные", "Seamless pipes"), new Category(null, "41.02", "Автоперевозки", "Road transport") { NeedsCommission = true });
        return await db.SaveChangesAsync();
    }));

    public static async Task AddStaff(PortalDbContext db, long key, StaffRoles role, string? check = null)
    {
        var person = new UserAccount($"SRM{key:000000000}", $"staff{key}@group.example", $"Зимина Ольга{key} Викторовна", "en");
        person.Appoint(role, checkCode: check);
        person.Activate();
        db.Entry(person).Property(nameof(UserAccount.Id)).CurrentValue = key;
        db.Add(person);
        await db.SaveChangesAsync();
    }

    /// <summary>Filled, its documents stored, and sent by the portal's own deed.</summary>
    /// <returns>Its number.</returns>
    public static async Task<string> Sent(this Portal portal, Applicant? applicant = null, CompanyDetails? company = null, string category = "12.04", params RegistrationPerson[] people)
    {
        var id = await portal.As(Scope.System, async services =>
        {
            var (db, now) = (services.GetRequiredService<PortalDbContext>(), portal.Clock.GetUtcNow().UtcDateTime);
            var registration = new SupplierRegistration(Guid.NewGuid(), applicant ?? GivenRegistration.Applicant, "RU", now);
            registration.ConfirmAddress(now);
            registration.FillDetails(company ?? GivenRegistration.Company, now);
            registration.FillPeople(["RU-66"], people.Length == 0 ? [GivenRegistration.Everything] : people, now);
            registration.FillCategories([await db.Categories.Where(c => c.Code == category).Select(c => c.Id).SingleAsync()], now);
            db.Add(registration);
            await db.SaveChangesAsync();
            foreach (var kind in new[] { "charter", "appointment", "accounts", "declaration" })
            {
                await Attach(services, registration, kind, $"{kind}.pdf", now);
            }

            registration.Agree([.. services.GetRequiredService<ConsentTexts>().Editions.Select(one => new ConsentText(one.Key, one.Value, "ru", new string('0', 64)))], now);
            await db.SaveChangesAsync();
            return registration.Id;
        });
        return await portal.SendAs(id);
    }

    public static Task<string> SendAs(this Portal portal, long registration) => portal.As(Scope.Applicant(registration), async services =>
    {
        var revision = await services.GetRequiredService<PortalDbContext>().Registrations.Select(r => r.Revision).SingleAsync();
        return await services.GetRequiredService<SendRegistration>().Send(revision, portal.Clock.GetUtcNow().UtcDateTime);
    });

    public static async Task Attach(IServiceProvider services, SupplierRegistration registration, string kind, string name, DateTime now)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var written = await services.GetRequiredService<IFileStore>().Write(FileArea.Files, new MemoryStream("%PDF-1.7 of a test"u8.ToArray()), 1000, CancellationToken.None);
        var file = new StoredFile(written!, name, FileKind.Pdf, FileOwner.Registration(registration.Id), now);
        db.Add(file);
        await db.SaveChangesAsync();
        registration.Attach(kind, new DocumentFile(file.Id, name, file.Size), 1_000_000, now);
    }

    /// <summary>The reviewer opens the case, fills the form as it was rendered, and presses the button.</summary>
    public static async Task<HttpResponseMessage> Decide(this Portal portal, long reviewer, string number, CheckOutcome outcome, string comment = "", params (string, string)[] more)
    {
        if (outcome is CheckOutcome.Passed)
        {
            await portal.LookUp(reviewer, number);
        }

        var browser = portal.SignedIn($"staff:{reviewer}");
        return await browser.Press(await browser.Page($"/accreditation/{number}"), "Record the decision", [("Outcome", outcome.ToString()), ("Comment", comment), .. more]);
    }

    /// <summary>The reviewer finds nothing in any register that the own checks look into.</summary>
    public static Task LookUp(this Portal portal, long reviewer, string number) => portal.As(Scope.StaffOf(reviewer, StaffRoles.Reviewer), async services =>
    {
        var (db, people) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<DeskPeople>());
        var accreditation = await db.AccreditationCases.AsNoTracking().Include(c => c.Checks).Include(c => c.StopFactors).SingleAsync(c => c.Number == number);
        var person = await people.Of(reviewer, await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == accreditation.RegistrationId));
        foreach (var check in accreditation.Checks.Where(check => check.StopFactorCount > 0 && accreditation.CanDecide(check, person)))
        {
            await services.GetRequiredService<ArrangeCheck>().LookUp(number, check.Code,
                [.. accreditation.StopFactorsOf(check).Select(item => new StopFactorEntry(item.FactorId, StopFactorResult.Clear, WorkingDays.DayOf(portal.Now()), "Extract of today"))], reviewer, portal.Now());
        }

        return true;
    });

    public static long ReviewerOf(string check) => check switch
    {
        "completeness" => Completeness,
        "security" => Security,
        "legal" => Legal,
        "finance" => Finance,
        _ => Commission,
    };

    public static async Task Pass(this Portal portal, string number, params string[] checks)
    {
        foreach (var check in checks)
        {
            var answer = await portal.Decide(ReviewerOf(check), number, CheckOutcome.Passed);
            Assert.True(answer.StatusCode is System.Net.HttpStatusCode.Redirect, $"{check}: {answer.StatusCode} {(await answer.Parsed()).Text()}");
        }
    }

    public static Task<AccreditationCase> CaseOf(this Portal portal, string number) => portal.Seen(Scope.System, db =>
        db.AccreditationCases.Include(c => c.Checks).Include(c => c.Decisions).Include(c => c.Notes).Include(c => c.StopFactors).Include(c => c.Comments).AsSplitQuery().SingleAsync(c => c.Number == number));

    public static Task<SupplierRegistration> RegistrationOf(this Portal portal, string number) =>
        portal.Seen(Scope.System, db => db.Registrations.SingleAsync(r => r.Number == number));

    public static async Task<string> States(this Portal portal, string number) =>
        string.Join(' ', (await portal.CaseOf(number)).Checks.Select(check => check.State));

    public static string Errors(this IDocument page) => page.QuerySelector(".error-summary")?.TextContent ?? "";
}

internal static class Applicants
{
    public static DateTime Now(this Portal portal) => portal.Clock.GetUtcNow().UtcDateTime;

    /// <summary>The applicant changes something, or withdraws as the page does.</summary>
    public static Task Correct(this Portal portal, long registration, Action<SupplierRegistration> change, bool withdraw = false) =>
        portal.As(Scope.Applicant(registration), services => services.GetRequiredService<PortalDbContext>().InTransaction(async () =>
        {
            var mine = await services.GetRequiredService<PortalDbContext>().Registrations.SingleAsync();
            change(mine);
            if (withdraw)
            {
                mine.Withdraw(portal.Now());
                await services.GetRequiredService<AccreditationDesk>().Cancel(mine, portal.Now());
            }

            return mine;
        }));
}
