using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Demo;
using SrmPortal.Web.Features.Accreditation;
using static SrmPortal.Web.Tests.Accreditation.DeskPortal;

namespace SrmPortal.Web.Tests.Accreditation;

/// <summary>What the head of the desk arranges.</summary>
public sealed class HeadOfDeskTests
{
    private const string Applicant = "kovaleva@uraltrubsnab.example";

    [Fact]
    public async Task A_check_given_to_one_reviewer_leaves_the_others_queues()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        await portal.Pass(number, "completeness", "security", "legal");
        var head = portal.SignedIn($"staff:{Head}");
        var page = await head.Page($"/accreditation/{number}/finance");

        // Somebody whose access was blocked meanwhile decides nothing.
        await Other(person => person.Block("Has left", 1, portal.Now()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Press(page, "Give the check", ("ReviewerId", $"{OtherFinance}"))).StatusCode);
        await Other(person => person.Unblock());
        var given = await head.Press(await head.Page($"/accreditation/{number}/finance"), "Give the check", ("ReviewerId", $"{OtherFinance}"));

        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        Assert.DoesNotContain("УралТрубСнаб", (await portal.SignedIn($"staff:{Finance}").Page("/accreditation")).Text(), StringComparison.Ordinal);
        Assert.Contains("УралТрубСнаб", (await portal.SignedIn($"staff:{OtherFinance}").Page("/accreditation")).Text(), StringComparison.Ordinal);
        Assert.Equal([AccreditationRules.OtherReviewer], await portal.Refused(Finance, number, "finance"));
        await portal.DeliverMail();
        Assert.Contains("Financial check", portal.MailsTo($"staff{OtherFinance}@group.example")[^1].Subject, StringComparison.Ordinal);

        Task Other(Action<UserAccount> change) => portal.Seen(Scope.System, async db =>
        {
            change(await db.Accounts.SingleAsync(a => a.Id == OtherFinance));
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task A_reviewer_arranges_nothing()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();

        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn($"staff:{Completeness}").GetAsync($"/accreditation/{number}/completeness")).StatusCode);
    }

    [Fact]
    public async Task A_longer_time_to_answer_is_the_applicants_too_and_is_mailed()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        await portal.Decide(Completeness, number, CheckOutcome.InformationRequested, "Устав?", ("Parts", "Documents"), ("AnswerDue", "10 Dec 2026"));
        var head = portal.SignedIn($"staff:{Head}");
        var page = await head.Page($"/accreditation/{number}/completeness");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Press(page, "Give more time", ("Until", "9 Dec 2026"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Press(page, "Give more time", ("Until", "soon"))).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await head.Press(page, "Give more time", ("Until", "21 Dec 2026"))).StatusCode);

        var due = new DateTime(2026, 12, 21, 15, 0, 0, DateTimeKind.Utc);
        Assert.Equal(due, (await portal.RegistrationOf(number)).CorrectionDue);
        await portal.DeliverMail();
        Assert.Contains("21.12.2026", portal.MailsTo(Applicant)[^1].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_answer_reminders_go_out_and_only_the_head_rejects()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        await portal.Decide(Completeness, number, CheckOutcome.InformationRequested, "Устав?", ("Parts", "Documents"), ("AnswerDue", "10 Dec 2026"));
        await portal.DeliverMail();
        var (before, head) = (portal.MailsTo(Applicant).Count, portal.SignedIn($"staff:{Head}"));

        await portal.RemindOn(new DateTime(2026, 12, 7, 6, 0, 0, DateTimeKind.Utc));
        await portal.RemindOn(new DateTime(2026, 12, 9, 6, 0, 0, DateTimeKind.Utc));
        Assert.Equal(before + 2, portal.MailsTo(Applicant).Count);
        Assert.DoesNotContain("No answer came", (await head.Page($"/accreditation/{number}/completeness")).Text(), StringComparison.Ordinal);

        await portal.RemindOn(new DateTime(2026, 12, 10, 15, 0, 0, DateTimeKind.Utc));
        await portal.RemindOn(new DateTime(2027, 1, 20, 6, 0, 0, DateTimeKind.Utc));
        Assert.Single(portal.MailsTo($"staff{Head}@group.example"), mail => mail.Subject!.Contains("no answer came", StringComparison.Ordinal));
        Assert.Equal(RegistrationState.ReturnedForCorrection, (await portal.RegistrationOf(number)).State);

        var page = await head.Page($"/accreditation/{number}/completeness");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Press(page, "Reject the application")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await head.Press(page, "Reject the application", ("Reason", "Ответа нет с 10 декабря."))).StatusCode);
        Assert.Equal(RegistrationState.Rejected, (await portal.RegistrationOf(number)).State);
        await portal.DeliverMail();
        Assert.Contains("Ответа нет с 10 декабря.", portal.MailsTo(Applicant)[^1].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_finds_by_number_name_check_and_view()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        var head = portal.SignedIn($"staff:{Head}");

        foreach (var query in new[] { $"text={number}", $"text={AccreditationCase.Shown(number)}", "text=уралтруб", "text=*УРАЛ*снаб*", "check=completeness", "view=open" })
        {
            Assert.Contains("ООО «УралТрубСнаб»", (await head.Page($"/accreditation?{query}")).Text(), StringComparison.Ordinal);
        }

        foreach (var query in new[] { "text=северсталь", "check=finance", "view=waiting", "view=decided", "page=100000000" })
        {
            Assert.DoesNotContain("ООО «УралТрубСнаб»", (await head.Page($"/accreditation?{query}")).Text(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_queue_longer_than_a_page_goes_on_on_the_next_and_keeps_its_filters()
    {
        await using var portal = await DeskPortal.With();
        for (var i = 0; i <= DeskPage.Size; i++)
        {
            await portal.Sent(company: GivenRegistration.Company with { TaxNumber = DemoNumbers.Inn($"66{i:0000000}"), ShortName = $"Company {i}" });
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var reviewer = portal.SignedIn($"staff:{Completeness}");
        var first = await reviewer.Page("/accreditation?check=completeness");
        var next = await reviewer.Page(first.QuerySelector("a[href*='page=2']")!.GetAttribute("href")!);

        Assert.Equal(Enumerable.Range(0, DeskPage.Size).Select(i => $"Company {i}"), Companies(first));
        Assert.Equal([$"Company {DeskPage.Size}"], Companies(next));
        Assert.Equal("completeness", next.QuerySelector("#check option[selected]")!.GetAttribute("value"));

        static IEnumerable<string> Companies(IDocument page) => page.QuerySelectorAll("tbody th a").Select(link => link.TextContent);
    }

    [Fact]
    public async Task What_waits_too_long_is_said_in_words()
    {
        await using var portal = await DeskPortal.With();
        await portal.Sent();

        // Sent on Tuesday 1 December, completeness takes one working day: due on Wednesday at 18:00; it is Monday.
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 7, 8, 0, 0, TimeSpan.Zero));

        Assert.Contains("4 days, overdue by 3", (await portal.SignedIn($"staff:{Completeness}").Page("/accreditation")).Text(), StringComparison.Ordinal);
        Assert.Contains("4 дня, просрочено на 3", (await portal.SignedIn($"staff:{Completeness}", "ru").Page("/?culture=ru")).Text(), StringComparison.Ordinal);
    }
}

internal static class Reminding
{
    public static async Task RemindOn(this Portal portal, DateTime instant)
    {
        portal.Clock.SetUtcNow(new DateTimeOffset(instant));
        await portal.As(Scope.System, services => services.GetRequiredService<RemindOfAnswers>().Run(instant));
        await portal.DeliverMail();
    }
}
