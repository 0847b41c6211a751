using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Administration;
using SrmPortal.Web.Tests.Registration;
using static SrmPortal.Web.Tests.Accreditation.DeskPortal;

namespace SrmPortal.Web.Tests.Accreditation;

/// <summary>The administrator says who decides which check and who is head of the desk; a check that was added in the browser is decided in the browser.</summary>
public sealed class DeskStaffTests
{
    private const string Page = "/administration/desk";

    [Fact]
    public async Task A_check_that_was_added_gets_its_reviewer_who_decides_it()
    {
        await using var portal = await DeskPortal.With();
        var administrator = portal.SignedIn($"staff:{Administrator}");
        await administrator.Press(await administrator.Page("/administration/checks/new"), "Save the check", ("Code", "safety"), ("Name", "Промышленная безопасность"), ("NameEn", "Industrial safety"),
            ("Department", "служба ОТиПБ"), ("DepartmentEn", "safety service"), ("Order", "5"));
        var number = await portal.Sent();
        Assert.Contains("nobody is appointed", Row(await administrator.Page(Page), "Industrial safety"), StringComparison.Ordinal);

        await administrator.PressAndFollow(await administrator.Page(Page), "Appoint", ("PersonId", $"{Buyer}"), ("Duty", "safety"));
        await administrator.PressAndFollow(await administrator.Page(Page), "Appoint", ("PersonId", $"{Buyer}"), ("Duty", "safety"));

        Assert.Contains($"Ольга{Buyer}", Row(await administrator.Page(Page), "Industrial safety"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Decide(Buyer, number, CheckOutcome.Passed)).StatusCode);
        Assert.Equal(CheckState.Passed, (await portal.CaseOf(number)).Check("safety")!.State);
        var recorded = await portal.Seen(Scope.System, db => db.Audit.Where(a => a.Action == nameof(StaffAppointed) && a.PersonId == Administrator).SingleAsync());
        Assert.Contains("safety", recorded.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_dismissed_decides_nothing_and_what_was_given_to_him_alone_is_the_others()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        await portal.Pass(number, "completeness", "security", "legal");
        var head = portal.SignedIn($"staff:{Head}");
        await head.Press(await head.Page($"/accreditation/{number}/finance"), "Give the check", ("ReviewerId", $"{OtherFinance}"));
        var dismissed = portal.SignedIn($"staff:{OtherFinance}");
        var form = await dismissed.Page($"/accreditation/{number}");
        var administrator = portal.SignedIn($"staff:{Administrator}");

        var after = await Dismissed(administrator, await administrator.Page(Page), OtherFinance, "finance");

        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await dismissed.Press(form, "Record the decision", ("Outcome", "Passed"))).StatusCode);
        Assert.Contains("УралТрубСнаб", (await portal.SignedIn($"staff:{Finance}").Page("/accreditation")).Text(), StringComparison.Ordinal);
        Assert.Contains("decides it no longer", (await head.Page($"/accreditation/{number}/history")).Text(), StringComparison.Ordinal);
        await portal.DeliverMail();
        Assert.Contains("Financial check", portal.MailsTo($"staff{Finance}@group.example")[^1].Subject, StringComparison.Ordinal);
        await portal.Pass(number, "finance");
    }

    [Fact]
    public async Task The_last_one_stays_nobody_appoints_himself_and_nothing_unknown_is_taken()
    {
        await using var portal = await DeskPortal.With();
        var administrator = portal.SignedIn($"staff:{Administrator}");
        var page = await administrator.Page(Page);

        Assert.Empty(Buttons(page, Head, DutyForm.Head));
        Assert.Empty(Buttons(page, Legal, "legal"));
        Assert.Single(Buttons(page, Finance, "finance"));
        Assert.DoesNotContain(page.QuerySelectorAll<IHtmlOptionElement>("#PersonId option"), option => option.Value == $"{Administrator}");
        Assert.Equal([DeskRules.LastHead], await Refused(portal, appoint => appoint.Dismiss(Head, DeskDuty.Head)));
        Assert.Equal([DeskRules.LastReviewer], await Refused(portal, appoint => appoint.Dismiss(Legal, new DeskDuty("legal"))));
        Assert.Equal([DeskRules.OwnAppointment], await Refused(portal, appoint => appoint.Appoint(Administrator, DeskDuty.Head, Administrator)));
        var nobody = await WrongInput.Refused(administrator, page, "Appoint", []);
        Assert.Contains("Choose a person", nobody.GetElementById("PersonId-e")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Choose a duty", nobody.GetElementById("Duty-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([DeskRules.NoSuchPerson, DeskRules.NoSuchDuty], await Refused(portal, appoint => appoint.Appoint(4711, new DeskDuty("nothing"), Administrator)));

        // A check that is switched off needs nobody once no application has to pass it.
        var running = await portal.Sent();
        await administrator.Press(await administrator.Page("/administration/checks/legal"), "Save the check", ("IsActive", "false"));
        Assert.Equal([DeskRules.LastReviewer], await Refused(portal, appoint => appoint.Dismiss(Legal, new DeskDuty("legal"))));
        await portal.Decide(Completeness, running, CheckOutcome.Failed, "Нет устава.");
        await portal.As(Scope.StaffOf(Administrator, StaffRoles.Administrator), async services =>
        {
            await services.GetRequiredService<AppointToDesk>().Dismiss(Legal, new DeskDuty("legal"));
            return true;
        });
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Appointments.CountAsync(a => a.CheckCode == "legal")));
        foreach (var other in new[] { Head, Completeness, Buyer })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn($"staff:{other}").GetAsync(Page)).StatusCode);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_who_take_back_the_last_two_appointments_at_once_one_is_refused(string database)
    {
        await using var portal = await DeskPortal.With(database);

        var both = await Task.WhenAll(
            Refused(portal, appoint => appoint.Dismiss(Finance, new DeskDuty("finance"))),
            Refused(portal, appoint => appoint.Dismiss(OtherFinance, new DeskDuty("finance"))));

        Assert.Equal([DeskRules.LastReviewer], both.SelectMany(codes => codes));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Appointments.CountAsync(a => a.CheckCode == "finance")));
    }

    private static string Row(IDocument page, string duty) => page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Contains(duty, StringComparison.Ordinal)).TextContent;

    private static IEnumerable<IElement> Buttons(IDocument page, long person, string duty) => page.QuerySelectorAll("form.person-line")
        .Where(form => form.QuerySelector("[name=PersonId]")!.GetAttribute("value") == $"{person}" && form.QuerySelector("[name=Duty]")!.GetAttribute("value") == duty).SelectMany(form => form.QuerySelectorAll("button"));

    private static Task<HttpResponseMessage> Dismissed(HttpClient browser, IDocument page, long person, string duty)
    {
        var form = (IHtmlFormElement)Buttons(page, person, duty).Single().Closest("form")!;
        return browser.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(form.QuerySelectorAll<IHtmlInputElement>("input").Select(input => KeyValuePair.Create(input.Name!, input.Value))));
    }

    private static async Task<IEnumerable<string>> Refused(Portal portal, Func<AppointToDesk, Task> deed)
    {
        try
        {
            return await portal.As(Scope.StaffOf(Administrator, StaffRoles.Administrator), async services =>
            {
                await deed(services.GetRequiredService<AppointToDesk>());
                return Array.Empty<string>();
            });
        }
        catch (RuleViolation violation)
        {
            return violation.Broken.Select(rule => rule.Code);
        }
    }
}
