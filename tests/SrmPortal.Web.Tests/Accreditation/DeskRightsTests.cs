using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Accreditation;
using static SrmPortal.Web.Tests.Accreditation.DeskPortal;

namespace SrmPortal.Web.Tests.Accreditation;

/// <summary>Who may do what at the desk, and what happens when two do it at once.</summary>
public sealed class DeskRightsTests
{
    [Fact]
    public async Task Buyers_administrators_and_strangers_have_no_desk()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();

        foreach (var path in new[] { "/accreditation", $"/accreditation/{number}" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn($"staff:{Buyer}").GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn($"staff:{Administrator}").GetAsync(path)).StatusCode);
            Assert.NotEqual(HttpStatusCode.OK, (await portal.Browser().GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn($"staff:{Head}").GetAsync("/accreditation/00000000")).StatusCode);
    }

    [Fact]
    public async Task A_reviewer_of_another_check_sees_no_form_and_a_forged_one_changes_nothing()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        var mine = portal.SignedIn($"staff:{Completeness}");
        var (_, fields) = (await mine.Page($"/accreditation/{number}")).Form("Record the decision", ("Outcome", "Passed"));
        var other = portal.SignedIn($"staff:{Finance}");
        var page = await other.Page($"/accreditation/{number}");
        Assert.DoesNotContain("Record the decision", page.Text(), StringComparison.Ordinal);

        // The forger has an own token: of another page of the own session.
        await portal.Sent(new Applicant("Сидоров", "Сидор", "", "sidorov@other.example", "ru"), GivenRegistration.Company with { TaxNumber = GivenRegistration.OtherInn });
        var token = (await other.Page("/accreditation")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await other.PostAsync($"/accreditation/{number}/completeness/decision",
            new FormUrlEncodedContent([.. fields.Where(field => field.Key != "__RequestVerificationToken"), new("__RequestVerificationToken", token)]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Pending NotStarted NotStarted NotStarted", await portal.States(number));
        Assert.Equal([AccreditationRules.NotYourCheck], await portal.Refused(Finance, number, "completeness"));
    }

    [Fact]
    public async Task Who_is_named_in_the_questionnaire_decides_nothing_in_it()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent(new Applicant("Зимина", "Ольга", "", $"STAFF{Completeness}@group.example", "ru"));

        var page = await portal.SignedIn($"staff:{Completeness}").Page($"/accreditation/{number}");

        Assert.Contains("You can’t decide here.", page.Text(), StringComparison.Ordinal);
        Assert.Equal([AccreditationRules.OwnEntries], await portal.Refused(Completeness, number, "completeness"));
    }

    [Fact]
    public async Task Who_has_filled_it_in_for_the_company_decides_nothing_in_it()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        var id = (await portal.RegistrationOf(number)).Id;
        await portal.Decide(Completeness, number, CheckOutcome.InformationRequested, "Адрес?", ("Parts", "Details"));

        // Signed in as a reviewer of security, and at the registration by its link.
        await portal.As(Scope.StaffOf(Security, StaffRoles.Reviewer) with { RegistrationId = id }, services => services.GetRequiredService<PortalDbContext>().InTransaction(async () =>
        {
            var registration = await services.GetRequiredService<PortalDbContext>().Registrations.SingleAsync(r => r.Id == id);
            registration.FillDetails(registration.Content.Details with { Website = "uts.example" }, portal.Now());
            return registration;
        }));
        await portal.SendAs(id);
        await portal.Pass(number, "completeness");

        Assert.Equal([AccreditationRules.OwnEntries], await portal.Refused(Security, number, "security"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_reviewers_who_decide_one_check_at_once_the_second_is_told(string provider)
    {
        await using var portal = await DeskPortal.With(provider);
        var number = await portal.Sent();
        await portal.Pass(number, "completeness", "security", "legal");

        var outcomes = await Task.WhenAll(
            portal.Outcome(Finance, number, "finance", CheckOutcome.Failed),
            portal.Outcome(OtherFinance, number, "finance", CheckOutcome.InformationRequested));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Single(outcomes, outcome => outcome is AccreditationRules.DecidedAlready or AccreditationRules.Closed);
        Assert.Equal(4, (await portal.CaseOf(number)).Decisions.Count);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_reviewers_side_by_side_wait_for_nobody_and_lose_nothing(string provider)
    {
        await using var portal = await DeskPortal.With(provider);
        await portal.Seen(Scope.System, db => db.CheckDefinitions.Where(d => d.Code == "legal").ExecuteUpdateAsync(set => set.SetProperty(d => d.Order, 20)));
        var number = await portal.Sent();
        await portal.Pass(number, "completeness");
        Assert.Equal("Passed Pending Pending NotStarted", await portal.States(number));
        await portal.LookUp(Security, number);

        var outcomes = await Task.WhenAll(
            portal.Outcome(Security, number, "security", CheckOutcome.Passed), portal.Outcome(Legal, number, "legal", CheckOutcome.Passed));

        Assert.All(outcomes, Assert.Null);
        Assert.Equal("Passed Passed Passed Pending", await portal.States(number));
    }

    [Fact]
    public async Task A_button_pressed_twice_decides_once()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        var browser = portal.SignedIn($"staff:{Completeness}");
        var page = await browser.Page($"/accreditation/{number}");

        var first = await browser.Press(page, "Record the decision", ("Outcome", "Passed"));
        var second = await browser.Press(page, "Record the decision", ("Outcome", "Passed"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        Assert.Single((await portal.CaseOf(number)).Decisions);
    }

    [Fact]
    public async Task An_empty_decision_is_refused_at_its_fields_and_what_was_typed_stays()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();

        var nothing = await portal.Decide(Completeness, number, CheckOutcome.InformationRequested, "", ("Note", "Спросить коллег"), ("AnswerDue", "x"));
        var page = await nothing.Parsed();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.NotNull(page.QuerySelector("#AnswerDue-e"));
        Assert.Equal("Спросить коллег", page.QuerySelector("#Note")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector("[name=Outcome][value=InformationRequested][checked]"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_registrations_of_one_company_one_is_accredited_and_the_other_is_told(string provider)
    {
        await using var portal = await DeskPortal.With(provider);
        var first = await portal.Sent();
        var second = await portal.Sent(new Applicant("Захватов", "Иван", "", "rival@rival.example", "ru"),
            people: [GivenRegistration.Everything with { Email = "rival@rival.example" }]);
        await portal.Pass(first, "completeness", "security", "legal");
        await portal.Pass(second, "completeness", "security", "legal");
        var page = (await portal.SignedIn($"staff:{Finance}").Page($"/accreditation/{first}/companies")).Text();
        Assert.Contains("rival@rival.example", page, StringComparison.Ordinal);
        Assert.Contains("kovaleva@uraltrubsnab.example", page, StringComparison.Ordinal);
        await portal.LookUp(Finance, first);
        await portal.LookUp(OtherFinance, second);

        var outcomes = await Task.WhenAll(
            portal.Outcome(Finance, first, "finance", CheckOutcome.Passed), portal.Outcome(OtherFinance, second, "finance", CheckOutcome.Passed));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Single(outcomes, AccreditationRules.CompanyTaken);
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Suppliers.CountAsync()));
        var loser = outcomes[0] is null ? second : first;
        Assert.Equal("Passed Passed Passed Pending", await portal.States(loser));
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Decide(Finance, loser, CheckOutcome.Failed, "Компания уже аккредитована.")).StatusCode);
    }

    [Fact]
    public async Task A_person_of_the_group_cannot_become_a_suppliers_person()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent(people: [GivenRegistration.Everything with { Email = $"staff{Buyer}@group.example" }]);
        await portal.Pass(number, "completeness", "security", "legal");

        var answer = await portal.Decide(Finance, number, CheckOutcome.Passed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("works for the group", (await answer.Parsed()).Errors(), StringComparison.Ordinal);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Suppliers.CountAsync()));
        Assert.Equal("Passed Passed Passed Pending", await portal.States(number));
    }

    [Fact]
    public async Task Opening_the_case_begins_the_review_for_its_reviewer_alone()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();

        await portal.SignedIn($"staff:{Finance}").Page($"/accreditation/{number}");
        await portal.SignedIn($"staff:{Head}").Page($"/accreditation/{number}");
        Assert.Equal(RegistrationState.Submitted, (await portal.RegistrationOf(number)).State);
        await portal.SignedIn($"staff:{Completeness}").Page($"/accreditation/{number}");
        Assert.Equal(RegistrationState.InReview, (await portal.RegistrationOf(number)).State);
    }

    [Fact]
    public async Task A_document_is_given_out_to_the_desk_and_the_audit_knows_it()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        var other = await portal.Sent(new Applicant("Сидоров", "Сидор", "", "sidorov@other.example", "ru"), GivenRegistration.Company with { TaxNumber = GivenRegistration.OtherInn });
        var browser = portal.SignedIn($"staff:{Legal}");
        var link = (await browser.Page($"/accreditation/{number}")).QuerySelector(".files .meta a")!.GetAttribute("href")!;

        var file = await browser.GetAsync(link);

        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(link.Replace(AccreditationCase.Shown(number), AccreditationCase.Shown(other), StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn($"staff:{Buyer}").GetAsync(link)).StatusCode);
        var record = await portal.Seen(Scope.System, db => db.Audit.SingleAsync(a => a.Action == nameof(DocumentDownloaded)));
        Assert.Equal((Legal, AccreditationCase.Shown(number)), (record.PersonId!.Value, record.Subject));
    }

    [Fact]
    public async Task What_the_desk_notes_for_itself_reaches_no_applicant_buyer_or_support()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        await portal.Decide(Completeness, number, CheckOutcome.Passed, "Документы полные.", ("Note", "Проверить связь с Ивановым"));
        await portal.DeliverMail();
        var id = (await portal.RegistrationOf(number)).Id;

        Assert.Contains("Проверить связь", (await portal.SignedIn($"staff:{Security}").Page($"/accreditation/{number}")).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Mails, mail => mail.TextBody!.Contains("Проверить связь", StringComparison.Ordinal));
        foreach (var scope in new[] { Scope.Applicant(id), Scope.StaffOf(Buyer, StaffRoles.Buyer), Scope.StaffOf(5, StaffRoles.Support), Scope.StaffOf(5, StaffRoles.Administrator), Scope.None })
        {
            Assert.Equal(0, await portal.Seen(scope, db => db.CheckNotes.CountAsync()));
        }

        Assert.Equal(1, await portal.Seen(Scope.Applicant(id), db => db.CheckDecisions.CountAsync()));
        Assert.Equal(0, await portal.Seen(Scope.Applicant(id + 1), db => db.AccreditationCases.CountAsync()));
        Assert.Equal(0, await portal.Seen(Scope.StaffOf(Buyer, StaffRoles.Buyer), db => db.AccreditationCases.CountAsync()));
        Assert.Equal(0, await portal.Seen(Scope.StaffOf(Buyer, StaffRoles.Buyer), db => db.CheckDecisions.CountAsync()));
    }
}

internal static class Deciding
{
    /// <summary>The deed itself, as the page would call it: null when it is done, else the first rule that stood in the way.</summary>
    public static async Task<string?> Outcome(this Portal portal, long reviewer, string number, string check, CheckOutcome outcome)
    {
        var sending = (await portal.RegistrationOf(number)).Sendings;
        var form = new DecideForm { Outcome = outcome, Comment = "Why", Parts = [RegistrationParts.Details], AnswerDue = WorkingDays.DayOf(portal.Now()).AddDays(10), Sending = sending, Key = Guid.NewGuid() };
        try
        {
            await portal.As(Scope.StaffOf(reviewer, StaffRoles.Reviewer), services => services.GetRequiredService<DecideCheck>().Decide(number, check, form, reviewer, portal.Now()));
            return null;
        }
        catch (RuleViolation violation)
        {
            return violation.Broken[0].Code;
        }
    }

    public static async Task<string[]> Refused(this Portal portal, long reviewer, string number, string check) =>
        await portal.Outcome(reviewer, number, check, CheckOutcome.Passed) is { } code ? [code] : [];
}
