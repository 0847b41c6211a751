using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Features.Administration;
using SrmPortal.Web.Tests.Accounts;
using SrmPortal.Web.Tests.Registration;

namespace SrmPortal.Web.Tests.Administration;

/// <summary>What the administrator writes is what applicants read, in the portal's frame, and never without the link.</summary>
public sealed class MailTextsTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    private const long Administrator = 3;
    private const string Started = "/administration/mails/RegistrationStarted/en";

    private static readonly string Admin = $"staff:{Administrator}";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_mail_that_is_sent_has_the_words_that_were_saved(string database)
    {
        await using var portal = await With(database);
        var browser = portal.SignedIn(Admin);

        await browser.PressAndFollow(await browser.Page(Started), "Save", ("Subject", "Welcome to {group}"), ("Heading", "Go on & finish"),
            ("Text", "Thanks for <b>beginning</b>.\n\nIt takes half an hour.\n\n{link}\n\nNot you? Do nothing. {privacy}"), ("Button", "To my draft"));
        var applicant = portal.Applicant();
        await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", Applicants.Start);
        await portal.DeliverMail();

        var mail = Assert.Single(portal.Mails, mail => mail.To.ToString().Contains(Applicants.Email, StringComparison.Ordinal));
        Assert.Equal("Welcome to Seversplav", mail.Subject);
        Assert.Contains("Hello Марина Сергеевна! Thanks for &lt;b&gt;beginning&lt;/b&gt;.", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains(">To my draft</a>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("/registration/resume/", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("/personal-data", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("{", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("confirms your address", await browser.GetStringAsync("/administration/mails/RegistrationStarted/en"), StringComparison.Ordinal);
        var recorded = await portal.Seen(Scope.System, db => db.Audit.SingleAsync(r => r.Action == nameof(MailTextChanged)));
        Assert.Equal((Administrator, "RegistrationStarted (en)"), (recorded.PersonId, recorded.Subject));
        Assert.Contains("Welcome to {group}", recorded.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_without_a_way_on_takes_no_words_for_a_button()
    {
        const string Address = "/administration/mails/MasterRestored/en";
        await using var portal = await With();
        var browser = portal.SignedIn(Admin);
        var page = await browser.Page(Address);
        Assert.DoesNotContain("Words on the button", page.Text(), StringComparison.Ordinal);
        var (action, fields) = page.Form("Save", ("Subject", "Another"));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(action, new FormUrlEncodedContent([.. fields, new("Button", "Go")]))).StatusCode);
        Assert.Equal(("Another", ""), await portal.Seen(Scope.System, async db => await db.MailTexts.SingleAsync() is var text ? (text.Wording.Subject, text.Wording.Button) : default));
    }

    [Fact]
    public async Task The_way_back_restores_the_portals_own_words()
    {
        await using var portal = await With();
        var browser = portal.SignedIn(Admin);
        var page = await browser.Page(Started);
        var original = page.Value("Subject");
        page = await browser.PressAndFollow(page, "Save", ("Subject", "Another"));
        Assert.Contains("changed", (await browser.Page("/administration/mails")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        page = await browser.PressAndFollow(page, "Back to the portal’s own words");

        Assert.Equal(original, page.Value("Subject"));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.MailTexts.CountAsync()));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Audit.CountAsync(r => r.Action == nameof(MailTextReset))));
    }

    [Theory]
    [InlineData("Text", "Without any way on.", "{link} must stand")]
    [InlineData("Text", "Inside {link} a sentence.", "alone in a paragraph")]
    [InlineData("Text", "Twice.\n\n{link}\n\n{link}", "alone in a paragraph")]
    [InlineData("Text", "{link}\n\nNothing before it.", "empty mail")]
    [InlineData("Text", "Dear {compny}.\n\n{link}", "{compny} is not known here")]
    [InlineData("Text", "A brace { alone.\n\n{link}", "brace stands alone")]
    [InlineData("Subject", "To {link}", "{link} is not known here")]
    [InlineData("Subject", "", "empty mail")]
    [InlineData("Button", "Go, {group}", "{group} is not known here")]
    public async Task What_would_not_work_is_refused_at_its_field_when_saved_and_when_looked_at(string field, string typed, string message)
    {
        var portal = await AsShipped();
        var browser = portal.SignedIn(Admin);

        foreach (var button in new[] { "Save", "Preview on sample data" })
        {
            var refused = await browser.Press(await browser.Page(Started), button, (field, typed));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(message, (await refused.Parsed()).QuerySelector($"#{field}-e")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(0, await portal.Seen(Scope.System, db => db.MailTexts.CountAsync()));
    }

    [Fact]
    public async Task A_preview_shows_what_was_typed_on_sample_data_in_a_sandbox_and_stores_nothing()
    {
        var portal = await AsShipped();
        var browser = portal.SignedIn(Admin);

        var answer = await browser.Press(await browser.Page("/administration/mails/CheckDecided.passed/ru"), "Preview on sample data",
            ("Text", "Заявка {company}: проверка «{check}» пройдена.\n\n{link}"));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Заявка ООО «УралТрубСнаб»: проверка «Юридическая проверка» пройдена.", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ru\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("{", html[html.IndexOf("<h1", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.StartsWith("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.MailTexts.CountAsync()));
    }

    [Fact]
    public async Task A_preview_has_the_facts_and_deadlines_that_the_real_mail_has()
    {
        var portal = await AsShipped();
        var browser = portal.SignedIn(Admin);
        foreach (var (mail, said) in new (string, string[])[]
        {
            ("CheckDecided.asked", ["R-4718-2093", "Answer by", "What is asked", "power of attorney", "You can correct", "Documents"]),
            ("CheckDecided.failed", ["Not passed", "Reason", "The other checks"]),
            ("CheckDecided.passed", ["Next", "Financial check, usually 3 working days"]),
            ("AnswerDueSoon", ["10\u00a0Dec\u00a02026", "What is asked"]),
            ("MeetingSet", ["When", "Place", "room 214"]),
            ("CheckOverdue", ["Legal check", "legal department"]),
            ("RegistrationSubmitted", ["Number", "UralTrubSnab LLC", "26\u00a0Nov\u00a02026"]),
            ("SupplierSuspended", ["S10482211", "Reason", "Contract No. 114"]),
            ("AccreditationEndsSoon", ["Accredited until", "25\u00a0Jan\u00a02027"]),
            ("Access.company", ["User name", "SRM483920175", "What the portal knows of you, and your rights"]),
            ("SignInLocked", ["User name", "It works for 1 hour, once."]),
        })
        {
            var html = WebUtility.HtmlDecode(await (await browser.Press(await browser.Page($"/administration/mails/{mail}/en"), "Preview on sample data")).Content.ReadAsStringAsync());
            Assert.All(said, words => Assert.Contains(words, html, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_mail_of_access_has_the_administrators_words_and_still_the_link_and_the_notice_of_the_law()
    {
        await using var portal = await GivenMaster.WithMaster();
        await portal.AddStaffMember(Administrator, StaffRoles.Administrator);
        var browser = portal.SignedIn(Admin);
        await browser.PressAndFollow(await browser.Page("/administration/mails/Access.company/en"), "Save", ("Subject", "Come in, {user}"), ("Text", "{company} waits for you.\n\n{link}"));

        var master = portal.SignedIn($"supplier:7:{GivenMaster.Master}");
        await master.PressAndFollow(await master.Page("/company/people/add"), "Add and send access",
            ("FullName", "Guseva Anna"), ("Email", "guseva@supplier7.example"), ("Phone", "+7 343 226-41-85"), ("Position", "Specialist"));
        await portal.DeliverMail();

        var user = await portal.Seen(Scope.System, db => db.Accounts.Where(a => a.Email == "guseva@supplier7.example").Select(a => a.UserName).SingleAsync());
        var mail = Assert.Single(portal.MailsTo("guseva@supplier7.example"), one => one.Subject == $"Come in, {user}");
        Assert.Contains("waits for you.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("/activate/", mail.TextBody, StringComparison.Ordinal);
        foreach (var body in new[] { mail.TextBody!, mail.HtmlBody! })
        {
            Assert.Contains("What the portal knows of you, and your rights", body, StringComparison.Ordinal);
            Assert.DoesNotContain("The link works for 7 days", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_longest_text_is_kept_and_recorded_whole()
    {
        await using var portal = await With();
        var browser = portal.SignedIn(Admin);
        var longest = $"{new string('я', MailWording.LongestText - 8)}\n\n{{link}}";

        await browser.PressAndFollow(await browser.Page(Started), "Save", ("Text", longest));
        await browser.PressAndFollow(await browser.Page(Started), "Save", ("Text", longest.Replace('я', 'ю')));

        var recorded = await portal.Seen(Scope.System, db => db.Audit.Where(r => r.Action == nameof(MailTextChanged)).OrderBy(r => r.Id).LastAsync());
        Assert.Contains(new string('я', MailWording.LongestText - 8), recorded.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mail_of_the_list_opens_has_a_title_and_is_sound_as_the_portal_words_it()
    {
        await using var portal = await With();

        var mails = (await portal.SignedIn(Admin, "ru").Page("/administration/mails")).QuerySelectorAll("tbody th").Select(title => title.TextContent).ToArray();

        Assert.True(mails.Length >= 45, $"{mails.Length}");
        Assert.All(mails, title => Assert.Matches("^[А-Я]", title));
        Assert.Equal(mails.Length, mails.Distinct().Count());
        await portal.As(Scope.System, async services =>
        {
            var (all, samples) = (services.GetRequiredService<MailOriginals>(), services.GetRequiredService<SampleLetters>());
            foreach (var (mail, language) in all.All().SelectMany(mail => new[] { (mail, "ru"), (mail, "en") }))
            {
                var original = all.Of(mail, language)!;
                Assert.Empty(original.Wording.WhatIsWrong(original.Names, original.HasLink));
                var html = await samples.Html(original, original.Wording);
                Assert.DoesNotContain("{", html[html.IndexOf("<h1", StringComparison.Ordinal)..], StringComparison.Ordinal);
            }

            return true;
        });
    }

    [Fact]
    public async Task Who_was_second_is_told_and_nobody_but_the_administrator_is_let_in()
    {
        await using var portal = await With();
        var browser = portal.SignedIn(Admin);
        var (first, second) = (await browser.Page(Started), await browser.Page(Started));
        await browser.Press(first, "Save", ("Subject", "First"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Press(second, "Save", ("Subject", "Second"))).StatusCode);

        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("buyer").GetAsync(Started)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/administration/mails/Invitation/en")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/administration/mails/RegistrationStarted/de")).StatusCode);
    }

    // Nobody stores words there.
    private Task<Portal> AsShipped() => shared.Once(() => With());

    private static async Task<Portal> With(string database = Databases.Sqlite)
    {
        var portal = await Applicants.Portal(database);
        await portal.AddStaffMember(Administrator, StaffRoles.Administrator);
        return portal;
    }
}
