using System.Net;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using static SrmPortal.Web.Tests.Accreditation.DeskPortal;

namespace SrmPortal.Web.Tests.Accreditation;

/// <summary>From a sent registration to people who sign in, over HTTP.</summary>
public sealed class AccreditationPathTests
{
    private const string Applicant = "kovaleva@uraltrubsnab.example";

    private static readonly RegistrationPerson Master = GivenRegistration.Everything;

    private static readonly RegistrationPerson Contact = new()
    {
        FullName = "Ковалёва Марина Сергеевна",
        Position = "Менеджер",
        Phone = "+7 343 226-41-82",
        Email = Applicant,
        Roles = PersonRoles.ContactPerson,
    };

    private static readonly RegistrationPerson Signatory = new()
    {
        FullName = "Петров Пётр Петрович",
        Position = "Заместитель директора",
        Phone = "+7 343 226-41-83",
        Email = "orlov@uraltrubsnab.example",
        Roles = PersonRoles.Signatory,
        Basis = SigningBasis.Charter,
    };

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Passed_checks_one_after_another_make_a_supplier_and_each_is_mailed(string provider)
    {
        await using var portal = await DeskPortal.With(provider);
        var number = await portal.Sent(people: [Master, Contact, Signatory]);
        await portal.DeliverMail();
        var before = portal.MailsTo(Applicant).Count;

        foreach (var (check, told) in Usual.Zip([1, 2, 3, 4]))
        {
            var answer = await portal.Decide(ReviewerOf(check), number, CheckOutcome.Passed, $"Комментарий к проверке {told}");
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            await portal.DeliverMail();
            var mail = portal.MailsTo(Applicant)[before + told - 1];
            Assert.Contains($"Комментарий к проверке {told}", mail.TextBody, StringComparison.Ordinal);
            Assert.Contains(told < 4 ? "пройдена" : "аккредитована", mail.Subject, StringComparison.Ordinal);
            Assert.Equal($"staff{Head}@group.example", mail.ReplyTo.Mailboxes.Single().Address);
        }

        await portal.Seen(Scope.System, async db =>
        {
            var supplier = await db.Suppliers.Include(s => s.Categories).Include(s => s.Signatories).Include(s => s.Documents).SingleAsync();
            Assert.Matches(@"^S\d{8}$", supplier.Number);
            Assert.Equal((GivenRegistration.Company.ShortName, SupplierState.Accredited), (supplier.Name, supplier.State));
            Assert.Equal("RU-66", Assert.Single(supplier.Regions));
            Assert.Equal("12.04", await db.Categories.Where(c => c.Id == supplier.Categories[0].CategoryId).Select(c => c.Code).SingleAsync());
            Assert.Equal(["Орлов Дмитрий Игоревич", "Петров Пётр Петрович"], supplier.Signatories.Select(one => one.FullName).Order());
            Assert.Equal(["accounts", "appointment", "charter", "declaration"], supplier.Documents.Select(one => one.Kind).Order());
            Assert.All(await db.Files.ToListAsync(), file => Assert.Equal(supplier.Id, file.SupplierId));
            Assert.Equal(
                [(Applicant, new MembershipRights(true, false, false, true)), (Master.Email, new MembershipRights(true, true, false, true))],
                (await db.Memberships.Include(m => m.Account).ToListAsync()).Select(m => (m.Account.Email, m.Rights)).OrderBy(one => one.Email));
            Assert.Equal(supplier.Id, (await db.AccreditationCases.SingleAsync()).SupplierId);
            return Assert.Single(await db.Registrations.Select(r => r.State).ToListAsync());
        });

        // Each of the two who sign in gets an own user name and link; who only signs gets none.
        foreach (var address in new[] { Applicant, Master.Email })
        {
            var person = await portal.Seen(Scope.System, db => db.Accounts.SingleAsync(a => a.Email == address));
            Assert.Contains(person.UserName, portal.MailsTo(address)[^1].TextBody, StringComparison.Ordinal);
            var browser = portal.Browser();
            var set = await browser.Press(await browser.Page(portal.LinkMailedTo(address)), "Set the password and sign in", ("NewPassword", Portal.Password));
            Assert.Equal("/", set.Headers.Location?.ToString());
            await portal.SignInAs(person.UserName);
            // What the applicant has agreed to counts under the account too.
            Assert.Equal(address == Applicant ? [ConsentKind.PersonalData, ConsentKind.Terms] : [],
                (await portal.Seen(Scope.System, db => db.PersonConsents.Where(c => c.AccountId == person.Id).Select(c => c.Kind).ToListAsync())).OrderBy(kind => $"{kind}"));
        }

        Assert.Equal(2, await portal.Seen(Scope.System, db => db.Accounts.CountAsync(a => !a.IsStaff && a.State == AccountState.Active)));
    }

    [Fact]
    public async Task A_failed_check_rejects_and_the_applicant_reads_the_reason()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        await portal.Pass(number, "completeness");

