using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Suppliers.Identifiers;
using SrmPortal.Web.Features.Accreditation;
using static SrmPortal.Web.Tests.Accreditation.DeskPortal;

namespace SrmPortal.Web.Tests.Accreditation;

/// <summary>The administrator keeps checks and stop-factors; what runs already is not disturbed. And what stays undone reaches the head of the desk.</summary>
public sealed class ChecksOfAdministratorTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    [Fact]
    public async Task A_new_check_and_a_new_order_count_for_new_applications_alone()
    {
        await using var portal = await DeskPortal.With();
        var running = await portal.Sent();
        var browser = portal.SignedIn($"staff:{Administrator}");
        var page = await browser.Page("/administration/checks/new");
        var refused = await browser.Press(page, "Save the check", ("Code", "Safety!"), ("Countries", "RU ZZ"), ("Categories", "77.77"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("there is no country ZZ", (await refused.Parsed()).Errors(), StringComparison.Ordinal);
        Assert.Contains("there is no category 77.77", (await refused.Parsed()).Errors(), StringComparison.Ordinal);

        var added = await browser.Press(page, "Save the check", ("Code", "safety"), ("Name", "Промышленная безопасность"), ("NameEn", "Industrial safety"), ("Department", "служба ОТиПБ"),
            ("DepartmentEn", "safety service"), ("Order", "20"), ("NormDays", "5"), ("Countries", "ru, by"), ("Categories", "12.04"));
        Assert.True(added.StatusCode is HttpStatusCode.Redirect, (await added.Parsed()).Text());
        var finance = await browser.Page("/administration/checks/finance");
        await browser.Press(finance, "Save the check", ("Order", "5"));

        var (young, other) = (await portal.Sent(company: GivenRegistration.Company with { TaxNumber = GivenRegistration.OtherInn }), await portal.Sent(company: GivenRegistration.Company with { TaxNumber = Inn.WithCheckDigits("771234567") }, category: "41.02"));
        Assert.Equal(Usual, (await portal.CaseOf(running)).Checks.Select(check => check.Code));
        Assert.Equal(["finance", "completeness", "security", "safety", "legal"], (await portal.CaseOf(young)).Checks.Select(check => check.Code));
        Assert.Equal(["finance", "completeness", "security", "legal", "commission"], (await portal.CaseOf(other)).Checks.Select(check => check.Code));
        Assert.Equal("RU BY", await portal.Seen(Scope.System, db => db.CheckDefinitions.Where(d => d.Code == "safety").Select(d => d.Countries).SingleAsync()));
        var recorded = await portal.Seen(Scope.System, db => db.Audit.Where(a => a.Action == nameof(CheckDefinitionChanged)).OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(["safety", "finance"], recorded.Select(record => record.Subject));
        Assert.Contains("40; ", recorded[1].Details, StringComparison.Ordinal);
        Assert.Contains("nobody is appointed", (await browser.Page("/administration/checks")).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("checks/finance", "Save the check")]
    [InlineData("stop-factors/3", "Save the stop-factor")]
    public async Task Who_was_second_is_told_and_keeps_what_was_typed(string address, string button)
    {
        var portal = await shared.Once(() => DeskPortal.With());
        var browser = portal.SignedIn($"staff:{Administrator}");
        var (first, second) = (await browser.Page($"/administration/{address}"), await browser.Page($"/administration/{address}"));
        await browser.Press(first, button, ("NameEn", "Money"));

        var refused = await browser.Press(second, button, ("NameEn", "Balance"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.Parsed();
        Assert.Equal("Balance", again.Value("NameEn"));
        Assert.Contains("Money", (await browser.Page($"/administration/{address}")).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Press(again, button)).StatusCode);
    }

    [Fact]
    public async Task No_portal_is_left_without_a_check_for_everybody()
    {
        await using var portal = await DeskPortal.With();
        var browser = portal.SignedIn($"staff:{Administrator}");
        foreach (var check in Usual[..3])
        {
            Assert.Equal(HttpStatusCode.Redirect, (await browser.Press(await browser.Page($"/administration/checks/{check}"), "Save the check", ("IsActive", "false"))).StatusCode);
        }

        var last = await browser.Press(await browser.Page("/administration/checks/finance"), "Save the check", ("IsActive", "false"));

        Assert.Contains("must be for every company", (await last.Parsed()).Errors(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_factors_are_the_administrators_and_a_case_keeps_its_copy()
    {
        await using var portal = await DeskPortal.With();
        var running = await portal.Sent();
        var browser = portal.SignedIn($"staff:{Administrator}");
        var page = await browser.Page("/administration/stop-factors/new");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Press(page, "Save the stop-factor", ("Link", "ftp://x"))).StatusCode);
        await browser.Press(page, "Save the stop-factor", ("CheckCode", "legal"), ("Name", "Реестр залогов"), ("NameEn", "Register of pledges"), ("Order", "10"), ("Link", "https://www.reestr-zalogov.ru/"));
        await browser.Press(await browser.Page("/administration/stop-factors/3"), "Save the stop-factor", ("IsActive", "false"));

        var young = await portal.CaseOf(await portal.Sent(company: GivenRegistration.Company with { TaxNumber = GivenRegistration.OtherInn }));

        Assert.Equal((4, 0), ((await portal.CaseOf(running)).Check("security")!.StopFactorCount, (await portal.CaseOf(running)).Check("legal")!.StopFactorCount));
        Assert.Equal((3, "Register of pledges"), (young.Check("security")!.StopFactorCount, young.StopFactorsOf(young.Check("legal")!).Single().NameEn));
        Assert.Equal(2, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(StopFactorChanged))));
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn($"staff:{Head}").GetAsync("/administration/checks")).StatusCode);
    }

    [Fact]
    public async Task What_is_not_decided_in_time_reaches_its_reviewers_and_then_the_head()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        await portal.Pass(number, "completeness");
        await portal.DeliverMail();
        var before = portal.MailsTo($"staff{Security}@group.example").Count;

        // Tuesday 1 December; three working days end on Friday at 18:00.
        await portal.RemindOn(new DateTime(2026, 12, 3, 6, 0, 0, DateTimeKind.Utc));
        Assert.Contains("To be decided by 4\u00a0Dec\u00a02026", portal.MailsTo($"staff{Security}@group.example")[^1].Subject, StringComparison.Ordinal);
        Assert.Empty(portal.MailsTo($"staff{Head}@group.example"));
        await portal.RemindOn(new DateTime(2026, 12, 4, 15, 1, 0, DateTimeKind.Utc));
        await portal.RemindOn(new DateTime(2026, 12, 7, 6, 0, 0, DateTimeKind.Utc));

        Assert.Equal(before + 1, portal.MailsTo($"staff{Security}@group.example").Count);
        Assert.Contains("Overdue", Assert.Single(portal.MailsTo($"staff{Head}@group.example")).Subject, StringComparison.Ordinal);
        var head = portal.SignedIn($"staff:{Head}");
        Assert.Contains("УралТрубСнаб", (await head.Page("/accreditation?view=open&overdue=true")).Text(), StringComparison.Ordinal);
        var card = (await head.Page($"/accreditation/{number}")).Text();
        Assert.Contains("Overdue by 1 working day", card, StringComparison.Ordinal);
        Assert.Contains("The head of the desk has been told", card, StringComparison.Ordinal);
        Assert.Contains("not decided in time", (await head.Page($"/accreditation/{number}/history")).Text(), StringComparison.Ordinal);
        Assert.Equal(CheckState.Pending, (await portal.CaseOf(number)).Check("security")!.State);
    }
}