        var answer = await portal.Decide(Security, number, CheckOutcome.Failed, "Задолженность по налогам 1 240 000 ₽.");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("Passed Failed NotStarted NotStarted", await portal.States(number));
        Assert.Equal(RegistrationState.Rejected, (await portal.RegistrationOf(number)).State);
        await portal.DeliverMail();
        var mail = portal.MailsTo(Applicant)[^1];
        Assert.Contains("не пройдена, заявка отклонена", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Задолженность по налогам", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Не проводились", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Suppliers.CountAsync()));
        Assert.DoesNotContain("Record the decision", (await portal.SignedIn($"staff:{Finance}").Page($"/accreditation/{number}")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_opens_what_it_names_and_the_answer_comes_back_with_its_differences()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        await portal.Pass(number, "completeness", "security", "legal");
        var asked = await portal.Decide(Finance, number, CheckOutcome.InformationRequested, "Приложите баланс за 2025 год.", ("Parts", "Documents"), ("Parts", "Details"), ("AnswerDue", "15 Dec 2026"));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);

        var registration = await portal.RegistrationOf(number);
        Assert.Equal((RegistrationState.ReturnedForCorrection, RegistrationParts.Documents | RegistrationParts.Details), (registration.State, registration.OpenParts));
        Assert.Equal(new DateTime(2026, 12, 15, 15, 0, 0, DateTimeKind.Utc), registration.CorrectionDue);
        await portal.DeliverMail();
        Assert.Contains("Приложите баланс за 2025 год.", portal.MailsTo(Applicant)[^1].TextBody, StringComparison.Ordinal);
        var status = await portal.Browser().Page(portal.LinkMailedTo(Applicant));
        Assert.Contains("Приложите баланс за 2025 год.", status.Text(), StringComparison.Ordinal);
        Assert.Single(status.QuerySelectorAll(".tracker .is-now"));

        await portal.Correct(registration.Id, one => one.FillDetails(one.Content.Details with { LegalAddress = "620014, г. Екатеринбург, ул. Малышева, д. 5", LegalForm = "JSC" }, portal.Now()));
        await portal.SendAs(registration.Id);

        // Finance asked; completeness, security and legal rest on the details too.
        Assert.Equal("Pending Pending Pending Pending", await portal.States(number));
        var page = await portal.SignedIn($"staff:{Legal}").Page($"/accreditation/{number}");
        Assert.Contains("It is checked again, because the data has changed. Before, 1 Dec 2026", page.QuerySelector(".checks-of-case")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("del"), changed => changed.TextContent.Contains("Хохрякова", StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("ins"), changed => changed.TextContent.Contains("Малышева", StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("ins"), changed => changed.TextContent.Contains("joint-stock company", StringComparison.Ordinal));
        var card = page.QuerySelector("[aria-labelledby=facts]")!.TextContent;
        Assert.All(new[] { "JSC — joint-stock company", "УралТрубСнаб", "3 of three" }, said => Assert.Contains(said, card, StringComparison.Ordinal));
        await portal.Pass(number, Usual);
        Assert.Equal(CaseState.Approved, (await portal.CaseOf(number)).State);
    }

    [Fact]
    public async Task Only_the_asking_check_goes_on_when_nothing_that_others_rest_on_has_changed()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        await portal.Pass(number, "completeness", "security", "legal");
        await portal.Decide(Finance, number, CheckOutcome.InformationRequested, "Подтвердите, что документы те же.", ("Parts", "Documents"));

        await portal.SendAs((await portal.RegistrationOf(number)).Id);

        Assert.Equal("Passed Passed Passed Pending", await portal.States(number));
    }

    [Fact]
    public async Task What_was_read_before_an_answer_decides_nothing_after_it()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        await portal.Decide(Completeness, number, CheckOutcome.InformationRequested, "Адрес?", ("Parts", "Details"));
        var registration = await portal.RegistrationOf(number);
        await portal.SendAs(registration.Id);
        var browser = portal.SignedIn($"staff:{Completeness}");
        var old = await browser.Page($"/accreditation/{number}");
        await portal.Decide(Completeness, number, CheckOutcome.InformationRequested, "Ещё раз: адрес?", ("Parts", "Details"));
        await portal.Correct(registration.Id, one => one.FillDetails(one.Content.Details with { ActualAddress = "г. Казань, ул. Баумана, д. 1" }, portal.Now()));
        await portal.SendAs(registration.Id);

        var answer = await browser.Press(old, "Record the decision", ("Outcome", "Passed"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(CheckState.Pending, (await portal.CaseOf(number)).Check("completeness")!.State);
        Assert.Contains("Баумана", (await answer.Parsed()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transport_waits_for_the_commission_and_its_day()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent(category: "41.02");
        Assert.Equal([.. Usual, "commission"], (await portal.CaseOf(number)).Checks.Select(check => check.Code));
        await portal.Pass(number, Usual);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await portal.Decide(Commission, number, CheckOutcome.Passed)).StatusCode);

        var browser = portal.SignedIn($"staff:{Commission}");
        var set = await browser.Press(await browser.Page($"/accreditation/{number}/commission"), "Set the day", ("MeetingOn", "15 Dec 2026"));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        await portal.DeliverMail();
        Assert.Contains("15.12.2026", (await portal.SignedIn("nobody", "ru").GetStringAsync(portal.LinkMailedTo(Applicant))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await portal.Decide(Commission, number, CheckOutcome.Passed)).StatusCode);

        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 15, 12, 0, 0, TimeSpan.Zero));
        await portal.Pass(number, "commission");
        Assert.Equal(CaseState.Approved, (await portal.CaseOf(number)).State);
    }

    [Fact]
    public async Task A_withdrawn_registration_leaves_the_queue()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        var browser = portal.SignedIn($"staff:{Completeness}");
        Assert.Contains("УралТрубСнаб", (await browser.Page("/accreditation")).Text(), StringComparison.Ordinal);

        await portal.Correct((await portal.RegistrationOf(number)).Id, _ => { }, withdraw: true);

        Assert.DoesNotContain("УралТрубСнаб", (await browser.Page("/accreditation")).Text(), StringComparison.Ordinal);
        Assert.Equal(CaseState.Cancelled, (await portal.CaseOf(number)).State);
    }
}
